import type { Bucket } from '@/lib/charts/types';
import {
  addDays,
  type CivilDate,
  civilDate,
  dateParts,
  dayNumber,
  fromDayNumber,
  isoWeekday,
} from '@/lib/dates/civil';
import { type Grain, nextPeriod, parsePartialDate } from '@/lib/dates/periods';

/** Two buckets that are held against each other. `at` is where they stand on the axis. */
export type Pair = { at: CivilDate; a: Bucket | null; b: Bucket | null };

/** The ISO week of a day: the year it belongs to, and its number. */
export function isoWeek(date: CivilDate): { year: number; week: number } {
  const thursday = addDays(date, 4 - isoWeekday(date));
  const { year } = dateParts(thursday);
  return { year, week: Math.floor((dayNumber(thursday) - dayNumber(civilDate(year, 1, 1))) / 7) + 1 };
}

/** First day of the same bucket a year later; null for 29 February and for week 53 where that year has none. */
export function yearLater(start: CivilDate, grain: Grain): CivilDate | null {
  if (grain === 'week') {
    const { year, week } = isoWeek(start);
    return parsePartialDate(`${year + 1}-W${String(week).padStart(2, '0')}`)?.from ?? null;
  }
  return parsePartialDate(`${dateParts(start).year + 1}${start.slice(4)}`)?.from ?? null;
}

/** Buckets of the same dates side by side, without a gap from the first to the last. Both lists must be of one grain. */
export function byDates(a: readonly Bucket[], b: readonly Bucket[], grain: Grain): Pair[] {
  const [inA, inB] = [a, b].map((buckets) => new Map(buckets.map((bucket) => [bucket.start, bucket])));
  const starts = [...a, ...b].map(({ start }) => start).sort();
  const last = starts.at(-1);
  const pairs: Pair[] = [];
  for (let at = starts[0]; at && last && at <= last; at = nextPeriod(at, grain))
    pairs.push({ at, a: inA?.get(at) ?? null, b: inB?.get(at) ?? null });
  return pairs;
}

/**
 * Buckets of A beside those of B a year later. A bucket without a counterpart (29 February, week 53) stands by
 * itself, after the one before it.
 */
export function byYears(a: readonly Bucket[], b: readonly Bucket[], grain: Grain): Pair[] {
  let before = Number.NEGATIVE_INFINITY;
  const placed = a.flatMap((bucket) => {
    const later = yearLater(bucket.start, grain);
    const at = later ? dayNumber(later) : before + 0.5;
    if (later) before = at;
    return Number.isFinite(at) ? [{ at, bucket }] : [{ at: dayNumber(bucket.start) + 365.5, bucket }];
  });
  return paired(placed, b);
}

function paired(a: readonly { at: number; bucket: Bucket }[], b: readonly Bucket[]): Pair[] {
  const pairs = new Map<number, { a: Bucket | null; b: Bucket | null }>();
  for (const { at, bucket } of a) pairs.set(at, { a: bucket, b: null });
  for (const bucket of b) {
    const at = dayNumber(bucket.start);
    pairs.set(at, { a: pairs.get(at)?.a ?? null, b: bucket });
  }
  return [...pairs]
    .sort(([one], [other]) => one - other)
    .map(([at, pair]) => ({ at: fromDayNumber(Math.floor(at)), ...pair }));
}
