import { type Bits, setBit, setBits, wordsFor } from './bits';
import { Blocks } from './blocks';
import { Kept, Rooms } from './kept-rows';
import { missesOf } from './misses';
import { type Condition, codesOf, type Plan } from './plan';
import type { ColumnField, Columns, Numbers, Sets } from './types';

/** What a scan needs of columns: arrays of rows alone, without any word. */
export type Rows = Pick<
  Columns,
  'origin' | 'rows' | 'dead' | 'starts' | 'spans' | 'sizeMin' | 'sizeMax' | 'keys' | 'sorted'
> & {
  /** `size`: how many codes the field has. */
  fields: Record<ColumnField, { codes: Numbers; sets: Sets | null; size: number }>;
};

/** The rows of columns. */
export function rowsOf(columns: Columns): Rows {
  const { origin, rows, dead, starts, spans, sizeMin, sizeMax, keys, sorted } = columns;
  const bare = Object.entries(columns.fields).map(([field, column]) => {
    const { codes, sets } = column;
    return [field, { codes, sets, size: codesOf(column) }];
  });
  const fields = Object.fromEntries(bare);
  return { origin, rows, dead, starts, spans, sizeMin, sizeMax, keys, sorted, fields };
}

/** Rows from `from` up to `to`. */
export type Range = { from: number; to: number };

/** What a filter does to the rows of a range. */
type Marks = {
  /** Rows that at least one part of it does not keep, and those that at least two do not; what is no live row is in both. */
  once: Bits;
  twice: Bits;
  /** Those that each part does not keep. */
  missed: ReadonlyMap<number, Bits>;
};

/** Room for what is needed for a moment. */
export class Scratch {
  /** Lists of the rows that a filter keeps, and of those that it keeps without a part. */
  readonly own = new Rooms();
  readonly others = new Rooms();
  private bits: Bits = new Uint32Array(0);

  /** Bits that hold until the next are asked for. */
  bitsFor(words: number): Bits {
    if (this.bits.length < words) this.bits = new Uint32Array(Math.ceil(words * 1.2));
    return this.bits.subarray(0, words);
  }
}

/** Which rows of a range a filter keeps, and which one part of it alone does not keep. */
export class Live {
  private readonly kept: Kept;

  /** `marks`: null = all rows of the range are kept. */
  constructor(
    readonly range: Range,
    private readonly blocks: Blocks,
    private readonly marks: Marks | null,
    private readonly scratch: Scratch,
  ) {
    const bits = marks && bitsOf(marks, undefined, new Uint32Array(marks.once.length));
    this.kept = new Kept(range, blocks, bits, scratch.own);
  }

  /** Lets go of lists, which others may have written over. */
  forgetLists(): void {
    this.kept.forgetLists();
  }

  /** The rows that are kept when a part of the filter is left out; 0 = by all parts. The former hold until others are asked for. */
  without(part: number): Kept {
    const missed = this.marks?.missed.get(part);
    if (!this.marks || !missed) return this.kept;
    const bits = bitsOf(this.marks, missed, this.scratch.bitsFor(missed.length));
    return new Kept(this.range, this.blocks, bits, this.scratch.others);
  }
}

/** The rows that no part misses, and those that only one does. */
function bitsOf({ once, twice }: Marks, missed: Bits | undefined, bits: Bits): Bits {
  if (!missed) for (let at = 0; at < bits.length; at++) bits[at] = ~(once[at] as number);
  else
    for (let at = 0; at < bits.length; at++)
      bits[at] = ~(once[at] as number) | ((missed[at] as number) & ~(twice[at] as number));
  return bits;
}

/** Finds the rows of a range that a condition does not keep. */
export type Misses = (condition: Condition) => Bits;

/** Sorts the rows of a range by what a filter does to them. Pure. */
export function liveRows(
  rows: Rows,
  plan: Plan,
  range: Range,
  blocks = new Blocks(rows, range),
  misses: Misses = (condition) => missesOf(rows, condition, range, blocks),
  scratch = new Scratch(),
): Live {
  const dead = rows.dead.filter((row) => row >= range.from && row < range.to);
  const missed = new Map(plan.map((condition) => [condition.part, misses(condition)]));
  if (dead.length === 0 && [...missed.values()].every(isEmpty)) return new Live(range, blocks, null, scratch);
  const size = range.to - range.from;
  const once = new Uint32Array(wordsFor(size));
  for (const row of dead) setBit(once, row - range.from);
  setBits(once, size, once.length * 32);
  const twice = once.slice();
  for (const bits of missed.values()) addMisses(bits, once, twice);
  return new Live(range, blocks, { once, twice, missed }, scratch);
}

/** Whether no bit is set. What belongs to no row, in the last word, is looked at too: it tells nothing if it is set. */
const isEmpty = (bits: Bits): boolean => bits.every((word) => word === 0);

function addMisses(bits: Bits, once: Bits, twice: Bits): void {
  for (let at = 0; at < bits.length; at++) {
    const word = bits[at] as number;
    const before = once[at] as number;
    twice[at] = (twice[at] as number) | (before & word);
    once[at] = before | word;
  }
}
