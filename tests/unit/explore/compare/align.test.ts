import { describe, expect, test } from 'vitest';
import type { Bucket } from '@/lib/charts/types';
import { type Grain, nextPeriod, periodEnd, periodStart } from '@/lib/dates/periods';
import { byDates, byYears } from '@/lib/explore/compare/align';

function buckets(from: string, to: string, grain: Grain): Bucket[] {
  const all: Bucket[] = [];
  for (let start = periodStart(from, grain); start <= to; start = nextPeriod(start, grain))
    all.push({ start, end: periodEnd(start, grain), label: start, coverage: 'full', total: 1, stacks: {} });
  return all;
}

const starts = (pairs: ReturnType<typeof byDates>) =>
  pairs.map(({ a, b }) => [a?.start ?? null, b?.start ?? null]);

describe('buckets held against each other', () => {
  test('of the same dates: one axis without a gap, each side where it has buckets', () => {
    const pairs = byDates(
      buckets('2019-01-01', '2019-02-28', 'month'),
      buckets('2019-05-01', '2019-05-31', 'month'),
      'month',
    );
    expect(starts(pairs)).toEqual([
      ['2019-01-01', null],
      ['2019-02-01', null],
      [null, null],
      [null, null],
      [null, '2019-05-01'],
    ]);
  });

  test('a year apart by month', () => {
    const pairs = byYears(
      buckets('2019-01-01', '2019-03-31', 'month'),
      buckets('2020-02-01', '2020-03-31', 'month'),
      'month',
    );
    expect(starts(pairs)).toEqual([
      ['2019-01-01', null],
      ['2019-02-01', '2020-02-01'],
      ['2019-03-01', '2020-03-01'],
    ]);
  });

  test('29 February of either year stands alone, and the days after it are of one date', () => {
    const inB = byYears(
      buckets('2019-02-27', '2019-03-02', 'day'),
      buckets('2020-02-27', '2020-03-02', 'day'),
      'day',
    );
    expect(starts(inB)).toEqual([
      ['2019-02-27', '2020-02-27'],
      ['2019-02-28', '2020-02-28'],
      [null, '2020-02-29'],
      ['2019-03-01', '2020-03-01'],
      ['2019-03-02', '2020-03-02'],
    ]);
    const inA = byYears(
      buckets('2020-02-28', '2020-03-01', 'day'),
      buckets('2021-02-28', '2021-03-01', 'day'),
      'day',
    );
    expect(starts(inA)).toEqual([
      ['2020-02-28', '2021-02-28'],
      ['2020-02-29', null],
      ['2020-03-01', '2021-03-01'],
    ]);
    expect(inA.map(({ at }) => at)).toEqual([...inA.map(({ at }) => at)].sort());
  });

  test('the weeks of a year with 53 each have one beside them, 52 weeks earlier', () => {
    const pairs = byYears(
      buckets('2019-01-01', '2019-12-31', 'week'),
      buckets('2020-01-01', '2020-12-31', 'week'),
      'week',
    );
    expect(pairs).toHaveLength(53);
    expect(starts(pairs)[0]).toEqual(['2018-12-31', '2019-12-30']);
    expect(starts(pairs)[52]).toEqual(['2019-12-30', '2020-12-28']);
    for (const { at, b } of pairs) expect(b?.start).toBe(at);
  });

  test('weeks of the same number after a year with 53 are 53 weeks apart', () => {
    const pairs = byYears(
      buckets('2020-02-24', '2020-03-08', 'week'),
      buckets('2021-03-01', '2021-03-14', 'week'),
      'week',
    );
    expect(starts(pairs)).toEqual([
      ['2020-02-24', '2021-03-01'],
      ['2020-03-02', '2021-03-08'],
    ]);
  });

  test('where one side begins much later, weeks 52 apart stand together', () => {
    const apart = byYears(
      buckets('2019-01-07', '2019-01-27', 'week'),
      buckets('2020-01-20', '2020-01-26', 'week'),
      'week',
    );
    expect(starts(apart).at(-1)).toEqual(['2019-01-21', '2020-01-20']);
  });
});
