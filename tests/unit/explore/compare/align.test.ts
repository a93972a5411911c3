import { describe, expect, test } from 'vitest';
import type { Bucket } from '@/lib/charts/types';
import { type Grain, nextPeriod, periodEnd, periodStart } from '@/lib/dates/periods';
import { byDates, byYears, isoWeek, yearLater } from '@/lib/explore/compare/align';

function buckets(from: string, to: string, grain: Grain): Bucket[] {
  const all: Bucket[] = [];
  for (let start = periodStart(from, grain); start <= to; start = nextPeriod(start, grain))
    all.push({ start, end: periodEnd(start, grain), label: start, coverage: 'full', total: 1, stacks: {} });
  return all;
}

const starts = (pairs: ReturnType<typeof byDates>) =>
  pairs.map(({ a, b }) => [a?.start ?? null, b?.start ?? null]);

describe('ISO weeks', () => {
  test.each([
    ['2019-12-30', 2020, 1],
    ['2020-12-31', 2020, 53],
    ['2021-01-03', 2020, 53],
    ['2021-01-04', 2021, 1],
    ['1969-12-29', 1970, 1],
    ['1965-06-09', 1965, 23],
  ])('%s lies in %i, week %i', (date, year, week) => {
    expect(isoWeek(date)).toEqual({ year, week });
  });

  test('a year later: the same date, the same week number; 29 February and some weeks 53 have none', () => {
    expect(yearLater('2019-02-01', 'month')).toBe('2020-02-01');
    expect(yearLater('2020-02-29', 'day')).toBeNull();
    expect(yearLater('2019-12-30', 'week')).toBe('2021-01-04');
    expect(yearLater('2020-12-28', 'week')).toBeNull();
  });
});

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

  test('weeks by number: week 53 stands alone', () => {
    const pairs = byYears(
      buckets('2020-12-21', '2021-01-10', 'week'),
      buckets('2021-12-20', '2022-01-09', 'week'),
      'week',
    );
    expect(starts(pairs)).toEqual([
      [null, '2021-12-20'],
      ['2020-12-21', '2021-12-27'],
      ['2020-12-28', null],
      ['2021-01-04', '2022-01-03'],
    ]);
  });
});
