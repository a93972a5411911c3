import { restColors, seriesColors } from '@/lib/charts/palette';
import { mapClasses } from '@/lib/charts/scale';
import type { Bucket, SeriesKey, TimeChart } from '@/lib/charts/types';
import type { Calendar } from '@/lib/charts/types-time';
import { formatPeriod } from '@/lib/dates/format';
import { nextPeriod, periodEnd } from '@/lib/dates/periods';
import { meanLines } from '@/lib/explore/time-measures';
import type { Locale } from '@/lib/i18n/locale';
import { barsChart, frame, sequence } from './samples';

/** Charts over time for tests, one for each way of drawing, made up and the same every time. */

const labels: [string, string, string][] = [
  ['labour', 'Labour', '劳动'],
  ['land', 'Land acquisition, demolition and stalled housing projects', '征地、拆迁与烂尾楼'],
  ['education', 'Education', '教育'],
  ['finance', 'Finance and fraud', '金融与诈骗'],
  ['police', 'Police conduct and justice', '警务与司法'],
];

/** The series of a field with more values than are drawn. */
export function manyKeys(locale: Locale): SeriesKey[] {
  const en = locale === 'en';
  return [
    ...labels.map(([code, word, zh], index) => ({
      code,
      label: en ? word : zh,
      color: seriesColors[index] ?? '',
      tone: `series-${index + 1}`,
    })),
    {
      code: 'other-values',
      label: en ? 'Other values (13)' : '其他值（13）',
      color: restColors.rest,
      tone: 'series-rest',
      values: [],
    },
    { code: 'unknown', label: en ? 'Unknown' : '不详', color: restColors.unknown, tone: 'series-unknown' },
  ];
}

/** Twenty quarters with gaps, a part, coarse dates, few incidents, people, and a burst. */
export function quarters(locale: Locale): Bucket[] {
  const next = sequence(11);
  const buckets: Bucket[] = [];
  for (let start = '2016-01-01'; buckets.length < 20; start = nextPeriod(start, 'quarter')) {
    const index = buckets.length;
    const bucket: Bucket = {
      start,
      end: periodEnd(start, 'quarter'),
      label: formatPeriod(start, 'quarter', locale),
      coverage: index < 2 ? 'none' : index === 2 ? 'part' : 'full',
      total: 0,
      stacks: {},
      people: {},
    };
    if (index >= 2) fill(bucket, index === 7 ? 0.1 : 1, locale, next);
    if (index === 12) bucket.burst = { expected: 21.5, upper: 34 };
    buckets.push(bucket);
  }
  return buckets;
}

function fill(bucket: Bucket, share: number, locale: Locale, next: () => number): void {
  let [least, most] = [0, 0];
  manyKeys(locale).forEach(({ code }, order) => {
    const sure = Math.floor((26 / (order + 1)) * (0.4 + next()) * share);
    const coarse = Math.floor(next() * 3 * share);
    bucket.stacks[code] = { sure, coarse };
    bucket.total += sure + coarse;
    const [min, max] = [sure * 40, sure * 40 + Math.floor(next() * 4000 * share)];
    [least, most] = [least + min, most + max];
    if (bucket.people && sure > 0)
      bucket.people[code] = { min, max, open: order === 1 ? 2 : 0, unknown: coarse };
  });
  // Some stand under two values and are counted once.
  bucket.total = Math.ceil(bucket.total * 0.8);
  if (bucket.people) bucket.people[''] = { min: least, max: most, open: 2, unknown: 4 };
}

/** A chart that is split by a field of several values, with everything that can stand beside it. */
export function splitChart(locale: Locale, change: Partial<TimeChart> = {}): TimeChart {
  const buckets = change.buckets ?? quarters(locale);
  const keys = change.keys ?? manyKeys(locale);
  const en = locale === 'en';
  const { draw = 'stacked', show = 'count' } = change;
  return {
    ...barsChart(locale),
    frame: frame(locale, {
      notes: [en ? 'An incident may stand under several values.' : '一起事件可列入多个值。'],
    }),
    split: 'issue',
    several: true,
    sentence: en ? '512 incidents by quarter and issue.' : '512 起事件，按季与事由统计。',
    grain: 'quarter',
    keys,
    buckets,
    mean:
      show === 'count' || show === 'share'
        ? meanLines(buckets, keys, { n: 4, shares: show === 'share', each: draw !== 'stacked' })
        : null,
    lane: {
      marks: buckets
        .filter((_, index) => index % 3 === 0)
        .map(({ start, end, label }, index) => ({
          from: start,
          to: end,
          label,
          count: index + 1,
          coarse: index % 2,
          directives: [],
        })),
      undated: 3,
      outside: 1,
    },
    ...change,
  };
}

/** Incidents by day of so many years, the newest 2020. */
export function calendarChart(locale: Locale, years: number): TimeChart {
  const next = sequence(5);
  const made = Array.from({ length: years }, (_, back) => {
    const year = 2020 - back;
    const length = year % 4 === 0 ? 366 : 365;
    const days = Array.from({ length }, (_, day) =>
      back === 0 && day > 300 ? null : Math.max(0, Math.floor(next() * next() * 8 - 1)),
    );
    return { year, days, total: days.reduce<number>((sum, count) => sum + (count ?? 0), 0) };
  });
  const calendar: Calendar = {
    from: `${2021 - years}-01-01`,
    to: '2020-12-31',
    years: made,
    classes: mapClasses(
      made.flatMap(({ days }) => days.flatMap((count) => count ?? [])),
      'count',
    ),
    leftOut: 12,
    earlier: 0,
  };
  return {
    ...splitChart(locale),
    draw: 'calendar',
    split: null,
    several: false,
    keys: [],
    buckets: [],
    periods: [],
    mean: null,
    lane: null,
    calendar,
  };
}

const single = { split: 'type', several: false } as const;

/** Every way of drawing a chart over time. */
export const modes: Record<string, (locale: Locale, change?: Partial<TimeChart>) => TimeChart> = {
  stacked: (locale, change) => splitChart(locale, change),
  grouped: (locale, change) => splitChart(locale, { draw: 'grouped', ...change }),
  lines: (locale, change) => splitChart(locale, { draw: 'lines', ...change }),
  'lines without means': (locale, change) => splitChart(locale, { draw: 'lines', mean: null, ...change }),
  panels: (locale, change) => splitChart(locale, { draw: 'multiples', ...change }),
  share: (locale, change) =>
    splitChart(locale, { show: 'share', ...single, mean: null, buckets: whole(quarters(locale)), ...change }),
  cumulative: (locale, change) => splitChart(locale, { show: 'cumulative', ...change }),
  participants: (locale, change) => splitChart(locale, { show: 'participants', ...change }),
  'participants side by side': (locale, change) =>
    splitChart(locale, { show: 'participants', draw: 'grouped', ...change }),
  'participants as bands': (locale, change) =>
    splitChart(locale, { show: 'participants', draw: 'lines', ...change }),
  calendar: (locale, change) => ({ ...calendarChart(locale, 2), ...change }),
  'calendar of many years': (locale, change) => ({ ...calendarChart(locale, 16), ...change }),
};

/** Buckets whose total is the sum of their stacks, as where no incident has two values. */
export function whole(buckets: Bucket[]): Bucket[] {
  return buckets.map((bucket) => ({
    ...bucket,
    total: Object.values(bucket.stacks).reduce((sum, { sure, coarse }) => sum + sure + coarse, 0),
  }));
}
