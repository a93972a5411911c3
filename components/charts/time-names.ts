import { chartMessages } from '@/lib/charts/messages';
import { screenMessages } from '@/lib/charts/screen-messages';
import { stackOf, stackTotal } from '@/lib/charts/time-layout';
import {
  drawnValues,
  hasNoData,
  limitText,
  peopleIn,
  peopleText,
  runningTotals,
} from '@/lib/charts/time-values';
import type { Bucket, SeriesKey, TimeChart } from '@/lib/charts/types';
import { formatNumber, inLine } from '@/lib/i18n/locale';
import { timeMessages } from '@/lib/i18n/messages/time';

/** How each bucket is read out: "Sep 2019: 1 incident, Mass incident 1, Petition 0". */
export function bucketNames(chart: TimeChart, keys: readonly SeriesKey[]): string[] {
  const { frame, show, split } = chart;
  const words = chartMessages[frame.locale];
  const screen = screenMessages[frame.locale];
  const t = timeMessages[frame.locale].drawing;
  const sums = show === 'cumulative' ? runningTotals(chart.buckets) : [];
  return chart.buckets.map((bucket, index) => {
    const total =
      hasNoData(bucket) || show !== 'cumulative'
        ? screen.incidents(bucket.total)
        : inLine(
            [screen.incidents(bucket.total), t.soFar(formatNumber(sums[index] ?? 0, frame.locale))],
            frame.locale,
          );
    const people =
      show === 'participants' && bucket.total > 0 ? peopleText(peopleIn(bucket, ''), frame.locale) : null;
    const name = screen.bar(
      bucket.label,
      hasNoData(bucket) ? words.noData : people ? inLine([people, total], frame.locale) : total,
      bucket.total === 0 || split === null || show === 'participants'
        ? []
        : keys.map(({ code, label }) => ({ label, count: stackTotal(bucket, code) })),
    );
    return [
      name,
      ...(bucket.coverage === 'part' ? [words.partCovered] : []),
      ...limitsOf(bucket, frame.locale),
    ].join(frame.locale === 'zh' ? '；' : '; ');
  });
}

/** What was expected in a bucket that was judged, and its limit, after what makes it a burst; else nothing. */
export function limitsOf({ burst, limit, total }: Bucket, locale: TimeChart['frame']['locale']): string[] {
  const known = limit ?? burst;
  if (!known) return [];
  const t = timeMessages[locale].drawing;
  // What is dated more coarsely is not judged.
  const judged = limit && limit.count !== total ? [t.judged(formatNumber(limit.count, locale))] : [];
  const said = inLine([...judged, limitText(known, locale)], locale);
  return [burst ? `${t.burst}${locale === 'zh' ? '：' : ': '}${said}` : said];
}

/** What is said of one part of a bucket: its count, share, sum or range. */
export function partText(chart: TimeChart, index: number, code: string): string {
  const bucket = chart.buckets[index];
  const { locale } = chart.frame;
  if (!bucket) return '';
  const number = (value: number) => formatNumber(value, locale);
  const count = code === '' ? bucket.total : stackTotal(bucket, code);
  switch (chart.show) {
    case 'participants':
      return peopleText(peopleIn(bucket, code), locale);
    case 'share':
      return timeMessages[locale].drawing.ofTotal(
        chartMessages[locale].percent(bucket.total > 0 ? count / bucket.total : 0),
        number(count),
      );
    case 'cumulative': {
      const { sure, coarse } = drawnValues(chart)[index]?.[code] ?? { sure: 0, coarse: 0 };
      return inLine([number(count), timeMessages[locale].drawing.soFar(number(sure + coarse))], locale);
    }
    case 'count':
      return number(count);
  }
}

/** How a part of a bucket is read out. */
export function partName(chart: TimeChart, index: number, key: SeriesKey): string {
  const bucket = chart.buckets[index];
  if (!bucket) return '';
  const { locale } = chart.frame;
  const words = chartMessages[locale];
  const { coarse } = stackOf(bucket, key.code);
  const name =
    chart.show === 'count'
      ? words.value(bucket.label, key.label, stackTotal(bucket, key.code))
      : screenMessages[locale].unit(
          inLine([bucket.label, key.label], locale),
          partText(chart, index, key.code),
        );
  return coarse > 0 && chart.show !== 'participants'
    ? inLine([name, words.coarseShare(coarse)], locale)
    : name;
}
