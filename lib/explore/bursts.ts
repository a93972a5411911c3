import { limitText } from '@/lib/charts/time-values';
import type { Bucket, TimeChart } from '@/lib/charts/types';
import { addDays, type CivilDate } from '@/lib/dates/civil';
import { bucketHolds, type Grain, nextPeriod, periodEnd, periodStart } from '@/lib/dates/periods';
import { formatNumber, inLine, type Locale } from '@/lib/i18n/locale';
import { burstMessages } from '@/lib/i18n/messages/bursts';
import type { DayCount } from '@/lib/incidents/counts/types';
import {
  c2Baseline,
  c2Lag,
  c2Limits,
  historicalLimits,
  historyYears,
  type Limit,
  type SeriesCount,
} from '@/lib/statistics/bursts';
import { coverageOf, type OpenSpan } from './series';

const perYear = { month: 12, quarter: 4, year: 1 } as const;

/** How many buckets on either side of one a year back lend to its baseline: a year has none that share its season. */
const reachOf = (grain: keyof typeof perYear) => (grain === 'year' ? 0 : 1);

const isRecent = (grain: Grain): grain is 'day' | 'week' => grain === 'day' || grain === 'week';

/** The time before the dates of a filter. The incidents of it are not shown, and limits are drawn from them. */
export type Past = {
  /** What the filter keeps with its dates opened to `pastFrom` of the first bucket, each incident once. */
  counts: readonly Pick<DayCount, 'day' | 'precision' | 'count'>[];
  /** Spans of the data sets. */
  coverage: OpenSpan[];
  /** The last day of the filter; null = it is open. */
  to: CivilDate | null;
};

/** The first day of the earliest bucket that the limit of a day's bucket is drawn from. Pure. */
export function pastFrom(day: CivilDate, grain: Grain): CivilDate {
  const back = isRecent(grain) ? c2Baseline + c2Lag : historyYears * perYear[grain] + reachOf(grain);
  let start = periodStart(day, grain);
  for (let i = 0; i < back; i++) start = periodStart(addDays(start, -1), grain);
  return start;
}

/**
 * The buckets with what the past makes likely in each (`limit`), and `burst` where a bucket holds more than that.
 * `counts` are the incidents of the buckets, each counted once. Only those dated finely enough for a bucket are
 * judged: what is known to the month alone stands on the first of the month, and would make a burst of it.
 * Buckets that the data cover only in part, or whose past they do, have no limit. `past` = the filter has a first
 * day, and limits look back beyond it; null = the buckets hold all that there is. Pure.
 */
export function withBursts(
  buckets: readonly Bucket[],
  grain: Grain,
  counts: readonly Pick<DayCount, 'day' | 'precision' | 'count'>[],
  past: Past | null,
): Bucket[] {
  const fine = new Map<CivilDate, number>();
  for (const { day, precision, count } of past?.counts ?? counts) {
    if (!bucketHolds(grain, precision)) continue;
    const start = periodStart(day, grain);
    fine.set(start, (fine.get(start) ?? 0) + count);
  }
  const before = past ? startsBefore(buckets, grain) : [];
  const starts = [...before, ...buckets.map(({ start }) => start)];
  const series = starts.map((start, at): SeriesCount => {
    const coverage = past
      ? coverageOf({ from: start, to: periodEnd(start, grain) }, past.coverage, { from: null, to: past.to })
      : buckets[at]?.coverage;
    return { count: fine.get(start) ?? 0, whole: coverage === 'full' };
  });
  const limits = limitsOf(series, grain);
  return buckets.map((bucket, index) => {
    const at = before.length + index;
    const count = series[at]?.count ?? 0;
    // A bucket that the filter keeps in part shows less than what is counted here.
    const found = bucket.coverage === 'full' ? limits[at] : null;
    const limit = found ? { ...found, count } : null;
    return { ...bucket, limit, burst: limit && count > limit.upper ? limit : null };
  });
}

/** The beginnings of the buckets before the first that its limit is drawn from, in order of time. */
function startsBefore(buckets: readonly Bucket[], grain: Grain): CivilDate[] {
  const first = buckets[0];
  if (!first) return [];
  const starts: CivilDate[] = [];
  for (let day = pastFrom(first.start, grain); day < first.start; day = nextPeriod(day, grain)) {
    starts.push(day);
  }
  return starts;
}

/**
 * Days and weeks are held against the buckets just before (EARS C2), since a short past tells little of their season;
 * months and coarser against the same time of the year in five years before (historical limits).
 */
function limitsOf(series: readonly SeriesCount[], grain: Grain): (Limit | null)[] {
  if (isRecent(grain)) return c2Limits(series);
  return historicalLimits(series, { perYear: perYear[grain], reach: reachOf(grain) });
}

/** A bucket that is marked as a burst. */
export type BurstBucket = Bucket & { limit: NonNullable<Bucket['limit']> };

/** The buckets that are marked, in order of time. */
export function burstsOf(buckets: readonly Bucket[]): BurstBucket[] {
  return buckets.flatMap((bucket) =>
    bucket.burst && bucket.limit ? [{ ...bucket, limit: bucket.limit }] : [],
  );
}

type BurstChart = Pick<TimeChart, 'buckets' | 'grain' | 'draw' | 'show' | 'keys' | 'calendar'>;

/** Whether a chart is drawn in panels, of one value each: nothing can be marked there, since a limit is that of all together. */
export const burstsUnmarked = ({ draw, keys }: Pick<TimeChart, 'draw' | 'keys'>): boolean =>
  draw === 'multiples' && keys.length > 1;

/** What is said of bursts beside a chart, one sentence each: how they are found, or why none is marked. Pure. */
export function burstNotes(chart: BurstChart, locale: Locale): string[] {
  const t = burstMessages[locale];
  if (chart.calendar) return [t.noCalendar];
  if (chart.buckets.length === 0) return [];
  return burstsUnmarked(chart) ? [t.noPanels] : burstMethod(chart, locale);
}

/** How bursts are found, of what, and how many buckets could not be judged, one sentence each. Pure. */
export function burstMethod({ buckets, grain, show }: BurstChart, locale: Locale): string[] {
  const t = burstMessages[locale];
  const unjudged = buckets.filter(({ limit, coverage }) => limit === null && coverage !== 'none').length;
  return [
    t.methods[grain],
    ...(show === 'count' ? [] : [t.judged[show]]),
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
  const count = formatNumber(limit.count, locale);
  return inLine([count, limitText(limit, locale)], locale);
}
