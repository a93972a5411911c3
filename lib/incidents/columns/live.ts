import { type Bits, countBits, setBit, setBits, wordsFor } from './bits';
import { Blocks } from './blocks';
import { Kept } from './kept-rows';
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

/** Which rows of a range a filter keeps, and which one part of it alone does not keep. */
export class Live {
  private readonly known = new Map<number, Kept>();

  /** `bits`: the rows that all parts keep (null = all of the range); `only`: those that one part alone does not keep. */
  constructor(
    readonly range: Range,
    private readonly blocks: Blocks,
    private readonly bits: Bits | null,
    private readonly only: ReadonlyMap<number, Bits>,
  ) {}

  /** The rows that are kept when a part of the filter is left out; 0 = by all parts. */
  without(part: number): Kept {
    const only = this.only.get(part);
    const key = only ? part : 0;
    const known = this.known.get(key) ?? new Kept(this.range, this.blocks, united(this.bits, only));
    this.known.set(key, known);
    return known;
  }
}

function united(bits: Bits | null, more: Bits | undefined): Bits | null {
  if (bits === null || more === undefined) return bits;
  const all = new Uint32Array(bits.length);
  for (let at = 0; at < all.length; at++) all[at] = (bits[at] as number) | (more[at] as number);
  return all;
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
): Live {
  const dead = rows.dead.filter((row) => row >= range.from && row < range.to);
  if (plan.length === 0 && dead.length === 0) return new Live(range, blocks, null, new Map());
  const size = range.to - range.from;
  const words = wordsFor(size);
  // Rows that at least one part does not keep, and those that at least two do not; what is no live row counts for two.
  const once = new Uint32Array(words);
  for (const row of dead) setBit(once, row - range.from);
  setBits(once, size, words * 32);
  const twice = once.slice();
  const missed = plan.map((condition) => ({ part: condition.part, bits: misses(condition) }));
  for (const { bits } of missed) addMisses(bits, once, twice);
  const only = new Map(missed.map(({ part, bits }) => [part, butFor(bits, twice)]));
  const kept = complement(once);
  return new Live(range, blocks, countBits(kept) === size ? null : kept, only);
}

function addMisses(bits: Bits, once: Bits, twice: Bits): void {
  for (let at = 0; at < bits.length; at++) {
    const word = bits[at] as number;
    const before = once[at] as number;
    twice[at] = (twice[at] as number) | (before & word);
    once[at] = before | word;
  }
}

function butFor(bits: Bits, others: Bits): Bits {
  const left = new Uint32Array(bits.length);
  for (let at = 0; at < left.length; at++) left[at] = (bits[at] as number) & ~(others[at] as number);
  return left;
}

function complement(bits: Bits): Bits {
  const left = new Uint32Array(bits.length);
  for (let at = 0; at < left.length; at++) left[at] = ~(bits[at] as number);
  return left;
}
