import {
  Bool,
  type Data,
  type DataType,
  DateDay,
  Dictionary,
  Field,
  Int8,
  Int16,
  Int32,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  Table,
  tableToIPC,
  Utf8,
  vectorFromArray,
} from 'apache-arrow';
import { codesOf } from '../plan';
import type { Column, ColumnField, Columns, SizeColumn } from '../types';
import { isSeveralOf, metadataKeys } from './names';
import { liveInOrder } from './rows';

/**
 * Columns as one Arrow IPC stream of one record batch: rows in order of day and place, without those that are dead and
 * without any word that only those have. Neither ids nor texts are in it. `breathe` is awaited between the columns, so
 * that others get their turn.
 */
export async function arrowOf(columns: Columns, breathe: () => Promise<void>): Promise<Uint8Array> {
  const rows = liveInOrder(columns);
  const made: [Field, Data][] = [];
  const add = async (name: string, data: Data, metadata?: Map<string, string>) => {
    made.push([new Field(name, data.type as DataType, data.nullCount > 0, metadata), data]);
    await breathe();
  };
  const { firstDay, starts, spans, fields, placeUnknown } = columns;
  const begins = Int32Array.from(rows, (row) => firstDay + (starts[row] as number));
  await add('starts_on', makeData({ type: new DateDay(), length: rows.length, data: begins }));
  const ends = Int32Array.from(rows, (row, at) => (begins[at] as number) + (spans[row] as number));
  await add('ends_on', makeData({ type: new DateDay(), length: rows.length, data: ends }));
  await add('size_min', sizes(columns.sizeMin, rows));
  await add('size_max', sizes(columns.sizeMax, rows));
  for (const [field, column] of Object.entries(fields) as [ColumnField, Column][]) {
    const metadata = column.sets ? new Map([[isSeveralOf, 'true']]) : undefined;
    await add(field, dictionary(column, rows, made.length), metadata);
  }
  await add(
    'place_unknown',
    bits(rows, (row) => placeUnknown[fields.place.codes[row] as number] === 1),
  );

  const schema = new Schema(
    made.map(([field]) => field),
    new Map([
      [metadataKeys.version, String(columns.version)],
      [metadataKeys.synthetic, JSON.stringify([...columns.synthetic].sort())],
      [metadataKeys.paths, JSON.stringify(pathsOf(columns, made))],
    ]),
  );
  const type = new Struct(schema.fields);
  const children = made.map(([, data]) => data);
  const batch = new RecordBatch(
    schema,
    makeData({ type, length: rows.length, nullCount: 0, children }) as Data<Struct>,
  );
  return tableToIPC(new Table(schema, batch), 'stream');
}

/** Numbers of people; null = not reported. */
function sizes({ values, codes }: SizeColumn, rows: Uint32Array): Data {
  const data = Int32Array.from(rows, (row) => values[codes[row] as number] as number);
  const nullBitmap = packed(data.length, (at) => data[at] !== 0);
  const nullCount = data.reduce((sum, value) => sum + (value === 0 ? 1 : 0), 0);
  return makeData({ type: new Int32(), length: data.length, data, nullBitmap, nullCount });
}

function bits(rows: Uint32Array, is: (row: number) => boolean): Data {
  const data = packed(rows.length, (at) => is(rows[at] as number));
  return makeData({ type: new Bool(), length: rows.length, data });
}

function packed(length: number, is: (at: number) => boolean): Uint8Array {
  const made = new Uint8Array(Math.ceil(length / 64) * 8);
  for (let at = 0; at < length; at++) if (is(at)) made[at >> 3] = (made[at >> 3] as number) | (1 << (at & 7));
  return made;
}

/** The words of rows by a dictionary of those that occur; a set of words is its words with blanks between. */
function dictionary(column: Column, rows: Uint32Array, id: number): Data {
  const { words, codes, sets } = column;
  const times = new Uint32Array(codesOf(column));
  for (const row of rows) times[codes[row] as number] = (times[codes[row] as number] as number) + 1;
  const textOf = (code: number) => {
    if (!sets) return words[code] as string;
    const members = [...sets.members.subarray(sets.starts[code], sets.starts[code + 1])];
    const texts = members.map((one) => words[one] as string).sort();
    if (texts.some((text) => text.includes(' ')))
      throw new Error(`a word of several has a blank: ${texts.join()}`);
    return texts.join(' ');
  };
  // The most frequent come first: their numbers have few bytes that differ, which packs better.
  const byFrequency = [...times.keys()]
    .filter((code) => times[code] !== 0)
    .sort((a, b) => (times[b] as number) - (times[a] as number) || a - b);
  const textsByCode = new Map(byFrequency.map((code) => [code, textOf(code)]));
  const texts = [...new Set(textsByCode.values())];
  const places = new Map(texts.map((text, place) => [text, place]));
  const [Numbers, type] =
    texts.length <= 0x7f
      ? [Int8Array, new Int8()]
      : texts.length <= 0x7fff
        ? [Int16Array, new Int16()]
        : [Int32Array, new Int32()];
  const placeOf = new Uint32Array(times.length);
  for (const [code, text] of textsByCode) placeOf[code] = places.get(text) as number;
  const data = new Numbers(rows.length);
  for (let at = 0; at < rows.length; at++) data[at] = placeOf[codes[rows[at] as number] as number] as number;
  return makeData({
    type: new Dictionary(new Utf8(), type, id),
    length: rows.length,
    data,
    dictionary: vectorFromArray(texts, new Utf8()),
  });
}

/** The paths of the places that occur, by id. */
function pathsOf({ paths }: Columns, made: [Field, Data][]): Record<string, string> {
  const ids = made.flatMap(([{ name }, data]) =>
    name === 'place' || name === 'destination' ? [...(data.dictionary?.toArray() ?? [])] : [],
  ) as string[];
  return Object.fromEntries(
    [...new Set(ids)].sort().flatMap((id) => {
      const path = paths.get(id);
      return path === undefined ? [] : [[id, path]];
    }),
  );
}
