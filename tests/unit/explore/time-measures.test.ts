import { describe, expect, test } from 'vitest';
import type { PeopleRange } from '@/lib/charts/types-time';
import { bucketSeries } from '@/lib/explore/series';
import { addPeople, meanLines, movingAverage, movingShare } from '@/lib/explore/time-measures';
import type { DayCount } from '@/lib/incidents/counts/types';

const all = (n: number) => Array.from({ length: n }, () => true);

describe('moving averages', () => {
  test('are the mean of a bucket and those before it', () => {
    // (2+4+9)/3 = 5, (4+9+5)/3 = 6, (9+5+1)/3 = 5.
    expect(movingAverage([2, 4, 9, 5, 1], all(5), 3)).toEqual([null, null, 5, 6, 5]);
  });
  test('begin anew after a bucket that is not wholly covered', () => {
    expect(movingAverage([8, 2, 4, 6, 8], [true, false, true, true, true], 2)).toEqual([
      null,
      null,
      null,
      5,
      7,
    ]);
  });
  test('are none where there are fewer buckets than they need', () => {
    expect(movingAverage([1, 2], all(2), 3)).toEqual([null, null]);
    expect(movingAverage([], [], 3)).toEqual([]);
  });
  test('of shares weigh buckets by their incidents, and are none of nothing', () => {
    // 1 of 2 and 9 of 90: (1+9)/(2+90), not (0.5+0.1)/2.
    expect(movingShare([1, 9, 0, 0], [2, 90, 0, 0], all(4), 2)).toEqual([null, 10 / 92, 0.1, null]);
  });
});

const none: PeopleRange = { min: null, max: null, open: 0, unknown: 0 };
const sums = (sizeMin: number | null, sizeMax: number | null, sizeUnknown = 0, sizeOpen = 0) => ({
  sizeMin,
  sizeMax,
  sizeUnknown,
  sizeOpen,
});

describe('ranges of people (rule 7)', () => {
  test('add lower bounds to lower bounds and upper bounds to upper bounds', () => {
    const people: Record<string, PeopleRange> = {};
    addPeople(people, 'petition', sums(60, 100));
    addPeople(people, 'petition', sums(5, 5));
    expect(people).toEqual({ petition: { ...none, min: 65, max: 105 } });
  });
  test('stay unknown where nothing is reported, and count what is unknown or open', () => {
    const people: Record<string, PeopleRange> = {};
    addPeople(people, '', sums(null, null, 3));
    expect(people['']).toEqual({ ...none, unknown: 3 });
    addPeople(people, '', sums(60, null, 0, 1));
    addPeople(people, '', sums(null, 30));
    expect(people['']).toEqual({ min: 60, max: 30, open: 1, unknown: 3 });
  });
});

const count = (day: string, code: string, n: number, size: Partial<DayCount> = {}): DayCount => ({
  day,
  precision: 'day',
  code,
  count: n,
  ...sums(null, null, n),
  ...size,
});
const log = { from: '2019-01-01', to: '2019-12-31' };
const options = { coverage: [log], limits: { from: null, to: null }, locale: 'en' as const };
const span = { from: '2019-01-01', to: '2019-03-31' };

describe('buckets of a field with several values', () => {
  // One incident in January stands under both values, one in March under one of them.
  const byCode = [count('2019-01-05', 'a', 1), count('2019-01-05', 'b', 1), count('2019-03-02', 'b', 1)];
  const once = [count('2019-01-05', '', 1), count('2019-03-02', '', 1)];

  test('count an incident under each value, and once in the total', () => {
    const buckets = bucketSeries(byCode, span, 'month', { ...options, totals: once });
    expect(buckets.map(({ total, stacks }) => [total, stacks])).toEqual([
      [1, { a: { sure: 1, coarse: 0 }, b: { sure: 1, coarse: 0 } }],
      [0, {}],
      [1, { b: { sure: 1, coarse: 0 } }],
    ]);
  });

  test('sum the people of each value, and of each incident once in all', () => {
    const sized = byCode.map((one) => ({ ...one, ...sums(50, 80) }));
    const whole = once.map((one) => ({ ...one, ...sums(50, 80) }));
    const [january, february] = bucketSeries(sized, span, 'month', {
      ...options,
      totals: whole,
      people: true,
    });
    const range = { ...none, min: 50, max: 80 };
    expect(january?.people).toEqual({ a: range, b: range, '': range });
    expect(february?.people).toEqual({});
  });

  test('are averaged by value, or all together with each incident once', () => {
    const buckets = bucketSeries(byCode, span, 'month', { ...options, totals: once });
    const keys = ['a', 'b'].map((code) => ({ code, label: code, color: '' }));
    expect(meanLines(buckets, keys, { n: 3, shares: false, each: false }).lines).toEqual([
      { code: '', values: [null, null, 2 / 3] },
    ]);
    expect(meanLines(buckets, keys, { n: 3, shares: true, each: true }).lines).toEqual([
      { code: 'a', values: [null, null, 1 / 2] },
      { code: 'b', values: [null, null, 1] },
    ]);
  });
});
