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
  const width = column ? column.words.length : 1;
  const others = ~bitOf.starts;
  const groups = new Map<number, number>();
  const keys: number[] = [];
  const counts: number[] = [];
  const sums = new Sums(0);
  for (let row = 0; row < fails.length; row++) {
    if (((fails[row] as number) & others) !== 0) continue;
    const base =
      ((startsOn[row] as number) + dayOffset) * precisionWords.length + (precisions[row] as number);
    const from = column?.starts ? (column.starts[row] as number) : row;
    const to = column?.starts ? (column.starts[row + 1] as number) : row + 1;
    for (let at = from; at < to; at++) {
      const key = base * width + (column ? (column.codes[at] as number) : 0);
      let group = groups.get(key);
      if (group === undefined) {
        group = keys.length;
        groups.set(key, group);
        keys.push(key);
        counts.push(0);
        sums.grow();
      }
      counts[group] = (counts[group] as number) + 1;
      sums.add(group, columns, row);
    }
  }
  const precisionRank = ranks(precisionWords);
  const codeRank = column ? ranks(column.words) : [0];
  const made = keys.map((key, group) => {
    const code = key % width;
    const base = Math.floor(key / width);
    const precision = base % precisionWords.length;
    const day = Math.floor(base / precisionWords.length);
    const at = (day * precisionWords.length + (precisionRank[precision] as number)) * width;
    return { group, day: day - dayOffset, precision, code, at: at + (codeRank[code] as number) };
  });
  made.sort((one, other) => one.at - other.at);
  let last = { number: Number.NaN, day: '' };
  return made.map(({ group, day, precision, code }): DayCount => {
    if (day !== last.number) last = { number: day, day: fromDayNumber(day) };
    return {
      day: last.day,
      precision: precisionWords[precision] as DatePrecision,
      code: column ? (column.words[code] as string) : '',
      count: counts[group] as number,
      ...sums.at(group),
    };
  });
}

/** The place of each word when they are sorted. */
function ranks(words: readonly string[]): number[] {
  const sorted = [...words].sort(order);
  const rankOf = new Map(sorted.map((word, rank) => [word, rank]));
  return words.map((word) => rankOf.get(word) as number);
}

/** Keeps day numbers positive, back to before the year 1. */
const dayOffset = 800_000;

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
