import { type Condition, codesOf, type Plan } from './plan';
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
  /** The part of a filter that has no other: its rows are all those that are not kept, and are not listed. 0 = none. */
  lone: number;
  /** Where the rows of a part begin in `rows`, and where they end: `ends[part]`, part 0 = the kept ones. */
  begins: Uint32Array;
  ends: Uint32Array;
};

const parts = 32;

/** Rows that are marked at a time, so that their marks stay in the nearest memory. */
const block = 4_096;

/** The marks of a row that does not count at all. */
const out = 0xffff_ffff;

/** Sorts the rows of a range by what a filter does to them. Pure. */
export function liveRows(rows: Rows, plan: Plan, range: Range): Live {
  const live: Live = {
    range,
    rows: null,
    lone: 0,
    begins: new Uint32Array(parts),
    ends: new Uint32Array(parts),
  };
  const dead = deadIn(rows.dead, range);
  if (plan.length === 0 && dead.length === 0) {
    live.ends[0] = range.to - range.from;
    return live;
  }
  // One place more, since what is written last may turn out not to be wanted.
  const most = range.to - range.from + 1;
  const found: Found = { rows: new Uint32Array(most), parts: new Uint8Array(most), size: 0 };
  const tests = plan.map(testOf);
  const isLone = plan.length === 1 && dead.length === 0;
  const kept = isLone ? takeKept : take;
  // Of each row the parts of the filter that do not keep it, a bit each.
  const marks = new Uint32Array(block);
  let next = 0;
  for (let from = range.from; from < range.to; from += block) {
    const to = Math.min(range.to, from + block);
    marks.fill(0);
    for (const test of tests) test(rows, marks, from, to);
    for (; next < dead.length && (dead[next] as number) < to; next++)
      marks[(dead[next] as number) - from] = out;
    kept(found, marks, from, to);
  }
  return sorted(isLone ? { ...live, lone: plan[0]?.part ?? 0 } : live, found);
}

/** Rows that at most one part does not keep, and that part. */
type Found = { rows: Uint32Array; parts: Uint8Array; size: number };

/**
 * Takes those of some marked rows that at most one part does not keep. Nothing that is done for each row, here and
 * below, depends on a condition: which way it goes could not be foreseen, and that would cost more than all the rest.
 */
function take(found: Found, marks: Uint32Array, from: number, to: number): void {
  const { rows, parts: missed } = found;
  let { size } = found;
  for (let row = from; row < to; row++) {
    const mark = marks[row - from] as number;
    rows[size] = row;
    missed[size] = 32 - Math.clz32(mark);
    size += isZero(mark & (mark - 1));
  }
  found.size = size;
}

/** Takes the rows of those that every part keeps. */
function takeKept(found: Found, marks: Uint32Array, from: number, to: number): void {
  const { rows } = found;
  let { size } = found;
  for (let row = from; row < to; row++) {
    rows[size] = row;
    size += isZero(marks[row - from] as number);
  }
  found.size = size;
}

/** 1 for 0, else 0. */
const isZero = (bits: number): number => 1 - ((bits | -bits) >>> 31);

/** A bit for a number below 0, else 0. */
const ifBelow = (number: number, bit: number): number => (number >> 31) & bit;

/** Sorts rows by the part that does not keep them, in order of row. */
function sorted(live: Live, found: Found): Live {
  const { begins, ends } = live;
  const counts = new Uint32Array(parts);
  for (let at = 0; at < found.size; at++) {
    const part = found.parts[at] as number;
    counts[part] = (counts[part] as number) + 1;
  }
  let sum = 0;
  for (let part = 0; part < parts; part++) {
    begins[part] = sum;
    ends[part] = sum;
    sum += counts[part] as number;
  }
  const rows = new Uint32Array(sum);
  for (let at = 0; at < found.size; at++) {
    const part = found.parts[at] as number;
    const place = ends[part] as number;
    rows[place] = found.rows[at] as number;
    ends[part] = place + 1;
  }
  return { ...live, rows };
}

/** Marks the rows from one up to another that a condition does not keep. */
type Test = (rows: Rows, marks: Uint32Array, from: number, to: number) => void;

function testOf(condition: Condition): Test {
  const bit = 1 << (condition.part - 1);
  switch (condition.on) {
    case 'codes': {
      const { field, ok } = condition;
      const bits = Uint32Array.from(ok, (one) => (one === 0 ? bit : 0));
      return ({ fields }, marks, from, to) => markCodes(fields[field].codes, bits, marks, from, to);
    }
    case 'rows':
      return (_, marks, from, to) => markRows(condition.ok, bit, marks, from, to);
    case 'begins':
      return ({ starts }, marks, from, to) => markBegins(starts, condition, bit, marks, from, to);
    case 'touches':
    case 'within':
      return (rows, marks, from, to) => markDays(rows, condition, bit, marks, from, to);
  }
}

function markCodes(codes: Numbers, bits: Uint32Array, marks: Uint32Array, from: number, to: number): void {
  for (let row = from; row < to; row++)
    marks[row - from] = (marks[row - from] as number) | (bits[codes[row] as number] as number);
}

function markRows(ok: Uint8Array, bit: number, marks: Uint32Array, from: number, to: number): void {
  for (let row = from; row < to; row++)
    marks[row - from] = (marks[row - from] as number) | (((ok[row] as number) - 1) & bit);
}

type Days = { on: 'touches' | 'within' | 'begins'; low: number; high: number };

function markBegins(
  starts: Numbers,
  { low, high }: Days,
  bit: number,
  marks: Uint32Array,
  from: number,
  to: number,
): void {
  for (let row = from; row < to; row++) {
    const day = starts[row] as number;
    marks[row - from] = (marks[row - from] as number) | ifBelow((day - low) | (high - day), bit);
  }
}

function markDays(
  { starts, spans }: Rows,
  { on, low, high }: Days,
  bit: number,
  marks: Uint32Array,
  from: number,
  to: number,
): void {
  // An interval touches the days when its end is held against their first one, and lies within when its beginning is.
  const isWithin = on === 'within' ? 1 : 0;
  for (let row = from; row < to; row++) {
    const begins = starts[row] as number;
    const span = spans[row] as number;
    const early = begins + span * (1 - isWithin) - low;
    const late = high - begins - span * isWithin;
    marks[row - from] = (marks[row - from] as number) | ifBelow(early | late, bit);
  }
}

/** The dead rows of a range. */
function deadIn(dead: Uint32Array, { from, to }: Range): Uint32Array {
  return dead.length === 0 ? dead : dead.filter((row) => row >= from && row < to);
}
