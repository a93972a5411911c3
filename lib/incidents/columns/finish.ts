import { fromDayNumber } from '@/lib/dates/civil';
import type { DatePrecision } from '@/lib/dates/periods';
import type { DayCount, PairCount, SizeSums, Totals } from '../counts/types';
import type { GroupSums, RawOf } from './asks';
import { Groups, noSums } from './groups';
import type { Periods } from './periods';
import type { Column, Columns } from './types';

/** Order by code units, as Postgres orders under the collation C. */
export const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** What is known of the sizes of one group. */
function sizesAt({ sizeMin, sizeMax, unknown, open }: GroupSums, group: number): SizeSums {
  // A bound is never 0, so that a sum of 0 is one of none.
  return {
    sizeMin: sizeMin[group] || null,
    sizeMax: sizeMax[group] || null,
    sizeUnknown: unknown[group] as number,
    sizeOpen: open[group] as number,
  };
}

/** Totals from what was counted. */
export function totalsOf(columns: Columns, raw: RawOf<'totals'>): Totals {
  const { fields, synthetic, firstDay } = columns;
  const incidents = raw.sums.counts[0] as number;
  const sum = (counts: Uint32Array, { words }: Column, is: (word: string) => boolean) =>
    words.reduce((all, word, code) => (is(word) ? all + (counts[code] as number) : all), 0);
  return {
    incidents,
    withDirective: sum(raw.directives, fields.directive, (word) => word === 'with'),
    synthetic: sum(raw.datasets, fields.dataset, (word) => synthetic.has(word)),
    ...sizesAt(raw.sums, 0),
    firstDay: incidents > 0 ? fromDayNumber(firstDay + raw.first) : null,
    lastDay: incidents > 0 ? fromDayNumber(firstDay + raw.last) : null,
  };
}

/** Counts of words under the words themselves; those that do not occur are absent. */
export function byWord({ words }: Column, counts: Uint32Array): Map<string, number> {
  const found = new Map<string, number>();
  words.forEach((word, code) => {
    const count = counts[code] as number;
    if (count > 0) found.set(word, (found.get(word) ?? 0) + count);
  });
  return found;
}

/** Counts by period, precision and code in their order, from what was counted. `column` null = no split. */
export function daysOf(
  columns: Columns,
  raw: RawOf<'periods'>,
  { firsts }: Periods,
  column: Column | null,
): DayCount[] {
  const precisions = ranked(columns.fields.precision.words);
  const codes = ranked(column?.words ?? ['']);
  const [many, width] = [columns.fields.precision.words.length, column?.words.length ?? 1];
  // A word may stand for the same as another: what was counted apart is put together under its rank.
  const groups = new Groups(firsts.length * precisions.words.length * codes.words.length);
  const places = Uint32Array.from(raw.keys, (key) => {
    const base = Math.floor(key / width);
    const period = Math.floor(base / many);
    const precision = precisions.rank[base % many] as number;
    return groups.of(
      (period * precisions.words.length + precision) * codes.words.length +
        (codes.rank[key % width] as number),
    );
  });
  const sums = noSums(groups.size);
  places.forEach((place, at) => {
    for (const part of ['counts', 'sizeMin', 'sizeMax', 'unknown', 'open'] as const)
      sums[part][place] = (sums[part][place] as number) + (raw.sums[part][at] as number);
  });
  const { keys, numbers } = groups.inOrder();
  return Array.from(keys, (key, at) => {
    const group = numbers[at] as number;
    const base = Math.floor(key / codes.words.length);
    return {
      day: firsts[Math.floor(base / precisions.words.length)] as string,
      precision: precisions.words[base % precisions.words.length] as DatePrecision,
      code: codes.words[key % codes.words.length] as string,
      count: sums.counts[group] as number,
      ...sizesAt(sums, group),
    };
  });
}

/** Different words in order, and the place of each given one among them. */
function ranked(given: readonly string[]): { words: string[]; rank: number[] } {
  const words = [...new Set(given)].sort(order);
  const rankOf = new Map(words.map((word, rank) => [word, rank]));
  return { words, rank: given.map((word) => rankOf.get(word) as number) };
}

/** Counts by the words of two fields in their order, from what was counted. */
export function pairsOf(down: Column, across: Column, raw: RawOf<'pairs'>): PairCount[] {
  const width = across.words.length;
  const found = new Map<string, PairCount>();
  raw.keys.forEach((key, at) => {
    const row = down.words[Math.floor(key / width)] as string;
    const column = across.words[key % width] as string;
    const known = found.get(`${row}\n${column}`);
    const count = raw.counts[at] as number;
    if (known) known.count += count;
    else found.set(`${row}\n${column}`, { row, column, count });
  });
  return [...found.values()].sort((a, b) => order(a.row, b.row) || order(a.column, b.column));
}
