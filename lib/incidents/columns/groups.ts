import type { GroupSums } from './asks';

/** Most keys for which there is a place each, whether they occur or not. */
const mostDense = 8_000_000;

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

/** Adds a row to a group: its bounds, 0 = not reported. */
export function addTo(sums: GroupSums, group: number, min: number, max: number): void {
  sums.counts[group] = (sums.counts[group] as number) + 1;
  if (min > 0) {
    sums.sizeMin[group] = (sums.sizeMin[group] as number) + min;
    if (max === 0) sums.open[group] = (sums.open[group] as number) + 1;
  } else if (max === 0) sums.unknown[group] = (sums.unknown[group] as number) + 1;
  if (max > 0) sums.sizeMax[group] = (sums.sizeMax[group] as number) + max;
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

/** Room for twice as many groups. */
export function widenedSums(sums: GroupSums): GroupSums {
  return {
    counts: widened(sums.counts, Uint32Array),
    sizeMin: widened(sums.sizeMin, Float64Array),
    sizeMax: widened(sums.sizeMax, Float64Array),
    unknown: widened(sums.unknown, Uint32Array),
    open: widened(sums.open, Uint32Array),
  };
}

/** The sums of some groups, in the order of their numbers. */
export function pickedSums(sums: GroupSums, numbers: Uint32Array): GroupSums {
  const pick = <Part extends Uint32Array | Float64Array>(part: Part, to: Part): Part => {
    for (let at = 0; at < numbers.length; at++) to[at] = part[numbers[at] as number] as number;
    return to;
  };
  const made = noSums(numbers.length);
  return {
    counts: pick(sums.counts, made.counts),
    sizeMin: pick(sums.sizeMin, made.sizeMin),
    sizeMax: pick(sums.sizeMax, made.sizeMax),
    unknown: pick(sums.unknown, made.unknown),
    open: pick(sums.open, made.open),
  };
}

function widened<Part extends { length: number; set(from: Part): void }>(
  part: Part,
  Make: new (length: number) => Part,
): Part {
  const larger = new Make(part.length * 2);
  larger.set(part);
  return larger;
}
