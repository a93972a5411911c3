import { type Found, isZero, take, takeKept, takeOfTwo, testOf } from './marks';
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
  /** The part of a filter that has no other: its rows are all those that are not kept, and are not listed. 0 = none. */
  lone: number;
  /** Where the rows of a part begin in `rows`, and where they end: `ends[part]`, part 0 = the kept ones. */
  begins: Uint32Array;
  ends: Uint32Array;
};

const parts = 32;

/** Rows that are marked at a time, so that their marks stay in the nearest memory. */
export const block = 4_096;

/** The marks of a row that does not count at all. */
export const out = 0xffff_ffff;

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
  const found = roomFor(range.to - range.from);
  const isLone = plan.length === 1 && dead.length === 0;
  const tests = inOrder(rows, plan, range).map((condition) => testOf(rows, condition));
  const [one, other] = tests;
  // Of each row the parts of the filter that do not keep it, a bit each.
  const marks = new Uint32Array(block);
  let next = 0;
  for (let from = range.from; from < range.to; from += block) {
    const to = Math.min(range.to, from + block);
    const before = found.size;
    const isWhole = next === dead.length || (dead[next] as number) >= to;
    if (isWhole && one?.codes && other?.codes) takeOfTwo(found, one.codes, other.codes, from, to);
    else {
      marks.fill(0);
      one?.mark(marks, from, to);
      other?.mark(marks, from, to);
      for (; next < dead.length && (dead[next] as number) < to; next++)
        marks[(dead[next] as number) - from] = out;
      (isLone ? takeKept : take)(found, marks, from, to);
    }
    // What two parts do not keep is gone by now, mostly nearly all; the others look at the rest alone.
    for (let at = 2; at < tests.length; at++) tests[at]?.narrow(found, before);
  }
  return sorted(isLone ? { ...live, lone: plan[0]?.part ?? 0 } : live, found);
}

/**
 * The rows of a filter that has some conditions more than another, of which the rows are known; null = they can't be
 * told from those, because not all that one part alone does not keep are listed. Pure.
 */
export function narrowedRows(rows: Rows, known: Live, more: Plan): Live | null {
  if (!known.rows || known.lone > 0) return null;
  const found = roomFor(known.rows.length);
  found.rows.set(known.rows);
  for (let part = 0; part < parts; part++) found.parts.fill(part, known.begins[part], known.ends[part]);
  found.size = known.rows.length;
  for (const condition of inOrder(rows, more, known.range)) testOf(rows, condition).narrow(found, 0);
  return sorted({ ...known, begins: new Uint32Array(parts), ends: new Uint32Array(parts) }, found);
}

let room: Found = { rows: new Uint32Array(0), parts: new Uint8Array(0), size: 0 };

/** Room for rows that are looked for. Each scan of this thread writes over the last one's. */
function roomFor(rows: number): Found {
  // One place more, since what is written last may turn out not to be wanted.
  if (room.rows.length <= rows)
    room = { rows: new Uint32Array(rows + 1), parts: new Uint8Array(rows + 1), size: 0 };
  room.size = 0;
  return room;
}

/** Rows that are tried to find out how many a condition keeps. */
const tried = 256;

/** Conditions in the order of how many rows they keep, the fewest first; as they come, where there are fewer than `least`. */
export function inOrder(rows: Rows, plan: Plan, { from, to }: Range, least = 3): Plan {
  if (plan.length < least) return plan;
  const marks = new Uint32Array(1);
  const step = Math.max(1, Math.floor((to - from) / tried));
  const kept = plan.map((condition) => {
    const { mark } = testOf(rows, condition);
    let count = 0;
    for (let row = from; row < to; row += step) {
      marks[0] = 0;
      mark(marks, row, row + 1);
      count += isZero(marks[0]);
    }
    return { condition, count };
  });
  return kept.sort((a, b) => a.count - b.count).map(({ condition }) => condition);
}

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

/** The dead rows of a range. */
export function deadIn(dead: Uint32Array, { from, to }: Range): Uint32Array {
  return dead.length === 0 ? dead : dead.filter((row) => row >= from && row < to);
}
