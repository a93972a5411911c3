import { type CivilDate, isCivilDate } from './civil';
import { datePrecisions, periodEnd, periodStart } from './periods';

/** What can be wrong with the last day of a span. */
export type SpanProblem = 'endsBefore' | 'notOneDay' | 'notSeveralDays' | 'notWholePeriod';

/**
 * What is wrong with a span of days for the precision that is claimed for it; null = nothing. A `day` is one
 * day, `days` at least two, and a week (Monday to Sunday), month, quarter or year is the whole period of the calendar.
 * Pure.
 */
export function spanProblem(from: CivilDate, to: CivilDate, precision: string): SpanProblem | null {
  const known = datePrecisions.find((one) => one === precision);
  if (!known || !isCivilDate(from) || !isCivilDate(to)) return null;
  if (to < from) return 'endsBefore';
  if (known === 'day') return from === to ? null : 'notOneDay';
  if (known === 'days') return from < to ? null : 'notSeveralDays';
  return from === periodStart(from, known) && to === periodEnd(from, known) ? null : 'notWholePeriod';
}
