/** One count of a series; `whole` = the data cover its time from beginning to end. */
export type SeriesCount = { count: number; whole: boolean };

/** What the past makes likely: the expected count, and the limit above which a count is a burst. */
export type Limit = { expected: number; upper: number };

/**
 * The least standard deviation that is reckoned with. Without it a single incident after seven empty buckets
 * would be a burst. The R package surveillance has it as `minSigma` of `earsC`, with 0.5 or 1 proposed for
 * sparse counts.
 */
export const leastDeviation = 1;

/** Counts that C2 takes as its baseline, and those between them and the count that is judged. */
export const c2Baseline = 7;
export const c2Lag = 2;

/**
 * EARS C2: the limit for each count is the mean of the seven counts before the last two, plus three standard
 * deviations (of a sample, `leastDeviation` at the least). The two left out keep the beginning of a burst
 * from hiding the rest of it. Source: Hutwagner L, Thompson W, Seeman GM, Treadwell T, The bioterrorism
 * preparedness and response Early Aberration Reporting System (EARS), Journal of Urban Health 80 (2003),
 * suppl. 1, i89–i96; the same as method C2 of `surveillance::earsC`, which takes z = 3.09 for 3.
 * Null where the count or one of its baseline is not whole.
 */
export function c2Limits(series: readonly SeriesCount[]): (Limit | null)[] {
  return series.map((_, at) => {
    const indices = Array.from({ length: c2Baseline }, (_, i) => at - c2Lag - c2Baseline + i);
    return limitFrom(series, at, indices, 3);
  });
}

/** How many years back the historical limits look. */
export const historyYears = 5;

/**
 * Historical limits, for series with seasons: the baseline of a count are the counts of the same time of the year
 * in the five years before, with `reach` counts on both sides of each. The limit is
 * mean + 1.96 · SD · √(1 + 1/k), with k the size of the baseline. `perYear`: counts in a year.
 * Source: Stroup DF, Williamson GD, Herndon JL, Karon JM, Detection of aberrations in the occurrence of
 * notifiable diseases surveillance data, Statistics in Medicine 8 (1989), 323–329, as given in Farrington CP,
 * Andrews N, Outbreak detection: application to infectious disease surveillance, in: Monitoring the Health of
 * Populations, Oxford 2003, equation 8.1 (`surveillance::algo.cdc`). The least standard deviation is ours.
 * Null where the count or one of its baseline is not whole.
 */
export function historicalLimits(
  series: readonly SeriesCount[],
  { perYear, reach }: { perYear: number; reach: number },
): (Limit | null)[] {
  const around = Array.from({ length: 2 * reach + 1 }, (_, i) => i - reach);
  const years = Array.from({ length: historyYears }, (_, i) => i + 1);
  const size = around.length * years.length;
  return series.map((_, at) => {
    const indices = years.flatMap((back) => around.map((step) => at - back * perYear + step));
    return limitFrom(series, at, indices, 1.959963984540054 * Math.sqrt(1 + 1 / size));
  });
}

function limitFrom(
  series: readonly SeriesCount[],
  at: number,
  indices: readonly number[],
  deviations: number,
): Limit | null {
  const baseline = indices.flatMap((index) => series[index] ?? []);
  const isWhole = series[at]?.whole === true && baseline.every(({ whole }) => whole);
  if (!isWhole || baseline.length < indices.length) return null;
  const counts = baseline.map(({ count }) => count);
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  const squares = counts.reduce((sum, count) => sum + (count - expected) ** 2, 0);
  const deviation = Math.max(leastDeviation, Math.sqrt(squares / (counts.length - 1)));
  return { expected, upper: expected + deviations * deviation };
}
