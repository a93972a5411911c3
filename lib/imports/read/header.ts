import { fileFault } from './faults';
import { isEmptyRow, type Source } from './source';
import { hasSuspectMarks } from './text';
import { limits } from './types';

/** The first rows of a table, as they stand there. */
export type FirstRows = { number: number; cells: string[] }[];

/** Characters of the name of a column. */
const longestName = 500;

/** The number of the row that holds the names of the columns (0 = none), and the names (null = none). */
export type Header = { headerRow: number; headers: string[] | null };

/**
 * The row that holds the names: what the user says, else the first row after lines of one cell, where it looks like
 * names and not like values.
 * Throws `duplicate-headers`, `empty-headers`, `bad-headers` or `too-many-columns`, naming columns by name or letter.
 */
export function findHeader(source: Source, first: FirstRows, asked: number | undefined): Header {
  if (source.headers) {
    const headers = checkWidth(source, source.headers, 0).map((name) => name.trim());
    checkNames(source.name, headers, undefined, first);
    return { headerRow: 0, headers };
  }
  const header = asked === undefined ? likelyHeader(first) : first.find((one) => one.number === asked);
  if (!header && asked)
    throw fileFault('empty-headers', { file: source.name, row: asked, column: columnLetters(0) });
  if (!header) {
    for (const { cells, number } of first) checkWidth(source, cells, number);
    return { headerRow: 0, headers: null };
  }
  checkWidth(source, header.cells, header.number);
  const headers = header.cells.map((name) => name.trim());
  const below = first.filter(({ number }) => number > header.number);
  checkNames(source.name, headers, header.number, below);
  return { headerRow: header.number, headers };
}

function checkWidth(source: Source, cells: string[], row: number): string[] {
  if (cells.length > limits.columns)
    throw fileFault('too-many-columns', { file: source.name, row: row || undefined, limit: limits.columns });
  return cells;
}

function likelyHeader(first: FirstRows): FirstRows[number] | undefined {
  const at = first.findIndex(({ cells }) => filledOf(cells).length > 1);
  // Where no row has several cells, the table has one column.
  const candidate = first[Math.max(0, at)];
  if (!candidate) return undefined;
  const filled = candidate.cells.filter((cell) => cell.trim() !== '');
  const values = filled.filter(looksLikeValue).length;
  return values > 0 && values / filled.length >= 0.2 ? undefined : candidate;
}

/** The different texts of a row: a title over merged cells is one. */
const filledOf = (cells: readonly string[]) =>
  [...new Set(cells.map((one) => one.trim()))].filter((one) => one !== '');

const numeric = /^[-+]?(\d[\d,.\s]*|\.\d+)(e[-+]?\d+)?%?$/i;
const dated = /^\d{1,4}[-/.年]\d{1,2}([-/.月]\d{1,4})?日?([T ]\d{1,2}:\d{2}.*)?$/;
const address = /^https?:\/\//i;

/** Whether a cell is a number, a date, an address or a long text: what names of columns are not. */
function looksLikeValue(cell: string): boolean {
  const text = cell.trim();
  return numeric.test(text) || dated.test(text) || address.test(text) || text.length > 200;
}

function checkNames(
  file: string,
  headers: readonly string[],
  row: number | undefined,
  below: FirstRows,
): void {
  const bad = headers.flatMap((name, i) =>
    name.length > longestName || hasSuspectMarks(name) ? [columnLetters(i)] : [],
  );
  if (bad.length > 0) throw fileFault('bad-headers', { file, row, column: listed(bad), limit: longestName });
  const seen = new Map<string, number>();
  for (const name of headers) if (name !== '') seen.set(name, (seen.get(name) ?? 0) + 1);
  const repeated = [...seen].filter(([, count]) => count > 1).map(([name]) => name);
  if (repeated.length > 0)
    throw fileFault('duplicate-headers', { file, row, column: listed(repeated.map((name) => `“${name}”`)) });
  const unnamed = headers
    .map((name, i) =>
      name === '' && below.some(({ cells }) => (cells[i] ?? '') !== '') ? columnLetters(i) : '',
    )
    .filter((letters) => letters !== '');
  if (unnamed.length > 0) throw fileFault('empty-headers', { file, row, column: listed(unnamed) });
}

/** Names in a row, so many that a sentence can hold them. */
const listed = (names: readonly string[]) =>
  names.length > 10 ? `${names.slice(0, 10).join(', ')} …` : names.join(', ');

/** The letters by which spreadsheets name a column, from 0: A, B … Z, AA. */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}

/** The first `least` rows of a source that are not empty, or all there are. */
export async function firstRows(source: Source, least: number): Promise<FirstRows> {
  const first: FirstRows = [];
  for await (const { rows, numbers } of source.rows()) {
    for (const [i, cells] of rows.entries()) {
      if (!isEmptyRow(cells)) first.push({ number: numbers[i] ?? 0, cells });
      if (first.length >= least) return first;
    }
  }
  return first;
}
