import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import type { Bucket, TimeChart } from '@/lib/charts/types';
import { addDays } from '@/lib/dates/civil';
import { type Grain, nextPeriod, periodEnd } from '@/lib/dates/periods';
import {
  burstMethod,
  burstNotes,
  burstsOf,
  withBursts as judge,
  noBurstsSentence,
  pastFrom,
} from '@/lib/explore/bursts';
import { timeCsv } from '@/lib/exports/time-series';
import { timeChart } from '../charts-screen/samples';

/** Buckets of a size from a first day on. */
function bucketsOf(counts: readonly number[], grain: Grain, first: string): Bucket[] {
  let start = first;
  return counts.map((total): Bucket => {
    const bucket: Bucket = {
      start,
      end: periodEnd(start, grain),
      label: start,
      coverage: 'full',
      total,
      stacks: {},
    };
    start = nextPeriod(start, grain);
    return bucket;
  });
}

/** The buckets judged, with every incident dated to the day. */
const withBursts = (buckets: Bucket[], grain: Grain) => judge(buckets, grain, daysOf(buckets), null);

const daysOf = (buckets: readonly Bucket[]) =>
  buckets.map(({ start, total }) => ({ day: start, precision: 'day' as const, count: total }));

describe('bursts of a time chart', () => {
  test('where no bucket could be judged, none is said to keep within its limit', () => {
    const judged = withBursts(bucketsOf(Array(12).fill(4), 'week', '2019-01-07'), 'week');
    expect(noBurstsSentence(judged, 'week', 'en')).toBe('No week exceeds the limit.');
    const months = withBursts(bucketsOf(Array(60).fill(4), 'month', '2015-01-01'), 'month');
    expect(noBurstsSentence(months, 'month', 'en')).toMatch(/^No month could be judged/);
    expect(noBurstsSentence(months, 'month', 'zh')).toMatch(/^没有可判断的月/);
  });

  test('a week that exceeds the weeks before it is marked, with the expected number and the limit', () => {
    const buckets = withBursts(bucketsOf([3, 5, 2, 4, 6, 3, 5, 4, 4, 12, 4], 'week', '2019-01-07'), 'week');
    expect(burstsOf(buckets).map(({ start, total }) => [start, total])).toEqual([['2019-03-11', 12]]);
    expect(buckets[9]?.burst?.expected).toBe(4);
    expect(buckets[9]?.burst?.upper).toBeCloseTo(8.2426, 4);
    expect(buckets[10]?.burst).toBeNull();
    expect(buckets[10]?.limit?.expected).toBeCloseTo(29 / 7, 9);
    expect(buckets[8]?.limit).toBeNull();
  });

  test('a month is held against the same time of the year, so that a yearly season is no burst', () => {
    const season = [2, 2, 2, 3, 8, 20, 8, 3, 2, 2, 2, 2];
    const years = Array.from({ length: 6 }, () => season).flat();
    years[5 * 12 + 9] = 15;
    const buckets = withBursts(bucketsOf(years, 'month', '2014-01-01'), 'month');
    expect(burstsOf(buckets).map(({ start }) => start)).toEqual(['2019-10-01']);
  });

  test('a bucket in part, and any whose past is not wholly covered, has no limit', () => {
    const buckets = bucketsOf(Array(30).fill(5), 'day', '2019-01-01').map((bucket): Bucket => {
      const coverage =
        bucket.start < '2019-01-05' ? 'none' : bucket.start === addDays('2019-01-01', 29) ? 'part' : 'full';
      return { ...bucket, coverage };
    });
    const judged = withBursts(buckets, 'day').filter(({ limit }) => limit);
    expect(judged[0]?.start).toBe('2019-01-14');
    expect(judged.at(-1)?.start).toBe('2019-01-29');
  });

  test('what is dated only to the month makes no burst of the week in which the month begins', () => {
    const buckets = bucketsOf([3, 5, 2, 4, 6, 3, 5, 4, 4, 24], 'week', '2019-01-07');
    const days = daysOf(buckets);
    const last = days.pop();
    const counts = [
      ...days,
      { day: last?.day ?? '', precision: 'week' as const, count: 5 },
      { day: last?.day ?? '', precision: 'month' as const, count: 19 },
    ];
    const judged = judge(buckets, 'week', counts, null);
    expect(judged[9]?.limit?.count).toBe(5);
    expect(burstsOf(judged)).toEqual([]);
  });

  test.each([
    ['day', '2018-12-01'],
    ['week', '2018-01-01'],
    ['month', '2010-01-01'],
    ['quarter', '2005-01-01'],
    ['year', '1990-01-01'],
  ] as const)('the first date of a filter takes no %s from what limits are drawn from', (grain, first) => {
    const buckets = bucketsOf(
      [...Array(80).keys()].map((i) => (i * 7) % 11),
      grain,
      first,
    );
    const all = withBursts(buckets, grain);
    const kept = buckets.slice(70);
    const from = kept[0]?.start ?? '';
    const days = daysOf(buckets);
    const opened = days.filter(({ day }) => day >= pastFrom(from, grain));
    const past = { counts: opened, coverage: [{ from: first, to: null }], to: null };
    const own = days.filter(({ day }) => day >= from);
    expect(judge(kept, grain, own, past)).toEqual(all.slice(70));
    expect(all.slice(70).every(({ limit }) => limit)).toBe(true);
    // No more is counted than is needed.
    expect(days.length - opened.length).toBe(
      70 - { day: 9, week: 9, month: 61, quarter: 21, year: 5 }[grain],
    );
  });

  test('a bucket that the filter keeps in part is not judged, and tells the limits of those after it', () => {
    const counts = [3, 5, 2, 4, 6, 3, 5, 4, 4, 12, 4, 4, 4, 4];
    const buckets = bucketsOf(counts, 'week', '2019-01-07');
    const past = { counts: daysOf(buckets), coverage: [{ from: '2019-01-07', to: null }], to: null };
    const kept = buckets.slice(9).map((bucket, at): Bucket => {
      return at === 0 ? { ...bucket, coverage: 'part', total: 2 } : bucket;
    });
    const judged = judge(kept, 'week', [], past);
    expect(judged[0]?.limit).toBeNull();
    expect(judged.slice(1)).toEqual(withBursts(buckets, 'week').slice(10));
  });

  test('where the data begin within the time that is looked back to, nothing is judged', () => {
    const buckets = bucketsOf(Array(12).fill(4), 'month', '2015-01-01');
    const past = { counts: daysOf(buckets), coverage: [{ from: '2010-01-01', to: null }], to: null };
    const judged = judge(buckets, 'month', daysOf(buckets), past);
    expect(judged.map(({ limit }) => limit === null)).toEqual([true, ...Array(11).fill(false)]);
  });
});

describe('what is said of bursts beside a chart', () => {
  const judged = withBursts(bucketsOf([3, 5, 2, 4, 6, 3, 5, 4, 4, 12], 'week', '2019-01-07'), 'week');
  const chart = (more: Partial<TimeChart>) => timeChart({ grain: 'week', buckets: judged, ...more });

  test('is how they are found, in bars and lines', () => {
    for (const draw of ['stacked', 'grouped', 'lines'] as const) {
      expect(burstNotes(chart({ draw }), 'en')).toEqual(burstMethod(chart({ draw }), 'en'));
      expect(burstNotes(chart({ draw }), 'en')[0]).toMatch(/^Bursts \(EARS C2\): where the count exceeds/);
    }
  });

  test('is that none is marked, in panels of one value each', () => {
    const panels = chart({ draw: 'multiples' });
    expect(burstNotes(panels, 'en')).toEqual([
      'Bursts are marked in bars and lines, not in panels: a limit is that of all incidents together.',
    ]);
    expect(burstNotes(panels, 'zh').join()).toMatch(/^突增只在柱形图和折线图中标出，分图中不标/);
    // A single value is drawn as bars.
    expect(burstNotes({ ...panels, keys: panels.keys.slice(0, 1) }, 'en')).toHaveLength(4);
  });

  test.each([
    ['share', 'the shares', '占比'],
    ['cumulative', 'the running totals', '累计数'],
    ['participants', 'the participants', '参与人数'],
  ] as const)('names what is judged where a chart draws another quantity: %s', (show, drawn, zh) => {
    expect(burstNotes(chart({ show }), 'en')).toContain(
      `Judged are numbers of incidents, not ${drawn} that are drawn.`,
    );
    expect(burstNotes(chart({ show }), 'zh')).toContain(`判断所依据的是事件数，而非图中所绘的${zh}。`);
    expect(burstNotes(chart({}), 'en').join()).not.toContain('Judged are');
  });
});

test('the file of the chart gives what is judged, expected and likely at most, only where it is asked for', () => {
  const buckets = bucketsOf([3, 5, 2, 4, 6, 3, 5, 4, 4, 12], 'week', '2019-01-07');
  const rowsOf = (of: Bucket[]): Record<string, string>[] =>
    parse(timeCsv(timeChart({ grain: 'week', buckets: of })).text, { columns: true });
  expect(rowsOf(withBursts(buckets, 'week'))[9]).toMatchObject({
    dated_finely: '12',
    expected: '4',
    limit: '8.2426',
    burst: '1',
  });
  expect(rowsOf(withBursts(buckets, 'week'))[8]).toMatchObject({ expected: '', limit: '', burst: '' });
  expect(Object.keys(rowsOf(buckets)[9] ?? {})).not.toContain('expected');
});
