import { type Ask, isSameAsk, type Raw } from './asks';
import { type Combined, combinedOf } from './combined';
import { Sums } from './groups';
import type { Range, Rows } from './live';
import { loops } from './loops';
import { eachStep, type Stretch, step } from './reading';
import { tally } from './tally';
import type { ColumnField } from './types';

/** What is counted by code. */
type Counted = ColumnField | 'combined';

/** Rows that stand together, and the last day of all their intervals. */
export type Zone = Range & { lastDay: number };

/** Most blocks of a range: more would save less than adding up their counts costs. */
const mostBlocks = 16;

/** Most questions of which answers are remembered. */
const mostAnswers = 8;

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
  private readonly tallies = new Map<Counted, Numbers[]>();
  private readonly sumsOfTallies = new Map<Counted, Uint32Array>();
  private made: Combined | null = null;
  private sums: Float64Array[] | null = null;
  private readonly answers: { ask: Ask; ofBlocks: Map<number | 'all', Raw> }[] = [];

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

  /** The fields with the fewest codes as one, of the rows that stand in order. */
  combined(): Combined {
    this.made ??= combinedOf(this.rows, this);
    return this.made;
  }

  /** How often each code of a field occurs in each block. */
  talliesOf(field: Counted): readonly Numbers[] {
    const known = this.tallies.get(field) ?? this.makeTallies(field);
    this.tallies.set(field, known);
    return known;
  }

  /** The same in all blocks together. */
  tallyOf(field: Counted): Uint32Array {
    const known = this.sumsOfTallies.get(field) ?? summed(this.talliesOf(field));
    this.sumsOfTallies.set(field, known);
    return known;
  }

  /** What a group of `Sums` holds, for each block. */
  sumsOf(): readonly Float64Array[] {
    this.sums ??= this.stretches().map((stretch) => {
      const sums = new Sums(this.rows, 1);
      sums.addAll(stretch);
      return sums.first();
    });
    return this.sums;
  }

  /** The rows of a block; `all` = of all. */
  stretchOf(block: number | 'all'): Stretch {
    const [first, end] = block === 'all' ? [0, this.count] : [block, block + 1];
    return { list: null, from: this.from + first * this.width, to: this.from + end * this.width };
  }

  /** The answer to a question about the rows of a block, or of all. Those to the last few questions are remembered. */
  answerFor<Answer extends Raw>(ask: Ask, block: number | 'all', work: (rows: Stretch) => Answer): Answer {
    const at = this.answers.findIndex((known) => isSameAsk(known.ask, ask));
    const known = this.answers.splice(at, at < 0 ? 0 : 1)[0] ?? {
      ask,
      ofBlocks: new Map<number | 'all', Raw>(),
    };
    this.answers.push(known);
    if (this.answers.length > mostAnswers) this.answers.shift();
    const answer = known.ofBlocks.get(block) ?? work(this.stretchOf(block));
    known.ofBlocks.set(block, answer);
    return answer as Answer;
  }

  private stretches(): Stretch[] {
    return Array.from({ length: this.count }, (_, block) => this.stretchOf(block));
  }

  private makeTallies(field: Counted): Numbers[] {
    const { codes, size } = field === 'combined' ? this.combined() : this.rows.fields[field];
    return this.stretches().map((stretch) => {
      const counts = new Uint32Array(size);
      tally(codes, stretch, counts, 1);
      return this.width < 65_536 ? Uint16Array.from(counts) : counts;
    });
  }

  private makeZones(): Zone[] {
    const { starts, spans } = this.rows;
    const zones: Zone[] = [];
    const { codes, words, read } = loops;
    eachStep(this, (from, to) => {
      read(starts, null, from, to);
      read(spans, null, from, to, words);
      let lastDay = 0;
      for (let at = 0; at < to - from; at++)
        lastDay = Math.max(lastDay, (codes[at] as number) + (words[at] as number));
      zones.push({ from, to, lastDay });
    });
    return zones;
  }
}

/** Adds up counts of the same length. */
function summed(tallies: readonly Numbers[]): Uint32Array {
  const counts = new Uint32Array(tallies[0]?.length ?? 0);
  for (const one of tallies)
    for (let code = 0; code < counts.length; code++)
      counts[code] = (counts[code] as number) + (one[code] as number);
  return counts;
}

type Numbers = Uint16Array | Uint32Array;
