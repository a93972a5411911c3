import { formatNumber, type Locale } from '@/lib/i18n/locale';
import { timeMessages } from '@/lib/i18n/messages/time';
import { chartMessages } from './messages';
import { seriesColors } from './palette';
import { countTicks } from './scale';
import type { Bucket, SeriesKey, Stack, TimeChart } from './types';
import type { Burst, PeopleRange } from './types-time';

/** The code of the series that holds all other values. No vocabulary has it. */
export const restCode = 'other-values';

/** Below so many incidents a share says little, and its bucket is marked. */
export const lowCount = 10;

/** Whether nothing is known of a bucket, which is not the same as zero. */
export function hasNoData({ coverage, total }: Bucket): boolean {
  return coverage === 'none' && total === 0;
}

/** Whether a chart shows shares of a bucket that holds too few incidents for them. */
export function isLow({ show }: Pick<TimeChart, 'show'>, { total }: Bucket): boolean {
  return show === 'share' && total > 0 && total < lowCount;
}

/** What is drawn of one bucket: by code, in units of the axis; null = there is nothing to draw (no data, no share of nothing). */
export type Drawn = Record<string, Stack> | null;

const nothing: Stack = { sure: 0, coarse: 0 };
const zero = (): Stack => ({ sure: 0, coarse: 0 });

/**
 * What a chart draws of each bucket. Counts: the incidents of each key. Shares: count / total of the bucket, each
 * incident once in the total. Added up: the running sum of each key from the first bucket. Pure.
 */
export function drawnValues({ buckets, keys, show }: Pick<TimeChart, 'buckets' | 'keys' | 'show'>): Drawn[] {
  if (show === 'share') {
    return buckets.map(({ stacks, total }) =>
      total === 0
        ? null
        : Object.fromEntries(
            Object.entries(stacks).map(([code, { sure, coarse }]) => [
              code,
              { sure: sure / total, coarse: coarse / total },
            ]),
          ),
    );
  }
  if (show !== 'cumulative') return buckets.map((bucket) => (hasNoData(bucket) ? null : bucket.stacks));
  const sums: Record<string, Stack> = Object.fromEntries(keys.map(({ code }) => [code, zero()]));
  return buckets.map((bucket) => {
    for (const [code, { sure, coarse }] of Object.entries(bucket.stacks)) {
      const sum = sums[code] ?? zero();
      sums[code] = { sure: sum.sure + sure, coarse: sum.coarse + coarse };
    }
    return hasNoData(bucket) ? null : { ...sums };
  });
}

/** Incidents up to and with each bucket, each once. */
export function runningTotals(buckets: readonly Bucket[]): number[] {
  let sum = 0;
  return buckets.map(({ total }) => {
    sum += total;
    return sum;
  });
}

/** The height of one key in a bucket; null where nothing is to be drawn. */
export function heightOf(drawn: Drawn | undefined, code: string): number | null {
  if (!drawn) return null;
  const { sure, coarse } = drawn[code] ?? nothing;
  return sure + coarse;
}

/** A part of a bar: from one height to another, in units of the axis. */
export type BarPart = { code: string; kind: keyof Stack; from: number; to: number };

/** The parts of one bar that are not empty; stacked in the order of the keys, or each from the ground. */
export function barParts(
  drawn: Drawn | undefined,
  keys: readonly SeriesKey[],
  isStacked: boolean,
): BarPart[] {
  const parts: BarPart[] = [];
  let ground = 0;
  for (const { code } of keys) {
    const stack = drawn?.[code] ?? nothing;
    let from = isStacked ? ground : 0;
    for (const kind of ['sure', 'coarse'] as const) {
      if (stack[kind] === 0) continue;
      parts.push({ code, kind, from, to: from + stack[kind] });
      from += stack[kind];
    }
    ground = from;
  }
  return parts;
}

/** The people of one key in a bucket; '' = of all incidents. Null = the bucket holds no incident of it. */
export function peopleIn(bucket: Bucket, code: string): PeopleRange | null {
  return bucket.people?.[code] ?? null;
}

/** The ends of a range of people as it is drawn; null = no size is reported. */
export function peopleEnds(range: PeopleRange | null): { low: number; high: number; isOpen: boolean } | null {
  if (!range || (range.min === null && range.max === null)) return null;
  const low = range.min ?? 0;
  return { low, high: Math.max(low, range.max ?? 0), isOpen: range.open > 0 };
}

/** More bands of people than these would hide one another. */
const mostBands = 3;

/**
 * The keys that a chart draws. Ranges of people can't be stacked, and many bands of them hide one another: then
 * there is one range for all.
 */
export function drawnKeys({
  draw,
  show,
  keys,
  frame,
}: Pick<TimeChart, 'draw' | 'show' | 'keys' | 'frame'>): SeriesKey[] {
  const isMerged = draw === 'stacked' || (draw === 'lines' && keys.length > mostBands);
  if (show !== 'participants' || !isMerged || keys.length < 2) return keys;
  return [{ code: '', label: timeMessages[frame.locale].people, color: seriesColors[0], tone: 'series-1' }];
}

/** The highest value that a chart draws, in units of its axis. */
export function highest(chart: TimeChart): number {
  const { buckets, show, draw, mean } = chart;
  if (show === 'share' && draw === 'stacked') return 1;
  const codes = drawnKeys(chart).map(({ code }) => code);
  let top = 0;
  if (show === 'participants') {
    for (const bucket of buckets)
      for (const code of codes) top = Math.max(top, peopleEnds(peopleIn(bucket, code))?.high ?? 0);
    return top;
  }
  const totals = show === 'cumulative' ? runningTotals(buckets) : buckets.map(({ total }) => total);
  drawnValues(chart).forEach((drawn, index) => {
    const heights = codes.map((code) => heightOf(drawn, code) ?? 0);
    if (draw === 'stacked') {
      const sum = Object.values(drawn ?? {}).reduce((all, { sure, coarse }) => all + sure + coarse, 0);
      top = Math.max(top, sum, totals[index] ?? 0);
    } else top = Math.max(top, ...heights);
  });
  for (const { code, values } of mean?.lines ?? [])
    if (code === '' || codes.includes(code)) for (const value of values) top = Math.max(top, value ?? 0);
  return top;
}

/** Ticks of the axis of a chart, from 0 to at least its highest value, about `target` of them. */
export function valueTicks(chart: TimeChart, most: number, target: number): number[] {
  if (chart.show !== 'share') return countTicks(most, target);
  if (most >= 0.999 && most <= 1.001)
    return (target >= 4 ? [0, 25, 50, 75, 100] : [0, 50, 100]).map((tick) => tick / 100);
  return countTicks(most * 100, target).map((tick) => tick / 100);
}

/** A value of the axis in words. */
export function valueText({ show }: Pick<TimeChart, 'show'>, value: number, locale: Locale): string {
  return show === 'share' ? chartMessages[locale].percent(value) : formatNumber(value, locale);
}

/** A range of people in words: "300–500 people", "60 people or more", "size not reported" (rule 7). */
export function peopleText(range: PeopleRange | null, locale: Locale): string {
  const t = timeMessages[locale].drawing.range;
  const number = (value: number) => formatNumber(value, locale);
  if (!range || (range.min === null && range.max === null)) return t.notReported;
  const { min, max, open } = range;
  if (min === null) return max === null ? t.notReported : t.atMost(number(max));
  if (open > 0 || max === null) return t.atLeast(number(min));
  return min === max ? t.exactly(number(min)) : t.between(number(min), number(max));
}

const dashes = ['', '7 3', '2 3', '9 3 2 3', '5 2', '1 3 5 3', '12 4', '3 2 1 2'];

/** The dashes of the line of a key by its place, so that lines can be told apart without colours; '' = drawn through. */
export function dashOf(index: number): string {
  return dashes[index % dashes.length] ?? '';
}

/** What the past makes likely in a bucket, as it is printed: one decimal. */
export function limitNumbers(
  { expected, upper }: Burst,
  locale: Locale,
): { expected: string; upper: string } {
  return { expected: formatNumber(expected, locale, 1), upper: formatNumber(upper, locale, 1) };
}

/** The same in words: "expected 4.1, limit 9.8". */
export function limitText(limit: Burst, locale: Locale): string {
  const { expected, upper } = limitNumbers(limit, locale);
  return timeMessages[locale].drawing.limit(expected, upper);
}
