import {
  addDays,
  type CivilDate,
  civilDate,
  dateParts,
  dayNumber,
  daysInMonth,
  isCivilDate,
  isoWeekday,
} from './civil';

/** Sizes of time bucket, from fine to coarse. Weeks are ISO weeks, Monday to Sunday. */
export const grains = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type Grain = (typeof grains)[number];

/** How the interval of a date is meant, from fine to coarse. */
export const datePrecisions = ['day', 'days', 'week', 'month', 'quarter', 'year'] as const;
export type DatePrecision = (typeof datePrecisions)[number];

/** First day of the period of that size that holds the day. */
export function periodStart(date: CivilDate, grain: Grain): CivilDate {
  const { year, month } = dateParts(date);
  switch (grain) {
    case 'day':
      return date;
    case 'week':
      return addDays(date, 1 - isoWeekday(date));
    case 'month':
      return civilDate(year, month, 1);
    case 'quarter':
      return civilDate(year, month - ((month - 1) % 3), 1);
    case 'year':
      return civilDate(year, 1, 1);
  }
}

/** Last day (inclusive) of the period of that size that holds the day. */
export function periodEnd(date: CivilDate, grain: Grain): CivilDate {
  const { year, month } = dateParts(date);
  switch (grain) {
    case 'day':
      return date;
    case 'week':
      return addDays(date, 7 - isoWeekday(date));
    case 'month':
      return civilDate(year, month, daysInMonth(year, month));
    case 'quarter': {
      const last = month + 2 - ((month - 1) % 3);
      return civilDate(year, last, daysInMonth(year, last));
    }
    case 'year':
      return civilDate(year, 12, 31);
  }
}

/** First day of the next period of that size. */
export function nextPeriod(date: CivilDate, grain: Grain): CivilDate {
  return addDays(periodEnd(date, grain), 1);
}

/**
 * Whether a bucket of that size is at least as coarse as the precision of a date (rule 2 of the
 * codebook). A run of days (`days`) is known to the day: it is counted by its first day.
 */
export function bucketHolds(grain: Grain, precision: DatePrecision): boolean {
  const fine = precision === 'day' || precision === 'days' ? 'day' : precision;
  return grains.indexOf(grain) >= grains.indexOf(fine);
}

/** The number of periods of that size that touch the range (both days inclusive). */
export function countPeriods(from: CivilDate, to: CivilDate, grain: Grain): number {
  if (grain === 'day') return dayNumber(to) - dayNumber(from) + 1;
  if (grain === 'week')
    return (dayNumber(periodStart(to, 'week')) - dayNumber(periodStart(from, 'week'))) / 7 + 1;
  const [a, b] = [dateParts(from), dateParts(to)];
  if (grain === 'year') return b.year - a.year + 1;
  const months = b.year * 12 + b.month - (a.year * 12 + a.month);
  if (grain === 'month') return months + 1;
  return Math.floor((b.year * 12 + b.month - 1) / 3) - Math.floor((a.year * 12 + a.month - 1) / 3) + 1;
}

/** A span of days, both inclusive. */
export type Span = { from: CivilDate; to: CivilDate };

/**
 * A date as people type it in a filter, as the span of days it stands for: a year `2019`, a month
 * `2019-01`, a quarter `2019-Q1`, an ISO week `2019-W09` or a day `2019-01-31`. Null = not one of these, or
 * not in the calendar (`2019-02-30`).
 */
export function parsePartialDate(text: string): Span | null {
  if (isCivilDate(text)) return { from: text, to: text };
  const match = /^([1-9]\d{3})(?:-(?:(\d{2})|Q([1-4])|W(\d{2})))?$/.exec(text);
  if (!match) return null;
  const year = Number(match[1]);
  if (match[2] !== undefined) {
    const month = Number(match[2]);
    if (month < 1 || month > 12) return null;
    return spanOf(civilDate(year, month, 1), 'month');
  }
  if (match[3] !== undefined) return spanOf(civilDate(year, Number(match[3]) * 3 - 2, 1), 'quarter');
  if (match[4] !== undefined) {
    const monday = addDays(periodStart(civilDate(year, 1, 4), 'week'), (Number(match[4]) - 1) * 7);
    const inYear = dateParts(addDays(monday, 3)).year === year;
    return match[4] !== '00' && inYear ? spanOf(monday, 'week') : null;
  }
  return spanOf(civilDate(year, 1, 1), 'year');
}

function spanOf(date: CivilDate, grain: Grain): Span {
  return { from: periodStart(date, grain), to: periodEnd(date, grain) };
}
