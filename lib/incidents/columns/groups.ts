import type { GroupSums } from './asks';
import type { Rows } from './live';
import { loops } from './loops';
import { eachStep, type Stretch } from './reading';

/** Most keys for which there is a place each, whether they occur or not. */
const mostDense = 8_000_000;

/** So many groups have a place each from the beginning: 64 bytes, in the near memory. */
export const fewGroups = 16_384;

/** Sums of no rows for a number of groups. */
export function noSums(groups: number): GroupSums {
  return {
    counts: new Uint32Array(groups),
    sizeMin: new Float64Array(groups),
    sizeMax: new Float64Array(groups),
    unknown: new Uint32Array(groups),
    open: new Uint32Array(groups),
  };
}

/** Numbers that are held for a group: four counts and two sums, and room so that those of a group lie side by side. */
const perGroup = 8;

/** Room for sums that is used again and again: what was taken holds until more is. */
export class SpareRoom {
  private room = new Float64Array(0);

  zeros(count: number): Float64Array {
    if (this.room.length < count) this.room = new Float64Array(count);
    return this.room.subarray(0, count).fill(0);
  }
}

/** Adds rows to groups, without a condition: that a row has a bound or not can't be foreseen. */
export class Sums {
  private numbers: Float64Array;
  private readonly least: Float64Array;
  private readonly most: Float64Array;

  /** `groups`: so many have room from the beginning, in `spare` if it is there; those that are more must come one by one. */
  constructor(
    private readonly rows: Pick<Rows, 'sizeMin' | 'sizeMax'>,
    groups = 1_024,
    spare: SpareRoom | null = null,
  ) {
    this.least = rows.sizeMin.values;
    this.most = rows.sizeMax.values;
    const count = groups * perGroup;
    this.numbers = spare?.zeros(count) ?? new Float64Array(count);
  }

  /** Adds the first `count` rows of `loops` to their groups, none of which may be above `highest`. */
  add(count: number, highest: number): void {
    while ((highest + 1) * perGroup > this.numbers.length) this.numbers = widened(this.numbers, Float64Array);
    loops.addRows(this.numbers, this.least, this.most, count);
  }

  /** Adds all rows of a stretch to the first group. */
  addAll(stretch: Stretch): void {
    const { sizeMin, sizeMax } = this.rows;
    const { mins, maxs, read } = loops;
    eachStep(stretch, (from, to) => {
      read(sizeMin.codes, stretch.list, from, to, mins);
      read(sizeMax.codes, stretch.list, from, to, maxs);
      loops.sumRows(this.numbers, this.least, this.most, to - from);
    });
  }

  /** What was added to the first group, in the order that `addNumbers` takes. */
  first(): Float64Array {
    return this.numbers.slice(0, perGroup);
  }

  /** Adds what was added to others to the first group, or takes it away from there. */
  addNumbers(more: Float64Array, by: 1 | -1): void {
    for (let at = 0; at < perGroup; at++)
      this.numbers[at] = (this.numbers[at] as number) + by * (more[at] as number);
  }

  /** The groups that have rows, in order: each is its own key. */
  occurring(): { keys: Float64Array; numbers: Uint32Array } {
    const { numbers: all } = this;
    const found = [];
    for (let at = 0; at < all.length; at += perGroup)
      if (all[at] || all[at + 1] || all[at + 2] || all[at + 3]) found.push(at / perGroup);
    return { keys: Float64Array.from(found), numbers: Uint32Array.from(found) };
  }

  /** The sums of some groups, in the order given. */
  of(groups: ArrayLike<number>): GroupSums {
    const sums = noSums(groups.length);
    const { numbers } = this;
    for (let to = 0; to < groups.length; to++) {
      const at = (groups[to] as number) * perGroup;
      const open = numbers[at + 1] as number;
      const unknown = numbers[at + 3] as number;
      sums.counts[to] = (numbers[at] as number) + open + (numbers[at + 2] as number) + unknown;
      sums.open[to] = open;
      sums.unknown[to] = unknown;
      sums.sizeMin[to] = numbers[at + 4] as number;
      sums.sizeMax[to] = numbers[at + 5] as number;
    }
    return sums;
  }
}

/** Numbers the keys that occur in the order in which they come. */
export class Groups {
  private readonly dense: Uint32Array | null;
  private readonly sparse = new Map<number, number>();
  private found: Float64Array = new Float64Array(1_024);
  size = 0;

  /** `keys`: they are whole numbers from 0 to below it. */
  constructor(keys: number) {
    this.dense = keys <= mostDense ? new Uint32Array(keys) : null;
  }

  /** The number of a key. */
  of(key: number): number {
    const known = this.dense ? (this.dense[key] as number) : (this.sparse.get(key) ?? 0);
    if (known > 0) return known - 1;
    if (this.size === this.found.length) this.found = widened(this.found, Float64Array);
    this.found[this.size] = key;
    this.size++;
    if (this.dense) this.dense[key] = this.size;
    else this.sparse.set(key, this.size);
    return this.size - 1;
  }

  /** The keys in ascending order, and the number of each. */
  inOrder(): { keys: Float64Array; numbers: Uint32Array } {
    const keys = this.found.slice(0, this.size).sort();
    return { keys, numbers: Uint32Array.from(keys, (key) => this.of(key)) };
  }
}

function widened<Part extends { length: number; set(from: Part): void }>(
  part: Part,
  Make: new (length: number) => Part,
): Part {
  const larger = new Make(part.length * 2);
  larger.set(part);
  return larger;
}
