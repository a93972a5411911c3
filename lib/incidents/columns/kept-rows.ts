import { type Bits, listBits, nextBit, previousBit } from './bits';
import type { Blocks } from './blocks';
import type { Range, Rows } from './live';
import type { Stretch } from './reading';

/** How rows are counted: the blocks that are counted as wholes, rows that come to them, and rows of them that do not count. */
export type Parts = { whole: readonly number[]; more: Stretch; less: Stretch };

const nothing: Stretch = { list: null, from: 0, to: 0 };

/** Room for lists of rows that are used again and again: to make large arrays anew each time keeps the collector busy. */
export class Rooms {
  private readonly lists: Record<'all' | 'more' | 'less', Uint32Array> = {
    all: new Uint32Array(0),
    more: new Uint32Array(0),
    less: new Uint32Array(0),
  };

  /** A list of so many rows, which holds until the next one under the same name is asked for. */
  list(name: 'all' | 'more' | 'less', rows: number): Uint32Array {
    if (this.lists[name].length < rows) this.lists[name] = new Uint32Array(Math.ceil(rows * 1.2));
    return this.lists[name].subarray(0, rows);
  }
}

/** Some rows of a range. */
export class Kept {
  private listed: Stretch | null = null;
  private divided: Parts | null = null;

  private readonly bits: Bits | null;

  /**
   * `found`: null = all rows of the range; else a bit for each that is kept, how many they are in each block, and last
   * how many behind the blocks. `rooms`: where its lists are made; they hold until others are made there.
   */
  constructor(
    readonly range: Range,
    readonly blocks: Blocks,
    private readonly found: { bits: Bits; counts: readonly number[] } | null,
    private readonly rooms: Rooms,
  ) {
    this.bits = found?.bits ?? null;
  }

  forgetLists(): void {
    this.listed = null;
    this.divided = null;
  }

  /** How many rows they are. */
  get count(): number {
    if (!this.found) return this.range.to - this.range.from;
    return this.found.counts.reduce((sum, count) => sum + count, 0);
  }

  /** All of them, in order of row. */
  stretch(): Stretch {
    this.listed ??= this.makeStretch();
    return this.listed;
  }

  /** The same in parts: of each block, the rows that are kept or those that are not are listed, whichever are fewer. */
  parts(): Parts {
    this.divided ??= this.divide();
    return this.divided;
  }

  /** The first row from one on, and before another; that other where there is none. */
  next(row: number, before: number): number {
    const { from } = this.range;
    return this.bits ? from + nextBit(this.bits, row - from, before - from) : Math.min(row, before);
  }

  /** The last row before one, and not before another; less than that other where there is none. */
  previous(before: number, least: number): number {
    const { from } = this.range;
    return this.bits ? from + previousBit(this.bits, before - from, least - from) : before - 1;
  }

  /** Their first and their last first day, and the last day of all; Infinity and -Infinity where there are none. */
  days({ starts, spans }: Rows): { first: number; lastStart: number; last: number } {
    const days = { first: Number.POSITIVE_INFINITY, lastStart: Number.NEGATIVE_INFINITY, last: 0 };
    days.last = days.lastStart;
    const { from, to } = this.blocks;
    const takeStart = (row: number) => {
      days.first = Math.min(days.first, starts[row] as number);
      days.lastStart = Math.max(days.lastStart, starts[row] as number);
    };
    const takeEnds = (least: number, before: number) => {
      for (let row = this.next(least, before); row < before; row = this.next(row + 1, before))
        days.last = Math.max(days.last, (starts[row] as number) + (spans[row] as number));
    };
    for (let row = this.next(to, this.range.to); row < this.range.to; row = this.next(row + 1, this.range.to))
      takeStart(row);
    takeEnds(to, this.range.to);
    const head = this.next(from, to);
    if (head >= to) return days;
    takeStart(head);
    takeStart(this.previous(to, from));
    for (const zone of this.blocks.zones().toReversed())
      if (zone.lastDay > days.last) takeEnds(zone.from, zone.to);
    return days;
  }

  private makeStretch(): Stretch {
    const { bits, range } = this;
    if (!bits) return { list: null, ...range };
    const list = this.rooms.list('all', this.count);
    listBits(bits, [0, bits.length], 0, range.from, list, 0);
    return { list, from: 0, to: list.length };
  }

  private divide(): Parts {
    const { found, blocks, range } = this;
    const ends = blocks.from + blocks.count * blocks.width;
    const all = Array.from({ length: blocks.count }, (_, block) => block);
    if (!found) return { whole: all, more: { list: null, from: ends, to: range.to }, less: nothing };
    const words = blocks.width / 32;
    const { bits, counts } = found;
    const isWhole = (block: number) => (counts[block] as number) * 2 > blocks.width;
    const whole = all.filter(isWhole);
    const sum = (some: readonly number[]) => some.reduce((all, block) => all + (counts[block] as number), 0);
    const more = this.rooms.list('more', this.count - sum(whole));
    const less = this.rooms.list('less', whole.length * blocks.width - sum(whole));
    let [moreEnd, lessEnd] = [0, 0];
    for (const block of all) {
      if (counts[block] === 0) continue;
      const edges = [block * words, (block + 1) * words] as const;
      if (!isWhole(block)) moreEnd = listBits(bits, edges, 0, range.from, more, moreEnd);
      else if (counts[block] !== blocks.width)
        lessEnd = listBits(bits, edges, 0xffffffff, range.from, less, lessEnd);
    }
    listBits(bits, [all.length * words, bits.length], 0, range.from, more, moreEnd);
    return {
      whole,
      more: { list: more, from: 0, to: more.length },
      less: { list: less, from: 0, to: less.length },
    };
  }
}
