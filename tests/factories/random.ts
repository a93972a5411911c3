/** A small deterministic source of chance (mulberry32), so that a failing case can be run again. */
export type Random = {
  /** From 0 up to, not including, 1. */
  next: () => number;
  /** A whole number from `least` to `most`, both included. */
  int: (least: number, most: number) => number;
  pick: <T>(from: readonly T[]) => T;
  /** Up to `most` different values. */
  some: <T>(from: readonly T[], most: number) => T[];
  chance: (of: number) => boolean;
};

export function random(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const int = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  const pick = <T>(from: readonly T[]): T => {
    const picked = from[int(0, from.length - 1)];
    if (picked === undefined) throw new RangeError('nothing to pick from');
    return picked;
  };
  return {
    next,
    int,
    pick,
    some: (from, most) => [...new Set(Array.from({ length: int(0, most) }, () => pick(from)))],
    chance: (of) => next() < of,
  };
}
