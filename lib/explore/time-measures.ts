import type { Bucket, SeriesKey } from '@/lib/charts/types';
import type { MeanLines, PeopleRange } from '@/lib/charts/types-time';
import type { SizeSums } from '@/lib/incidents/counts/types';

/**
 * The trailing moving average of a series: m(i) = (x(i−n+1) + … + x(i)) / n. Null where fewer than n buckets
 * lie before, or where one of the n is not wholly inside the coverage (`whole`), so that a bucket that was
 * observed in part never lowers it. Pure.
 */
export function movingAverage(
  values: readonly number[],
  whole: readonly boolean[],
  n: number,
): (number | null)[] {
  return windows(values.length, whole, n).map((window) =>
    window ? sum(values.slice(window[0], window[1])) / n : null,
  );
}

/**
 * The trailing moving share: s(i) = (x(i−n+1) + … + x(i)) / (t(i−n+1) + … + t(i)), so that a bucket with few
 * incidents weighs little. Null as for `movingAverage`, and where the n buckets hold no incident. Pure.
 */
export function movingShare(
  values: readonly number[],
  totals: readonly number[],
  whole: readonly boolean[],
  n: number,
): (number | null)[] {
  return windows(values.length, whole, n).map((window) => {
    const of = window ? sum(totals.slice(window[0], window[1])) : 0;
    return window && of > 0 ? sum(values.slice(window[0], window[1])) / of : null;
  });
}

/** For each place the n buckets that end there, as [from, to); null where they are not all there and whole. */
function windows(length: number, whole: readonly boolean[], n: number): ([number, number] | null)[] {
  let run = 0;
  return Array.from({ length }, (_, i) => {
    run = whole[i] ? run + 1 : 0;
    return run >= n ? [i + 1 - n, i + 1] : null;
  });
}

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

/** The moving averages that a chart draws: of all incidents under stacked bars, else of each key. Pure. */
export function meanLines(
  buckets: readonly Bucket[],
  keys: readonly SeriesKey[],
  { n, shares, each }: { n: number; shares: boolean; each: boolean },
): MeanLines {
  const whole = buckets.map(({ coverage }) => coverage === 'full');
  const totals = buckets.map(({ total }) => total);
  const of = (code: string) =>
    buckets.map(({ stacks }) => (stacks[code]?.sure ?? 0) + (stacks[code]?.coarse ?? 0));
  const lines = each
    ? keys.map(({ code }) => ({
        code,
        values: shares ? movingShare(of(code), totals, whole, n) : movingAverage(of(code), whole, n),
      }))
    : [{ code: '', values: movingAverage(totals, whole, n) }];
  return { buckets: n, lines };
}

/** Nothing is known of the people in no incidents. */
export const noPeople: PeopleRange = { min: null, max: null, open: 0, unknown: 0 };

/**
 * Adds the people of some incidents to those under a code (rule 7): lower bounds to lower bounds, upper bounds to
 * upper bounds; where none is reported the sum stays null, and what is open or unknown is counted.
 */
export function addPeople(people: Record<string, PeopleRange>, code: string, more: SizeSums): void {
  const { min, max, open, unknown } = people[code] ?? noPeople;
  people[code] = {
    min: more.sizeMin === null ? min : (min ?? 0) + more.sizeMin,
    max: more.sizeMax === null ? max : (max ?? 0) + more.sizeMax,
    open: open + more.sizeOpen,
    unknown: unknown + more.sizeUnknown,
  };
}
