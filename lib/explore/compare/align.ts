import type { Bucket } from '@/lib/charts/types';
import { type CivilDate, dateParts, dayNumber, fromDayNumber } from '@/lib/dates/civil';
import { type Grain, nextPeriod, parsePartialDate } from '@/lib/dates/periods';

/** Two buckets that are held against each other. `at` is where they stand on the axis. */
export type Pair = { at: CivilDate; a: Bucket | null; b: Bucket | null };

/** First day of the same bucket a year later: the same date; null for 29 February. Weeks are paired otherwise (`byYears`). */
function yearLater(start: CivilDate): CivilDate | null {
  return parsePartialDate(`${dateParts(start).year + 1}${start.slice(4)}`)?.from ?? null;
}

const week = 7;
const weeksOfYear = 52 * week;

/**
 * Days from a week of A to its counterpart in B: as many as lie between the first weeks of both, which are 51 to 53
 * weeks; else 52 weeks. By their numbers, a week 53 would have no counterpart, and weeks 53 apart would be paired.
 */
function weeksLater(a: readonly Bucket[], b: readonly Bucket[]): number {
  const [first, second] = [a[0], b[0]];
  const apart = first && second ? dayNumber(second.start) - dayNumber(first.start) : weeksOfYear;
  return Math.abs(apart - weeksOfYear) <= week ? apart : weeksOfYear;
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
 * Buckets of A beside those of B a year later; of weeks, the first of A beside the first of B, and so on. 29 February
 * has no counterpart and stands by itself, after the day before it.
 */
export function byYears(a: readonly Bucket[], b: readonly Bucket[], grain: Grain): Pair[] {
  if (grain === 'week') {
    const later = weeksLater(a, b);
    return paired(
      a.map((bucket) => ({ at: dayNumber(bucket.start) + later, bucket })),
      b,
    );
  }
  let before = Number.NEGATIVE_INFINITY;
  const placed = a.flatMap((bucket) => {
    const later = yearLater(bucket.start);
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
