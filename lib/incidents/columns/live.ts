import { codesOf, type Plan } from './plan';
import type { ColumnField, Columns, Numbers, Sets } from './types';

/** What a scan needs of columns: arrays of rows alone, without any word. */
export type Rows = Pick<Columns, 'rows' | 'dead' | 'starts' | 'spans' | 'sizeMin' | 'sizeMax' | 'keys'> & {
  /** `size`: how many codes the field has. */
  fields: Record<ColumnField, { codes: Numbers; sets: Sets | null; size: number }>;
};

/** The rows of columns. */
export function rowsOf({ fields, rows, dead, starts, spans, sizeMin, sizeMax, keys }: Columns): Rows {
  const bare = Object.entries(fields).map(([field, column]) => {
    const { codes, sets } = column;
    return [field, { codes, sets, size: codesOf(column) }];
  });
  return { rows, dead, starts, spans, sizeMin, sizeMax, keys, fields: Object.fromEntries(bare) };
}

/** Rows from `from` up to `to`. */
export type Range = { from: number; to: number };

/** The rows of a range that a filter keeps, or that one part of it alone does not keep. */
export type Live = {
  range: Range;
  /** The kept rows, and after them those of each part; null = every row of the range is kept. */
  rows: Uint32Array | null;
  /** Where the rows of a part begin in `rows`, and where they end: `ends[part]`, part 0 = the kept ones. */
  begins: Uint32Array;
  ends: Uint32Array;
};

const parts = 32;

/** The mark of a row that two parts or more do not keep, or that does not count at all. */
const out = 255;

/** Rows that are marked at a time, so that their marks stay in the nearest memory. */
const block = 16_384;

/** Sorts the rows of a range by what a filter does to them. Pure. */
export function liveRows(rows: Rows, plan: Plan, range: Range): Live {
  const live: Live = { range, rows: null, begins: new Uint32Array(parts), ends: new Uint32Array(parts) };
  const dead = deadIn(rows.dead, range);
  if (plan.length === 0 && dead.length === 0) {
    live.ends[0] = range.to - range.from;
    return live;
  }
  const marks = new Uint8Array(range.to - range.from);
  for (let from = range.from; from < range.to; from += block) {
    const to = Math.min(range.to, from + block);
    mark(rows, plan, marks, range.from, { from, to });
  }
  for (const row of dead) marks[row - range.from] = out;
  return sorted(live, marks);
}

/** Sorts marked rows by their marks, in order of row. */
function sorted(live: Live, marks: Uint8Array): Live {
  const counts = new Uint32Array(256);
  for (let at = 0; at < marks.length; at++)
    counts[marks[at] as number] = (counts[marks[at] as number] ?? 0) + 1;
  const places = new Uint32Array(256);
  let sum = 0;
  for (let part = 0; part < parts; part++) {
    live.begins[part] = sum;
    places[part] = sum;
    sum += counts[part] as number;
    live.ends[part] = sum;
  }
  const found = new Uint32Array(sum);
  const { from } = live.range;
  for (let at = 0; at < marks.length; at++) {
    const part = marks[at] as number;
    if (part === out) continue;
    const place = places[part] as number;
    found[place] = from + at;
    places[part] = place + 1;
  }
  return { ...live, rows: found };
}

/** Writes for each row of a block which part does not keep it: 0 = all keep it, `out` = several do not. */
function mark(rows: Rows, plan: Plan, marks: Uint8Array, first: number, span: Range): void {
  for (const condition of plan) {
    const { part } = condition;
    if (condition.on === 'codes')
      markCodes(rows.fields[condition.field].codes, condition.ok, marks, first, span, part);
    else if (condition.on === 'rows') markRows(condition.ok, marks, first, span, part);
    else if (condition.on === 'begins') markBegins(rows.starts, condition, marks, first, span);
    else markDays(rows, condition, condition.on === 'within', marks, first, span);
  }
}

function markCodes(
  codes: Numbers,
  ok: Uint8Array,
  marks: Uint8Array,
  first: number,
  { from, to }: Range,
  part: number,
): void {
  for (let row = from; row < to; row++)
    if (ok[codes[row] as number] === 0) marks[row - first] = marks[row - first] === 0 ? part : out;
}

function markRows(ok: Uint8Array, marks: Uint8Array, first: number, { from, to }: Range, part: number): void {
  for (let row = from; row < to; row++)
    if (ok[row] === 0) marks[row - first] = marks[row - first] === 0 ? part : out;
}

type Days = { part: number; low: number; high: number };

function markBegins(
  starts: Numbers,
  { part, low, high }: Days,
  marks: Uint8Array,
  first: number,
  { from, to }: Range,
) {
  for (let row = from; row < to; row++) {
    const day = starts[row] as number;
    if (day < low || day > high) marks[row - first] = marks[row - first] === 0 ? part : out;
  }
}

function markDays(
  { starts, spans }: Rows,
  { part, low, high }: Days,
  isWithin: boolean,
  marks: Uint8Array,
  first: number,
  { from, to }: Range,
): void {
  for (let row = from; row < to; row++) {
    const begins = starts[row] as number;
    const ends = begins + (spans[row] as number);
    if (isWithin ? begins < low || ends > high : ends < low || begins > high)
      marks[row - first] = marks[row - first] === 0 ? part : out;
  }
}

/** The dead rows of a range. */
function deadIn(dead: Uint32Array, { from, to }: Range): Uint32Array {
  return dead.length === 0 ? dead : dead.filter((row) => row >= from && row < to);
}
