import { type CivilDate, isCivilDate } from '@/lib/dates/civil';
import { datePrecisions, periodEnd, periodStart } from '@/lib/dates/periods';

/**
 * What is wrong with a span of days for the precision that is claimed for it; null = nothing. A `day` is one
 * day, `days` at least two, and a week, month, quarter or year is the whole period of the calendar.
 */
export function spanProblem(from: CivilDate, to: CivilDate, precision: string): string | null {
  const known = datePrecisions.find((one) => one === precision);
  if (!known || !isCivilDate(from) || !isCivilDate(to)) return null;
  if (to < from) return 'lies before the first day';
  if (known === 'day') return from === to ? null : 'must be the first day, where the precision is day';
  if (known === 'days')
    return from < to ? null : 'must be later than the first day, where the precision is days';
  return from === periodStart(from, known) && to === periodEnd(from, known)
    ? null
    : `does not make a whole ${known} with the first day${known === 'week' ? ' (Monday to Sunday)' : ''}`;
}
