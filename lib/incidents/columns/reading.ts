import type { Numbers } from './types';

/**
 * Rows that are worked on at once. Their numbers are read into one kind of array first, whatever the width of theirs: a
 * loop that meets arrays of one kind only is several times faster, and so few stay in the nearest memory.
 */
export const step = 4_096;

/** Room for the numbers of so many rows. */
export const roomToRead = (): Uint32Array => new Uint32Array(step);

/** Some rows: those of a list from one place up to another, or, without a list, from one row up to another. */
export type Stretch = { list: Uint32Array | null; from: number; to: number };

/** Reads the numbers of some rows of a stretch, `step` at most. */
export function read(
  numbers: Numbers,
  list: Uint32Array | null,
  from: number,
  to: number,
  into: Uint32Array,
): void {
  if (list === null) into.set(numbers.subarray(from, to));
  else if (numbers instanceof Uint8Array) gather8(numbers, list, from, to, into);
  else if (numbers instanceof Uint16Array) gather16(numbers, list, from, to, into);
  else gather32(numbers, list, from, to, into);
}

/** Calls for each piece of a stretch that is worked on at once. */
export function eachStep(
  { from, to }: Omit<Stretch, 'list'>,
  work: (from: number, to: number) => void,
): void {
  for (let at = from; at < to; at += step) work(at, Math.min(to, at + step));
}

// Three times the same, one for each width.
function gather8(numbers: Uint8Array, list: Uint32Array, from: number, to: number, into: Uint32Array): void {
  for (let at = from; at < to; at++) into[at - from] = numbers[list[at] as number] as number;
}
function gather16(
  numbers: Uint16Array,
  list: Uint32Array,
  from: number,
  to: number,
  into: Uint32Array,
): void {
  for (let at = from; at < to; at++) into[at - from] = numbers[list[at] as number] as number;
}
function gather32(
  numbers: Uint32Array,
  list: Uint32Array,
  from: number,
  to: number,
  into: Uint32Array,
): void {
  for (let at = from; at < to; at++) into[at - from] = numbers[list[at] as number] as number;
}
