import { describe, expect, test } from 'vitest';
import { bucketSeries, chartSpan, fittingGrain } from '@/lib/explore/series';
import type { DayCount } from '@/lib/incidents/counts/types';

const open = { from: null, to: null };
const log = { from: '2019-01-02', to: '2020-06-28' };
const count = (
  day: string,
  precision: DayCount['precision'] = 'day',
  type = 'petition',
  n = 1,
): DayCount => ({
  day,
  precision,
  code: type,
  count: n,
  sizeMin: null,
  sizeMax: null,
  sizeUnknown: n,
  sizeOpen: 0,
});
const options = { coverage: [log], limits: open, locale: 'en' as const };

describe('buckets of a time chart', () => {
  test('a date known to the week is hatched in days and sure in weeks and months, in the bucket of its start (rule 2)', () => {
    const counts = [count('2019-02-25', 'week')];
    const span = { from: '2019-02-20', to: '2019-03-10' };
    const days = bucketSeries(counts, span, 'day', options);
    expect(days.find(({ start }) => start === '2019-02-25')?.stacks).toEqual({
      petition: { sure: 0, coarse: 1 },
    });
    const weeks = bucketSeries(counts, span, 'week', options);
    expect(weeks.find(({ start }) => start === '2019-02-25')?.stacks).toEqual({
      petition: { sure: 1, coarse: 0 },
    });
    const months = bucketSeries(counts, span, 'month', options);
    expect(months.map(({ start, total }) => [start, total])).toEqual([
      ['2019-02-01', 1],
      ['2019-03-01', 0],
    ]);
    expect(months[0]?.stacks).toEqual({ petition: { sure: 1, coarse: 0 } });
  });

  test('a date known to the month is hatched in weeks', () => {
    const weeks = bucketSeries(
      [count('2019-03-01', 'month')],
      { from: '2019-02-25', to: '2019-03-31' },
      'week',
      options,
    );
    expect(weeks[0]).toMatchObject({ start: '2019-02-25', stacks: { petition: { sure: 0, coarse: 1 } } });
  });

  test('empty buckets are 0 inside the coverage and no data outside it (rule 5)', () => {
    const buckets = bucketSeries([], { from: '2018-11-01', to: '2019-03-31' }, 'month', options);
    expect(buckets.map(({ start, coverage, total }) => [start, coverage, total])).toEqual([
      ['2018-11-01', 'none', 0],
      ['2018-12-01', 'none', 0],
      ['2019-01-01', 'part', 0],
      ['2019-02-01', 'full', 0],
      ['2019-03-01', 'full', 0],
    ]);
  });

  test('a bucket that the dates of the filter cut is marked as a part', () => {
    const limits = { from: '2019-02-10', to: '2019-04-30' };
    const buckets = bucketSeries([], { from: '2019-02-01', to: '2019-04-30' }, 'month', {
      ...options,
      limits,
    });
    expect(buckets.map(({ coverage }) => coverage)).toEqual(['part', 'full', 'full']);
  });

  test('two data sets that follow one another cover a bucket together', () => {
    const coverage = [
      { from: '2019-01-01', to: '2019-03-15' },
      { from: '2019-03-16', to: null },
    ];
    const buckets = bucketSeries([], { from: '2019-03-01', to: '2019-03-31' }, 'month', {
      ...options,
      coverage,
    });
    expect(buckets.map(({ coverage }) => coverage)).toEqual(['full']);
  });

  test('weeks run Monday to Sunday across the end of a year (rule 9)', () => {
    const buckets = bucketSeries(
      [count('2020-01-01')],
      { from: '2019-12-29', to: '2020-01-06' },
      'week',
      options,
    );
    expect(buckets.map(({ start, end, total }) => [start, end, total])).toEqual([
      ['2019-12-23', '2019-12-29', 0],
      ['2019-12-30', '2020-01-05', 1],
      ['2020-01-06', '2020-01-12', 0],
    ]);
  });

  test('types are stacked, and the stacks add up', () => {
    const [bucket] = bucketSeries(
      [count('2019-05-01'), count('2019-05-20', 'day', 'strike', 3), count('2019-05-01', 'month')],
      { from: '2019-05-01', to: '2019-05-31' },
      'month',
      options,
    );
    expect(bucket).toMatchObject({ total: 5, stacks: { petition: { sure: 2 }, strike: { sure: 3 } } });
  });
});

describe('the span of a time chart', () => {
  test('is the coverage, widened to every incident that is counted', () => {
    expect(chartSpan(open, [log], ['2018-12-31', '2019-05-01'])).toEqual({
      from: '2018-12-31',
      to: '2020-06-28',
    });
  });
  test('is the dates of the filter where they are given', () => {
    expect(chartSpan({ from: '2019-03-01', to: null }, [log], ['2019-02-25'])).toEqual({
      from: '2019-02-25',
      to: '2020-06-28',
    });
  });
  test('is nothing where nothing is known', () => {
    expect(chartSpan(open, [open], [])).toBeNull();
    expect(chartSpan(open, [], [])).toBeNull();
  });
  test('takes a coarser bucket where the one asked for would be drawn thousands of times', () => {
    expect(fittingGrain({ from: '2010-01-01', to: '2020-12-31' }, 'day')).toBe('week');
    expect(fittingGrain({ from: '1000-01-01', to: '9999-12-31' }, 'day')).toBe('year');
    expect(fittingGrain(log, 'day')).toBe('day');
    expect(fittingGrain(log, 'auto')).toBe('month');
  });
});
