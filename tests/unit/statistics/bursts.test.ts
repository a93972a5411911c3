import { describe, expect, test } from 'vitest';
import { c2Limits, historicalLimits, type SeriesCount } from '@/lib/statistics/bursts';
import { random } from '../../factories/random';

const whole = (counts: number[]): SeriesCount[] => counts.map((count) => ({ count, whole: true }));

describe('EARS C2', () => {
  test('a series worked by hand: seven counts, two passed over, the tenth judged', () => {
    // Baseline 3 5 2 4 6 3 5: mean 28/7 = 4, squares 1+1+4+0+4+1+1 = 12, SD √(12/6) = √2, limit 4 + 3√2 = 8.243.
    const limits = c2Limits(whole([3, 5, 2, 4, 6, 3, 5, 40, 50, 9]));
    expect(limits.slice(0, 9)).toEqual(Array(9).fill(null));
    expect(limits[9]?.expected).toBe(4);
    expect(limits[9]?.upper).toBeCloseTo(4 + 3 * Math.SQRT2, 12);
  });

  test('in a flat series the least deviation of 1 holds: four after seven zeros is a burst, three is not', () => {
    const limits = c2Limits(whole([0, 0, 0, 0, 0, 0, 0, 0, 0, 4]));
    expect(limits[9]).toEqual({ expected: 0, upper: 3 });
  });

  test('it is what a second writing of the formula gives, for a long random series', () => {
    const chance = random(7);
    const counts = Array.from({ length: 400 }, () => chance.int(0, 30));
    const limits = c2Limits(whole(counts));
    for (let t = 9; t < counts.length; t++) {
      // After surveillance::earsC: reference values t−9 … t−3, mean(x) + z · max(sd(x), minSigma); here z = 3.
      const x = counts.slice(t - 9, t - 2);
      const mean = x.reduce((sum, n) => sum + n) / 7;
      const variance = (x.reduce((sum, n) => sum + n * n, 0) - 7 * mean * mean) / 6;
      expect(limits[t]?.expected).toBeCloseTo(mean, 9);
      expect(limits[t]?.upper).toBeCloseTo(mean + 3 * Math.max(Math.sqrt(variance), 1), 9);
    }
  });

  test('a baseline that the data do not wholly cover gives no limit, nor does a count that is not whole', () => {
    const series = whole(Array(24).fill(5));
    series[4] = { count: 1, whole: false };
    series[23] = { count: 1, whole: false };
    const limits = c2Limits(series);
    const judged = limits.flatMap((limit, at) => (limit ? [at] : []));
    // 4 lies in the baselines of 7 to 13; before 9 there is no baseline; 14 is the first without it.
    expect(judged).toEqual([14, 15, 16, 17, 18, 19, 20, 21, 22]);
  });
});

describe('historical limits', () => {
  test('months: the same month and its neighbours in five years before, worked by hand', () => {
    // Every year is 1 … 12 by month. For June (6): 5, 6, 7 in each of five years, mean 6, squares 10, SD √(10/14) → 1.
    const years = Array.from({ length: 6 }, () => Array.from({ length: 12 }, (_, i) => i + 1)).flat();
    const limits = historicalLimits(whole(years), { perYear: 12, reach: 1 });
    const june = limits[5 * 12 + 5];
    expect(june?.expected).toBe(6);
    expect(june?.upper).toBeCloseTo(6 + 1.959964 * Math.sqrt(16 / 15), 5);
    expect(limits[4 * 12 + 5]).toBeNull();
  });

  test('the deviation is that of the fifteen counts', () => {
    const counts = [9, 3, 6, 12, 8, 4, 10, 2, 7, 5, 11, 1, 6, 9, 12];
    // One count a year and its two neighbours: a series with three counts a year.
    const series = [...counts, 0, 30, 0];
    const limits = historicalLimits(whole(series), { perYear: 3, reach: 1 });
    const mean = counts.reduce((sum, n) => sum + n) / 15;
    const deviation = Math.sqrt(counts.reduce((sum, n) => sum + (n - mean) ** 2, 0) / 14);
    expect(limits[16]?.expected).toBeCloseTo(mean, 12);
    expect(limits[16]?.upper).toBeCloseTo(mean + 1.959964 * Math.sqrt(1 + 1 / 15) * deviation, 4);
  });

  test('years: the five years before', () => {
    const limits = historicalLimits(whole([10, 20, 30, 40, 50, 95]), { perYear: 1, reach: 0 });
    expect(limits.slice(0, 5)).toEqual(Array(5).fill(null));
    // Mean 30, SD √250 = 15.811, 1.96 · √1.2 = 2.147: limit 63.95.
    expect(limits[5]?.expected).toBe(30);
    expect(limits[5]?.upper).toBeCloseTo(63.947, 2);
  });
});
