import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { ZipFile } from 'yazl';
import { workbook } from '@/lib/exports/xlsx/workbook';
import { openTables } from '@/lib/imports/read/open';
import type { FileOnDisk, OpenTable, ReadOptions } from '@/lib/imports/read/types';
import { bytesOf } from './archive';

/** A table to be written: the names of its columns and its rows, all texts. */
export type PlainTable = { headers: readonly string[]; rows: readonly (readonly string[])[] };

export const importFormats = [
  'csv',
  'tsv',
  'csv.gz',
  'zip',
  'xlsx',
  'json',
  'ndjson',
  'geojson',
  'parquet',
] as const;
export type ImportFormat = (typeof importFormats)[number];

/** A folder for files of a test; `remove` takes it away. */
export function importFolder(): {
  write: (name: string, bytes: Uint8Array | string) => FileOnDisk;
  remove: () => void;
} {
  const folder = mkdtempSync(path.join(tmpdir(), 'daybook-import-'));
  let count = 0;
  return {
    write(name, bytes) {
      // The name that is given is not where it lies, as with files that are sent.
      const at = path.join(folder, String(count++));
      writeFileSync(at, bytes);
      return { name, path: at };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The bytes of a file of any format. Of GeoJSON, columns `longitude` and `latitude` become points. */
export async function importFile(format: ImportFormat, table: PlainTable): Promise<Buffer> {
  switch (format) {
    case 'csv':
      return Buffer.from(delimited(table, ','));
    case 'tsv':
      return Buffer.from(delimited(table, '\t'));
    case 'csv.gz':
      return gzipSync(delimited(table, ','));
    case 'zip':
      return zipOf([['table.csv', delimited(table, ',')]]);
    case 'xlsx':
      return bytesOf(
        workbook(
          [{ name: 'Sheet1', header: table.headers, rows: () => [table.rows], widths: [] }],
          new Date('2020-01-01T00:00:00Z'),
        ),
      );
    case 'json':
      return Buffer.from(JSON.stringify(objectsOf(table), null, 2));
    case 'ndjson':
      return Buffer.from(
        objectsOf(table)
          .map((one) => `${JSON.stringify(one)}\n`)
          .join(''),
      );
    case 'geojson':
      return Buffer.from(JSON.stringify(featuresOf(table)));
    case 'parquet':
      return parquetOf(table);
  }
}

/** Delimited text with quotation marks where they are needed. */
export function delimited({ headers, rows }: PlainTable, delimiter: string): string {
  const cell = (text: string) =>
    /["\n\r]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
  return [headers, ...rows].map((cells) => `${cells.map(cell).join(delimiter)}\n`).join('');
}

// Made of entries, so that a column may have any name, `__proto__` too.
const objectsOf = ({ headers, rows }: PlainTable) =>
  rows.map((cells) => Object.fromEntries(headers.map((name, i) => [name, cells[i] ?? ''])));

function featuresOf(table: PlainTable) {
  const features = objectsOf(table).map(({ longitude, latitude, ...properties }) => ({
    type: 'Feature',
    properties,
    geometry: longitude ? { type: 'Point', coordinates: [Number(longitude), Number(latitude)] } : null,
  }));
  return { type: 'FeatureCollection', features };
}

/** A Parquet file of texts. */
export function parquetOf(
  { headers, rows }: PlainTable,
  codec: 'SNAPPY' | 'UNCOMPRESSED' = 'SNAPPY',
  rowGroupSize = 1_000,
): Buffer {
  const columnData = headers.map((name, i) => ({
    name,
    data: rows.map((cells) => cells[i] ?? ''),
    type: 'STRING' as const,
  }));
  return Buffer.from(parquetWriteBuffer({ columnData, codec, rowGroupSize }));
}

/** A ZIP of files in order. */
export function zipOf(
  files: readonly (readonly [name: string, bytes: Uint8Array | string])[],
): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, bytes] of files) zip.addBuffer(Buffer.from(bytes), name, { mtime: new Date(2020, 0, 1) });
  zip.end();
  return bytesOf(zip.outputStream as AsyncIterable<Uint8Array>);
}

/** A workbook of sheets given as the XML within `<worksheet>`, for what no program of ours would write. */
export function workbookOf(parts: {
  sheets: readonly { name: string; xml: string }[];
  /** The XML within `<sst>`. */
  shared?: string;
  /** Number formats of the styles 0, 1 … */
  formats?: readonly number[];
  from1904?: boolean;
  /** What stands before the first element of each sheet. */
  prolog?: string;
  more?: readonly (readonly [string, string])[];
}): Promise<Buffer> {
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const sheets = parts.sheets.map(
    ({ name }, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  );
  const relations = parts.sheets.map(
    (_, i) =>
      `<Relationship Id="rId${i + 1}" Type="${office}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  );
  const formats = (parts.formats ?? [0]).map((id) => `<xf numFmtId="${id}" xfId="0"/>`).join('');
  return zipOf([
    ['[Content_Types].xml', '<Types/>'],
    [
      'xl/workbook.xml',
      `<workbook ${main} xmlns:r="${office}"><workbookPr${parts.from1904 ? ' date1904="1"' : ''}/><sheets>${sheets.join('')}</sheets></workbook>`,
    ],
    ['xl/_rels/workbook.xml.rels', `<Relationships>${relations.join('')}</Relationships>`],
    ['xl/styles.xml', `<styleSheet ${main}><cellXfs>${formats}</cellXfs></styleSheet>`],
    ...(parts.shared === undefined
      ? []
      : [['xl/sharedStrings.xml', `<sst ${main}>${parts.shared}</sst>`] as const]),
    ...parts.sheets.map(
      ({ xml }, i) =>
        [
          `xl/worksheets/sheet${i + 1}.xml`,
          `<?xml version="1.0" encoding="UTF-8"?>${parts.prolog ?? ''}<worksheet ${main}>${xml}</worksheet>`,
        ] as const,
    ),
    ...(parts.more ?? []),
  ]);
}

/** A text in an encoding that Node can't write. */
export function encoded(
  text: string,
  encoding: 'gb18030' | 'big5' | 'windows-1252' | 'utf-16le' | 'utf-16be',
): Buffer {
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16();
  if (encoding === 'windows-1252')
    return Buffer.from(text.replace('€', '\u0080').replace('–', '\u0096'), 'latin1');
  const pairs = pairsOf(encoding);
  return Buffer.from(
    [...text].flatMap((letter) => {
      const code = letter.codePointAt(0) ?? 0;
      if (code < 128) return [code];
      const pair = pairs.get(letter);
      if (pair) return pair;
      if (encoding === 'gb18030' && code > 0xffff) return fourBytes(code - 0x10000);
      throw new Error(`no ${encoding}: ${letter}`);
    }),
  );
}

const known = new Map<string, Map<string, number[]>>();

/** What two bytes stand for, turned around. */
function pairsOf(encoding: string): Map<string, number[]> {
  const made = known.get(encoding) ?? new Map<string, number[]>();
  if (made.size > 0) return made;
  const decoder = new TextDecoder(encoding);
  for (let first = 0x81; first < 0xff; first++)
    for (let second = 0x40; second < 0xff; second++) {
      const letter = decoder.decode(Uint8Array.of(first, second));
      if ([...letter].length === 1 && letter !== '\ufffd' && !made.has(letter))
        made.set(letter, [first, second]);
    }
  known.set(encoding, made);
  return made;
}

/** A character beyond U+FFFF in GB18030. */
function fourBytes(index: number): number[] {
  return [
    0x90 + Math.floor(index / 12_600),
    0x30 + (Math.floor(index / 1_260) % 10),
    0x81 + (Math.floor(index / 10) % 126),
    0x30 + (index % 10),
  ];
}

/** A table with all its rows, for tests with few of them. */
export type WholeTable = Omit<OpenTable, 'rows'> & { rows: string[][]; numbers: number[]; suspect: boolean };

/** All tables of a file with all their rows. */
export async function readWhole(file: FileOnDisk, options: ReadOptions = {}): Promise<WholeTable[]> {
  const tables: WholeTable[] = [];
  for await (const table of openTables(file, options)) {
    const whole: WholeTable = { ...table, rows: [], numbers: [], suspect: false };
    for await (const batch of table.rows()) {
      whole.rows = whole.rows.concat(batch.rows);
      whole.numbers = whole.numbers.concat(batch.numbers);
      whole.suspect ||= batch.suspect;
    }
    tables.push(whole);
  }
  return tables;
}

/** Reads a file to its end and keeps nothing: how many rows it has. */
export async function countRows(file: FileOnDisk, options: ReadOptions = {}): Promise<number> {
  let count = 0;
  for await (const table of openTables(file, options))
    for await (const { rows } of table.rows()) count += rows.length;
  return count;
}
