import type { Observed } from '@/lib/statistics/intervals';

/**
 * The mid-P interval of a ratio of rates, for comparison with the formula in use. Given the sum of both counts the
 * second is binomial, with p = RR·t₂ / (RR·t₂ + t₁); each end is where half the probability of the count and all of
 * the tail beyond it come to 2.5 %. Found by bisection, from nothing but the definition of the distribution.
 */
export function exactRateRatio(a: Observed, b: Observed): { low: number; high: number } {
  const n = a.count + b.count;
  const logFactorial = [0];
  for (let i = 1; i <= n; i++) logFactorial.push((logFactorial[i - 1] ?? 0) + Math.log(i));
  const log = (i: number) => logFactorial[i] ?? 0;
  const chance = (k: number, p: number) =>
    Math.exp(log(n) - log(k) - log(n - k) + k * Math.log(p) + (n - k) * Math.log1p(-p));
  /** Probability of more than `b.count`, and half of its own. */
  const upperTail = (ratio: number) => {
    const p = (ratio * b.exposure) / (ratio * b.exposure + a.exposure);
    let sum = chance(b.count, p) / 2;
    for (let k = b.count + 1; k <= n; k++) sum += chance(k, p);
    return sum;
  };
  const solve = (wanted: number) => {
    let [low, high] = [-12, 12];
    for (let i = 0; i < 80; i++) {
      const middle = (low + high) / 2;
      if (upperTail(Math.exp(middle)) < wanted) low = middle;
      else high = middle;
    }
    return Math.exp(low);
  };
  return { low: solve(0.025), high: solve(0.975) };
}
