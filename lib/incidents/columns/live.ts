import { type Bits, clearBit, hasBit, wordsFor } from './bits';
import { Blocks } from './blocks';
import { Kept, Rooms } from './kept-rows';
import { loops } from './loops';
import type { Memory } from './memory';
import { missesOf } from './misses';
import { type Condition, codesOf, type Plan } from './plan';
import { BitsPool } from './pool';
import { wordStep } from './reading';
import type { ColumnField, Columns, Numbers, Sets } from './types';

/** What a scan needs of columns: arrays of rows alone, without any word. */
export type Rows = Pick<
  Columns,
  'origin' | 'rows' | 'dead' | 'starts' | 'spans' | 'sizeMin' | 'sizeMax' | 'keys' | 'sorted'
> & {
  /** `size`: how many codes the field has; `words`: how many words. */
  fields: Record<ColumnField, { codes: Numbers; sets: Sets | null; size: number; words: number }>;
};

/** The rows of columns. */
export function rowsOf(columns: Columns): Rows {
  const { origin, rows, dead, starts, spans, sizeMin, sizeMax, keys, sorted } = columns;
  const bare = Object.entries(columns.fields).map(([field, column]) => {
    const { codes, sets, words } = column;
    return [field, { codes, sets, size: codesOf(column), words: words.length }];
  });
  const fields = Object.fromEntries(bare);
  return { origin, rows, dead, starts, spans, sizeMin, sizeMax, keys, sorted, fields };
}

/** Rows from `from` up to `to`. */
export type Range = { from: number; to: number };

/** What a filter does to the rows of a range. */
type Marks = {
  /** Rows that are dead, as they stand in the range. */
  dead: Uint32Array;
  /** Those that each part does not keep. */
  missed: ReadonlyMap<number, Found>;
};

/**
 * The rows that a condition does not keep. `words`: outside of them it keeps none. `name`: one that no other condition
 * has; null = what it keeps is not remembered.
 */
export type Found = { bits: Bits; words: readonly [number, number]; name: string | null };

/** What is found, where any row may be kept. */
export const foundAnywhere = (bits: Bits, name: string | null = null): Found => ({
  bits,
  words: [0, bits.length],
  name,
});

/** Room for what is needed for a moment. */
export class Scratch {
  /** Lists of the rows that a filter keeps, and of those that it keeps without a part. */
  readonly own = new Rooms();
  readonly others = new Rooms();
  /** Whose rows are in the room for own ones. */
  owner: Live | null = null;
  /** What is in the room for others. */
  held: { live: Live; part: number; kept: Kept } | null = null;
  private bits: Bits = new Uint32Array(0);

  /** Bits that hold until the next are asked for. */
  bitsFor(words: number): Bits {
    if (this.bits.length < words) this.bits = new Uint32Array(Math.ceil(words * 1.2));
    return this.bits.subarray(0, words);
  }
}

/** Which rows of a range a filter keeps, and which it keeps without one of its parts. */
export class Live {
  private readonly kept: Kept;
  private readonly held: readonly Bits[] = [];

  /** `marks`: null = all rows of the range are kept. */
  constructor(
    readonly range: Range,
    private readonly known: Known,
    private readonly marks: Marks | null,
  ) {
    const { blocks, pool, scratch } = known;
    if (!marks) {
      this.kept = new Kept(range, blocks, null, scratch.own);
      return;
    }
    const bits = pool.take();
    this.kept = this.keptBy(marks, missesBut(marks, 0), bits, scratch.own);
    this.held = [bits, ...[...marks.missed.values()].map((found) => found.bits)];
    for (const one of this.held) pool.hold(one);
  }

  /** Lets go of the bits that it holds. Nothing may be asked of it any more. */
  end(): void {
    for (const bits of this.held) this.known.pool.letGo(bits);
  }

  /** Has to be said before questions are asked: lets go of lists that others have written over since. */
  begin(): void {
    const { scratch } = this.known;
    if (scratch.owner !== this) this.kept.forgetLists();
    scratch.owner = this;
  }

  /** The rows that are kept when a part of the filter is left out; 0 = by all parts. The former hold until others are asked for. */
  without(part: number): Kept {
    const { marks, range, known } = this;
    const { scratch } = known;
    if (!marks?.missed.has(part)) return this.kept;
    const { held } = scratch;
    if (held?.live === this && held.part === part) return held.kept;
    const others = missesBut(marks, part);
    if (others.length === 0 && marks.dead.length === 0)
      return new Kept(range, known.blocks, null, scratch.others);
    const bits = scratch.bitsFor(wordsFor(range.to - range.from));
    const kept = this.keptBy(marks, others, bits, scratch.others);
    scratch.held = { live: this, part, kept };
    return kept;
  }

  /**
   * What is asked of the rows that are kept when a part is left out. Another filter may have been asked the same: what is
   * left without the part that a click has added is what was kept before that click. `what`: a name that no other question
   * has. `sizeOf`: how many numbers an answer holds, about.
   */
  remembered<Answer extends object>(
    part: number,
    what: string,
    sizeOf: (answer: Answer) => number,
    work: () => Answer,
  ): Answer {
    const { marks } = this;
    const { memory } = this.known;
    if (!marks || !memory) return work();
    const names = [...marks.missed].flatMap(([one, { name }]) => (one === part ? [] : [name]));
    return names.length === 0 || names.includes(null)
      ? work()
      : memory.get(`${names.join()} ${what}`, sizeOf, work);
  }

  /** Finds the rows that none of some conditions misses, and counts those of each block as it goes. */
  private keptBy({ dead }: Marks, found: readonly Found[], bits: Bits, rooms: Rooms): Kept {
    const { range } = this;
    const { blocks } = this.known;
    const counts = Array.from({ length: blocks.count + 1 }, () => 0);
    const ofBlock = blocks.width / 32;
    const misses = found.map((one) => one.bits);
    const first = Math.max(0, ...found.map(({ words }) => words[0]));
    const last = Math.max(first, Math.min(bits.length, ...found.map(({ words }) => words[1])));
    bits.fill(0, 0, first);
    bits.fill(0, last);
    for (const [block] of counts.entries()) {
      const end = Math.min(last, block < blocks.count ? (block + 1) * ofBlock : bits.length);
      for (let from = Math.max(first, block * ofBlock); from < end; from += wordStep)
        counts[block] =
          (counts[block] as number) + loops.keep(misses, [from, Math.min(end, from + wordStep)], bits);
    }
    const drop = (row: number, block: number) => {
      if (!hasBit(bits, row)) return;
      clearBit(bits, row);
      counts[block] = (counts[block] as number) - 1;
    };
    for (const row of dead) drop(row, Math.min(blocks.count, Math.floor(row / blocks.width)));
    // What belongs to no row, in the last word.
    for (let row = range.to - range.from; row < bits.length * 32; row++) drop(row, blocks.count);
    return new Kept(range, blocks, { bits, counts }, rooms);
  }
}

/** What each condition does not keep, but that of one part. */
const missesBut = ({ missed }: Marks, part: number): Found[] =>
  [...missed].flatMap(([one, found]) => (one === part ? [] : [found]));

/** Finds the rows of a range that a condition does not keep. */
export type Misses = (condition: Condition) => Found;

/** What is known of a range of rows whatever the filter, and the room that all filters share. */
export type Known = {
  blocks: Blocks;
  misses: Misses;
  pool: BitsPool;
  scratch: Scratch;
  /** Null = counts are not remembered. */
  memory: Memory | null;
};

/** What is known of a range that nothing was asked of before. */
export function newlyKnown(rows: Rows, range: Range, blocks = new Blocks(rows, range)): Known {
  const misses: Misses = (condition) => foundAnywhere(missesOf(rows, condition, range, blocks));
  const pool = new BitsPool(wordsFor(range.to - range.from));
  return { blocks, misses, pool, scratch: new Scratch(), memory: null };
}

/** Sorts the rows of a range by what a filter does to them. */
export function liveRows(rows: Rows, plan: Plan, range: Range, known = newlyKnown(rows, range)): Live {
  const dead = rows.dead.filter((row) => row >= range.from && row < range.to).map((row) => row - range.from);
  const missed = new Map(plan.map((condition) => [condition.part, known.misses(condition)]));
  const isWhole = dead.length === 0 && [...missed.values()].every(({ bits }) => isEmpty(bits));
  return new Live(range, known, isWhole ? null : { dead, missed });
}

/** Whether no bit is set. What belongs to no row, in the last word, is looked at too: it tells nothing if it is set. */
const isEmpty = (bits: Bits): boolean => bits.every((word) => word === 0);
