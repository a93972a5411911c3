import { describe, expect, test } from 'vitest';
import { comparedSeries, type TimeSide } from '@/lib/explore/compare/time';
import type { DayCount } from '@/lib/incidents/counts/types';
import { type IncidentFilters, noFilters } from '@/lib/incidents/selection';

const count = (day: string, n = 1, precision: DayCount['precision'] = 'day'): DayCount => ({
  day,
  precision,
  code: '',
  count: n,
  sizeMin: null,
  sizeMax: null,
  sizeUnknown: n,
  sizeOpen: 0,
});
const log = { from: '2019-01-02', to: '2020-06-28' };
const side = (some: Partial<IncidentFilters>, days: DayCount[]): TimeSide => ({
  filters: { ...noFilters, ...some },
  days,
  coverage: [log],
});
const counts = ({ buckets }: ReturnType<typeof comparedSeries>) =>
  buckets.map(({ at, a, b }) => [at, a?.count ?? null, b?.count ?? null]);

describe('two selections over time', () => {
  test('pinned: of the same dates; a side has no number outside its dates, and zero inside them', () => {
    const a = side({ from: '2019-02', to: '2019-03' }, [count('2019-02-25', 2)]);
    const b = side({ from: '2019-03', to: '2019-05' }, [count('2019-05-01', 3)]);
    expect(counts(comparedSeries({ a, b }, 'pinned', 'month', 'en'))).toEqual([
      ['2019-02-01', 2, null],
      ['2019-03-01', 0, 0],
      ['2019-04-01', null, 0],
      ['2019-05-01', null, 3],
    ]);
  });

  test('a year before: beside the same months, no data where the coverage ends', () => {
    const a = side({ from: '2019-05', to: '2019-07' }, [count('2019-05-10'), count('2019-07-31')]);
    const b = side({ from: '2020-05', to: '2020-07' }, [count('2020-06-01', 4)]);
    const series = comparedSeries({ a, b }, 'year-before', 'month', 'en');
    expect(counts(series)).toEqual([
      ['2020-05-01', 1, 0],
      ['2020-06-01', 0, 4],
      ['2020-07-01', 1, null],
    ]);
    expect(series.buckets[1]?.b).toMatchObject({ label: 'Jun 2020', isPart: true });
    expect(series.buckets[1]?.a).toMatchObject({ label: 'Jun 2019', isPart: false });
  });

  test('what began before the dates and only reaches into them stands in no bucket, but is counted', () => {
    const a = side({ from: '2019-10', to: '2019-12' }, [count('2019-01-02', 5, 'year'), count('2019-10-05')]);
    const b = side({ from: '2020-01', to: '2020-03' }, [count('2020-01-05', 2)]);
    const series = comparedSeries({ a, b }, 'pinned', 'month', 'en');
    expect(series.before).toEqual({ a: 5, b: 0 });
    expect(counts(series).map(([at]) => at)).toEqual([
      '2019-10-01',
      '2019-11-01',
      '2019-12-01',
      '2020-01-01',
      '2020-02-01',
      '2020-03-01',
    ]);
  });

  test('a bucket that the dates cut names the days that it holds, so that its records can be opened', () => {
    const a = side({ from: '2019-10-03', to: '2019-10-20' }, [count('2019-10-05')]);
    const series = comparedSeries({ a, b: a }, 'pinned', 'week', 'en');
    expect(series.buckets.map(({ b }) => [b?.start, b?.end, b?.isPart])).toEqual([
      ['2019-10-03', '2019-10-06', true],
      ['2019-10-07', '2019-10-13', false],
      ['2019-10-14', '2019-10-20', false],
    ]);
  });
});
