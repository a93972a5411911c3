import type { Bucket } from '@/lib/charts/types';
import type { CivilDate } from '@/lib/dates/civil';
import { bucketHolds, type Grain, periodStart } from '@/lib/dates/periods';
import { formatNumber, type Locale } from '@/lib/i18n/locale';
import { burstMessages } from '@/lib/i18n/messages/bursts';
import type { DayCount } from '@/lib/incidents/counts/types';
import { c2Limits, historicalLimits, type Limit, type SeriesCount } from '@/lib/statistics/bursts';

const perYear = { month: 12, quarter: 4, year: 1 } as const;

/**
 * The buckets with what the past makes likely in each (`limit`), and `burst` where a bucket holds more than that.
 * `counts` are the incidents of the buckets, each counted once. Only those dated finely enough for a bucket are
 * judged: what is known to the month alone stands on the first of the month, and would make a burst of it.
 * Buckets that the data cover only in part, or whose past they do, have no limit. Pure.
 */
export function withBursts(
  buckets: readonly Bucket[],
  grain: Grain,
  counts: readonly Pick<DayCount, 'day' | 'precision' | 'count'>[],
): Bucket[] {
  const fine = new Map<CivilDate, number>();
  for (const { day, precision, count } of counts) {
    if (!bucketHolds(grain, precision)) continue;
    const start = periodStart(day, grain);
    fine.set(start, (fine.get(start) ?? 0) + count);
  }
  const series = buckets.map(
    ({ start, coverage }): SeriesCount => ({ count: fine.get(start) ?? 0, whole: coverage === 'full' }),
  );
  const limits = limitsOf(series, grain);
  return buckets.map((bucket, at) => {
    const count = series[at]?.count ?? 0;
    const found = limits[at];
    const limit = found ? { ...found, count } : null;
    return { ...bucket, limit, burst: limit && count > limit.upper ? limit : null };
  });
}

/**
 * Days and weeks are held against the buckets just before (EARS C2), since a short past tells little of their season;
 * months and coarser against the same time of the year in five years before (historical limits).
 */
function limitsOf(series: readonly SeriesCount[], grain: Grain): (Limit | null)[] {
  if (grain === 'day' || grain === 'week') return c2Limits(series);
  // A year has no neighbours that share its season; months and quarters lend from those beside them.
  return historicalLimits(series, { perYear: perYear[grain], reach: grain === 'year' ? 0 : 1 });
}

/** A bucket that is marked as a burst. */
export type BurstBucket = Bucket & { limit: NonNullable<Bucket['limit']> };

/** The buckets that are marked, in order of time. */
export function burstsOf(buckets: readonly Bucket[]): BurstBucket[] {
  return buckets.flatMap((bucket) =>
    bucket.burst && bucket.limit ? [{ ...bucket, limit: bucket.limit }] : [],
  );
}

/** How bursts are found, and how many buckets could not be judged, one sentence each; empty where none are asked for. Pure. */
export function burstNotes(buckets: readonly Bucket[], grain: Grain, locale: Locale): string[] {
  const t = burstMessages[locale];
  const unjudged = buckets.filter(({ limit, coverage }) => limit === null && coverage !== 'none').length;
  return [
    t.methods[grain],
    t.fine(grain),
    t.chance(grain),
    ...(unjudged > 0 ? [t.unjudged(formatNumber(unjudged, locale), unjudged === 1, grain)] : []),
  ];
}

/** What is said where no bucket is marked: that none exceeds its limit, or that none has one. Pure. */
export function noBurstsSentence(buckets: readonly Bucket[], grain: Grain, locale: Locale): string {
  const t = burstMessages[locale];
  return buckets.some(({ limit }) => limit) ? t.none(grain) : t.noneJudged(grain);
}

/** The numbers of a burst in words: "12, expected 4.1, limit 9.8". */
export function burstNumbers({ limit }: BurstBucket, locale: Locale): string {
  const tenths = (value: number) => formatNumber(value, locale, 1);
  const count = formatNumber(limit.count, locale);
  return burstMessages[locale].numbers(count, tenths(limit.expected), tenths(limit.upper));
}
