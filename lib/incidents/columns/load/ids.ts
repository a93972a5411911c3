import { largestIn } from './arrays';
import { mixed } from './words';

/** Bits of the number of a row within a piece of the list. */
const pieceBits = 18;
const pieceMask = (1 << pieceBits) - 1;

/** Rows from the one found last on that are looked at before any other. */
const near = 32;

/** The ids of rows, four words of 32 bits each, in the order in which they came, and the row of each. */
export class RowIds {
  private readonly pieces: Int32Array[] = [];
  /** Where rows are found by id: 1 + the row; it is made for the first of them that is not found otherwise. */
  private table = new Int32Array(0);
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
    if (this.table.length === 0) this.fillTable();
    const { table } = this;
    const mask = table.length - 1;
    for (let slot = slotOf(a, b, c, d) & mask; ; slot = (slot + 1) & mask) {
      const row = (table[slot] as number) - 1;
      if (row < 0 || this.is(row, a, b, c, d)) return Math.max(-1, row);
    }
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
    const words = new Uint32Array(this.size);
    for (let row = 0; row < words.length; row++) words[row] = this.word(row, 0);
    return words;
  }

  /** The rows in ascending order of their ids. `keys`: their first words. */
  order(keys: Uint32Array): Uint32Array {
    const rows = sortedBy(
      keys,
      keys.map((_, row) => row),
    );
    for (let from = 0; from < rows.length; ) {
      const key = keys[rows[from] as number];
      let to = from + 1;
      while (to < rows.length && keys[rows[to] as number] === key) to++;
      if (to - from > 1) rows.subarray(from, to).sort((a, b) => this.compare(a, b));
      from = to;
    }
    return rows;
  }

  private compare(a: number, b: number): number {
    for (let word = 1; word < 4; word++) {
      const difference = this.word(a, word) - this.word(b, word);
      if (difference !== 0) return difference;
    }
    return 0;
  }

  private fillTable(): void {
    this.table = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(this.size, 512) * 1.5)));
    const mask = this.table.length - 1;
    for (let row = 0; row < this.size; row++) {
      const piece = this.pieces[row >>> pieceBits] as Int32Array;
      const at = (row & pieceMask) * 4;
      const [a, b, c, d] = [piece[at], piece[at + 1], piece[at + 2], piece[at + 3]] as [
        number,
        number,
        number,
        number,
      ];
      let slot = slotOf(a, b, c, d) & mask;
      while (this.table[slot] !== 0) slot = (slot + 1) & mask;
      this.table[slot] = row + 1;
    }
  }
}

const slotOf = (a: number, b: number, c: number, d: number): number =>
  mixed(a ^ Math.imul(b, 0x9e3779b1) ^ Math.imul(c, 0x85ebca6b) ^ d);

/** Sorts rows by a number that each has; those with the same stay in order. */
export function sortedBy(numbers: Uint32Array, rows: Uint32Array): Uint32Array {
  const largest = largestIn(numbers);
  const low = sortedByPart(numbers, 0, rows);
  return largest > 0xffff ? sortedByPart(numbers, 16, low) : low;
}

/** The same by 16 bits of the number. */
function sortedByPart(numbers: Uint32Array, shift: number, rows: Uint32Array): Uint32Array {
  const places = new Uint32Array(65_537);
  for (let row = 0; row < numbers.length; row++) {
    const bucket = (((numbers[row] as number) >>> shift) & 0xffff) + 1;
    places[bucket] = (places[bucket] as number) + 1;
  }
  for (let bucket = 1; bucket <= 65_536; bucket++)
    places[bucket] = (places[bucket] as number) + (places[bucket - 1] as number);
  const sorted = new Uint32Array(rows.length);
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    const bucket = ((numbers[row] as number) >>> shift) & 0xffff;
    const place = places[bucket] as number;
    sorted[place] = row;
    places[bucket] = place + 1;
  }
  return sorted;
}
