import {
  type Data,
  type DataType,
  Field,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  Table,
  tableToIPC,
  Uint8,
} from 'apache-arrow';
import type { Column, ColumnField, Columns, Sets } from '../types';
import { liveInOrder } from './rows';

/**
 * How a browser is sent columns: as an Arrow IPC stream of bytes, which gzip packs to two thirds of what it makes of
 * the stream for everybody. Numbers of several bytes are cut into planes, the lowest bytes first, since gzip finds
 * nothing alike in bytes that mean different things; rows stand by day and place, which are told by how far they are
 * from the row before; what two columns say of each other is said once; what follows from others is left out.
 */

/** The name under which the metadata of the schema has what is the same for all rows, as JSON (`PackedHead`). */
export const headKey = 'daybook.columns';

/** The columns that are sent but are no fields. */
export const packedColumns = {
  /** Days since the row before; of the first row, since `firstDay`. */
  starts: 'days_on',
  /** Which of `lengths`. */
  lengths: 'length',
  /** Which of `sizes`. */
  sizes: 'people',
  /** Which of `kinds`. */
  kinds: 'kind',
} as const;

/** Fields that follow from others: the class of size from the least number, and whether there is a directive from its office. */
export const derivedFields = ['size', 'directive', 'precision'] as const satisfies ColumnField[];

/** A field that is sent as numbers of words, or of sets of words. */
export type PackedField = Exclude<ColumnField, (typeof derivedFields)[number]>;

/** A set is the numbers of its words with blanks between. */
export type PackedWords = { words: string[]; sets: string[] | null };

export type PackedHead = {
  version: number;
  firstDay: number;
  /** Last day from the first day, and precision. */
  lengths: [number, string][];
  /** Least and greatest number of people; 0 = not reported. */
  sizes: [number, number][];
  /** Type and form, which mostly go together, as their numbers in `fields`. */
  kinds: [number, number][];
  fields: Record<PackedField, PackedWords>;
  /** Of each word of `place` whether it stands in for a place that is not known. */
  placeUnknown: number[];
  synthetic: string[];
  paths: Record<string, string>;
};

/** Columns as such a stream; `breathe` is awaited between the columns, so that others get their turn. */
export async function packedArrowOf(columns: Columns, breathe: () => Promise<void>): Promise<Uint8Array> {
  const order = liveInOrder(columns);
  const { version, starts, spans, sizeMin, sizeMax, fields, synthetic } = columns;
  const made: [string, Data<Uint8>][] = [];
  const add = async (name: string, numbers: Uint32Array) => {
    planesOf(numbers).forEach((bytes, plane) => {
      const data = makeData({ type: new Uint8(), length: bytes.length, data: bytes });
      made.push([plane === 0 ? name : `${name}.${plane}`, data]);
    });
    await breathe();
  };
  const first = order.length > 0 ? (starts[order[0] as number] as number) : 0;
  await add(
    packedColumns.starts,
    order.map(
      (row, at) => (starts[row] as number) - (at === 0 ? first : (starts[order[at - 1] as number] as number)),
    ),
  );
  const { precision } = fields;
  const lengths = byFrequency(
    order,
    (row) => (spans[row] as number) * precision.words.length + (precision.codes[row] as number),
  );
  await add(packedColumns.lengths, lengths.numbers);
  const width = sizeMax.values.length;
  const sizes = byFrequency(
    order,
    (row) => (sizeMin.codes[row] as number) * width + (sizeMax.codes[row] as number),
  );
  await add(packedColumns.sizes, sizes.numbers);
  const words = {} as Record<PackedField, PackedWords>;
  const numbersOf = {} as Record<PackedField, Uint32Array>;
  let placeUnknown: number[] = [];
  for (const [name, column] of Object.entries(fields) as [ColumnField, Column][]) {
    if (isDerived(name)) continue;
    const { codes, sets } = column;
    const codeOf = (row: number) => codes[row] as number;
    const { numbers, values } = name === 'place' ? inOwnOrder(order, codeOf) : byFrequency(order, codeOf);
    words[name] = sets
      ? wordsOfSets(column.words, sets, values)
      : { words: values.map((code) => column.words[code] as string), sets: null };
    if (name === 'place') placeUnknown = values.map((code) => columns.placeUnknown[code] as number);
    numbersOf[name] = name === 'place' ? sinceBefore(numbers, order, starts) : numbers;
    if (name !== 'type' && name !== 'form') await add(name, numbersOf[name]);
  }
  const forms = (words.form.sets ?? words.form.words).length;
  const kinds = byFrequency(
    order,
    (_, at) => (numbersOf.type[at] as number) * forms + (numbersOf.form[at] as number),
  );
  await add(packedColumns.kinds, kinds.numbers);
  const head: PackedHead = {
    version,
    firstDay: columns.firstDay + first,
    lengths: lengths.values.map((value) => [
      Math.floor(value / precision.words.length),
      precision.words[value % precision.words.length] as string,
    ]),
    sizes: sizes.values.map((value) => [
      sizeMin.values[Math.floor(value / width)] as number,
      sizeMax.values[value % width] as number,
    ]),
    kinds: kinds.values.map((value) => [Math.floor(value / forms), value % forms]),
    fields: words,
    placeUnknown,
    synthetic: [...synthetic].sort(),
    paths: Object.fromEntries(
      [...new Set([...words.place.words, ...words.destination.words])].sort().flatMap((id) => {
        const path = columns.paths.get(id);
        return path === undefined ? [] : [[id, path]];
      }),
    ),
  };
  const schema = new Schema(
    made.map(([name, { type }]) => new Field(name, type as DataType, false)),
    new Map([[headKey, JSON.stringify(head)]]),
  );
  const children = made.map(([, data]) => data);
  const data = makeData({ type: new Struct(schema.fields), length: order.length, nullCount: 0, children });
  return tableToIPC(new Table(schema, new RecordBatch(schema, data as Data<Struct>)), 'stream');
}

const isDerived = (name: ColumnField): name is (typeof derivedFields)[number] =>
  (derivedFields as readonly ColumnField[]).includes(name);

/** The bytes of numbers, plane by plane, as many as the largest needs. */
function planesOf(numbers: Uint32Array): Uint8Array[] {
  let largest = 0;
  for (let at = 0; at < numbers.length; at++) largest = Math.max(largest, numbers[at] as number);
  const count = largest > 0xff_ffff ? 4 : largest > 0xffff ? 3 : largest > 0xff ? 2 : 1;
  return Array.from({ length: count }, (_, plane) => {
    const bytes = new Uint8Array(numbers.length);
    for (let at = 0; at < bytes.length; at++) bytes[at] = (numbers[at] as number) >>> (plane * 8);
    return bytes;
  });
}

/** A number of each row, and where in the order the row stands. */
type Of = (row: number, at: number) => number;

/** Numbers the values of rows, the most frequent first: their numbers have few bytes that differ, which packs better. */
function byFrequency(order: Uint32Array, of: Of): { numbers: Uint32Array; values: number[] } {
  const { numbers, values } = inOwnOrder(order, of);
  const times = new Uint32Array(values.length);
  for (const number of numbers) times[number] = (times[number] as number) + 1;
  const places = Uint32Array.from(values.keys()).sort(
    (a, b) => (times[b] as number) - (times[a] as number) || a - b,
  );
  const numberOf = new Uint32Array(values.length);
  places.forEach((place, number) => {
    numberOf[place] = number;
  });
  return {
    numbers: numbers.map((place) => numberOf[place] as number),
    values: Array.from(places, (place) => values[place] as number),
  };
}

/** Numbers up to which a table tells which of them occur. */
const mostInTable = 1 << 22;

/** Numbers the values of rows in their own order. */
function inOwnOrder(order: Uint32Array, of: Of): { numbers: Uint32Array; values: number[] } {
  const given = new Float64Array(order.length);
  let largest = 0;
  for (let at = 0; at < order.length; at++) {
    const value = of(order[at] as number, at);
    given[at] = value;
    if (value > largest) largest = value;
  }
  const numbers = new Uint32Array(given.length);
  if (largest >= mostInTable) {
    const values = [...new Set(given)].sort((a, b) => a - b);
    const numberOf = new Map(values.map((value, number) => [value, number]));
    for (let at = 0; at < given.length; at++) numbers[at] = numberOf.get(given[at] as number) as number;
    return { numbers, values };
  }
  const numberOf = new Uint32Array(largest + 1);
  for (let at = 0; at < given.length; at++) numberOf[given[at] as number] = 1;
  const values: number[] = [];
  for (let value = 0; value <= largest; value++)
    if (numberOf[value] === 1) numberOf[value] = values.push(value) - 1;
  for (let at = 0; at < given.length; at++) numbers[at] = numberOf[given[at] as number] as number;
  return { numbers, values };
}

/** How far each number is from that of the row before on the same day; the first of a day stays as it is. */
function sinceBefore(numbers: Uint32Array, order: Uint32Array, starts: ArrayLike<number>): Uint32Array {
  return numbers.map((number, at) => {
    const isFirst = at === 0 || starts[order[at] as number] !== starts[order[at - 1] as number];
    return isFirst ? number : number - (numbers[at - 1] as number);
  });
}

/** The words of some sets, and each set as the numbers of its words. */
function wordsOfSets(
  words: readonly string[],
  { starts, members }: Sets,
  sets: readonly number[],
): PackedWords {
  const numberOf = new Map<number, number>();
  const texts = sets.map((set) =>
    [...members.subarray(starts[set], starts[set + 1])]
      .map((word) => {
        const number = numberOf.get(word) ?? numberOf.size;
        numberOf.set(word, number);
        return number;
      })
      .join(' '),
  );
  return { words: Array.from(numberOf.keys(), (word) => words[word] as string), sets: texts };
}
