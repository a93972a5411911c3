import { restCode } from '@/lib/charts/time-values';
import type { Bucket, TimeChart } from '@/lib/charts/types';
import type { Calendar } from '@/lib/charts/types-time';
import { addDays } from '@/lib/dates/civil';
import { formatDay } from '@/lib/dates/format';
import { formatNumber } from '@/lib/i18n/locale';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import { timeMessages } from '@/lib/i18n/messages/time';
import { sizeRange } from './figures';

/** Fewest incidents of which a chart says whether they become more. */
const leastForTrend = 10;

/**
 * Whether the later half of the whole buckets holds clearly more incidents than the earlier half, or fewer: by a
 * quarter or more, and by more than chance makes likely, |b − a| > 1.96 √(a + b) (the difference of two Poisson
 * counts). Null = neither, or too few to say. Of an odd number of buckets the middle one is left out. Pure.
 */
export function trendOf(
  buckets: readonly Bucket[],
): { rises: boolean; before: number; after: number } | null {
  const totals = buckets.filter(({ coverage }) => coverage === 'full').map(({ total }) => total);
  const half = Math.floor(totals.length / 2);
  const sum = (values: number[]) => values.reduce((all, value) => all + value, 0);
  const [before, after] = [sum(totals.slice(0, half)), sum(totals.slice(totals.length - half))];
  if (half < 2 || before + after < leastForTrend) return null;
  if (Math.abs(after - before) <= 1.96 * Math.sqrt(before + after)) return null;
  if (after >= before * 1.25) return { rises: true, before, after };
  return before >= after * 1.25 ? { rises: false, before, after } : null;
}

/** The bucket that holds the most incidents; null where several do, or none holds two. Pure. */
export function peakOf<One extends { total: number }>(buckets: readonly One[]): One | null {
  const most = buckets.reduce((top, { total }) => Math.max(top, total), 0);
  const highest = buckets.filter(({ total }) => total === most);
  return most > 1 && highest.length === 1 ? (highest[0] ?? null) : null;
}

/**
 * Whether a bucket would not stand out without the incidents that are dated more coarsely and counted where their
 * date begins, as those known to the month on its first day. Pure.
 */
export function leansOnCoarse<One extends Pick<Bucket, 'total' | 'stacks'>>(
  peak: One,
  buckets: readonly One[],
): boolean {
  const coarse = Object.values(peak.stacks).reduce((sum, stack) => sum + stack.coarse, 0);
  return coarse > 0 && buckets.some((other) => other !== peak && other.total >= peak.total - coarse);
}

/** The main thing that a chart over time shows, in one or two plain sentences. Pure. */
export function timeSentence(chart: Omit<TimeChart, 'sentence'>): string {
  const { buckets, total, grain, split, keys, show } = chart;
  const { locale } = chart.frame;
  const t = timeMessages[locale].sentence;
  const explore = exploreMessages[locale];
  const number = (value: number) => formatNumber(value, locale);
  const fields: Record<string, string> = timeMessages[locale].fields;
  const by = t.by(explore.time.grainWords[grain], split === null ? null : (fields[split] ?? split));
  if (chart.calendar) return calendarSentence(chart.calendar, locale);
  if (total === 0) return t.nothing;
  if (chart.dots) return t.dots(number(total), total === 1);
  if (show === 'share') {
    const ranked = keys
      .filter(({ code }) => code !== restCode)
      .map(({ code, label }) => ({ label, count: countOf(buckets, code) }))
      .sort((a, b) => b.count - a.count);
    const top = ranked[0];
    return t.shares(number(total), by) + (top ? t.largest(top.label, number((100 * top.count) / total)) : '');
  }
  if (show === 'cumulative') {
    let so = 0;
    const half = buckets.find((bucket) => {
      so += bucket.total;
      return so >= total / 2;
    });
    return (
      t.soFar(number(total), by, buckets.at(-1)?.label ?? '') + (half && total > 1 ? t.half(half.label) : '')
    );
  }
  if (show === 'participants') {
    const people = buckets.map((bucket) => bucket.people?.['']);
    const sum = (of: (one: NonNullable<(typeof people)[number]>) => number | null) =>
      people.reduce<number | null>((all, one) => {
        const more = one ? of(one) : null;
        return more === null ? all : (all ?? 0) + more;
      }, null);
    const range = {
      sizeMin: sum(({ min }) => min),
      sizeMax: sum(({ max }) => max),
      sizeOpen: sum(({ open }) => open) ?? 0,
    };
    return t.people(sizeRange(range, locale), number(total), by);
  }
  const peak = peakOf(buckets);
  const peakCount = (one: Bucket) =>
    leansOnCoarse(one, buckets) ? t.withCoarse(number(one.total)) : number(one.total);
  const trend = trendOf(buckets);
  return (
    t.counts(number(total), total === 1, by) +
    (peak ? t.peak(peak.label, peakCount(peak), grain === 'day') : '') +
    (trend ? t.trend(trend.rises, number(trend.before), number(trend.after)) : '')
  );
}

const countOf = (buckets: readonly Bucket[], code: string) =>
  buckets.reduce((sum, { stacks }) => sum + (stacks[code]?.sure ?? 0) + (stacks[code]?.coarse ?? 0), 0);

function calendarSentence({ years }: Calendar, locale: TimeChart['frame']['locale']): string {
  const t = timeMessages[locale].sentence;
  const days = years.flatMap(({ year, days }) =>
    days.flatMap((count, index) => (count === null ? [] : [{ year, index, total: count }])),
  );
  const total = days.reduce((sum, day) => sum + day.total, 0);
  const peak = peakOf(days);
  const free = days.filter((day) => day.total === 0).length;
  const number = (value: number) => formatNumber(value, locale);
  return (
    t.days(number(total), total === 1) +
    (peak
      ? t.peak(formatDay(addDays(`${peak.year}-01-01`, peak.index), locale), number(peak.total), true)
      : '') +
    (total > 0 ? t.free(number(free), number(days.length)) : '')
  );
}
