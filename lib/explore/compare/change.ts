import { type Interval, type Part, rateRatio, shareDifference, shareRatio } from '@/lib/statistics/intervals';

/** Fewest incidents on either side of which percentages and ratios are given. */
export const fewest = 10;

/** How large a change is, in the classes of ACLED's Trendfinder. */
export type ChangeClass = 'large-increase' | 'moderate-increase' | 'limited' | 'decrease';

/** A ratio of B to A in words; `sure`: its interval does not hold 1. */
export type RatioWord = { change: ChangeClass; sure: boolean };

/** What a comparison of two counts says; null = too few incidents on one side. */
export type Change = {
  /** Parts of their totals, 0 to 1. */
  shareA: number;
  shareB: number;
  /** Share of B less share of A. */
  difference: Interval | null;
  /** Incidents per day, B to A; null = the days are not known. */
  rates: Interval | null;
  /** Shares, B to A. */
  shares: Interval | null;
};

/** One side of a comparison: incidents, out of how many, in how many days (null = not known). */
export type Side = Part & { days: number | null };

/**
 * Compares two counts. Where either is below `fewest` nothing but the counts is to be shown: null. Ratios are
 * those of B to A. Pure.
 */
export function changeBetween(a: Side, b: Side): Change | null {
  if (a.count < fewest || b.count < fewest) return null;
  return {
    shareA: a.count / a.of,
    shareB: b.count / b.of,
    difference: shareDifference(a, b),
    rates:
      a.days && b.days
        ? rateRatio({ count: a.count, exposure: a.days }, { count: b.count, exposure: b.days })
        : null,
    shares: shareRatio(a, b),
  };
}

/** A ratio in words: more than 25 % up is large, 10 to 25 % moderate, more than 25 % down a decrease, all else limited. */
export function ratioWord({ value, low, high }: Interval): RatioWord {
  const percent = 100 * (value - 1);
  // Against ratios such as 1.25 that come out a hair above the bound.
  const above = (bound: number) => percent > bound + 1e-9;
  const change = above(25)
    ? 'large-increase'
    : above(10)
      ? 'moderate-increase'
      : percent < -25 - 1e-9
        ? 'decrease'
        : 'limited';
  return { change, sure: low > 1 || high < 1 };
}
