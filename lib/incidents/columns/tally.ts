import { loops } from './loops';
import { eachStep, type Stretch } from './reading';
import type { Numbers } from './types';

/** Codes up to which four counts of each are made. */
const fewCodes = 1_024;

/** Counts the codes of some rows: adds `by` for each of them, 1 or -1. */
export function tally(codes: Numbers, stretch: Stretch, counts: Uint32Array, by: 1 | -1): void {
  const size = counts.length;
  const isFew = size <= fewCodes && stretch.to - stretch.from > 4 * size;
  const four = isFew ? new Uint32Array(4 * size) : counts;
  eachStep(stretch, (from, to) => {
    loops.read(codes, stretch.list, from, to);
    if (isFew) loops.tallyInFour(four, size, to - from);
    else loops.tally(counts, to - from, by);
  });
  if (isFew)
    for (let at = 0; at < four.length; at++)
      counts[at % size] = (counts[at % size] as number) + by * (four[at] as number);
}
