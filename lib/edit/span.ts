import { isCivilDate } from '@/lib/dates/civil';
import { datePrecisions, periodEnd, periodStart } from '@/lib/dates/periods';
import type { FormValues } from './form';

/** The fields of a span of days by their names. */
export type SpanKeys = { first: string; last: string; precision: string };

/** Fields of which one day follows from the others. */
type Span = { startsOn: string; endsOn: string; datePrecision: string };

/**
 * The last day that the first one and the precision bring with them: the same for a day, the end of the week, month,
 * quarter or year; `days` leaves it. `whole` moves the first day to the beginning of that period too. Pure.
 */
export function fillSpan({ startsOn, endsOn, datePrecision }: Span, { whole }: { whole: boolean }): Span {
  const precision = datePrecisions.find((one) => one === datePrecision);
  if (!precision || precision === 'days' || !isCivilDate(startsOn))
    return { startsOn, endsOn, datePrecision };
  return {
    startsOn: whole ? periodStart(startsOn, precision) : startsOn,
    endsOn: periodEnd(startsOn, precision),
    datePrecision,
  };
}

/** A form with its span filled; a first day without a precision is meant to the day. Pure. */
export function withSpan(values: FormValues, keys: SpanKeys, { whole }: { whole: boolean }): FormValues {
  const text = (key: string) => String(values[key] ?? '');
  const startsOn = text(keys.first);
  const filled = fillSpan(
    {
      startsOn,
      endsOn: text(keys.last),
      datePrecision: text(keys.precision) || (isCivilDate(startsOn) ? 'day' : ''),
    },
    { whole },
  );
  return {
    ...values,
    [keys.first]: filled.startsOn,
    [keys.last]: filled.endsOn,
    [keys.precision]: filled.datePrecision,
  };
}
