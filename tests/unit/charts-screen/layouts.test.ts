import { describe, expect, it } from 'vitest';
import { barLayout, barStart, placePeriods, rowsOf } from '@/components/charts/bar-layout';
import { dotLayout } from '@/components/charts/dot-layout';
import { bucketsOf, dot, timeChart } from './samples';

const size = { width: 700, height: 288 };
const everyYear = Array.from({ length: 16 }, (_, i) => ({
  label: `Two Sessions ${2005 + i}`,
  startsOn: `${2005 + i}-03-03`,
  endsOn: `${2005 + i}-03-15`,
}));

describe('barLayout', () => {
  it('has whole numbers at the axis of counts', () => {
    for (const total of [0, 1, 2, 3, 7, 344]) {
      const buckets = bucketsOf('2019-01-01', 3, 'month').map((bucket) => ({ ...bucket, total }));
      const { yTicks } = barLayout(timeChart({ buckets }), size);
      const values = yTicks.map(({ value }) => value);
      expect(values.every(Number.isInteger)).toBe(true);
      expect(values[0]).toBe(0);
      expect(values.at(-1)).toBeGreaterThanOrEqual(Math.max(1, total));
    }
  });

  it('keeps every bar inside its bucket, at any width', () => {
    for (const [width, count] of [
      [320, 192],
      [700, 18],
      [700, 1],
      [1_000, 1_500],
    ] as const) {
      const layout = barLayout(timeChart({ buckets: bucketsOf('2005-01-01', count, 'day'), grain: 'day' }), {
        width,
        height: 288,
      });
      expect(layout.barWidth).toBeGreaterThan(0);
      expect(layout.barWidth).toBeLessThanOrEqual(layout.step);
      for (const index of [0, count - 1]) {
        const start = barStart(layout, index) - layout.plot.left;
        expect(start).toBeGreaterThanOrEqual(index * layout.step - 1e-6);
        expect(start + layout.barWidth).toBeLessThanOrEqual((index + 1) * layout.step + 1e-6);
      }
    }
  });

  it('thins the labels of time where buckets are narrow', () => {
    const { xTicks } = barLayout(timeChart({ buckets: bucketsOf('2005-01-01', 192, 'month') }), size);
    expect(xTicks.length).toBeGreaterThan(2);
    expect(xTicks.length).toBeLessThan(40);
  });

  it('writes the name of a period once where it comes every year', () => {
    const chart = timeChart({ buckets: bucketsOf('2005-01-01', 192, 'month'), periods: everyYear });
    const { periods, plot } = barLayout(chart, size);
    expect(periods).toHaveLength(16);
    expect(periods.filter(({ row }) => row !== null)).toHaveLength(1);
    expect(plot.top).toBe(8 + 14);
  });
});

describe('placePeriods', () => {
  it('needs no room above the plot where there are no periods', () => {
    expect(rowsOf(placePeriods([], 500, () => 0))).toBe(0);
  });
});

describe('dotLayout', () => {
  it('widens the axis so that every dot stands inside', () => {
    const dots = [
      dot('a', '2018-12-30'),
      dot('b', '2019-03-03', { endsOn: '2020-03-03', datePrecision: 'days' }),
    ];
    const { span, placed, plot } = dotLayout(timeChart({ dots }), dots, size);
    expect(span).toEqual({ from: '2018-12-30', to: '2020-03-03' });
    for (const { from, to } of placed) {
      expect(from).toBeGreaterThanOrEqual(0);
      expect(to).toBeLessThanOrEqual(plot.width + 1e-9);
    }
  });

  it('labels months on long spans and days on short ones', () => {
    const long = dotLayout(timeChart(), [dot('a', '2019-02-02')], size);
    expect(long.ticks.map(({ tick }) => tick.label)).toContain('Mar');
    const buckets = bucketsOf('2019-02-01', 20, 'day');
    const short = dotLayout(timeChart({ buckets, grain: 'day' }), [dot('a', '2019-02-02')], size);
    expect(short.ticks.some(({ tick }) => /^\d+ Feb$/.test(tick.label))).toBe(true);
  });
});
