import { fileFault } from './faults';
import { columnLetters } from './header';
import { note } from './source';
import { hasSuspectMarks } from './text';
import { limits, type ReadNote, type RowBatch } from './types';
import { cellTexts } from './xlsx-cells';
import { columnOf, type Merge, type SheetLook } from './xlsx-look';
import type { WorkbookParts } from './xlsx-workbook';
import { plainXml, xmlOf } from './xlsx-xml';
import type { Zip } from './zip';

/** Characters of a sheet that are read at once. */
const pieceLength = 500_000;

/** Characters of one row. */
const longestRow = 64_000_000;

/** Empty rows that are worth a note: a few of them are meant to part rows. */
const manyEmpty = 100;

/** The rows of a sheet that have a text in some cell; merged cells all hold their text. */
export async function* sheetRows(
  zip: Zip,
  path: string,
  parts: WorkbookParts,
  look: SheetLook,
  notes: ReadNote[],
): AsyncGenerator<RowBatch> {
  const file = zip.file.name;
  const filling = fillMerges(look.merges);
  let [row, empty] = [0, 0];
  for await (const xml of rowPieces(zip, path, look)) {
    const numbers: number[] = [];
    let kept = '';
    for (const [, attributes = '', inner = ''] of xml.matchAll(/<row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/row>)/g)) {
      const number = Number(/(?:^|\s)r="(\d+)"/.exec(attributes)?.[1] ?? row + 1);
      if (number <= row) throw fileFault('damaged', { file, row: number });
      row = number;
      const cells = cellsXml(inner, numbers.length + 1, number, parts, file);
      if (cells === '') empty++;
      else {
        numbers.push(number);
        kept += `<row r="${numbers.length}">${cells}</row>`;
      }
    }
    if (numbers.length === 0) continue;
    const rows = await cellTexts(kept, parts, file, numbers[0] ?? 0);
    while (rows.length < numbers.length) rows.push([]);
    filling.fill(rows, numbers);
    yield { rows, numbers, suspect: rows.some((cells) => cells.some(isSuspect)) };
  }
  if (filling.filled() > 0) note(notes, 'merged-filled', filling.filled());
  if (empty > manyEmpty) note(notes, 'phantom-rows', empty);
}

const isSuspect = (cell: string) => cell.length > limits.cell || hasSuspectMarks(cell);

/** The XML of whole rows, in pieces. */
async function* rowPieces(zip: Zip, path: string, { prefix }: SheetLook): AsyncGenerator<string> {
  const tag = (name: string) => (prefix === '' ? name : `${prefix}:${name}`);
  let inside = false;
  let rest = '';
  for await (const piece of largePieces(xmlOf(zip, path))) {
    rest += piece;
    if (!inside) {
      const start = rest.indexOf(`<${tag('sheetData')}`);
      if (start === -1) continue;
      rest = rest.slice(start);
      inside = true;
    }
    const end = rest.indexOf(`</${tag('sheetData')}>`);
    if (end !== -1) {
      yield plainXml(rest.slice(0, end), prefix);
      return;
    }
    // What stands before the beginning of a row is whole.
    const last = rest.lastIndexOf(`<${tag('row')}`);
    if (last > 0) {
      yield plainXml(rest.slice(0, last), prefix);
      rest = rest.slice(last);
    }
    if (rest.length > longestRow) throw fileFault('too-large', { file: zip.file.name, column: path });
  }
  if (inside && !/^<[\w:]+\s*\/>/.test(rest)) throw fileFault('truncated', { file: zip.file.name });
}

/** The same text in pieces of at least `pieceLength`. */
async function* largePieces(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let kept: string[] = [];
  let length = 0;
  for await (const piece of pieces) {
    kept.push(piece);
    length += piece.length;
    if (length < pieceLength) continue;
    yield kept.join('');
    kept = [];
    length = 0;
  }
  if (length > 0) yield kept.join('');
}

/**
 * The cells of a row that hold something, as a row `at` of a sheet of its own: shared texts in their place, and
 * errors as the texts they show. '' = there are none.
 */
function cellsXml(inner: string, at: number, row: number, parts: WorkbookParts, file: string): string {
  let made = '';
  let column = 0;
  for (const [, attributes = '', content] of inner.matchAll(/<c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)) {
    const letters = /(?:^|\s)r="([A-Z]+)/.exec(attributes)?.[1];
    const before = column;
    column = letters === undefined ? column + 1 : columnOf(letters);
    if (column <= before) throw fileFault('damaged', { file, row });
    if (!content) continue;
    const type = /(?:^|\s)t="(\w+)"/.exec(attributes)?.[1] ?? 'n';
    const value = /<v\b[^>]*>([^<]*)<\/v>/.exec(content)?.[1];
    const cell = cellXml(type, value, attributes, content, parts);
    if (cell === null) throw fileFault('damaged', { file, row, column: columnLetters(column - 1) });
    if (cell === '') continue;
    if (column > limits.columns) throw fileFault('too-many-columns', { file, row, limit: limits.columns });
    made += `<c r="${columnLetters(column - 1)}${at}"${cell}</c>`;
  }
  return made;
}

/** A cell from its type on; '' = it is empty, null = it points to a text that is not there. */
function cellXml(
  type: string,
  value: string | undefined,
  attributes: string,
  content: string,
  { shared }: WorkbookParts,
): string | null {
  if (type === 'inlineStr') {
    const text = /<is\b[^>]*>[\s\S]*<\/is>/.exec(content)?.[0];
    return text === undefined ? '' : ` t="inlineStr">${text}`;
  }
  if (value === undefined || value === '') return '';
  if (type === 's') {
    const text = shared[Number(value)];
    if (text === undefined) return null;
    return text === '' ? '' : ` t="inlineStr"><is>${text}</is>`;
  }
  if (type === 'e') return ` t="str"><v>${value}</v>`;
  const style = type === 'n' ? /(?:^|\s)s="(\d+)"/.exec(attributes)?.[0] : undefined;
  return `${style ? ` ${style.trim()}` : ''} t="${type}"><v>${value}</v>`;
}

/** Fills merged cells row by row with the text of the first of them, as far as the table is wide. */
function fillMerges(merges: readonly Merge[]) {
  let next = 0;
  let widest = 0;
  let filled = 0;
  let open: (Merge & { text: string })[] = [];
  return {
    fill(rows: string[][], numbers: readonly number[]): void {
      if (merges.length === 0) return;
      for (const cells of rows) widest = Math.max(widest, cells.length);
      for (const [i, cells] of rows.entries()) {
        const number = numbers[i] ?? 0;
        open = open.filter(({ bottom }) => bottom >= number);
        for (let merge = merges[next]; merge && merge.top <= number; merge = merges[++next]) {
          const text = merge.top === number ? (cells[merge.left - 1] ?? '') : '';
          if (text === '') continue;
          open.push({ ...merge, text });
          filled++;
        }
        for (const { left, right, text } of open)
          for (let column = left; column <= Math.min(right, widest); column++) {
            while (cells.length < column) cells.push('');
            if (cells[column - 1] === '') cells[column - 1] = text;
          }
      }
    },
    filled: () => filled,
  };
}
