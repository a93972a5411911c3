import { mapClasses } from '@/lib/charts/scale';
import type { Calendar, CalendarYear } from '@/lib/charts/types-time';
import { type CivilDate, dateParts, dayNumber, fromDayNumber } from '@/lib/dates/civil';
import { bucketHolds, type Span } from '@/lib/dates/periods';
import type { DayCount } from '@/lib/incidents/counts/types';
import { coverageOf, type OpenSpan } from './series';

/** Most years that a calendar draws. */
export const mostYears = 16;

/**
 * Incidents by day over the years of a span, the newest 16 of them: those dated to the day (or to a run of days,
 * by its first), 0 on days without one inside the coverage, null outside it. What is dated more coarsely is
 * counted apart. `counts` hold each incident once. Pure.
 */
export function calendar(counts: readonly DayCount[], span: Span, coverage: OpenSpan[]): Calendar {
  const onDay = new Map<CivilDate, number>();
  let leftOut = 0;
  for (const { day, precision, count } of counts) {
    if (bucketHolds('day', precision)) onDay.set(day, (onDay.get(day) ?? 0) + count);
    else leftOut += count;
  }
  const last = dateParts(span.to).year;
  const first = Math.max(dateParts(span.from).year, last - mostYears + 1);
  const years: CalendarYear[] = [];
  for (let year = last; year >= first; year--) years.push(yearOf(year, onDay, span, coverage));
  const earlier = [...onDay].reduce((sum, [day, n]) => (dateParts(day).year < first ? sum + n : sum), 0);
  const values = years.flatMap(({ days }) => days.flatMap((count) => count ?? []));
  return { from: span.from, to: span.to, years, classes: mapClasses(values, 'count'), leftOut, earlier };
}

function yearOf(
  year: number,
  onDay: ReadonlyMap<CivilDate, number>,
  span: Span,
  coverage: OpenSpan[],
): CalendarYear {
  const first = dayNumber(`${year}-01-01`);
  const days: (number | null)[] = [];
  let total = 0;
  for (let number = first; number < dayNumber(`${year + 1}-01-01`); number++) {
    const day = fromDayNumber(number);
    const count = onDay.get(day);
    total += count ?? 0;
    const isCovered =
      day >= span.from && day <= span.to && coverageOf({ from: day, to: day }, coverage, span) !== 'none';
    days.push(count ?? (isCovered ? 0 : null));
  }
  return { year, days, total };
}
