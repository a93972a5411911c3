import { setImmediate as breath } from 'node:timers/promises';
import { loops } from '../loops';
import { eachStep } from '../reading';
import type { Numbers } from '../types';

/** Rows of a piece of an array that grows. */
export const pieceRows = 1 << 18;

/** How final arrays are made: with room behind the rows, and in memory that threads share. */
export type Room = { capacity: number; shared: boolean };

/** Codes up to which an array of this width is chosen; what is left is for words that patches add. */
const mostOf8 = 240;
const mostOf16 = 64_000;

/** An empty array whose elements hold all numbers up to the largest, and some more. */
export function numbersFor(largest: number, { capacity, shared }: Room): Numbers {
  const width = largest < mostOf8 ? 1 : largest < mostOf16 ? 2 : 4;
  const buffer = shared ? new SharedArrayBuffer(capacity * width) : new ArrayBuffer(capacity * width);
  return width === 1
    ? new Uint8Array(buffer)
    : width === 2
      ? new Uint16Array(buffer)
      : new Uint32Array(buffer);
}

/** The largest number that an array holds. */
export const largestOf = (array: Numbers): number => 2 ** (8 * array.BYTES_PER_ELEMENT) - 1;

/** Numbers that come row by row. Each piece takes no more than the largest number in it needs. */
export class Growing {
  private readonly pieces: Numbers[] = [];
  private piece = new Uint32Array(1024);
  private at = 0;
  private largest = 0;
  private overall = 0;
  memory = 0;

  push(number: number): void {
    if (this.at === this.piece.length) this.makeRoom();
    this.piece[this.at++] = number;
    if (number > this.largest) this.largest = number;
  }

  /** All numbers and the largest of them, after which the pieces are gone. */
  take(): { numbers: Numbers; largest: number } {
    this.finishPiece();
    const rows = this.pieces.reduce((sum, { length }) => sum + length, 0);
    const numbers = tight(this.overall, rows);
    let at = 0;
    for (const piece of this.pieces) {
      numbers.set(piece, at);
      at += piece.length;
    }
    this.pieces.length = 0;
    this.piece = new Uint32Array(0);
    return { numbers, largest: this.overall };
  }

  /** The numbers in another order, each replaced where there is something to replace it by. */
  arranged(order: Uint32Array, room: Room, replaced?: Uint32Array): Promise<Numbers> {
    const { numbers, largest } = this.take();
    return replaced
      ? arranged(numbers, largestIn(replaced), order, room, replaced)
      : arranged(numbers, largest, order, room);
  }

  private makeRoom(): void {
    if (this.at < pieceRows) {
      const larger = new Uint32Array(Math.min(pieceRows, this.at * 4));
      larger.set(this.piece);
      this.piece = larger;
    } else this.finishPiece();
  }

  private finishPiece(): void {
    const kept = tight(this.largest, this.at);
    kept.set(this.piece.subarray(0, this.at));
    this.pieces.push(kept);
    this.memory += kept.byteLength;
    this.overall = Math.max(this.overall, this.largest);
    this.at = 0;
    this.largest = 0;
  }
}

/** The narrowest array in which all numbers up to the largest have room. */
const tight = (largest: number, length: number): Numbers =>
  largest < 256
    ? new Uint8Array(length)
    : largest < 65_536
      ? new Uint16Array(length)
      : new Uint32Array(length);

/** One number a row, 0 at first, in an array that becomes wider as it must. */
export class Widening {
  numbers: Numbers;
  private most: number;

  constructor(rows: number) {
    this.numbers = new Uint8Array(rows);
    this.most = largestOf(this.numbers);
  }

  set(row: number, number: number): void {
    if (number > this.most) this.widen();
    this.numbers[row] = number;
  }

  private widen(): void {
    const wider = this.most < 256 ? new Uint16Array(this.numbers) : new Uint32Array(this.numbers);
    this.numbers = wider;
    this.most = largestOf(wider);
  }
}

/** The numbers of rows in another order, each replaced where there is something to replace it by. */
export async function arranged(
  numbers: Numbers,
  largest: number,
  order: Uint32Array,
  room: Room,
  replaced?: Uint32Array,
): Promise<Numbers> {
  const made = numbersFor(largest, room);
  await inBreaths(order.length, (from, to) => {
    loops.read(numbers, order, from, to);
    if (replaced) loops.replace(replaced, to - from);
    made.set(loops.codes.subarray(0, to - from), from);
  });
  return made;
}

/** Numbers in the same order, each replaced. */
export async function replacedIn(
  numbers: Numbers,
  rows: number,
  replaced: Uint32Array,
  room: Room,
): Promise<Numbers> {
  const made = numbersFor(largestIn(replaced), room);
  await inBreaths(rows, (from, to) => {
    loops.read(numbers, null, from, to);
    loops.replace(replaced, to - from);
    made.set(loops.codes.subarray(0, to - from), from);
  });
  return made;
}

/** Works on many rows and now and then lets others have a turn: what comes over connections is taken meanwhile. */
async function inBreaths(rows: number, work: (from: number, to: number) => void): Promise<void> {
  for (let from = 0; from < rows; from += pieceRows) {
    if (from > 0) await breath();
    eachStep({ from, to: Math.min(rows, from + pieceRows) }, work);
  }
}

/** The largest of some numbers; 0 where there are none. */
export function largestIn(numbers: Uint32Array): number {
  let largest = 0;
  for (let at = 0; at < numbers.length; at++)
    if ((numbers[at] as number) > largest) largest = numbers[at] as number;
  return largest;
}
