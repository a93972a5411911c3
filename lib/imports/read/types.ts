/** A file that is to be read: its bytes lie on the disk of this machine, and it may be read as often as asked. */
export type FileOnDisk = {
  /** The name it was given by whoever sent it; not a path. */
  name: string;
  /** Where its bytes are. */
  path: string;
};

/** What a file, or a part of one, turns out to be. */
export type TableFormat = 'csv' | 'xlsx' | 'json' | 'ndjson' | 'geojson' | 'parquet';

/** What the user says about how files are to be read; what is left out is found out. */
export type ReadOptions = {
  /** A name of `encodings`. */
  encoding?: string | undefined;
  delimiter?: ',' | '\t' | ';' | '|' | undefined;
  /** Number of the row (from 1) that holds the names of the columns; 0 = there is none. */
  headerRow?: number | undefined;
};

/** Rows of a table, in their order. A cell is a text; '' = empty. A row may have more or fewer cells than there are columns. */
export type RowBatch = {
  rows: string[][];
  /** Number of each row as a spreadsheet would number it, from 1, the header and empty rows counted. */
  numbers: number[];
  /** Whether some cell of the batch may hold control characters, half of one, or more than `limits.cell` characters. */
  suspect: boolean;
};

/** Something in the file that is not an error, but that the user should know, e.g. that merged cells were filled. */
export type ReadNote = {
  kind:
    | 'merged-filled'
    | 'phantom-rows'
    /** A sheet that holds no cells, e.g. a chart. */
    | 'sheet-skipped'
    | 'sheet-empty'
    /** A file of an archive that is no table by its name. */
    | 'entry-skipped'
    | 'date-1904'
    | 'nested-joined'
    /** Shapes other than points, of which no coordinates are taken. */
    | 'shape-skipped'
    | 'guessed-encoding';
  count?: number;
  name?: string;
};

/** One table of one file: a sheet of a workbook, a file in an archive, or the file itself. */
export type OpenTable = {
  /** What it is called: `log.csv`, `log.xlsx › Sheet1`, `all.zip › a.csv`. */
  name: string;
  format: TableFormat;
  /** How it was read; null = does not apply. */
  encoding: string | null;
  delimiter: string | null;
  /** Number of the row that holds the names of the columns; 0 = there is none. */
  headerRow: number;
  /** Names of the columns as they stand there, trimmed; without a header row null. */
  headers: string[] | null;
  /** Its rows after the header, empty rows left out. May be asked for once. */
  rows: () => AsyncGenerator<RowBatch>;
  /** What is to be said of it; complete once its rows were read to the end. */
  notes: ReadNote[];
};

/** Whether a table is of a workbook that counts days from 1904: a number in a column of days is meant so there. */
export const countsFrom1904 = ({ notes }: Pick<OpenTable, 'notes'>): boolean =>
  notes.some(({ kind }) => kind === 'date-1904');

/** What is to be asked before a table is read, since it can't be told for certain. */
export type ReadQuestion = {
  kind: 'encoding';
  /** How sure the guess is, from 0 to 1. */
  confidence: number;
  /** The likeliest first, each with a line or two of the text as it would be. */
  candidates: { name: string; sample: string }[];
};

/** What was found out about a table before it is read. */
export type TableSketch = Omit<OpenTable, 'rows'> & {
  /** The first rows, at most 50. */
  sample: { number: number; cells: string[] }[];
  /** Most cells in one of those rows, or the number of headers if that is more. */
  columns: number;
  questions: ReadQuestion[];
};

/** What is wrong with a file as a whole: nothing of it is read. */
export type FileFaultKind =
  | 'empty'
  | 'not-a-table'
  | 'truncated'
  | 'bomb'
  | 'too-many-entries'
  | 'unsafe-entry'
  | 'nested-archive'
  | 'encrypted'
  | 'entities'
  | 'too-many-columns'
  | 'duplicate-headers'
  | 'empty-headers'
  | 'bad-headers'
  | 'unclosed-quote'
  | 'bad-encoding'
  | 'unknown-encoding'
  | 'bad-json'
  | 'damaged'
  | 'too-large';

/** Most of what is read, so that no file can use up the machine. */
export const limits = {
  /** Characters of one cell. */
  cell: 1_000_000,
  /** Columns of a table. */
  columns: 2_000,
  /** Bytes of a file, as it is and unpacked. */
  file: 4_000_000_000,
  /** How many times larger than itself a packed file may be, once it is beyond `ratioFrom` bytes. */
  ratio: 100,
  ratioFrom: 50_000_000,
  /** Files in an archive. */
  entries: 1_000,
} as const;
