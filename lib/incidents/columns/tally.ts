import { eachStep, read, roomToRead, type Stretch } from './reading';
import type { Numbers } from './types';

/** Codes up to which four counts of each are made. */
const fewCodes = 1_024;

const room = roomToRead();

/** Counts the codes of some rows: adds `by` for each of them, 1 or -1. */
export function tally(codes: Numbers, stretch: Stretch, counts: Uint32Array, by: 1 | -1): void {
  const size = counts.length;
  const isFew = size <= fewCodes && stretch.to - stretch.from > 4 * size;
  const four = isFew ? new Uint32Array(4 * size) : counts;
  eachStep(stretch, (from, to) => {
    read(codes, stretch.list, from, to, room);
    if (isFew) tallyInFour(room, to - from, size, four);
    else tallyRead(room, to - from, counts, by);
  });
  if (isFew)
    for (let at = 0; at < four.length; at++)
      counts[at % size] = (counts[at % size] as number) + by * (four[at] as number);
}

function tallyRead(codes: Uint32Array, count: number, counts: Uint32Array, by: number): void {
  for (let at = 0; at < count; at++) {
    const code = codes[at] as number;
    counts[code] = (counts[code] as number) + by;
  }
}

/**
 * In four places, since rows that follow each other often have the same code, and a number that was only just written is
 * slow to read.
 */
function tallyInFour(codes: Uint32Array, count: number, size: number, four: Uint32Array): void {
  let at = 0;
  for (; at + 4 <= count; at += 4) {
    const a = codes[at] as number;
    const b = (codes[at + 1] as number) + size;
    const c = (codes[at + 2] as number) + size * 2;
    const d = (codes[at + 3] as number) + size * 3;
    four[a] = (four[a] as number) + 1;
    four[b] = (four[b] as number) + 1;
    four[c] = (four[c] as number) + 1;
    four[d] = (four[d] as number) + 1;
  }
  for (; at < count; at++) four[codes[at] as number] = (four[codes[at] as number] as number) + 1;
}
