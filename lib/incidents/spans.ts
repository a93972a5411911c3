import { parsePartialDate, type Span } from '@/lib/dates/periods';
import type { IncidentFilters } from './selection';

/** Earliest and latest day of an open range. */
const openFrom = '1000-01-01';
const openTo = '9999-12-31';

/** The days that the dates of a filter stand for, both inclusive; an open end reaches to the year 1000 or 9999. */
export function dateSpan(filters: Pick<IncidentFilters, 'from' | 'to'>): Span {
  return {
    from: (filters.from && parsePartialDate(filters.from)?.from) || openFrom,
    to: (filters.to && parsePartialDate(filters.to)?.to) || openTo,
  };
}

/** The days that `starts` stands for; null = not a partial date or a range of two in order. */
export function startsSpan(text: string): Span | null {
  const [first = '', second, ...more] = text.split('..');
  const from = parsePartialDate(first);
  const to = second === undefined ? from : parsePartialDate(second);
  if (!from || !to || more.length > 0 || from.from > to.to) return null;
  return { from: from.from, to: to.to };
}
