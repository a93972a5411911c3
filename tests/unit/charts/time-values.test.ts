import { describe, expect, test } from 'vitest';
import { panelOf, panelsOf } from '@/lib/charts/time-panels';
import {
  barParts,
  drawnKeys,
  drawnValues,
  hasNoData,
  highest,
  isLow,
  peopleEnds,
  peopleText,
  restCode,
  runningTotals,
  valueText,
  valueTicks,
} from '@/lib/charts/time-values';
import type { Bucket, TimeChart } from '@/lib/charts/types';
import { barsChart, months } from './samples';

const keys = ['a', 'b'].map((code) => ({ code, label: code.toUpperCase(), color: '#28638B' }));
const counts: Record<string, [number, number]>[] = [{ a: [3, 1], b: [4, 0] }, {}, { a: [2, 0] }];

/** January: a 3 and 1 coarse, b 4. February: nothing. March: a 2. April lies outside the coverage. */
function chart(change: Partial<TimeChart> = {}): TimeChart {
  const buckets = months('en', '2019-01-01', '2019-04-30').map((bucket, index): Bucket => {
    const stacks = Object.fromEntries(
      Object.entries(counts[index] ?? {}).map(([code, [sure, coarse]]) => [code, { sure, coarse }]),
    );
    const total = Object.values(stacks).reduce((sum, { sure, coarse }) => sum + sure + coarse, 0);
    return { ...bucket, stacks, total, coverage: index === 3 ? 'none' : 'full' };
  });
  return { ...barsChart('en'), keys, buckets, ...change };
}

describe('what is drawn of a bucket', () => {
  test('counts: zero inside the coverage, nothing outside it', () => {
    expect(drawnValues(chart()).map((drawn) => drawn && Object.keys(drawn).length)).toEqual([2, 0, 1, null]);
    expect(chart().buckets.map(hasNoData)).toEqual([false, false, false, true]);
  });
  test('shares: of the incidents of the bucket; a bucket without any has none', () => {
    const [january, february, march] = drawnValues(chart({ show: 'share' }));
    expect(january).toEqual({ a: { sure: 3 / 8, coarse: 1 / 8 }, b: { sure: 4 / 8, coarse: 0 } });
    expect(february).toBeNull();
    expect(march).toEqual({ a: { sure: 1, coarse: 0 } });
  });
  test('shares of a field with several values are of incidents, each once', () => {
    const buckets = chart().buckets.map((bucket, index) => (index === 0 ? { ...bucket, total: 5 } : bucket));
    const [january] = drawnValues(chart({ show: 'share', buckets, several: true }));
    expect(january).toEqual({ a: { sure: 3 / 5, coarse: 1 / 5 }, b: { sure: 4 / 5, coarse: 0 } });
  });
  test('added up: what came before stays, and nothing is drawn where nothing is known', () => {
    const [january, february, march, april] = drawnValues(chart({ show: 'cumulative' }));
    expect(february).toEqual(january);
    expect(march).toEqual({ a: { sure: 5, coarse: 1 }, b: { sure: 4, coarse: 0 } });
    expect(april).toBeNull();
    expect(runningTotals(chart().buckets)).toEqual([8, 8, 10, 10]);
  });
});

describe('bars', () => {
  const [january] = drawnValues(chart());
  test('are stacked in the order of the keys, coarse dates on top of each', () => {
    expect(barParts(january, keys, true)).toEqual([
      { code: 'a', kind: 'sure', from: 0, to: 3 },
      { code: 'a', kind: 'coarse', from: 3, to: 4 },
      { code: 'b', kind: 'sure', from: 4, to: 8 },
    ]);
  });
  test('stand side by side each on the ground', () => {
    expect(barParts(january, keys, false).map(({ from, to }) => [from, to])).toEqual([
      [0, 3],
      [3, 4],
      [0, 4],
    ]);
    expect(barParts(null, keys, false)).toEqual([]);
  });
  test('decide how high the axis is', () => {
    expect(highest(chart())).toBe(8);
    expect(highest(chart({ draw: 'grouped' }))).toBe(4);
    expect(highest(chart({ show: 'cumulative' }))).toBe(10);
    expect(highest(chart({ show: 'share' }))).toBe(1);
    expect(highest(chart({ mean: { buckets: 2, lines: [{ code: '', values: [null, 11.5] }] } }))).toBe(11.5);
  });
});

describe('axes of values', () => {
  test('are whole numbers, or percentages', () => {
    expect(valueTicks(chart(), 8, 4)).toEqual([0, 2, 4, 6, 8]);
    expect(valueTicks(chart({ show: 'share' }), 1, 4)).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect(valueTicks(chart({ show: 'share' }), 0.32, 4)).toEqual([0, 0.1, 0.2, 0.3, 0.4]);
    expect(valueText({ show: 'share' }, 0.25, 'en')).toBe('25 %');
    expect(valueText({ show: 'count' }, 1200, 'zh')).toBe('1,200');
  });
  test('shares of fewer than ten incidents are marked', () => {
    expect(chart().buckets.map((bucket) => isLow(chart({ show: 'share' }), bucket))).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect(isLow(chart(), { ...(chart().buckets[0] as Bucket) })).toBe(false);
  });
});

describe('people', () => {
  const range = { min: 60, max: 30, open: 1, unknown: 2 };
  test('are drawn from lower to upper bounds, never downwards, and open where a bound is missing', () => {
    expect(peopleEnds(range)).toEqual({ low: 60, high: 60, isOpen: true });
    expect(peopleEnds({ min: null, max: 30, open: 0, unknown: 0 })).toEqual({
      low: 0,
      high: 30,
      isOpen: false,
    });
    expect(peopleEnds({ min: null, max: null, open: 0, unknown: 9 })).toBeNull();
    expect(peopleEnds(null)).toBeNull();
  });
  test.each([
    [null, 'size not reported'],
    [{ min: null, max: null, open: 0, unknown: 1 }, 'size not reported'],
    [range, '60 people or more'],
    [{ min: 1200, max: 3400, open: 0, unknown: 0 }, '1,200–3,400 people'],
    [{ min: null, max: 30, open: 0, unknown: 0 }, 'at most 30 people'],
  ])('%j reads %s', (people, words) => {
    expect(peopleText(people, 'en')).toBe(words);
  });
  test('are one range for all where ranges would lie on one another', () => {
    const codes = (change: Partial<TimeChart>) =>
      drawnKeys(chart({ show: 'participants', ...change })).map(({ code }) => code);
    expect(codes({})).toEqual(['']);
    expect(codes({ draw: 'grouped' })).toEqual(['a', 'b']);
    expect(codes({ draw: 'lines' })).toEqual(['a', 'b']);
    expect(drawnKeys(chart()).map(({ code }) => code)).toEqual(['a', 'b']);
  });
});

describe('a panel', () => {
  test('holds one series alone, with its own totals; of shares, those of all', () => {
    const a = { code: 'a', label: 'A', color: '#28638B' };
    const panel = panelOf(chart(), a);
    expect(panel.buckets.map(({ total }) => total)).toEqual([4, 0, 2, 0]);
    expect(panel.frame.n).toBe('6');
    expect(panelOf(chart({ show: 'share' }), a).buckets[0]?.total).toBe(8);
    expect(panel.buckets.at(-1)?.coverage).toBe('none');
  });

  test('says how many people or incidents it shows, with the unit where the axis has another', () => {
    const a = { code: 'a', label: 'A', color: '#28638B' };
    const people = [
      { min: 100, max: 200, open: 0, unknown: 0 },
      { min: 1200, max: null, open: 1, unknown: 2 },
    ].map((range) => ({ a: range, '': range }));
    const ranges = chart({ show: 'participants' });
    const known = ranges.buckets.map((bucket, at) => ({ ...bucket, people: people[at] ?? {} }));
    expect(panelOf({ ...ranges, buckets: known }, a).frame.n).toBe('1,300 people or more');
    expect(panelOf(chart({ show: 'share' }), a).frame.n).toBe('6 incidents');
    expect(panelOf(chart({ show: 'cumulative' }), a).frame.n).toBe('6');
  });

  test('of all other values has a scale of its own, and says so, only where it would press the others', () => {
    const titles = (rest: number, change: Partial<TimeChart> = {}) => {
      const plain = chart({ draw: 'multiples', ...change });
      const stack = { [restCode]: { sure: rest, coarse: 0 } };
      const buckets = plain.buckets.map((bucket) => ({
        ...bucket,
        total: 100,
        stacks: { ...bucket.stacks, ...stack },
      }));
      const others = { code: restCode, label: 'Other values (5)', color: '#28638B' };
      return panelsOf({ ...plain, keys: [...keys, others], buckets }).map(({ title, highest }) => [
        title,
        highest,
      ]);
    };
    expect(titles(9)).toEqual([
      ['A', 4],
      ['B', 4],
      ['Other values (5), on a scale of its own', 9],
    ]);
    expect(titles(8)).toEqual([
      ['A', 8],
      ['B', 8],
      ['Other values (5)', 8],
    ]);
    expect(titles(90, { show: 'share' })).toEqual([
      ['A', 0.9],
      ['B', 0.9],
      ['Other values (5)', 0.9],
    ]);
  });
});
