/**
 * Rows that are worked on at once. Their numbers are read into one kind of array first, whatever the width of theirs: a
 * loop that meets arrays of one kind only is several times faster, and so few stay in the nearest memory.
 */
export const step = 4_096;

/** The same for words of bits. */
export const wordStep = 1_024;

/** Room for the numbers of so many rows. With a sign: sums of numbers without one are reckoned as fractions. */
export const roomToRead = (): Int32Array<ArrayBuffer> => new Int32Array(step);

/** Some rows: those of a list from one place up to another, or, without a list, from one row up to another. */
export type Stretch = { list: Uint32Array | null; from: number; to: number };

/** Calls for each piece of a stretch that is worked on at once. */
export function eachStep(
  { from, to }: Omit<Stretch, 'list'>,
  work: (from: number, to: number) => void,
): void {
  for (let at = from; at < to; at += step) work(at, Math.min(to, at + step));
}

/** The rows of a stretch, which stand in order, that come before a row, and the others. */
export function splitAt({ list, from, to }: Stretch, row: number): [Stretch, Stretch] {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list ? (list[middle] as number) : middle) < row) low = middle + 1;
    else high = middle;
  }
  return [
    { list, from, to: low },
    { list, from: low, to },
  ];
}
