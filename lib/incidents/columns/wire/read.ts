import { type Data, tableFromIPC } from 'apache-arrow';
import type { Column, ColumnField, Columns, Numbers, SizeColumn } from '../types';
import { isSeveralOf, metadataKeys } from './names';

/** Columns from an Arrow IPC stream that `arrowOf` made. They know no ids, so that no row can be found by one. */
export function columnsFromArrow(bytes: Uint8Array): Columns {
  const table = tableFromIPC(bytes);
  const [batch, ...more] = table.batches;
  if (more.length > 0) throw new Error('the columns come in several batches');
  const rows = table.numRows;
  const dataOf = (name: string): Data => {
    const at = table.schema.fields.findIndex((field) => field.name === name);
    const data = batch?.data.children[at];
    if (!data) throw new Error(`the columns have no ${name}`);
    return data;
  };
  const told = (key: string) => table.schema.metadata.get(key) ?? 'null';
  const begins = dataOf('starts_on').values as Int32Array;
  const ends = dataOf('ends_on').values as Int32Array;
  let firstDay = rows > 0 ? (begins[0] as number) : 0;
  for (let row = 0; row < rows; row++) firstDay = Math.min(firstDay, begins[row] as number);

  const known = table.schema.fields.filter(({ typeId }) => typeId === dictionaryType);
  const fields = Object.fromEntries(
    known.map(({ name, metadata }) => [name, columnOf(dataOf(name), metadata.get(isSeveralOf) === 'true')]),
  ) as Record<ColumnField, Column>;
  const { place, placeUnknown } = standIns(fields.place, dataOf('place_unknown'), rows);
  return {
    version: Number(told(metadataKeys.version)),
    origin: 0,
    rows,
    dead: new Uint32Array(0),
    firstDay,
    starts: narrow(rows, (row) => (begins[row] as number) - firstDay),
    spans: narrow(rows, (row) => (ends[row] as number) - (begins[row] as number)),
    sizeMin: sizesOf(dataOf('size_min'), rows),
    sizeMax: sizesOf(dataOf('size_max'), rows),
    fields: { ...fields, place },
    placeUnknown,
    keys: new Uint32Array(0),
    sorted: isAscending(begins) ? rows : 0,
    rowsById: new Map(),
    synthetic: new Set(JSON.parse(told(metadataKeys.synthetic)) as string[]),
    paths: new Map(Object.entries(JSON.parse(told(metadataKeys.paths)) as Record<string, string>)),
  };
}

function isAscending(days: Int32Array): boolean {
  for (let row = 1; row < days.length; row++)
    if ((days[row] as number) < (days[row - 1] as number)) return false;
  return true;
}

/** `Type.Dictionary` of Arrow. */
const dictionaryType = -1;

function columnOf(data: Data, isSeveral: boolean): Column {
  const texts = [...(data.dictionary ?? [])] as string[];
  const codes = unsigned(data.values as Int8Array | Int16Array | Int32Array);
  if (!isSeveral) return { words: texts, codes, sets: null };
  const places = new Map<string, number>();
  const starts = new Uint32Array(texts.length + 1);
  const members: number[] = [];
  texts.forEach((text, set) => {
    for (const word of text.split(' ')) {
      const place = places.get(word) ?? places.size;
      places.set(word, place);
      members.push(place);
    }
    starts[set + 1] = members.length;
  });
  return { words: [...places.keys()], codes, sets: { starts, members: Uint32Array.from(members) } };
}

/** Codes are never negative, so that their bytes read the same without a sign. */
function unsigned(codes: Int8Array | Int16Array | Int32Array): Numbers {
  const { buffer, byteOffset, length } = codes;
  if (codes instanceof Int8Array) return new Uint8Array(buffer, byteOffset, length);
  if (codes instanceof Int16Array) return new Uint16Array(buffer, byteOffset, length);
  return new Uint32Array(buffer, byteOffset, length);
}

/** Gives the places of rows that are only a stand-in words of their own. */
function standIns(
  { words, codes }: Column,
  marks: Data,
  rows: number,
): { place: Column; placeUnknown: Uint8Array } {
  const all = [...words];
  const own = new Map<number, number>();
  const bits = marks.values as Uint8Array;
  const made = new Uint32Array(rows);
  for (let row = 0; row < rows; row++) {
    const code = codes[row] as number;
    made[row] = code;
    if (((bits[row >> 3] as number) & (1 << (row & 7))) === 0) continue;
    let other = own.get(code);
    if (other === undefined) {
      other = all.push(words[code] as string) - 1;
      own.set(code, other);
    }
    made[row] = other;
  }
  return {
    place: { words: all, codes: narrow(rows, (row) => made[row] as number), sets: null },
    placeUnknown: Uint8Array.from(all, (_, code) => (code < words.length ? 0 : 1)),
  };
}

function sizesOf(data: Data, rows: number): SizeColumn {
  const people = data.values as Int32Array;
  const known = new Map<number, number>([[0, 0]]);
  const codes = narrow(rows, (row) => {
    const value = data.nullCount > 0 && !data.getValid(row) ? 0 : (people[row] as number);
    const code = known.get(value) ?? known.size;
    known.set(value, code);
    return code;
  });
  return { values: Float64Array.from(known.keys()), codes };
}

/** Numbers in the narrowest array that holds them. */
function narrow(rows: number, of: (row: number) => number): Numbers {
  const wide = new Uint32Array(rows);
  let most = 0;
  for (let row = 0; row < rows; row++) {
    const value = of(row);
    wide[row] = value;
    if (value > most) most = value;
  }
  return most <= 0xff ? Uint8Array.from(wide) : most <= 0xffff ? Uint16Array.from(wide) : wide;
}
