import { describe, expect, test } from 'vitest';
import { rateRatio, share, shareDifference, shareRatio } from '@/lib/statistics/intervals';
import { exactRateRatio } from './exact';

/** The ends of an interval, rounded as the source prints them. */
const ends = (interval: { low: number; high: number } | null, digits: number) =>
  interval && [Number(interval.low.toFixed(digits)), Number(interval.high.toFixed(digits))];

describe('ratio of rates', () => {
  test('breast cancer after fluoroscopy (Boice and Monson 1977; Rothman): 41 in 28,010 to 15 in 19,017 person-years', () => {
    const ratio = rateRatio({ count: 15, exposure: 19_017 }, { count: 41, exposure: 28_010 });
    expect(ratio?.value).toBeCloseTo(1.856, 3);
    // ln 1.8558 ± 1.96 √(1/15 + 1/41) by hand: 0.6183 ± 0.5915.
    expect(ends(ratio, 2)).toEqual([1.03, 3.35]);
  });

  test('the example of fmsb::rateratio: 136 in 22,050 to 1,709 in 127,650', () => {
    const ratio = rateRatio({ count: 1_709, exposure: 127_650 }, { count: 136, exposure: 22_050 });
    expect(ratio?.value).toBeCloseTo(0.4607, 4);
    expect(ends(ratio, 4)).toEqual([0.3869, 0.5486]);
  });

  test('it comes near the exact interval (mid-P, found by bisection of binomial tails) for all counts from ten up', () => {
    for (const [a, b, days] of [
      [10, 10, 1],
      [10, 40, 1],
      [15, 41, 1.4729],
      [60, 12, 0.5],
      [200, 260, 1],
      [1_500, 1_400, 2],
    ] as const) {
      const wald = rateRatio({ count: a, exposure: 1 }, { count: b, exposure: days });
      const exact = exactRateRatio({ count: a, exposure: 1 }, { count: b, exposure: days });
      expect(wald).not.toBeNull();
      expect(Math.abs(Math.log((wald?.low ?? 0) / exact.low)), `${a} to ${b}`).toBeLessThan(0.05);
      expect(Math.abs(Math.log((wald?.high ?? 0) / exact.high)), `${a} to ${b}`).toBeLessThan(0.05);
    }
  });

  test('swapping the sides turns the ratio round', () => {
    const [one, other] = [
      { count: 37, exposure: 365 },
      { count: 52, exposure: 181 },
    ];
    const [there, back] = [rateRatio(one, other), rateRatio(other, one)];
    expect((there?.value ?? 0) * (back?.value ?? 0)).toBeCloseTo(1, 12);
    expect((there?.low ?? 0) * (back?.high ?? 0)).toBeCloseTo(1, 12);
  });

  test('nothing is made up for zero counts or empty spans', () => {
    const some = { count: 12, exposure: 30 };
    expect(rateRatio({ count: 0, exposure: 30 }, some)).toBeNull();
    expect(rateRatio(some, { count: 0, exposure: 30 })).toBeNull();
    expect(rateRatio(some, { count: 12, exposure: 0 })).toBeNull();
  });
});

describe('shares', () => {
  test('the ratio of shares: heart attacks on placebo and aspirin, 189 of 11,034 to 104 of 11,037 (Agresti, Categorical Data Analysis: 1.82, 1.43 to 2.31)', () => {
    const ratio = shareRatio({ count: 104, of: 11_037 }, { count: 189, of: 11_034 });
    expect(ratio?.value).toBeCloseTo(1.818, 3);
    expect(ends(ratio, 2)).toEqual([1.43, 2.31]);
    expect(shareRatio({ count: 0, of: 12 }, { count: 3, of: 12 })).toBeNull();
  });

  test('the score interval of 81 of 263 and of none of 20 (Newcombe 1998, table I, method 3)', () => {
    expect(ends(share({ count: 81, of: 263 }), 4)).toEqual([0.2553, 0.3662]);
    expect(ends(share({ count: 0, of: 20 }), 4)).toEqual([0, 0.1611]);
    expect(share({ count: 0, of: 0 })).toBeNull();
  });

  test('the difference of shares: the examples of Newcombe 1998, table II, method 10', () => {
    const published = [
      [56, 70, 48, 80, 0.0524, 0.3339],
      [9, 10, 3, 10, 0.1705, 0.809],
      [6, 7, 2, 7, 0.0582, 0.8062],
      [5, 56, 0, 29, -0.0381, 0.1926],
    ] as const;
    for (const [k1, n1, k2, n2, low, high] of published) {
      const difference = shareDifference({ count: k2, of: n2 }, { count: k1, of: n1 });
      expect(difference?.value).toBeCloseTo(k1 / n1 - k2 / n2, 12);
      expect(ends(difference, 4)).toEqual([low, high]);
    }
  });
});
