/** Rows of a range as bits: the row that comes n places after the first is bit `n & 31` of word `n >>> 5`. */
export type Bits = Uint32Array;

/** Words for so many rows. */
export const wordsFor = (rows: number): number => (rows + 31) >>> 5;

/** How many bits of a word are set. */
export function bitsIn(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/**
 * Writes the rows of the bits that are set in the words from one up to another into a list, in order, from a place on;
 * returns the place after them. `flip` = 0xffffffff: of those that are not set. `first`: the row of the first bit of all.
 */
export function listBits(
  bits: Bits,
  [from, to]: readonly [number, number],
  flip: number,
  first: number,
  list: Uint32Array,
  place: number,
): number {
  let end = place;
  for (let at = from; at < to; at++) {
    let word = (bits[at] as number) ^ flip;
    const last = first + at * 32 + 31;
    while (word !== 0) {
      const lowest = word & -word;
      list[end++] = last - Math.clz32(lowest);
      word ^= lowest;
    }
  }
  return end;
}

/** From which word up to which one lie all that lack a bit. */
export function wordsNotFull(bits: Bits): [number, number] {
  let [from, to] = [0, bits.length];
  while (from < to && bits[from] === 0xffffffff) from++;
  while (to > from && bits[to - 1] === 0xffffffff) to--;
  return [from, to];
}

/** Sets the bits from one up to another. */
export function setBits(bits: Bits, from: number, to: number): void {
  if (from >= to) return;
  const [head, tail] = [from >>> 5, (to - 1) >>> 5];
  const [first, last] = [0xffffffff << (from & 31), 0xffffffff >>> (31 - ((to - 1) & 31))];
  if (head === tail) bits[head] = (bits[head] as number) | (first & last);
  else {
    bits[head] = (bits[head] as number) | first;
    bits.fill(0xffffffff, head + 1, tail);
    bits[tail] = (bits[tail] as number) | last;
  }
}

/** Sets one bit. */
export function setBit(bits: Bits, at: number): void {
  bits[at >>> 5] = (bits[at >>> 5] as number) | (1 << (at & 31));
}

export const hasBit = (bits: Bits, at: number): boolean =>
  (((bits[at >>> 5] as number) >>> (at & 31)) & 1) === 1;

/** Unsets one bit. */
export function clearBit(bits: Bits, at: number): void {
  bits[at >>> 5] = (bits[at >>> 5] as number) & ~(1 << (at & 31));
}

/** The first bit that is set from one on, and before another; that other where there is none. */
export function nextBit(bits: Bits, from: number, to: number): number {
  if (from >= to) return to;
  let at = from >>> 5;
  let word = (bits[at] as number) & (0xffffffff << (from & 31));
  const end = wordsFor(to);
  while (word === 0 && ++at < end) word = bits[at] as number;
  return word === 0 ? to : Math.min(to, at * 32 + 31 - Math.clz32(word & -word));
}

/** The last bit that is set before one, and not before another; -1 where there is none. */
export function previousBit(bits: Bits, before: number, from: number): number {
  if (before <= from) return -1;
  let at = (before - 1) >>> 5;
  let word = (bits[at] as number) & (0xffffffff >>> (31 - ((before - 1) & 31)));
  while (word === 0 && --at >= from >>> 5) word = bits[at] as number;
  const found = word === 0 ? -1 : at * 32 + 31 - Math.clz32(word);
  return found < from ? -1 : found;
}
