import { addDays, type CivilDate, dateParts, isoWeekday } from '@/lib/dates/civil';
import type { Grain } from '@/lib/dates/periods';
import { formatNumber, type Locale } from '@/lib/i18n/locale';
import { mapSteps, mapZero } from './palette';
import type { MapClass } from './types';

/**
 * Whole-number ticks from 0 to at least `max`, in steps of 1, 2 or 5 times a power of ten, about `target`
 * of them. Without anything to count there is only the zero line: `[0]`.
 */
export function countTicks(max: number, target = 5): number[] {
  if (!Number.isFinite(max) || max <= 0) return [0];
  const rough = Math.max(1, max / Math.max(1, target));
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough * 0.9999) ?? 10) * power;
  const steps = Math.ceil(max / step);
  return Array.from({ length: steps + 1 }, (_, i) => i * step);
}

/** A tick of a time axis: the bucket it stands at, its label, and the year where it is to be said. */
export type TimeTick = { index: number; label: string; year: string | null };

/**
 * The buckets of a time axis to label, as many as fit side by side. `starts` are the first days of the
 * buckets, `positions` the places of their labels' middles, `width` the width of a label. The year stands on
 * a line of its own below the first label of each year, so that "19" is never taken for a day.
 */
export function timeTicks(
  starts: CivilDate[],
  grain: Grain,
  positions: number[],
  width: (label: string) => number,
  locale: Locale,
  gap = 12,
): TimeTick[] {
  const plans = tickPlans[grain];
  for (const plan of plans) {
    const ticks = withYears(
      starts.flatMap((start, index) => (plan(start, index) ? [{ index, start }] : [])),
      grain,
      locale,
    );
    if (ticks.length > 0 && fits(ticks, positions, width, gap)) return ticks;
  }
  // Not even the coarsest plan fits: keep what does, from the left.
  const last = plans.at(-1);
  const rest = starts.flatMap((start, index) => (!last || last(start, index) ? [{ index, start }] : []));
  const kept: { index: number; start: CivilDate }[] = [];
  const candidates = rest.length > 0 ? rest : starts.slice(0, 1).map((start) => ({ index: 0, start }));
  for (const candidate of candidates) {
    const next = withYears([...kept, candidate], grain, locale);
    if (fits(next, positions, width, gap)) kept.push(candidate);
  }
  return withYears(kept, grain, locale);
}

type TickPlan = (start: CivilDate, index: number) => boolean;

const everyMonths =
  (step: number): TickPlan =>
  (start) =>
    (dateParts(start).month - 1) % step === 0;
const everyYears =
  (step: number): TickPlan =>
  (start) =>
    dateParts(start).month === 1 && dateParts(start).year % step === 0;
/** Whether the week that begins on `start` holds the first day of one of every `step` months. */
const firstOfMonths =
  (step: number): TickPlan =>
  (start) => {
    const last = dateParts(addDays(start, 6));
    return last.day <= 7 && (last.month - 1) % step === 0;
  };
const years = [1, 2, 5, 10, 20, 50, 100, 200, 500].map(everyYears);

const tickPlans: Record<Grain, TickPlan[]> = {
  day: [
    () => true,
    (start) => isoWeekday(start) === 1,
    (start) => [1, 15].includes(dateParts(start).day),
    (start) => dateParts(start).day === 1,
    ...[2, 3, 6].map(
      (step): TickPlan =>
        (start, i) =>
          dateParts(start).day === 1 && everyMonths(step)(start, i),
    ),
    ...years.map(
      (plan): TickPlan =>
        (start, i) =>
          dateParts(start).day === 1 && plan(start, i),
    ),
  ],
  week: [
    () => true,
    (_, index) => index % 2 === 0,
    ...[1, 2, 3, 6, 12].map(firstOfMonths),
    (_, index) => index % 104 === 0,
    (_, index) => index % 520 === 0,
  ],
  month: [...[1, 2, 3, 6].map(everyMonths), ...years],
  quarter: [...[3, 6].map(everyMonths), ...years],
  year: years,
};

/** The label of a tick without its year. */
function shortLabel(start: CivilDate, grain: Grain, locale: Locale): string {
  const { year, month, day } = dateParts(start);
  const name = locale === 'zh' ? `${month}月` : (shortMonths[month - 1] ?? '');
  switch (grain) {
    case 'day':
    case 'week':
      return locale === 'zh' ? `${name}${day}日` : `${day} ${name}`;
    case 'month':
      return name;
    case 'quarter':
      return locale === 'zh' ? `${Math.ceil(month / 3)}季度` : `Q${Math.ceil(month / 3)}`;
    case 'year':
      return String(year);
  }
}

const shortMonths = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function withYears(picked: { index: number; start: CivilDate }[], grain: Grain, locale: Locale): TimeTick[] {
  let before: number | null = null;
  return picked.map(({ index, start }) => {
    const { year } = dateParts(start);
    const say = grain !== 'year' && year !== before;
    before = year;
    return {
      index,
      label: shortLabel(start, grain, locale),
      year: say ? (locale === 'zh' ? `${year}年` : String(year)) : null,
    };
  });
}

function fits(
  ticks: TimeTick[],
  positions: number[],
  width: (label: string) => number,
  gap: number,
): boolean {
  const free = (texts: { index: number; text: string }[]) =>
    texts.every(({ index, text }, i) => {
      const previous = texts[i - 1];
      if (!previous) return true;
      const distance = (positions[index] ?? 0) - (positions[previous.index] ?? 0);
      return distance >= (width(text) + width(previous.text)) / 2 + gap;
    });
  return (
    free(ticks.map(({ index, label }) => ({ index, text: label }))) &&
    free(ticks.flatMap(({ index, year }) => (year === null ? [] : [{ index, text: year }])))
  );
}

/** The most classes that a map distinguishes, beside zero. */
const maxClasses = 5;

/** The decimals that rates are given with where `largest` is the largest: one, or as many as tell small ones apart. */
export function rateDigits(largest: number): number {
  return largest > 0 ? Math.min(6, Math.max(1, 1 - Math.floor(Math.log10(largest)))) : 1;
}

/**
 * Classes of a map's colours: zero apart (where it occurs), then at most five that hold about equally many
 * units each. Bounds of counts are whole numbers, bounds of rates have as few decimals as keep them apart; no
 * two classes overlap. Up to five different values get a class each.
 */
export function mapClasses(values: number[], measure: 'count' | 'rate'): MapClass[] {
  const known = values.filter((value) => Number.isFinite(value) && value >= 0);
  const zero: MapClass[] = known.includes(0) ? [{ from: 0, to: 0, color: mapZero, label: '0' }] : [];
  const positive = known.filter((value) => value > 0).sort((a, b) => a - b);
  const largest = positive.at(-1);
  if (largest === undefined) return zero;

  const digits = measure === 'count' ? 0 : rateDigits(largest);
  const unit = 10 ** digits;
  // In whole units of the last decimal, so that neighbouring bounds differ by exactly one.
  const whole = positive.map((value) => Math.max(1, Math.round(value * unit)));
  const ranges = classRanges(whole);
  const round = (value: number) => Number((value / unit).toFixed(digits));
  const text = (value: number) => formatNumber(round(value), 'en', digits);
  return [
    ...zero,
    ...ranges.map(([from, to], i) => ({
      from: round(from),
      to: round(to),
      color: mapSteps[stepsFor[ranges.length - 1]?.[i] ?? i] ?? mapSteps[0],
      label: from === to ? text(from) : `${text(from)}–${text(to)}`,
    })),
  ];
}

/**
 * Whether the classes are quantiles, which hold about equally many values each: they are where there are more
 * than five different values; else each value has a class of its own.
 */
export function classesByRank(classes: readonly MapClass[]): boolean {
  return classes.some(({ from, to }) => from !== to);
}

/** Which of the five steps are taken for one to five classes. */
const stepsFor = [[2], [1, 3], [0, 2, 4], [0, 1, 3, 4], [0, 1, 2, 3, 4]];

/** Inclusive ranges over sorted whole numbers, each beginning one above the end of the one before. */
function classRanges(sorted: number[]): [number, number][] {
  const distinct = [...new Set(sorted)];
  if (distinct.length <= maxClasses) return distinct.map((value) => [value, value]);
  const tops = Array.from({ length: maxClasses }, (_, i) => {
    const rank = Math.ceil(((i + 1) * sorted.length) / maxClasses) - 1;
    return sorted[rank] ?? 0;
  });
  const ranges: [number, number][] = [];
  for (const to of new Set(tops)) {
    const before = ranges.at(-1);
    ranges.push([before ? before[1] + 1 : (sorted[0] ?? 0), to]);
  }
  return ranges;
}

/** The class a value falls in; null for a value that is not known. Zero falls only in the class of zero. */
export function classOf(value: number | null, classes: MapClass[]): MapClass | null {
  if (value === null || !Number.isFinite(value)) return null;
  if (value === 0) return classes.find(({ from, to }) => from === 0 && to === 0) ?? null;
  const positive = classes.filter(({ to }) => to > 0);
  // Rounded bounds leave narrow gaps; a value in one belongs to the nearer class.
  return (
    positive.find((candidate, i) => {
      const next = positive[i + 1];
      return !next || value < (candidate.to + next.from) / 2;
    }) ?? null
  );
}
