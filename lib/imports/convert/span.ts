import { addDays, type CivilDate } from '@/lib/dates/civil';
import type { DatePrecision } from '@/lib/dates/periods';
import { spanProblem } from '@/lib/dates/span-problem';
import type { DatesPlan } from '../plan';
import { around, type ReadDay } from '../values/days';

/** The span of an incident: how its days are meant. */
export type Span = { startsOn: CivilDate; endsOn: CivilDate; datePrecision: DatePrecision };

/**
 * The span that a file means by a first and a last day and by what it says of their precision (null = nothing). A
 * period that is not one of the calendar becomes a run of days. Null = the last day lies before the first.
 */
export function spanOf(
  start: ReadDay,
  end: ReadDay | null,
  precision: string | null,
  convention: DatesPlan['convention'],
): Span | null {
  if (end === null && start.precision === 'day' && (precision === null || precision === 'day'))
    return { startsOn: start.from, endsOn: start.to, datePrecision: 'day' };
  if (end && end.to < start.from) return null;
  const given: Span = {
    startsOn: start.from,
    endsOn: end ? end.to : start.to,
    datePrecision: start.precision,
  };
  if (end && (end.to !== start.to || end.precision !== start.precision)) given.datePrecision = 'days';
  // What the text itself leaves open is never made narrower.
  if (precision === null || precision === 'day' || start.precision !== 'day') return fitting(given);
  if (precision === 'days') return fitting({ ...given, datePrecision: 'days' });
  const several = given.startsOn !== given.endsOn;
  if (several) return fitting({ ...given, datePrecision: precision as DatePrecision });
  if (convention === 'midpoint' && precision === 'week')
    return { startsOn: addDays(start.from, -3), endsOn: addDays(start.from, 3), datePrecision: 'days' };
  const whole = around(start.from, precision as DatePrecision);
  return { startsOn: whole.from, endsOn: whole.to, datePrecision: whole.precision };
}

/** The same days with a precision that they can have. */
function fitting(span: Span): Span {
  if (spanProblem(span.startsOn, span.endsOn, span.datePrecision) === null) return span;
  return { ...span, datePrecision: span.startsOn === span.endsOn ? 'day' : 'days' };
}
