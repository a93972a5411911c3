import type { Rows } from './live';
import type { Condition } from './plan';
import type { Numbers } from './types';

/** Rows that at most one part does not keep, and that part. */
export type Found = { rows: Uint32Array; parts: Uint8Array; size: number };

/**
 * Takes those of some marked rows that at most one part does not keep. Nothing that is done for each row, here and
 * below, depends on a condition: which way it goes could not be foreseen, and that would cost more than all the rest.
 */
export function take(found: Found, marks: Uint32Array, from: number, to: number): void {
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

/** Marks and takes at once, for two conditions on codes. */
export function takeOfTwo(found: Found, one: Codes, other: Codes, from: number, to: number): void {
  const { rows, parts: missed } = found;
  const [ones, bits, others, otherBits] = [one.codes, one.bits, other.codes, other.bits];
  let { size } = found;
  for (let row = from; row < to; row++) {
    const mark = (bits[ones[row] as number] as number) | (otherBits[others[row] as number] as number);
    rows[size] = row;
    missed[size] = 32 - Math.clz32(mark);
    size += isZero(mark & (mark - 1));
  }
  found.size = size;
}

/** Drops of the rows found from a place on those that one more part does not keep; `missed`: 0, or that part. */
function narrowCodes(found: Found, since: number, codes: Numbers, missed: Uint8Array): void {
  const { rows, parts: all } = found;
  let size = since;
  for (let at = since; at < found.size; at++) {
    const row = rows[at] as number;
    const before = all[at] as number;
    const now = missed[codes[row] as number] as number;
    rows[size] = row;
    all[size] = before | now;
    size += isZero(before) | isZero(now);
  }
  found.size = size;
}

/** The same by a test of single rows. */
function narrowRows(found: Found, since: number, part: number, misses: (row: number) => number): void {
  const { rows, parts: all } = found;
  let size = since;
  for (let at = since; at < found.size; at++) {
    const row = rows[at] as number;
    const before = all[at] as number;
    const now = misses(row) * part;
    rows[size] = row;
    all[size] = before | now;
    size += isZero(before) | isZero(now);
  }
  found.size = size;
}

/** Takes the rows of those that every part keeps. */
export function takeKept(found: Found, marks: Uint32Array, from: number, to: number): void {
  const { rows, parts: missed } = found;
  let { size } = found;
  for (let row = from; row < to; row++) {
    rows[size] = row;
    missed[size] = 0;
    size += isZero(marks[row - from] as number);
  }
  found.size = size;
}

/** 1 for 0, else 0. */
export const isZero = (bits: number): number => 1 - ((bits | -bits) >>> 31);

/** A bit for a number below 0, else 0. */
const ifBelow = (number: number, bit: number): number => (number >> 31) & bit;

/** Codes of rows, and the marks that each of them makes. */
type Codes = { codes: Numbers; bits: Uint32Array };

/** How rows are tested for a condition. */
export type Test = {
  /** Marks the rows from one up to another that it does not keep. */
  mark: (marks: Uint32Array, from: number, to: number) => void;
  /** Drops the rows found from a place on that another part does not keep either. */
  narrow: (found: Found, since: number) => void;
  /** What it is asked of, where that is one code a row. */
  codes?: Codes;
};

export function testOf(rows: Rows, condition: Condition): Test {
  const { part } = condition;
  const bit = 1 << (part - 1);
  switch (condition.on) {
    case 'codes': {
      const { codes } = rows.fields[condition.field];
      const bits = Uint32Array.from(condition.ok, (one) => (one === 0 ? bit : 0));
      const missed = Uint8Array.from(condition.ok, (one) => (one === 0 ? part : 0));
      return {
        mark: (marks, from, to) => markCodes(codes, bits, marks, from, to),
        narrow: (found, since) => narrowCodes(found, since, codes, missed),
        codes: { codes, bits },
      };
    }
    case 'rows': {
      const { ok } = condition;
      return {
        mark: (marks, from, to) => markRows(ok, bit, marks, from, to),
        narrow: (found, since) => narrowRows(found, since, part, (row) => 1 - (ok[row] as number)),
      };
    }
    case 'begins':
    case 'touches':
    case 'within': {
      // An interval touches the days when its end is held against their first one, and lies within when its beginning
      // is; for when it begins its end means nothing.
      const { on, low, high } = condition;
      const [head, tail] = [on === 'touches' ? 1 : 0, on === 'within' ? 1 : 0];
      const { starts, spans } = rows;
      const misses = (row: number) => {
        const begins = starts[row] as number;
        const span = spans[row] as number;
        return ((begins + span * head - low) | (high - begins - span * tail)) >>> 31;
      };
      return {
        mark: (marks, from, to) => markDays(rows, { low, high, head, tail }, bit, marks, from, to),
        narrow: (found, since) => narrowRows(found, since, part, misses),
      };
    }
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

/** Days of which rows miss what begins too late or ends too early: `head` and `tail` are 1 where the length counts. */
type Days = { low: number; high: number; head: number; tail: number };

function markDays(
  { starts, spans }: Rows,
  { low, high, head, tail }: Days,
  bit: number,
  marks: Uint32Array,
  from: number,
  to: number,
): void {
  for (let row = from; row < to; row++) {
    const begins = starts[row] as number;
    const span = spans[row] as number;
    const early = begins + span * head - low;
    const late = high - begins - span * tail;
    marks[row - from] = (marks[row - from] as number) | ifBelow(early | late, bit);
  }
}
