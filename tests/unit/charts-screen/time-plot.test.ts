import { describe, expect, it } from 'vitest';
import { markAt, markBox } from '@/components/charts/bar-hits';
import { barLayout, heightAt } from '@/components/charts/bar-layout';
import { barPaths, signPaths } from '@/components/charts/bar-paths';
import { calendarGrid } from '@/components/charts/calendar-grid';
import { firstStop, walk } from '@/components/charts/calendar-walk';
import { edgesOf } from '@/components/charts/use-brush';
import { cellOf, dayIn, daysIn } from '@/lib/charts/calendar-layout';
import type { TimeChart } from '@/lib/charts/types';
import { bucketsOf, timeChart } from './samples';

const size = { width: 640, height: 288 };

/** Two months with two types, one with none. */
function chart(change: Partial<TimeChart> = {}): TimeChart {
  const buckets = bucketsOf('2019-01-01', 3, 'month').map((bucket, index) =>
    index === 1
      ? bucket
      : {
          ...bucket,
          total: 9,
          stacks: { 'mass-incident': { sure: 3, coarse: 1 }, petition: { sure: 5, coarse: 0 } },
        },
  );
  return timeChart({ buckets, total: 18, ...change });
}

describe('finding the mark at a point', () => {
  const middle = (layout: ReturnType<typeof barLayout>, index: number) =>
    layout.plot.left + (index + 0.5) * layout.step;

  it('tells the parts of a stack by their height, and the bucket above them', () => {
    const one = chart();
    const layout = barLayout(one, size);
    const at = (value: number) => markAt(one, layout, middle(layout, 2), heightAt(layout, value));
    expect(at(2)).toEqual({ bucket: 2, code: 'mass-incident' });
    expect(at(3.5)).toEqual({ bucket: 2, code: 'mass-incident' });
    expect(at(7)).toEqual({ bucket: 2, code: 'petition' });
    expect(at(9.5)).toEqual({ bucket: 2, code: null });
    expect(markAt(one, layout, middle(layout, 1), heightAt(layout, 1))).toEqual({ bucket: 1, code: null });
    expect(markAt(one, layout, 2, 100)).toBeNull();
  });

  it('tells bars side by side by their place', () => {
    const one = chart({ draw: 'grouped' });
    const layout = barLayout(one, size);
    const y = heightAt(layout, 1);
    expect(markAt(one, layout, middle(layout, 0) - 5, y)?.code).toBe('mass-incident');
    expect(markAt(one, layout, middle(layout, 0) + 5, y)?.code).toBe('petition');
    const box = markBox(one, layout, { bucket: 0, code: 'petition' });
    expect(box?.height).toBeCloseTo(heightAt(layout, 0) - heightAt(layout, 5));
  });

  it('takes the nearest line, if one is near', () => {
    const one = chart({ draw: 'lines' });
    const layout = barLayout(one, size);
    expect(markAt(one, layout, middle(layout, 0), heightAt(layout, 5) + 4)?.code).toBe('petition');
    expect(markAt(one, layout, middle(layout, 0), heightAt(layout, 2))?.code).toBeNull();
  });

  it('leaves parts aside where buckets are too narrow to be hit', () => {
    const many = timeChart({ buckets: bucketsOf('2018-01-01', 700, 'day'), grain: 'day' });
    const layout = barLayout(many, size);
    expect(markAt(many, layout, layout.plot.left + 10, heightAt(layout, 0.5))?.code).toBeNull();
  });
});

describe('bars as outlines', () => {
  it('are one for each series, kind and side of the selection, whatever the number of buckets', () => {
    const one = chart();
    const layout = barLayout(one, size);
    expect(barPaths(one, layout, null).map(({ code, kind, faded }) => [code, kind, faded])).toEqual([
      ['mass-incident', 'sure', false],
      ['mass-incident', 'coarse', false],
      ['petition', 'sure', false],
    ]);
    const chosen = barPaths(one, layout, { from: '2019-03-01', to: '2019-03-31' });
    expect(chosen.filter(({ faded }) => faded)).toHaveLength(3);
    expect(chosen[0]?.d.match(/M/g)).toHaveLength(1);
  });

  it('carry signs where a bucket is covered in part, holds few incidents or is a burst', () => {
    const usual = chart({ show: 'share' });
    const buckets = usual.buckets.map((bucket, index) => ({
      ...bucket,
      coverage: index === 0 ? ('part' as const) : bucket.coverage,
      burst: index === 2 ? { expected: 2, upper: 5 } : null,
    }));
    const one = { ...usual, buckets };
    const signs = signPaths(one, barLayout(one, size), [9, 0, 9]);
    expect(signs.partial.match(/M/g)).toHaveLength(1);
    expect(signs.low.match(/M/g)).toHaveLength(2);
    expect(signs.bursts.match(/M/g)).toHaveLength(1);
    expect(signs.totals).toBe('');
  });
});

describe('a span of buckets', () => {
  const buckets = bucketsOf('2019-01-01', 6, 'month');
  it('is what a span of days touches', () => {
    expect(edgesOf(buckets, { from: '2019-02-10', to: '2019-04-01' })).toEqual([1, 4]);
    expect(edgesOf(buckets, { from: '2018-01-01', to: '2022-01-01' })).toEqual([0, 6]);
    expect(edgesOf(buckets, { from: '2022-01-01', to: '2022-02-01' })).toBeNull();
    expect(edgesOf(buckets, null)).toBeNull();
  });
});

describe('a calendar', () => {
  it('has Mondays at the top and a column a week', () => {
    // 1 January 2019 was a Tuesday, 1 July 2019 a Monday.
    expect(cellOf(2019, 0, false)).toEqual({ column: 0, row: 1, block: 0 });
    expect(cellOf(2019, 6, false)).toEqual({ column: 1, row: 0, block: 0 });
    expect(cellOf(2019, 181, true)).toEqual({ column: 0, row: 0, block: 1 });
  });

  it.each([1997, 2000, 2018, 2019, 2020, 2024])('finds every day of %i in its cell again', (year) => {
    for (const inHalves of [false, true])
      for (let index = 0; index < daysIn(year); index++)
        expect(dayIn(year, cellOf(year, index, inHalves), inHalves)).toBe(index);
  });

  it('is drawn as half years where there is little room, and finds the day under a pointer', () => {
    const years = [2020, 2019].map((year) => ({ year, days: [], total: 0 }));
    const calendar = { from: '2019-01-01', to: '2020-12-31', years, classes: [], leftOut: 0, earlier: 0 };
    for (const width of [330, 860]) {
      const grid = calendarGrid(calendar, width);
      expect(grid.inHalves).toBe(width === 330);
      expect(grid.width).toBeLessThanOrEqual(width);
      for (const year of [2019, 2020])
        for (const index of [0, 100, 200, 300, 364]) {
          const { x, y } = grid.place(year, cellOf(year, index, grid.inHalves));
          expect(grid.dayAt(x + 1, y + 1)).toEqual({ year, index });
        }
      expect(grid.dayAt(1, 1)).toBeNull();
    }
  });

  it('is walked by day and week across the years, and begins at the last incident', () => {
    const year = (of: number, count: number) => ({
      year: of,
      days: Array.from({ length: daysIn(of) }, (_, day) => (day === 10 ? count : 0)),
      total: count,
    });
    const years = [year(2020, 0), year(2019, 2)];
    const calendar = { from: '2019-01-01', to: '2020-12-31', years, classes: [], leftOut: 0, earlier: 0 };
    expect(firstStop(calendar)).toEqual({ year: 2019, index: 10 });
    const from = (key: string, of: number, index: number) => walk(key, { year: of, index }, calendar);
    expect(from('ArrowUp', 2020, 0)).toEqual({ year: 2019, index: 364 });
    expect(from('ArrowRight', 2019, 360)).toEqual({ year: 2020, index: 2 });
    expect(from('ArrowLeft', 2019, 3)).toEqual({ year: 2019, index: 0 });
    expect(from('PageDown', 2020, 365)).toEqual({ year: 2019, index: 364 });
    expect(from('End', 2020, 3)).toEqual({ year: 2020, index: 365 });
    expect(from('a', 2020, 3)).toBeNull();
  });
});
