import { fromDayNumber } from '@/lib/dates/civil';
import type { DatePrecision } from '@/lib/dates/periods';
import type { DayCount, Facets, PairCount, PlaceCount, SizeSums, SplitField, Totals } from '../counts/types';
import { countedFields } from '../dimensions';
import { bitOf } from './match';
import type { Column, Columns } from './types';

/** Totals over the rows that nothing fails. */
export function countTotals(columns: Columns, fails: Uint32Array): Totals {
  const { startsOn, endsOn, fields } = columns;
  const sums = new Sums(1);
  const withCode = fields.directive.words.indexOf('with');
  const synthetic = fields.dataset.words.map((slug) => columns.synthetic.has(slug));
  const totals = { incidents: 0, withDirective: 0, synthetic: 0 };
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < fails.length; row++) {
    if (fails[row] !== 0) continue;
    totals.incidents++;
    if (fields.directive.codes[row] === withCode) totals.withDirective++;
    if (synthetic[fields.dataset.codes[row] as number]) totals.synthetic++;
    sums.add(0, columns, row);
    first = Math.min(first, startsOn[row] as number);
    last = Math.max(last, endsOn[row] as number);
  }
  return {
    ...totals,
    ...sums.at(0),
    firstDay: totals.incidents > 0 ? fromDayNumber(first) : null,
    lastDay: totals.incidents > 0 ? fromDayNumber(last) : null,
  };
}

/** Counts of all fields in one reading: a row that fails one part alone counts in that part's own field. */
export function countFacets(columns: Columns, fails: Uint32Array): Facets {
  const counted = countedFields.map((field) => {
    const column = columns.fields[field];
    return { field, bit: bitOf[field], column, counts: new Uint32Array(column.words.length) };
  });
  const byBit = new Map(counted.map((one) => [one.bit, one]));
  for (let row = 0; row < fails.length; row++) {
    const fail = fails[row] as number;
    if (fail === 0) for (const { column, counts } of counted) tally(column, counts, row);
    else if ((fail & (fail - 1)) === 0) {
      const one = byBit.get(fail);
      if (one) tally(one.column, one.counts, row);
    }
  }
  return Object.fromEntries(
    counted.map(({ field, column, counts }) => [field, wordCounts(column, counts)]),
  ) as Facets;
}

function tally({ codes, starts }: Column, counts: Uint32Array, row: number): void {
  const from = starts ? (starts[row] as number) : row;
  const to = starts ? (starts[row + 1] as number) : row + 1;
  for (let at = from; at < to; at++)
    counts[codes[at] as number] = (counts[codes[at] as number] as number) + 1;
}

function wordCounts({ words }: Column, counts: Uint32Array): Map<string, number> {
  return new Map(
    words.flatMap((word, code) => (counts[code] ? [[word, counts[code] as number] as const] : [])),
  );
}

/** Counts by place, leaving out the filter on it. */
export function countPlaces(
  columns: Columns,
  fails: Uint32Array,
  field: 'place' | 'destination',
): PlaceCount[] {
  const column = columns.fields[field];
  const counts = new Uint32Array(column.words.length);
  const others = ~bitOf[field];
  for (let row = 0; row < fails.length; row++)
    if (((fails[row] as number) & others) === 0) tally(column, counts, row);
  return [...wordCounts(column, counts)]
    .filter(([placeId]) => field === 'place' || columns.paths.has(placeId))
    .map(([placeId, count]) => ({ placeId, count }))
    .sort((a, b) => order(a.placeId, b.placeId));
}

/** Counts by first day, precision and code, leaving out the filter on when the interval begins. */
export function countDays(columns: Columns, fails: Uint32Array, split: SplitField | null): DayCount[] {
  const { startsOn, fields } = columns;
  const { codes: precisions, words: precisionWords } = fields.precision;
  const column = split ? fields[split] : null;
  const words = column?.words ?? [''];
  const others = ~bitOf.starts;
  const [precisionOrder, codeOrder] = [ordered(precisionWords), ordered(words)];
  const days = extent(startsOn);
  // In the order of the keys the groups are in the order of the answer.
  const groups = new Groups(days.count * precisionWords.length * words.length);
  const sums = new Sums(0);
  for (let row = 0; row < fails.length; row++) {
    if (((fails[row] as number) & others) !== 0) continue;
    const day = (startsOn[row] as number) - days.first;
    const base = day * precisionWords.length + (precisionOrder.rank[precisions[row] as number] as number);
    const from = column?.starts ? (column.starts[row] as number) : row;
    const to = column?.starts ? (column.starts[row + 1] as number) : row + 1;
    for (let at = from; at < to; at++) {
      const code = column ? (codeOrder.rank[column.codes[at] as number] as number) : 0;
      const group = groups.add(base * words.length + code);
      if (group === sums.size) sums.grow();
      sums.add(group, columns, row);
    }
  }
  return groups.sorted().map(({ key, group, count }): DayCount => {
    const base = Math.floor(key / words.length);
    return {
      day: fromDayNumber(Math.floor(base / precisionWords.length) + days.first),
      precision: precisionOrder.words[base % precisionWords.length] as DatePrecision,
      code: codeOrder.words[key % words.length] as string,
      count,
      ...sums.at(group),
    };
  });
}

/** The first of some days, and how many there are from it to the last. */
function extent(days: Int32Array): { first: number; count: number } {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const day of days) {
    if (day < first) first = day;
    if (day > last) last = day;
  }
  return { first, count: Math.max(0, last - first + 1) };
}

/** Words in order, and the place of each of the given ones in it. */
function ordered(words: readonly string[]): { words: string[]; rank: number[] } {
  const sorted = [...words].sort(order);
  const rankOf = new Map(sorted.map((word, rank) => [word, rank]));
  return { words: sorted, rank: words.map((word) => rankOf.get(word) as number) };
}

/** Counts by the codes of two fields, leaving out the filters on both. */
export function countPairs(
  columns: Columns,
  fails: Uint32Array,
  row: SplitField,
  column: SplitField,
): PairCount[] {
  const [down, across] = [columns.fields[row], columns.fields[column]];
  const width = across.words.length;
  const counts = new Map<number, number>();
  const others = ~(bitOf[row] | bitOf[column]);
  for (let at = 0; at < fails.length; at++) {
    if (((fails[at] as number) & others) !== 0) continue;
    const [downFrom, downTo] = down.starts ? [down.starts[at], down.starts[at + 1]] : [at, at + 1];
    const [acrossFrom, acrossTo] = across.starts ? [across.starts[at], across.starts[at + 1]] : [at, at + 1];
    for (let i = downFrom as number; i < (downTo as number); i++)
      for (let j = acrossFrom as number; j < (acrossTo as number); j++) {
        const key = (down.codes[i] as number) * width + (across.codes[j] as number);
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
  }
  return [...counts]
    .map(([key, count]) => ({
      row: down.words[Math.floor(key / width)] as string,
      column: across.words[key % width] as string,
      count,
    }))
    .sort((a, b) => order(a.row, b.row) || order(a.column, b.column));
}

/** Order by code units, as Postgres orders under the collation C. */
const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Most keys for which there is a place each, whether they occur or not. */
const mostDense = 4_000_000;

/** Numbers the keys that occur in the order in which they come, and counts them. */
class Groups {
  private readonly dense: Int32Array | null;
  private readonly sparse = new Map<number, number>();
  private readonly keys: number[] = [];
  private readonly counts: number[] = [];

  /** `keys`: they are whole numbers from 0 to below it. */
  constructor(keys: number) {
    this.dense = keys <= mostDense ? new Int32Array(keys) : null;
  }

  /** The group of a key, which has one more now. */
  add(key: number): number {
    let group = this.of(key);
    if (group < 0) {
      group = this.keys.length;
      this.keys.push(key);
      this.counts.push(0);
      if (this.dense) this.dense[key] = group + 1;
      else this.sparse.set(key, group);
    }
    this.counts[group] = (this.counts[group] as number) + 1;
    return group;
  }

  private of(key: number): number {
    return this.dense ? (this.dense[key] as number) - 1 : (this.sparse.get(key) ?? -1);
  }

  sorted(): { key: number; group: number; count: number }[] {
    const keys = Float64Array.from(this.keys).sort();
    return Array.from(keys, (key) => {
      const group = this.of(key);
      return { key, group, count: this.counts[group] as number };
    });
  }
}

/** Sums of sizes, one set a group. */
class Sums {
  private readonly min: number[] = [];
  private readonly max: number[] = [];
  private readonly unknown: number[] = [];
  private readonly open: number[] = [];
  private readonly hasMin: boolean[] = [];
  private readonly hasMax: boolean[] = [];

  constructor(groups: number) {
    for (let group = 0; group < groups; group++) this.grow();
  }

  get size(): number {
    return this.min.length;
  }

  grow(): void {
    for (const list of [this.min, this.max, this.unknown, this.open]) list.push(0);
    this.hasMin.push(false);
    this.hasMax.push(false);
  }

  add(group: number, { sizeMin, sizeMax }: Columns, row: number): void {
    const [min, max] = [sizeMin[row] as number, sizeMax[row] as number];
    if (min > 0) {
      this.min[group] = (this.min[group] as number) + min;
      this.hasMin[group] = true;
      if (max === 0) this.open[group] = (this.open[group] as number) + 1;
    }
    if (max > 0) {
      this.max[group] = (this.max[group] as number) + max;
      this.hasMax[group] = true;
    }
    if (min === 0 && max === 0) this.unknown[group] = (this.unknown[group] as number) + 1;
  }

  at(group: number): SizeSums {
    return {
      sizeMin: this.hasMin[group] ? (this.min[group] as number) : null,
      sizeMax: this.hasMax[group] ? (this.max[group] as number) : null,
      sizeUnknown: this.unknown[group] as number,
      sizeOpen: this.open[group] as number,
    };
  }
}

/** The values of a field that occur among the rows that nothing fails. */
export function wordsKept(columns: Columns, fails: Uint32Array, field: SplitField): string[] {
  const column = columns.fields[field];
  const counts = new Uint32Array(column.words.length);
  for (let row = 0; row < fails.length; row++) if (fails[row] === 0) tally(column, counts, row);
  return [...wordCounts(column, counts).keys()].sort(order);
}
