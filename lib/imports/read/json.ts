import { jsonFaults } from '@/lib/i18n/messages/import-file-faults';
import type { Bytes } from './bytes';
import { fileFault } from './faults';
import type { FoundEncoding } from './find-encoding';
import { BadJson, type JsonRecord, JsonRecords } from './json-records';
import type { JsonShape } from './json-shape';
import { note, type Source } from './source';
import { badBytes, hasSuspectMarks, textOf, UnreadableBytes } from './text';
import { limits, type ReadNote, type RowBatch } from './types';

/** Records that make one batch. */
const batchRows = 1_000;

/** Characters of one line. */
const longestLine = 64 * 1024 * 1024;

type Numbered = { record: JsonRecord; number: number };

/**
 * Records of JSON as a table. It is read through once for the keys of all records, in order of appearance, and again
 * for the rows. Their numbers are those of the lines, or of the records in their list.
 * Throws `bad-json` naming the row, `too-many-columns` or `bad-encoding`.
 */
export async function jsonSource(bytes: Bytes, found: FoundEncoding, shape: JsonShape): Promise<Source> {
  const notes: ReadNote[] = [];
  if (found.question) note(notes, 'guessed-encoding', undefined, found.encoding);
  const headers = await keysOf(bytes, found, shape, notes);
  const places = new Map(headers.map((name, i) => [name, i]));
  return {
    name: bytes.name,
    format: shape.geo ? 'geojson' : shape.lines ? 'ndjson' : 'json',
    encoding: found.encoding,
    delimiter: null,
    headers,
    rows: () => jsonRows(bytes, found, shape, places),
    notes,
    questions: found.question ? [found.question] : [],
  };
}

async function keysOf(
  bytes: Bytes,
  found: FoundEncoding,
  shape: JsonShape,
  notes: ReadNote[],
): Promise<string[]> {
  const keys = new Set<string>();
  let [count, joined, shapes] = [0, 0, 0];
  for await (const batch of recordsOf(bytes, found, shape))
    for (const { record, number } of batch) {
      count++;
      joined += record.joined;
      if (shape.geo && record.cells.has('geometry.type') && record.cells.get('geometry.type') !== 'Point')
        shapes++;
      for (const key of cellsOf(record, shape).keys()) keys.add(key);
      if (keys.size > limits.columns)
        throw fileFault('too-many-columns', { file: bytes.name, row: number, limit: limits.columns });
    }
  if (count === 0) throw fileFault('empty', { file: bytes.name });
  if (joined > 0) note(notes, 'nested-joined', joined);
  if (shapes > 0) note(notes, 'shape-skipped', shapes);
  return [...keys];
}

async function* jsonRows(
  bytes: Bytes,
  found: FoundEncoding,
  shape: JsonShape,
  places: ReadonlyMap<string, number>,
): AsyncGenerator<RowBatch> {
  for await (const batch of recordsOf(bytes, found, shape)) {
    const made: RowBatch = { rows: [], numbers: [], suspect: false };
    for (const { record, number } of batch) {
      const cells = new Array<string>(places.size).fill('');
      let filled = false;
      for (const [key, text] of cellsOf(record, shape)) {
        if (text === '') continue;
        filled = true;
        cells[places.get(key) ?? 0] = text;
        if (!made.suspect && (text.length > limits.cell || hasSuspectMarks(text))) made.suspect = true;
      }
      if (!filled) continue;
      made.rows.push(cells);
      made.numbers.push(number);
    }
    if (made.rows.length > 0) yield made;
  }
}

/** The cells of a record by the names of their columns; of a feature, its properties and where its point lies. */
function cellsOf({ cells, coordinates }: JsonRecord, { geo }: JsonShape): Map<string, string> {
  if (!geo || cells.get('type') !== 'Feature') return cells;
  const made = new Map<string, string>();
  const id = cells.get('id');
  if (id !== undefined) made.set('id', id);
  for (const [key, text] of cells)
    if (key.startsWith('properties.')) made.set(key.slice('properties.'.length), text);
  const [longitude, latitude] = coordinates;
  if (cells.get('geometry.type') !== 'Point' || longitude === undefined || latitude === undefined)
    return made;
  if (!made.has('longitude')) made.set('longitude', longitude);
  if (!made.has('latitude')) made.set('latitude', latitude);
  return made;
}

async function* recordsOf(bytes: Bytes, found: FoundEncoding, shape: JsonShape): AsyncGenerator<Numbered[]> {
  const reader = new JsonRecords(shape);
  const waiting: Numbered[] = [];
  let row = 0;
  const collect = (number: () => number) => {
    for (const record of reader.take()) waiting.push({ record, number: number() });
  };
  const line = (text: string) => {
    row++;
    if (text.trim() === '') return;
    reader.write(`${text}\n`);
    if (!reader.isComplete()) throw new BadJson('open');
    collect(() => row);
  };
  let rest = '';
  try {
    for await (const piece of textOf(bytes, found)) {
      if (shape.lines) {
        const all = (rest + piece).split('\n');
        rest = all.pop() ?? '';
        for (const one of all) line(one);
        if (rest.length > longestLine) throw fileFault('too-large', { file: bytes.name, row: row + 1 });
      } else {
        reader.write(piece);
        collect(() => ++row);
      }
      while (waiting.length >= batchRows) yield waiting.splice(0, batchRows);
    }
    if (rest !== '') line(rest);
    if (!reader.isComplete()) throw new BadJson('open');
  } catch (thrown) {
    const here = shape.lines ? Math.max(row, 1) : row + 1;
    if (thrown instanceof UnreadableBytes)
      throw badBytes(bytes.name, found.encoding, shape.lines ? row + 1 : here);
    // A text longer than any that JavaScript can hold.
    if (thrown instanceof RangeError) throw fileFault('too-large', { file: bytes.name, row: here }, thrown);
    if (!(thrown instanceof BadJson)) throw thrown;
    if (!shape.lines) collect(() => ++row);
    throw fileFault(
      'bad-json',
      { file: bytes.name, row: shape.lines ? here : row + 1, reason: jsonFaults[thrown.reason] },
      thrown,
    );
  }
  if (waiting.length > 0) yield waiting;
}
