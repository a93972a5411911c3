import { tableFromIPC } from 'apache-arrow';
import { none } from '../../dimensions';
import { sizeClass } from '../../size-class';
import type { Column, Columns, Numbers, SizeColumn } from '../types';
import { headKey, type PackedField, type PackedHead, type PackedWords, packedColumns } from './packed';

/** Columns from a stream that `packedArrowOf` made. They know no ids, so that no row can be found by one. */
export function columnsFromArrow(bytes: Uint8Array): Columns {
  const table = tableFromIPC(bytes);
  const [batch, ...more] = table.batches;
  if (more.length > 0) throw new Error('the columns come in several batches');
  const rows = table.numRows;
  const head = JSON.parse(table.schema.metadata.get(headKey) ?? 'null') as PackedHead | null;
  if (!head) throw new Error('the columns do not say what they hold');
  const planes = new Map(
    table.schema.fields.map(({ name }, at) => [name, batch?.data.children[at]?.values as Uint8Array]),
  );
  const numbers = (name: string): Numbers => {
    const own = [name, `${name}.1`, `${name}.2`, `${name}.3`].flatMap((plane) => planes.get(plane) ?? []);
    if (own.length === 0) throw new Error(`the columns have no ${name}`);
    return joined(own, rows);
  };
  const days = numbers(packedColumns.starts);
  const starts = narrow(summedUp(days, () => false));
  const lengths = numbers(packedColumns.lengths);
  const people = numbers(packedColumns.sizes);
  const sizeMin = sizesOf(
    people,
    head.sizes.map(([least]) => least),
  );
  const field = (name: PackedField): Column => columnOf(head.fields[name], numbers(name));
  const kinds = numbers(packedColumns.kinds);
  const ofKind = (name: 'type' | 'form', of: (kind: [number, number]) => number): Column =>
    columnOf(head.fields[name], replaced(kinds, head.kinds.map(of)));
  const placed = head.fields.place;
  // Rows of one day stand in order of place.
  const places = narrow(summedUp(numbers('place'), (row) => row === 0 || days[row] !== 0));
  const office = field('office');
  return {
    version: head.version,
    origin: 0,
    rows,
    dead: new Uint32Array(0),
    firstDay: head.firstDay,
    starts,
    spans: replaced(
      lengths,
      head.lengths.map(([length]) => length),
    ),
    sizeMin,
    sizeMax: sizesOf(
      people,
      head.sizes.map(([, most]) => most),
    ),
    fields: {
      ...{
        type: ofKind('type', ([type]) => type),
        status: field('status'),
        dataset: field('dataset'),
        category: field('category'),
      },
      ...{
        issue: field('issue'),
        group: field('group'),
        form: ofKind('form', ([, form]) => form),
        target: field('target'),
      },
      ...{
        response: field('response'),
        order: field('order'),
        source: field('source'),
        destination: field('destination'),
      },
      office,
      place: { words: placed.words, codes: places, sets: null },
      precision: worded(
        lengths,
        head.lengths.map(([, precision]) => precision),
      ),
      size: worded(
        sizeMin.codes,
        Array.from(sizeMin.values, (value) => sizeClass(value || null)),
      ),
      directive: worded(
        office.codes,
        setTexts(office).map((words) => (words.includes(none) ? 'without' : 'with')),
      ),
    },
    placeUnknown: Uint8Array.from(head.placeUnknown),
    keys: new Uint32Array(0),
    sorted: rows,
    rowsById: new Map(),
    synthetic: new Set(head.synthetic),
    paths: new Map(Object.entries(head.paths)),
  };
}

/** Numbers from their planes, the lowest bytes first. */
function joined(planes: readonly Uint8Array[], rows: number): Numbers {
  const [lowest] = planes;
  if (planes.length === 1 && lowest) return lowest.subarray(0, rows);
  const made = planes.length === 2 ? new Uint16Array(rows) : new Uint32Array(rows);
  planes.forEach((bytes, plane) => {
    for (let row = 0; row < rows; row++)
      made[row] = (made[row] as number) | ((bytes[row] as number) << (plane * 8));
  });
  return made;
}

/** Each number with those before it added, from the last row on that begins anew. */
function summedUp(numbers: Numbers, isAnew: (row: number) => boolean): Uint32Array {
  const made = new Uint32Array(numbers.length);
  let sum = 0;
  for (let row = 0; row < numbers.length; row++) {
    sum = isAnew(row) ? (numbers[row] as number) : sum + (numbers[row] as number);
    made[row] = sum;
  }
  return made;
}

function columnOf({ words, sets }: PackedWords, codes: Numbers): Column {
  if (!sets) return { words, codes, sets: null };
  const members = sets.map((set) => set.split(' ').map(Number));
  const starts = new Uint32Array(sets.length + 1);
  members.forEach((own, set) => {
    starts[set + 1] = (starts[set] as number) + own.length;
  });
  return { words, codes, sets: { starts, members: Uint32Array.from(members.flat()) } };
}

/** The words of each set. */
const setTexts = ({ words, sets }: Column): string[][] =>
  sets
    ? Array.from({ length: sets.starts.length - 1 }, (_, set) =>
        Array.from(
          sets.members.subarray(sets.starts[set], sets.starts[set + 1]),
          (word) => words[word] as string,
        ),
      )
    : words.map((word) => [word]);

/** One word a row, by another code that it has. */
function worded(codes: Numbers, wordOf: readonly string[]): Column {
  const words = [...new Set(wordOf)];
  return {
    words,
    codes: replaced(
      codes,
      wordOf.map((word) => words.indexOf(word)),
    ),
    sets: null,
  };
}

function sizesOf(codes: Numbers, values: readonly number[]): SizeColumn {
  const own = [...new Set([0, ...values])];
  return {
    values: Float64Array.from(own),
    codes: replaced(
      codes,
      values.map((value) => own.indexOf(value)),
    ),
  };
}

function replaced(codes: Numbers, by: readonly number[]): Numbers {
  const numbers = Uint32Array.from(by);
  const made = new Uint32Array(codes.length);
  for (let row = 0; row < made.length; row++) made[row] = numbers[codes[row] as number] as number;
  return narrow(made);
}

/** Numbers in the narrowest array that holds them. */
function narrow(wide: Uint32Array): Numbers {
  let most = 0;
  for (let row = 0; row < wide.length; row++) if ((wide[row] as number) > most) most = wide[row] as number;
  return most <= 0xff ? new Uint8Array(wide) : most <= 0xffff ? new Uint16Array(wide) : wide;
}
