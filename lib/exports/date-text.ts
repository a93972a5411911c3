import { addDays, civilDate, dateParts, dayNumber } from '@/lib/dates/civil';
import { periodEnd, periodStart } from '@/lib/dates/periods';
import type { IncidentRow } from '@/lib/incidents/row';

/**
 * The date of an incident as text, as exact as it is known: `2019-09-13`, `2019-W09` (ISO week), `2019-02`,
 * `2019-Q1`, `2019`. A run of days, and an interval that is no whole week, month, quarter or year, is written
 * from its first day to its last: `2019-02-25..2019-03-03`.
 */
export function dateText(row: Pick<IncidentRow, 'startsOn' | 'endsOn' | 'datePrecision'>): string {
  const { startsOn, endsOn, datePrecision } = row;
  if (startsOn === endsOn) return startsOn;
  const span = `${startsOn}..${endsOn}`;
  if (datePrecision === 'day' || datePrecision === 'days') return span;
  if (startsOn !== periodStart(startsOn, datePrecision) || endsOn !== periodEnd(startsOn, datePrecision))
    return span;
  const { year, month } = dateParts(startsOn);
  switch (datePrecision) {
    case 'week':
      return weekText(startsOn);
    case 'month':
      return startsOn.slice(0, 7);
    case 'quarter':
      return `${startsOn.slice(0, 4)}-Q${Math.ceil(month / 3)}`;
    case 'year':
      return String(year);
  }
}

/** The ISO week that begins on a Monday: its year is that of its Thursday. */
function weekText(monday: string): string {
  const { year } = dateParts(addDays(monday, 3));
  const first = periodStart(civilDate(year, 1, 4), 'week');
  const week = (dayNumber(monday) - dayNumber(first)) / 7 + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}
