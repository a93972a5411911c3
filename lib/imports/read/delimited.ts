import Papa from 'papaparse';
import type { Bytes } from './bytes';
import { fileFault } from './faults';
import type { FoundEncoding } from './find-encoding';
import { isEmptyRow, note, type Source } from './source';
import { badBytes, hasControls, hasSuspectMarks, textOf, UnreadableBytes } from './text';
import { limits, type ReadNote, type RowBatch } from './types';

/** Characters of a row that is not yet at its end, beyond which its quotation mark counts as never closed. */
const longestRow = 64 * 1024 * 1024;

/** A delimited text as a table whose rows are read as they are asked for. */
export function delimitedSource(bytes: Bytes, found: FoundEncoding, delimiter: string): Source {
  const notes: ReadNote[] = [];
  if (found.question) note(notes, 'guessed-encoding', undefined, found.encoding);
  return {
    name: bytes.name,
    format: 'csv',
    encoding: found.encoding,
    delimiter,
    headers: null,
    rows: () => delimitedRows(bytes, found, delimiter),
    notes,
    questions: found.question ? [found.question] : [],
  };
}

type Parsed = { data: string[][]; errors: { code: string; row: number }[]; meta: { cursor: number } };

async function* delimitedRows(
  bytes: Bytes,
  found: FoundEncoding,
  delimiter: string,
): AsyncGenerator<RowBatch> {
  const parser = new Papa.Parser({ delimiter, newline: '\n' });
  let rest = '';
  let waiting = 0;
  let row = 0;
  // Only UTF-16 can hold half of a character; looking for one takes time.
  const suspects = found.encoding.startsWith('utf-16') ? hasSuspectMarks : hasControls;
  const take = (text: string, last: boolean): RowBatch => {
    const parsed: Parsed = parser.parse(text, 0, !last);
    const unclosed = parsed.errors.find((one) => one.code === 'MissingQuotes');
    if (last && unclosed)
      throw fileFault('unclosed-quote', { file: bytes.name, row: row + unclosed.row + 1 });
    const ranOn = rowThatRanOn(parsed);
    if (ranOn !== null) throw fileFault('unclosed-quote', { file: bytes.name, row: row + ranOn + 1 });
    const batch = batchOf(parsed.data, row, text, suspects(text));
    row += parsed.data.length;
    rest = last ? '' : text.slice(parsed.meta.cursor);
    return batch;
  };
  try {
    for await (const piece of textOf(bytes, found)) {
      rest += piece;
      // A row that takes many pieces is read over when it has doubled, not with each of them.
      if (rest.length < waiting) continue;
      const batch = take(rest, false);
      if (rest.length > longestRow) throw fileFault('unclosed-quote', { file: bytes.name, row: row + 1 });
      waiting = rest.length * 2;
      if (batch.rows.length > 0) yield batch;
    }
  } catch (thrown) {
    if (!(thrown instanceof UnreadableBytes)) throw thrown;
    const before: Parsed = parser.parse(rest, 0, true);
    throw badBytes(bytes.name, found.encoding, row + before.data.length + 1);
  }
  if (rest !== '') {
    const batch = take(rest, true);
    if (batch.rows.length > 0) yield batch;
  }
}

/**
 * The first row with a quotation mark amid a cell over several lines, counted from 0: the cell ran on into the next one
 * that has marks. Null = there is none.
 */
function rowThatRanOn({ data, errors }: Parsed): number | null {
  let last = -1;
  for (const { row } of errors) {
    if (row === last) continue;
    last = row;
    if (data[row]?.some((cell) => cell.includes('\n'))) return row;
  }
  return null;
}

/** Rows with their numbers, the first being number `before` + 1; those that are empty are counted and left out. */
function batchOf(all: string[][], before: number, text: string, marked: boolean): RowBatch {
  const rows: string[][] = [];
  const numbers: number[] = [];
  for (let i = 0; i < all.length; i++) {
    const cells = all[i] as string[];
    if (cells[0] === '' && isEmptyRow(cells)) continue;
    rows.push(cells);
    numbers.push(before + i + 1);
  }
  const long =
    text.length > limits.cell && rows.some((cells) => cells.some((one) => one.length > limits.cell));
  return { rows, numbers, suspect: marked || long };
}

const delimiters = [',', '\t', ';', '|'] as const;

/**
 * The delimiter by which the first rows have most evenly the same number of cells; `fallback` where none divides
 * them. `head` must have `\n` for line ends.
 */
export function sniffDelimiter(head: string, fallback: string): string {
  let best = { delimiter: fallback, score: 0 };
  for (const delimiter of delimiters) {
    const parser = new Papa.Parser({ delimiter, newline: '\n', preview: 101 });
    const { data } = parser.parse(head, 0, false) as Parsed;
    // The last row may have been cut.
    const widths = (data.length > 1 ? data.slice(0, -1) : data)
      .filter((cells) => !isEmptyRow(cells))
      .map((cells) => cells.length);
    const { width, share } = commonest(widths);
    const score = width > 1 ? share * (1 + Math.log(width)) : 0;
    if (score > best.score || (score === best.score && score > 0 && delimiter === fallback))
      best = { delimiter, score };
  }
  return best.delimiter;
}

/** The commonest width above 1, and the share of rows that have it. */
function commonest(widths: readonly number[]): { width: number; share: number } {
  const counts = new Map<number, number>();
  for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1);
  const [width = 0, count = 0] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
  return { width, share: widths.length === 0 ? 0 : count / widths.length };
}
