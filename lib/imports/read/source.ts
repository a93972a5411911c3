import type { ReadNote, ReadQuestion, RowBatch, TableFormat } from './types';

/** A table before its header is looked for: rows as they stand in the file, from the first. */
export type Source = {
  /** See `OpenTable.name`. */
  name: string;
  format: TableFormat;
  encoding: string | null;
  delimiter: string | null;
  /** The names of its columns where the format has them apart from the rows; null = a row may hold them. */
  headers: string[] | null;
  /** Its rows, empty ones left out. May be asked for as often as needed. */
  rows: () => AsyncGenerator<RowBatch>;
  notes: ReadNote[];
  questions: ReadQuestion[];
};

/** Whether a row has no text in any cell. */
export function isEmptyRow(cells: readonly string[]): boolean {
  for (let i = 0; i < cells.length; i++) if (cells[i] !== '') return false;
  return true;
}

/** Adds to what is noted of a table; the same thing is counted on in the same note. */
export function note(notes: ReadNote[], kind: ReadNote['kind'], count?: number, name?: string): void {
  const same = notes.find((one) => one.kind === kind && one.name === name);
  if (!same)
    notes.push({ kind, ...(count === undefined ? {} : { count }), ...(name === undefined ? {} : { name }) });
  else if (count !== undefined) same.count = count;
}
