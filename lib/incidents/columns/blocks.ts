import { Sums } from './groups';
import type { Range, Rows } from './live';
import { read, roomToRead, step } from './reading';
import { tally } from './tally';
import type { ColumnField } from './types';

/** Rows that stand together, and the last day of all their intervals. */
export type Zone = Range & { lastDay: number };

/** Most blocks of a range: more would save less than adding up their counts costs. */
const mostBlocks = 16;

/** Rows of a block at least: fewer are counted sooner than their counts are added up. */
const leastRows = 2 * step;

/**
 * What is known of those rows of a range that were loaded at once and stand in order: they never change, so that it
 * holds for all versions that share them. Counts of whole blocks are made when they are first asked for.
 */
export class Blocks {
  readonly from: number;
  /** The row after the last one that stands in order. */
  readonly to: number;
  /** Rows of a block, and how many blocks there are; the rows after the last one are in none. */
  readonly width: number;
  readonly count: number;
  private known: Zone[] | null = null;
  private readonly tallies = new Map<ColumnField, Numbers[]>();
  private sums: Float64Array[] | null = null;

  /** `least`: rows of a block at least, a multiple of 32. */
  constructor(
    private readonly rows: Rows,
    range: Range,
    least = leastRows,
  ) {
    this.from = range.from;
    this.to = Math.max(range.from, Math.min(range.to, rows.sorted));
    const size = this.to - this.from;
    this.width = Math.max(least, Math.ceil(size / mostBlocks / 32) * 32);
    this.count = Math.floor(size / this.width);
  }

  /** The first row in order that begins on a day or later; the row after the last where none does. */
  firstFrom(day: number): number {
    let [low, high] = [this.from, this.to];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.rows.starts[middle] as number) < day) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** All rows in order, some thousands at a time. */
  zones(): readonly Zone[] {
    this.known ??= this.makeZones();
    return this.known;
  }

  /** How often each code of a field occurs in each block. */
  talliesOf(field: ColumnField): readonly Numbers[] {
    const known = this.tallies.get(field) ?? this.makeTallies(field);
    this.tallies.set(field, known);
    return known;
  }

  /** What a group of `Sums` holds, for each block. */
  sumsOf(): readonly Float64Array[] {
    this.sums ??= this.stretches().map((stretch) => {
      const sums = new Sums(this.rows, 4);
      sums.addAll(stretch);
      return sums.together(4);
    });
    return this.sums;
  }

  private stretches() {
    return Array.from({ length: this.count }, (_, block) => {
      const from = this.from + block * this.width;
      return { list: null, from, to: from + this.width };
    });
  }

  private makeTallies(field: ColumnField): Numbers[] {
    const { codes, size } = this.rows.fields[field];
    return this.stretches().map((stretch) => {
      const counts = new Uint32Array(size);
      tally(codes, stretch, counts, 1);
      return this.width < 65_536 ? Uint16Array.from(counts) : counts;
    });
  }

  private makeZones(): Zone[] {
    const { starts, spans } = this.rows;
    const zones: Zone[] = [];
    const [firsts, lengths] = [roomToRead(), roomToRead()];
    for (let from = this.from; from < this.to; from += step) {
      const to = Math.min(this.to, from + step);
      read(starts, null, from, to, firsts);
      read(spans, null, from, to, lengths);
      let lastDay = 0;
      for (let at = 0; at < to - from; at++)
        lastDay = Math.max(lastDay, (firsts[at] as number) + (lengths[at] as number));
      zones.push({ from, to, lastDay });
    }
    return zones;
  }
}

type Numbers = Uint16Array | Uint32Array;
