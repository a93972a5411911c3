import { unknown } from '../../dimensions';
import type { Column, Numbers, SizeColumn } from '../types';
import { arranged, Growing, largestIn, type Room, replacedIn, Widening } from './arrays';
import type { Cells } from './copy';
import { SetTable } from './sets';
import { Words } from './words';

/** Broader terms of codes, which stand beside them. */
export type Broader = ReadonlyMap<string, string>;

/** A field with one value a row. */
export class OneValued {
  readonly words = new Words();
  readonly codes = new Growing();

  private unknown = -1;

  add({ view, starts, sizes }: Cells, cell: number): void {
    const size = sizes[cell] as number;
    this.codes.push(size < 0 ? this.unknownCode() : this.words.codeOf(view, starts[cell] as number, size));
  }

  private unknownCode(): number {
    if (this.unknown < 0) this.unknown = this.words.codeOfText(unknown);
    return this.unknown;
  }

  build(order: Uint32Array, room: Room, words = this.words.texts()): Column {
    return { words, codes: this.codes.arranged(order, room), sets: null };
  }
}

/** Places, each of them apart from itself as the stand-in for a place that is not known. */
export class Places {
  private readonly ids = new Words();
  readonly codes = new Growing();
  private readonly codeOf: number[] = [];
  private readonly words: { id: number; standsIn: number }[] = [];

  add({ view, starts, sizes }: Cells, cell: number, standsIn: boolean): void {
    const id = this.ids.codeOf(view, starts[cell] as number, sizes[cell] as number);
    const key = id * 2 + (standsIn ? 1 : 0);
    let code = this.codeOf[key];
    if (code === undefined) {
      code = this.words.push({ id, standsIn: standsIn ? 1 : 0 }) - 1;
      this.codeOf[key] = code;
    }
    this.codes.push(code);
  }

  build(order: Uint32Array, room: Room): { place: Column; placeUnknown: Uint8Array } {
    const words = this.words.map(({ id }) => this.ids.text(id));
    return {
      place: { words, codes: this.codes.arranged(order, room), sets: null },
      placeUnknown: Uint8Array.from(this.words, ({ standsIn }) => standsIn),
    };
  }
}

/** A field whose values are an array of the row itself. Rows with the same array are looked at once. */
export class Listed {
  private readonly arrays = new Words();
  readonly codes = new Growing();
  private readonly words = new Words();
  private readonly sets = new SetTable();
  private readonly setOf: number[] = [];

  constructor(private readonly broader: Broader) {}

  add({ view, starts, sizes }: Cells, cell: number): void {
    const start = starts[cell] as number;
    const code = this.arrays.codeOf(view, start, sizes[cell] as number);
    if (code === this.setOf.length) this.setOf.push(this.setOfArray(view, start));
    this.codes.push(code);
  }

  build(order: Uint32Array, room: Room): Column {
    const codes = this.codes.arranged(
      order,
      room,
      Uint32Array.from(this.setOf, (set) => set - 1),
    );
    const sets = this.sets.pick(Array.from({ length: this.sets.size - 1 }, (_, at) => at + 1));
    return { words: this.words.texts(), codes, sets };
  }

  private setOfArray(view: DataView, start: number): number {
    const codes = new Set<number>();
    eachOfArray(view, start, (at, size) => {
      const code = this.words.codeOf(view, at, size);
      codes.add(code);
      const parent = this.broader.get(this.words.text(code));
      if (parent !== undefined) codes.add(this.words.codeOfText(parent));
    });
    if (codes.size === 0) codes.add(this.words.codeOfText(unknown));
    return this.sets.of([...codes].sort((a, b) => a - b));
  }
}

/** A field whose values hang on the incident, in any order. */
export class Hanging {
  readonly words = new Words();
  private readonly sets = new SetTable();
  private readonly setOf: Widening;

  constructor(rows: number) {
    this.setOf = new Widening(rows);
  }

  add(row: number, view: DataView, start: number, size: number): void {
    this.addCode(row, this.words.codeOf(view, start, size));
  }

  addText(row: number, word: string): void {
    this.addCode(row, this.words.codeOfText(word));
  }

  /** `otherwise`: the value of rows on which nothing hangs. `texts`: the words, where their bytes are not their text. */
  build(order: Uint32Array, room: Room, otherwise: string, texts = this.words.texts()): Column {
    const words = [...texts];
    const { sets } = this;
    const { numbers } = this.setOf;
    // Sets that rows had only for a while are left out.
    const met = marksOf(numbers, sets.size);
    let only = 0;
    if (met[0] === 1) {
      const word = words.includes(otherwise) ? words.indexOf(otherwise) : words.push(otherwise) - 1;
      only = sets.of([word]);
    }
    const kept = new Uint32Array(sets.size);
    kept.set(met);
    kept[only] = 1;
    const list: number[] = [];
    for (let set = 1; set < kept.length; set++) if (kept[set] === 1) kept[set] = list.push(set) - 1;
    kept[0] = kept[only] as number;
    return {
      words,
      codes: arranged(numbers, largestIn(kept), order, room, kept),
      sets: sets.pick(list),
    };
  }

  private addCode(row: number, word: number): void {
    this.setOf.set(row, this.sets.with(this.setOf.numbers[row] as number, word));
  }
}

/** 1 for each number below `count` that occurs. */
function marksOf(numbers: Numbers, count: number): Uint8Array {
  const marks = new Uint8Array(count);
  const some = new Uint32Array(1 << 13);
  for (let from = 0; from < numbers.length; from += some.length) {
    const part = numbers.subarray(from, from + some.length);
    some.set(part);
    for (let at = 0; at < part.length; at++) marks[some[at] as number] = 1;
  }
  return marks;
}

/** Numbers of people. */
export class Sizes {
  private readonly codeOf = new Map<number, number>([[0, 0]]);
  /** The same for small numbers, which most are; -1 = there is none. */
  private readonly small = new Int32Array(1 << 15).fill(-1);
  readonly codes = new Growing();

  add({ view, starts, sizes }: Cells, cell: number): void {
    const value = (sizes[cell] as number) < 0 ? 0 : view.getInt32(starts[cell] as number);
    const code = value < this.small.length ? (this.small[value] as number) : -1;
    this.codes.push(code < 0 ? this.look(value) : code);
  }

  private look(value: number): number {
    const code = this.codeOf.get(value) ?? this.codeOf.size;
    this.codeOf.set(value, code);
    if (value < this.small.length) this.small[value] = code;
    return code;
  }

  build(order: Uint32Array, room: Room): SizeColumn {
    return {
      values: Float64Array.from(this.codeOf.keys()),
      codes: this.codes.arranged(order, room),
    };
  }
}

/** The elements of an array of texts, as the binary format has it. */
export function eachOfArray(
  view: DataView,
  start: number,
  take: (start: number, size: number) => void,
): void {
  const dimensions = view.getInt32(start);
  let count = dimensions === 0 ? 0 : 1;
  for (let dimension = 0; dimension < dimensions; dimension++)
    count *= view.getInt32(start + 12 + dimension * 8);
  let at = start + 12 + dimensions * 8;
  for (let element = 0; element < count; element++) {
    const size = view.getInt32(at);
    at += 4;
    if (size < 0) continue;
    take(at, size);
    at += size;
  }
}

/** One word a row, worked out from a code that each row has already. */
export function derived(codes: Numbers, rows: number, wordOf: readonly string[], room: Room): Column {
  const words = [...new Set(wordOf)];
  const made = replacedIn(
    codes,
    rows,
    Uint32Array.from(wordOf, (word) => words.indexOf(word)),
    room,
  );
  return { words, codes: made, sets: null };
}
