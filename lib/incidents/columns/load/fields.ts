import { unknown } from '../../dimensions';
import type { Column, Numbers, SizeColumn } from '../types';
import { arranged, Growing, largestIn, type Room, replacedIn, Widening } from './arrays';
import type { Cells } from './copy';
import { between } from './queries';
import { SetTable } from './sets';
import { Words } from './words';

const decoder = new TextDecoder();

/** Broader terms of codes, which stand beside them. */
export type Broader = ReadonlyMap<string, string>;

/** The values of a field that has one a row. */
export class Values {
  readonly words = new Words();

  codeOf({ view, starts, sizes }: Cells, cell: number): number {
    const size = sizes[cell] as number;
    return size < 0 ? this.words.codeOfText(unknown) : this.words.codeOf(view, starts[cell] as number, size);
  }
}

/** Fields with one value a row whose cells stand side by side: they are looked up as one, since few rows differ. */
export class OneValued {
  readonly codes = new Growing();
  readonly values: readonly Values[];
  private readonly met = new Words();
  private readonly codesOf: number[][];

  constructor(
    private readonly first: number,
    fields: number,
  ) {
    this.values = Array.from({ length: fields }, () => new Values());
    this.codesOf = this.values.map(() => []);
  }

  add(cells: Cells): void {
    const { view, starts, sizes } = cells;
    const start = starts[this.first] as number;
    const last = this.first + this.values.length - 1;
    const end = (starts[last] as number) + Math.max(0, sizes[last] as number);
    const code = this.met.codeOf(view, start, end - start);
    if (code === this.codesOf[0]?.length)
      for (const [at, values] of this.values.entries())
        this.codesOf[at]?.push(values.codeOf(cells, this.first + at));
    this.codes.push(code);
  }

  /** `words`: those of each field, where the bytes of its values are not their text. */
  async build(
    order: Uint32Array,
    room: Room,
    words: readonly (readonly string[] | null)[] = [],
  ): Promise<Column[]> {
    const { numbers } = this.codes.take();
    const made: Column[] = [];
    for (const [at, values] of this.values.entries()) {
      const codes = Uint32Array.from(this.codesOf[at] ?? []);
      made.push({
        words: words[at] ?? values.words.texts(),
        codes: await arranged(numbers, largestIn(codes), order, room, codes),
        sets: null,
      });
    }
    return made;
  }
}

/** Places, each of them apart from itself as the stand-in for a place that is not known, which the next cell tells. */
export class Places {
  private readonly met = new Words();
  readonly codes = new Growing();
  private readonly words: string[] = [];
  private readonly standIns: number[] = [];

  add({ bytes, view, starts, sizes }: Cells, cell: number): void {
    const start = starts[cell] as number;
    const size = sizes[cell] as number;
    const next = starts[cell + 1] as number;
    const code = this.met.codeOf(view, start, next + 1 - start);
    if (code === this.words.length) {
      this.words.push(decoder.decode(bytes.subarray(start, start + size)));
      this.standIns.push(bytes[next] as number);
    }
    this.codes.push(code);
  }

  async build(order: Uint32Array, room: Room): Promise<{ place: Column; placeUnknown: Uint8Array }> {
    return {
      place: { words: this.words, codes: await this.codes.arranged(order, room), sets: null },
      placeUnknown: Uint8Array.from(this.standIns),
    };
  }
}

/** A field whose values are a list of the row itself. Rows with the same list are looked at once. */
export class Listed {
  private readonly lists = new Words();
  readonly codes = new Growing();
  private readonly words = new Words();
  private readonly sets = new SetTable();
  private readonly setOf: number[] = [];

  constructor(private readonly broader: Broader) {}

  add({ view, starts, sizes }: Cells, cell: number): void {
    const code = this.lists.codeOf(view, starts[cell] as number, sizes[cell] as number);
    if (code === this.setOf.length) this.setOf.push(this.setOfList(this.lists.text(code)));
    this.codes.push(code);
  }

  async build(order: Uint32Array, room: Room): Promise<Column> {
    const codes = await this.codes.arranged(
      order,
      room,
      Uint32Array.from(this.setOf, (set) => set - 1),
    );
    const sets = this.sets.pick(Array.from({ length: this.sets.size - 1 }, (_, at) => at + 1));
    return { words: this.words.texts(), codes, sets };
  }

  private setOfList(list: string): number {
    const codes = new Set<number>();
    for (const word of list === '' ? [] : list.split(between)) {
      codes.add(this.words.codeOfText(word));
      const parent = this.broader.get(word);
      if (parent !== undefined) codes.add(this.words.codeOfText(parent));
    }
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
  async build(
    order: Uint32Array,
    room: Room,
    otherwise: string,
    texts = this.words.texts(),
  ): Promise<Column> {
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
      codes: await arranged(numbers, largestIn(kept), order, room, kept),
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

  async build(order: Uint32Array, room: Room): Promise<SizeColumn> {
    return {
      values: Float64Array.from(this.codeOf.keys()),
      codes: await this.codes.arranged(order, room),
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
export async function derived(
  codes: Numbers,
  rows: number,
  wordOf: readonly string[],
  room: Room,
): Promise<Column> {
  const words = [...new Set(wordOf)];
  const made = await replacedIn(
    codes,
    rows,
    Uint32Array.from(wordOf, (word) => words.indexOf(word)),
    room,
  );
  return { words, codes: made, sets: null };
}
