/** An estimate with the ends of its 95 % interval. */
export type Interval = { value: number; low: number; high: number };

/** The 97.5 % quantile of the standard normal distribution: 95 % lie within ± `z`. */
export const z = 1.959963984540054;

/**
 * The ratio of two rates, `b` per unit of its exposure to `a` per unit of its own, with its 95 % interval:
 * ln RR ± z √(1/a + 1/b), the log-normal (Wald) interval for Poisson counts. Source: Rothman KJ, Epidemiology:
 * An Introduction, 2nd ed., Oxford 2012, ch. 9; the same as `rateratio.wald` of the R package epitools.
 * Null where a count or an exposure is not above zero: no interval is made up for it.
 */
export function rateRatio(a: Observed, b: Observed): Interval | null {
  if (!(a.count > 0 && b.count > 0 && a.exposure > 0 && b.exposure > 0)) return null;
  const ratio = b.count / b.exposure / (a.count / a.exposure);
  return onLogScale(ratio, Math.sqrt(1 / a.count + 1 / b.count));
}

/** A count and what it was observed in, such as a number of days. */
export type Observed = { count: number; exposure: number };

/** A part of a whole number of incidents. */
export type Part = { count: number; of: number };

/**
 * The ratio of two shares, that of `b` to that of `a`, with its 95 % interval:
 * ln RR ± z √(1/k₁ − 1/n₁ + 1/k₂ − 1/n₂). Source: Katz D, Baptista J, Azen SP, Pike MC, Obtaining confidence
 * intervals for the risk ratio in cohort studies, Biometrics 34 (1978), 469–474.
 * Null where a part is empty: no interval is made up for it.
 */
export function shareRatio(a: Part, b: Part): Interval | null {
  if (!(a.count > 0 && b.count > 0)) return null;
  const ratio = b.count / b.of / (a.count / a.of);
  return onLogScale(ratio, Math.sqrt(1 / a.count - 1 / a.of + 1 / b.count - 1 / b.of));
}

function onLogScale(value: number, error: number): Interval {
  return { value, low: value * Math.exp(-z * error), high: value * Math.exp(z * error) };
}

/**
 * A share with its 95 % score interval. Source: Wilson EB, Probable inference, the law of succession, and
 * statistical inference, JASA 22 (1927), 209–212. Null where the whole is empty.
 */
export function share({ count, of }: Part): Interval | null {
  if (of <= 0) return null;
  const value = count / of;
  const middle = value + z ** 2 / (2 * of);
  const reach = z * Math.sqrt((value * (1 - value)) / of + z ** 2 / (4 * of ** 2));
  const scale = 1 + z ** 2 / of;
  return {
    value,
    low: count === 0 ? 0 : (middle - reach) / scale,
    high: count === of ? 1 : (middle + reach) / scale,
  };
}

/**
 * The difference of two shares, `b` less `a`, with its 95 % interval put together from the score intervals of
 * both. Source: Newcombe RG, Interval estimation for the difference between independent proportions: comparison
 * of eleven methods, Statistics in Medicine 17 (1998), 873–890, method 10. Null where a whole is empty.
 */
export function shareDifference(a: Part, b: Part): Interval | null {
  const [before, after] = [share(a), share(b)];
  if (!before || !after) return null;
  const value = after.value - before.value;
  return {
    value,
    low: value - Math.hypot(after.value - after.low, before.high - before.value),
    high: value + Math.hypot(after.high - after.value, before.value - before.low),
  };
}
