import { largestIn } from './arrays';

/** Bits of the number of a row within a piece of the list. */
const pieceBits = 18;
const pieceMask = (1 << pieceBits) - 1;

/** Rows from the one found last on that are looked at before any other. */
const near = 32;

/** Rows in ascending order of their ids. */
export type ById = {
  rows: Uint32Array;
  /** The first 32 bits of each. */
  words: Uint32Array;
  /** Where those begin whose first 16 bits are some number, or a larger one. */
  starts: Uint32Array;
};

/** The ids of rows, four words of 32 bits each, in the order in which they came, and the row of each. */
export class RowIds {
  private readonly pieces: Int32Array[] = [];
  private known: ById | null = null;
  size = 0;

  add(view: DataView, start: number): void {
    const row = this.size++;
    if ((row & pieceMask) === 0) this.pieces.push(new Int32Array(4 << pieceBits));
    const piece = this.pieces[row >>> pieceBits] as Int32Array;
    const at = (row & pieceMask) * 4;
    for (let word = 0; word < 4; word++) piece[at + word] = view.getInt32(start + word * 4);
  }

  /**
   * What finds the row of an id; -1 = there is none. Each that asks for one id after another has a finder of its own,
   * and no row may be added after the first was looked for.
   */
  finder(): (view: DataView, start: number) => number {
    // What hangs on incidents mostly comes together, and in the order in which they were written.
    let last = 0;
    return (view, start) => {
      const a = view.getInt32(start);
      const b = view.getInt32(start + 4);
      const c = view.getInt32(start + 8);
      const d = view.getInt32(start + 12);
      const end = Math.min(this.size, last + near);
      let row = last;
      while (row < end && !this.is(row, a, b, c, d)) row++;
      if (row === end) row = this.lookUp(a, b, c, d);
      if (row >= 0) last = row;
      return row;
    };
  }

  private is(row: number, a: number, b: number, c: number, d: number): boolean {
    const piece = this.pieces[row >>> pieceBits] as Int32Array;
    const at = (row & pieceMask) * 4;
    return piece[at] === a && piece[at + 1] === b && piece[at + 2] === c && piece[at + 3] === d;
  }

  private lookUp(a: number, b: number, c: number, d: number): number {
    const { rows, words, starts } = this.byId();
    const word = a >>> 0;
    let low = starts[word >>> 16] as number;
    let high = starts[(word >>> 16) + 1] as number;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((words[middle] as number) < word) low = middle + 1;
      else high = middle;
    }
    for (let at = low; at < words.length && words[at] === word; at++)
      if (this.is(rows[at] as number, a, b, c, d)) return rows[at] as number;
    return -1;
  }

  /** One of the four words of the id of a row. */
  word(row: number, word: number): number {
    return ((this.pieces[row >>> pieceBits] as Int32Array)[(row & pieceMask) * 4 + word] as number) >>> 0;
  }

  text(row: number): string {
    const hex = [0, 1, 2, 3].map((word) => this.word(row, word).toString(16).padStart(8, '0')).join('');
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  }

  /** The first word of each. */
  firstWords(): Uint32Array {
    const firsts = new Uint32Array(this.size);
    for (let row = 0; row < firsts.length; row++) firsts[row] = this.word(row, 0);
    return firsts;
  }

  /** The rows in order of their ids, once all have come. `firsts`: their first words. */
  byId(firsts?: Uint32Array): ById {
    this.known ??= this.inOrder(firsts ?? this.firstWords());
    return this.known;
  }

  private inOrder(firsts: Uint32Array): ById {
    const { rows, numbers: words } = sortedBy(firsts, null);
    const starts = new Uint32Array(65_537);
    for (let at = 0; at < words.length; at++) starts[((words[at] as number) >>> 16) + 1] = at + 1;
    // Where no id begins so, they begin where those before them end.
    for (let first = 1; first < starts.length; first++)
      starts[first] = Math.max(starts[first] as number, starts[first - 1] as number);
    for (const [from, to] of alike(words))
      rows.subarray(from, to).sort((one, other) => this.compare(one, other));
    return { rows, words, starts };
  }

  private compare(one: number, other: number): number {
    for (let word = 1; word < 4; word++) {
      const difference = this.word(one, word) - this.word(other, word);
      if (difference !== 0) return difference;
    }
    return 0;
  }
}

/** From where to where the same number stands several times in a sorted list. */
export function* alike(numbers: Uint32Array): Generator<[number, number]> {
  for (let at = 1; at < numbers.length; at++) {
    if (numbers[at] !== numbers[at - 1]) continue;
    const from = at - 1;
    while (at < numbers.length && numbers[at] === numbers[from]) at++;
    yield [from, at];
  }
}

/** Rows in some order, and the number that each has. */
type Sorted = { rows: Uint32Array; numbers: Uint32Array };

/**
 * Sorts rows by a number that each has; those with the same stay in order. `rows` null = all, as they came. The numbers
 * go with the rows: to look them up again in the next turn would cost as much as all the rest.
 */
export function sortedBy(numbers: Uint32Array, rows: Uint32Array | null): Sorted {
  const own = rows ? rows.map((row) => numbers[row] as number) : numbers;
  const low = sortedByPart(own, rows, 0);
  return largestIn(numbers) > 0xffff ? sortedByPart(low.numbers, low.rows, 16) : low;
}

/** The same by 16 bits of the number. `own`: the number of each of `rows`. */
function sortedByPart(own: Uint32Array, rows: Uint32Array | null, shift: number): Sorted {
  const places = new Uint32Array(65_537);
  for (let at = 0; at < own.length; at++) {
    const bucket = (((own[at] as number) >>> shift) & 0xffff) + 1;
    places[bucket] = (places[bucket] as number) + 1;
  }
  for (let bucket = 1; bucket <= 65_536; bucket++)
    places[bucket] = (places[bucket] as number) + (places[bucket - 1] as number);
  const sorted = { rows: new Uint32Array(own.length), numbers: new Uint32Array(own.length) };
  for (let at = 0; at < own.length; at++) {
    const number = own[at] as number;
    const bucket = (number >>> shift) & 0xffff;
    const place = places[bucket] as number;
    sorted.rows[place] = rows ? (rows[at] as number) : at;
    sorted.numbers[place] = number;
    places[bucket] = place + 1;
  }
  return sorted;
}
