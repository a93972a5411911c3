import { describe, expect, test } from 'vitest';
import type { TimeChart } from '@/lib/charts/types';
import { addDays } from '@/lib/dates/civil';
import { type TimeInput, timeChart } from '@/lib/explore/time';
import { framingOf } from '@/lib/explore/time-window';
import { defaultView, type ExploreView } from '@/lib/explore/view';
import type { Locale } from '@/lib/i18n/locale';
import { noFilters } from '@/lib/incidents/selection';
import { baseIn, count } from './time-samples';

const months = [
  count('2019-01-05', 'petition', 40),
  count('2019-04-02', 'petition', 3),
  count('2019-05-02', 'strike', 8),
  count('2019-06-02', 'strike', 2),
  count('2019-06-05', 'petition', 1),
];

/** A chart of which the days in `starts` are chosen; `kept` incidents began in them. */
function chosen(
  starts: string,
  kept: number,
  view: Partial<ExploreView> = {},
  more: Partial<TimeInput> & { locale?: Locale } = {},
): TimeChart {
  const { locale = 'en', ...rest } = more;
  return timeChart({
    counts: months,
    totals: null,
    rest: null,
    past: null,
    span: { from: '2019-01-01', to: '2019-12-31' },
    kept: { incidents: kept, sizeMin: 60, sizeMax: 90, sizeOpen: 0, sizeUnknown: 0 },
    dots: null,
    directives: null,
    filters: { ...noFilters, starts },
    view: { ...defaultView, by: 'month', ...view },
    coverage: [],
    periods: [],
    names: { dataset: (slug) => slug, place: (id) => id, source: (ref) => ref },
    places: new Map(),
    scope: null,
    base: baseIn(locale),
    ...rest,
  });
}

const quarter = '2019-04-01..2019-06-30';

describe('the sentence of a chart with a chosen span', () => {
  test('counts what began in it, and names its own peak', () => {
    expect(chosen(quarter, 14).sentence).toBe(
      'In the selected period (Apr 2019 – Jun 2019): 14 incidents by month and type. Most in May 2019 (8).',
    );
    expect(chosen(quarter, 14, {}, { locale: 'zh' }).sentence).toBe(
      '所选时段（2019年4月 – 2019年6月）：14 起事件，按月与类型统计。2019年5月最多（8 起）。',
    );
  });

  test('of one bucket names no peak, and of nothing says so', () => {
    expect(chosen('2019-05', 8).sentence).toBe(
      'In the selected period (May 2019): 8 incidents by month and type.',
    );
    expect(chosen('2019-11', 0).sentence).toBe('No incident in this selection.');
  });

  test('says nothing of a bucket that the span holds in part, unless the whole bucket would change nothing', () => {
    expect(chosen('2019-04-02..2019-06-30', 14).sentence).toContain('Most in May 2019 (8)');
    expect(chosen('2019-01-06..2019-06-30', 14).sentence).not.toContain('Most in');
    expect(chosen('2019-04-02..2019-06-30', 14, { show: 'share' }).sentence).toBe(
      'In the selected period (2 Apr – 30 Jun 2019): Shares of 14 incidents by month and type.',
    );
  });

  test('shares, sums and people are those of the span', () => {
    expect(chosen(quarter, 14, { show: 'share' }).sentence).toContain('the largest is Strike, 71 %');
    expect(chosen(quarter, 14, { show: 'cumulative' }).sentence).toBe(
      'In the selected period (Apr 2019 – Jun 2019): 14 incidents up to Jun 2019, added up by month and type. Half of them began by May 2019.',
    );
    expect(chosen(quarter, 14, { show: 'participants' }).sentence).toContain('60–90, in 14 incidents');
  });

  test('a calendar speaks of the days of the span', () => {
    expect(chosen(quarter, 14, { draw: 'calendar' }).sentence).toBe(
      'In the selected period (Apr 2019 – Jun 2019): 14 incidents dated to the day. Most on 2 May 2019 (8). None on 87 of 91 days.',
    );
  });

  test('all is counted in the caption, and the span is handed to the drawing', () => {
    const chart = chosen(quarter, 14);
    expect(chart.selected).toEqual({ from: '2019-04-01', to: '2019-06-30' });
    expect(chart.frame.notes.join(' ')).toContain('14 of 54 began in the selected period');
    expect(chart.total).toBe(54);
  });
});

/** An incident on each Monday and two on each Thursday of twenty years. */
const years = { from: '2001-01-01', to: '2020-12-31' };
const weekly = Array.from({ length: 1043 }, (_, week) => addDays(years.from, 7 * week)).flatMap((monday) => [
  count(monday, 'petition', 1),
  count(addDays(monday, 3), 'strike', 2),
]);

describe('a chosen span of which finer periods can be drawn than of the whole', () => {
  const long = (starts: string, kept: number, view: Partial<ExploreView>) =>
    chosen(starts, kept, view, { counts: weekly, span: years });

  test('is drawn alone, with a margin, in the periods that were asked for', () => {
    const chart = long('2019', 156, { by: 'day' });
    expect([chart.grain, chart.buckets.length]).toEqual(['day', 365 + 2 * 37]);
    expect([chart.buckets[0]?.start, chart.buckets.at(-1)?.end]).toEqual(['2018-11-25', '2020-02-06']);
    expect(chart.total).toBe(chart.buckets.reduce((sum, { total }) => sum + total, 0));
    expect([chart.ofAll, long('2019', 156, { by: 'month' }).ofAll]).toEqual([3_129, undefined]);
    expect(chart.frame.notes.join(' ')).toContain(
      '156 of 3,129 began in the selected period. Only it is drawn, with some days beside it, faded: of the whole there would be too many days.',
    );
    expect(chart.sentence).not.toContain('Too many');
    expect(chart.buckets.find(({ start }) => start === '2019-01-03')?.stacks).toEqual({
      strike: { sure: 2, coarse: 0 },
    });
  });

  test('is drawn in the next size that fits, and the sentence says so where it is read', () => {
    const chart = long('2016..2020', 783, { by: 'day' });
    expect(chart.grain).toBe('week');
    expect(chart.sentence).toContain('Too many buckets to draw by day; drawn by week.');
    expect(chart.buckets.at(-1)?.end).toBe('2021-01-03');
  });

  test('means and bursts look back beyond the window', () => {
    const chart = long('2019', 156, { by: 'day', mean: 7, bursts: true });
    expect(chart.mean?.lines).toEqual([{ code: '', values: chart.buckets.map(() => 3 / 7) }]);
    expect(chart.buckets.every(({ limit }) => limit !== null)).toBe(true);
  });

  test('is not where the whole fits, nothing is asked for, or sums begin at the beginning', () => {
    const span = { from: '2019-01-01', to: '2019-12-31' };
    for (const view of [{ by: 'month' }, { by: 'auto' }, { by: 'day', show: 'cumulative' }] as const)
      expect(framingOf({ ...defaultView, ...view }, years, span).window).toBeNull();
    expect(framingOf({ ...defaultView, by: 'day' }, years, null)).toEqual({ grain: 'month', window: null });
    const before = { from: '1990-01-01', to: '1990-12-31' };
    expect(framingOf({ ...defaultView, by: 'day' }, years, before).window).toBeNull();
  });

  test('its margin ends with the days of the chart, and never makes too many buckets', () => {
    const view = { ...defaultView, by: 'day' } as const;
    const first = framingOf(view, years, { from: '2001-01-01', to: '2001-12-31' }).window;
    expect(first?.from).toBe('2001-01-01');
    const full = framingOf(view, years, { from: '2010-01-01', to: '2012-01-15' });
    expect(full).toEqual({ grain: 'day', window: { from: '2009-12-30', to: '2012-01-17' } });
  });
});
