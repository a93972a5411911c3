import { bitsIn } from './bits';
import { roomToRead, wordStep } from './reading';
import type { Numbers } from './types';

/**
 * The loops that everything is counted by, over rooms that they hold for good. What a function is handed, the engine looks
 * at anew at each step; what surrounds a function that is made but once is as good as written into it, so that the same
 * loop takes a third to two thirds of the time. No loop depends on a condition: which way it goes could not be foreseen.
 */
function makeLoops() {
  const rows = new Uint32Array(roomToRead().length);
  /** What was read last. */
  const codes = roomToRead();
  /** What was copied last, as numbers of each width. */
  const raw = new Uint32Array(codes.length);
  const bytes = new Uint8Array(raw.buffer);
  const pairs = new Uint16Array(raw.buffer);
  /** Rows as `scanPeriods` adds them: their period and precision, a word, the codes of their bounds, and their group. */
  const [bases, words, mins, maxs, groups] = [1, 2, 3, 4, 5].map(roomToRead) as [
    Room,
    Room,
    Room,
    Room,
    Room,
  ];

  /** Words of bits: those that are made, and those that come to them; both also as numbers with a sign, for the loops. */
  const [made, more] = [new Uint32Array(wordStep), new Uint32Array(wordStep)];
  const [madeBits, moreBits] = [new Int32Array(made.buffer), new Int32Array(more.buffer)];

  /**
   * Writes the bits that none of some lists has set, in the words from one up to another, `wordStep` at most; returns how
   * many they are.
   */
  function keep(misses: readonly Uint32Array[], [from, to]: Edges, bits: Uint32Array): number {
    const [first, ...others] = misses;
    if (first) made.set(first.subarray(from, to));
    else made.fill(0);
    for (const other of others) {
      more.set(other.subarray(from, to));
      unite(to - from);
    }
    const count = flip(to - from);
    bits.set(made.subarray(0, to - from), from);
    return count;
  }

  function unite(count: number): void {
    for (let at = 0; at < count; at++) madeBits[at] = (madeBits[at] as number) | (moreBits[at] as number);
  }

  /** Turns each bit into the other; returns how many are set then. */
  function flip(count: number): number {
    let set = 0;
    for (let at = 0; at < count; at++) {
      const word = ~(madeBits[at] as number);
      madeBits[at] = word;
      set += bitsIn(word);
    }
    return set;
  }

  /** Reads the numbers of the rows from one place in a list to another, or without a list from one row to another. */
  function read(
    numbers: Numbers,
    list: Uint32Array | null,
    from: number,
    to: number,
    into: Room = codes,
  ): void {
    if (list === null) {
      into.set(numbers.subarray(from, to));
      return;
    }
    rows.set(list.subarray(from, to));
    if (numbers instanceof Uint8Array) gather8(numbers, to - from);
    else if (numbers instanceof Uint16Array) gather16(numbers, to - from);
    else gather32(numbers, to - from);
    if (into !== codes) into.set(codes);
  }

  // Three times the same, one for each width.
  function gather8(numbers: Uint8Array, count: number): void {
    for (let at = 0; at < count; at++) codes[at] = numbers[rows[at] as number] as number;
  }
  function gather16(numbers: Uint16Array, count: number): void {
    for (let at = 0; at < count; at++) codes[at] = numbers[rows[at] as number] as number;
  }
  function gather32(numbers: Uint32Array, count: number): void {
    for (let at = 0; at < count; at++) codes[at] = numbers[rows[at] as number] as number;
  }

  /** Replaces what was read. */
  function replace(by: Uint32Array, count: number): void {
    for (let at = 0; at < count; at++) codes[at] = by[codes[at] as number] as number;
  }

  /** Counts the codes that were read. */
  function tally(counts: Uint32Array, count: number, by: number): void {
    for (let at = 0; at < count; at++) {
      const code = codes[at] as number;
      counts[code] = (counts[code] as number) + by;
    }
  }

  /**
   * The same in four places of `size` codes each, since rows that follow each other often have the same code, and a
   * number that was only just written is slow to read.
   */
  function tallyInFour(four: Uint32Array, size: number, count: number): void {
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

  /** Writes a bit for each code of the rows from one to another, from a word on: that which `missed` has for it. */
  function mark(
    numbers: Numbers,
    [from, to]: Edges,
    missed: Uint8Array,
    bits: Uint32Array,
    word: number,
  ): void {
    if (numbers instanceof Uint32Array) {
      read(numbers, null, from, to);
      mark32(missed, bits, word, to - from);
      return;
    }
    // As they lie in memory: two or four of them are one number. (All machines that run this have the lowest byte first.)
    const isNarrow = numbers instanceof Uint8Array;
    (isNarrow ? bytes : pairs).set(numbers.subarray(from, to));
    if (isNarrow) mark8(missed, bits, word, to - from);
    else mark16(missed, bits, word, to - from);
  }

  function mark8(missed: Uint8Array, bits: Uint32Array, word: number, count: number): void {
    for (let at = 0; at << 2 < count; at += 8) {
      let made = 0;
      for (let four = 0; four < 8; four++) {
        const codes = raw[at + four] as number;
        const a = missed[codes & 0xff] as number;
        const b = missed[(codes >>> 8) & 0xff] as number;
        const c = missed[(codes >>> 16) & 0xff] as number;
        const d = missed[codes >>> 24] as number;
        made |= (a | (b << 1) | (c << 2) | (d << 3)) << (four << 2);
      }
      bits[word + (at >>> 3)] = made;
    }
  }

  function mark16(missed: Uint8Array, bits: Uint32Array, word: number, count: number): void {
    for (let at = 0; at << 1 < count; at += 16) {
      let made = 0;
      for (let two = 0; two < 16; two++) {
        const codes = raw[at + two] as number;
        made |= ((missed[codes & 0xffff] as number) | ((missed[codes >>> 16] as number) << 1)) << (two << 1);
      }
      bits[word + (at >>> 4)] = made;
    }
  }

  function mark32(missed: Uint8Array, bits: Uint32Array, word: number, count: number): void {
    for (let at = 0; at < count; at += 32) {
      let made = 0;
      for (let bit = 0; bit < 32; bit++) made |= (missed[codes[at + bit] as number] as number) << bit;
      bits[word + (at >>> 5)] = made;
    }
  }

  /** Reads pairs of a number and another of the rows from one to another, each pair as one number. */
  function readPairs(ones: Numbers, others: Numbers, width: number, from: number, to: number): void {
    read(ones, null, from, to, words);
    read(others, null, from, to);
    for (let at = 0; at < to - from; at++)
      codes[at] = (Math.imul(words[at] as number, width) + (codes[at] as number)) | 0;
  }

  /** Writes 1 for the pairs that were read. */
  function markPairs(met: Uint16Array, count: number): void {
    for (let at = 0; at < count; at++) met[codes[at] as number] = 1;
  }

  /** Replaces the pairs that were read by their numbers. */
  function numberPairs(numbers: Uint16Array, count: number): void {
    for (let at = 0; at < count; at++) codes[at] = numbers[codes[at] as number] as number;
  }

  /** Makes bases of first days, which `codes` has, and of precisions, which `words` has. */
  function makeBases(periods: Uint32Array, precisions: number, count: number): void {
    for (let at = 0; at < count; at++)
      bases[at] = (Math.imul(periods[codes[at] as number] as number, precisions) + (words[at] as number)) | 0;
  }

  /** Makes groups of bases and words. */
  function makeGroups(width: number, count: number): void {
    for (let at = 0; at < count; at++)
      groups[at] = (Math.imul(bases[at] as number, width) + (words[at] as number)) | 0;
  }

  /**
   * Adds rows to their groups: to one of four counts, by which of the bounds are known (code 0 = not), and to two sums.
   * `numbers` has eight places a group.
   */
  function addRows(numbers: Float64Array, least: Float64Array, most: Float64Array, count: number): void {
    for (let row = 0; row < count; row++) {
      // A shift stays a whole number, where a product could be too large for one and would be reckoned as a fraction.
      const at = (groups[row] as number) << 3;
      const min = mins[row] as number;
      const max = maxs[row] as number;
      const kind = at + (((min - 1) >>> 31) << 1) + ((max - 1) >>> 31);
      numbers[kind] = (numbers[kind] as number) + 1;
      numbers[at + 4] = (numbers[at + 4] as number) + (least[min] as number);
      numbers[at + 5] = (numbers[at + 5] as number) + (most[max] as number);
    }
  }

  /**
   * The same for rows of one group, which `numbers` holds alone: nothing is written before the end, since a number that was
   * only just written is slow to read.
   */
  function sumRows(numbers: Float64Array, least: Float64Array, most: Float64Array, count: number): void {
    let [withoutMin, withoutMax, withNeither] = [0, 0, 0];
    let [ofMin, ofMax] = [0, 0];
    for (let row = 0; row < count; row++) {
      const min = mins[row] as number;
      const max = maxs[row] as number;
      const lacksMin = (min - 1) >>> 31;
      const lacksMax = (max - 1) >>> 31;
      withoutMin = (withoutMin + lacksMin) | 0;
      withoutMax = (withoutMax + lacksMax) | 0;
      withNeither = (withNeither + (lacksMin & lacksMax)) | 0;
      ofMin += least[min] as number;
      ofMax += most[max] as number;
    }
    const kinds = [
      count - withoutMin - withoutMax + withNeither,
      withoutMax - withNeither,
      withoutMin - withNeither,
      withNeither,
      ofMin,
      ofMax,
    ];
    for (const [at, more] of kinds.entries()) numbers[at] = (numbers[at] as number) + more;
  }

  return {
    ...{ codes, bases, words, mins, maxs, groups },
    ...{
      keep,
      read,
      replace,
      tally,
      tallyInFour,
      mark,
      readPairs,
      markPairs,
      numberPairs,
      makeBases,
      makeGroups,
      addRows,
      sumRows,
    },
  };
}

type Room = Int32Array<ArrayBuffer>;
type Edges = readonly [number, number];

export const loops = makeLoops();
