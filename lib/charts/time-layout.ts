import { type CivilDate, dayNumber } from '@/lib/dates/civil';
import { dotLevels } from './svg/dot-layout';
import type { Bucket, Dot, PeriodMark, Stack } from './types';

/** Days of a time axis, both inclusive. */
export type DaySpan = { from: CivilDate; to: CivilDate };

/** The place of the beginning of a day on an axis of time, from 0 to `width`. */
export function dayPosition(day: number, span: DaySpan, width: number): number {
  const first = dayNumber(span.from);
  return ((day - first) / (dayNumber(span.to) + 1 - first)) * width;
}

/**
 * The place of the beginning of a day on an axis of buckets that are all equally wide; days outside the
 * buckets stand at the ends.
 */
export function bucketPosition(day: number, buckets: readonly Bucket[], width: number): number {
  const each = width / Math.max(1, buckets.length);
  let [low, high] = [0, buckets.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (dayNumber(buckets[middle]?.start ?? '') <= day) low = middle + 1;
    else high = middle;
  }
  const bucket = buckets[low - 1];
  if (!bucket) return 0;
  const start = dayNumber(bucket.start);
  const share = Math.min(1, (day - start) / (dayNumber(bucket.end) + 1 - start));
  return (low - 1 + share) * each;
}

/** Runs of neighbouring buckets of which nothing is known, as first and last index. */
export function runsWithoutData(buckets: readonly Bucket[]): [number, number][] {
  const runs: [number, number][] = [];
  buckets.forEach(({ coverage }, index) => {
    if (coverage !== 'none') return;
    const last = runs.at(-1);
    if (last && last[1] === index - 1) last[1] = index;
    else runs.push([index, index]);
  });
  return runs;
}

/** The counts of one stack; zero where the bucket holds none. */
export function stackOf(bucket: Bucket, code: string): Stack {
  return bucket.stacks[code] ?? { sure: 0, coarse: 0 };
}

/** The number of incidents of one stack, however finely dated. */
export function stackTotal(bucket: Bucket, code: string): number {
  const { sure, coarse } = stackOf(bucket, code);
  return sure + coarse;
}

/** Periods of reference that share a day with the span, in order. */
export function periodsWithin(periods: readonly PeriodMark[], span: DaySpan): PeriodMark[] {
  return periods
    .filter(({ startsOn, endsOn }) => startsOn <= span.to && endsOn >= span.from)
    .sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
}

/** From so many periods of reference on, a name that comes again and again is written once. */
const mostPeriodNames = 12;

/** The name of a period of reference without its year. */
export const periodName = ({ label }: PeriodMark): string => label.replace(/\d{4}年?/g, '').trim();

/** The periods whose name is written: all, or of many with the same name but for the year the first. */
export function namedPeriods(periods: readonly PeriodMark[]): boolean[] {
  const names = periods.map(periodName);
  return names.map((name, index) => periods.length <= mostPeriodNames || names.indexOf(name) === index);
}

/** Whether a bucket belongs to the selection; everything does where nothing is selected. */
export function isChosen(bucket: { start: CivilDate; end: CivilDate }, selected: DaySpan | null): boolean {
  return !selected || (bucket.start <= selected.to && bucket.end >= selected.from);
}

/** How the date of a dot is drawn: known to the day, a known run of days, or known only to a longer span. */
export function dotKind({ datePrecision }: Pick<Dot, 'datePrecision'>): 'day' | 'run' | 'coarse' {
  if (datePrecision === 'day') return 'day';
  return datePrecision === 'days' ? 'run' : 'coarse';
}

/** A dot in its place. `x`, `from` and `to` are places on the axis, `y` is the height above it. */
export type PlacedDot = { dot: Dot; x: number; from: number; to: number; y: number; radius: number };

/**
 * Dots at the middle of their dates, in order of time. A dot that would touch another is put above it; the
 * dots get smaller where the stacks would grow beyond `height`.
 */
export function layDots(
  dots: readonly Dot[],
  span: DaySpan,
  {
    width,
    height,
    radius,
    gap = 3,
    stem = 14,
  }: { width: number; height: number; radius: number; gap?: number; stem?: number },
): PlacedDot[] {
  const spots = [...dots]
    .map((dot) => {
      const from = dayPosition(dayNumber(dot.startsOn), span, width);
      const to = dayPosition(dayNumber(dot.endsOn) + 1, span, width);
      return { dot, from, to, x: (from + to) / 2 };
    })
    .sort((a, b) => a.x - b.x || (a.dot.ref < b.dot.ref ? -1 : 1));
  for (let r = radius; ; r -= 0.5) {
    const levels = dotLevels(
      spots.map(({ x }) => x),
      2 * r + gap,
    );
    const highest = Math.max(0, ...levels);
    if (r > 3 && stem + highest * (2 * r + gap) + 2 * r > height) continue;
    const top = height - r;
    const step = highest === 0 ? 0 : Math.min(2 * r + gap, Math.max(0, top - stem - r) / highest);
    return spots.map((spot, index) => ({ ...spot, y: stem + r + (levels[index] ?? 0) * step, radius: r }));
  }
}
