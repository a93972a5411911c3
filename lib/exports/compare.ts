import type { ComparisonTimeChart } from '@/lib/charts/types-comparison';
import { ratioWord } from '@/lib/explore/compare/change';
import type { ChangeRow, ComparedSide, ComparisonResult } from '@/lib/explore/compare/types';
import type { Interval } from '@/lib/statistics/intervals';
import { type CountsFile, countsCsv } from './counts';
import type { CellValue } from './csv';

/**
 * Two selections over time: a line for each pair of buckets. Empty = no bucket there, or no data. What began before
 * the dates of its selection stands in a first line without dates, so that the lines add up.
 */
export function comparedTimeCsv({ frame, buckets, before }: ComparisonTimeChart): CountsFile {
  const side = (count: ComparisonTimeChart['buckets'][number]['a']): CellValue[] =>
    count
      ? [count.start, count.end, count.label, count.count, count.isPart ? 'part' : 'full']
      : [null, null, null, null, null];
  const header = (name: string) =>
    ['start', 'end', 'label', 'incidents', 'coverage'].map((c) => `${name}_${c}`);
  const early = (count: number): CellValue[] => [null, null, 'before', count, null];
  return countsCsv(
    frame,
    [...header('a'), ...header('b')],
    [
      ...(before.a + before.b > 0 ? [[...early(before.a), ...early(before.b)]] : []),
      ...buckets.map(({ a, b }) => [...side(a), ...side(b)]),
    ],
  );
}

const columns = [
  'field',
  'code',
  'label',
  'a_incidents',
  'b_incidents',
  'a_days',
  'b_days',
  'a_share',
  'b_share',
  'difference_of_shares',
  'difference_low',
  'difference_high',
  'rate_ratio',
  'rate_ratio_low',
  'rate_ratio_high',
  'share_ratio',
  'share_ratio_low',
  'share_ratio_high',
  'change',
];

/**
 * The change table: the total, then every value of every field. Ratios are B to A, shares parts of 1, intervals
 * of 95 %. Below ten incidents on either side all but the counts is empty, and `change` says `too-few`.
 */
export function changeCsv({
  a,
  b,
  result,
}: {
  a: ComparedSide;
  b: ComparedSide;
  result: ComparisonResult;
}): CountsFile {
  const days = [a.observed?.days ?? null, b.observed?.days ?? null];
  const line = (field: string, { code, label, change, ...counts }: ChangeRow): CellValue[] => [
    field,
    code,
    label,
    counts.a,
    counts.b,
    ...days,
    decimals(change?.shareA ?? null),
    decimals(change?.shareB ?? null),
    ...interval(change?.difference ?? null),
    ...interval(change?.rates ?? null),
    ...interval(change?.shares ?? null),
    change ? (change.rates ? ratioWord(change.rates).change : null) : 'too-few',
  ];
  return countsCsv(result.frame, columns, [
    line('all', result.total),
    ...result.groups.flatMap(({ field, rows }) => rows.map((row) => line(field, row))),
  ]);
}

function interval(of: Interval | null): CellValue[] {
  return of ? [decimals(of.value), decimals(of.low), decimals(of.high)] : [null, null, null];
}

/** Six figures that count: as exact as counts can be, and the same on every machine. */
function decimals(value: number | null): number | null {
  return value === null ? null : Number(value.toPrecision(6));
}
