import { addDays, type CivilDate, earlier, later } from '@/lib/dates/civil';
import { spanDays } from '@/lib/dates/format';
import type { Span } from '@/lib/dates/periods';
import type { IncidentFilters } from '@/lib/incidents/selection';
import { dateSpan, startsSpan } from '@/lib/incidents/spans';
import type { OpenSpan } from '../series';

/** The days of a filter, narrowed to the span in which intervals begin where it names one; null = open. */
export function filterLimits(filters: IncidentFilters): OpenSpan {
  const bounds = dateSpan(filters);
  const starts = filters.starts ? startsSpan(filters.starts) : null;
  return overlap(
    { from: filters.from && bounds.from, to: filters.to && bounds.to },
    starts ?? { from: null, to: null },
  );
}

/** The days that two spans share; `from` after `to` where they share none. */
function overlap(a: OpenSpan, b: OpenSpan): OpenSpan {
  return {
    from: a.from && b.from ? later(a.from, b.from) : (a.from ?? b.from),
    to: a.to && b.to ? earlier(a.to, b.to) : (a.to ?? b.to),
  };
}

/** The days on which a selection could have been observed: how many, and the first and last of them. */
export type ObservedDays = { days: number; span: Span | null };

/**
 * The days that a filter keeps and at least one of the data sets covers. `days` is 0 and `span` null where these
 * share none. Null where no end is known: then there are no rates. Pure.
 */
export function observedDays(filters: IncidentFilters, coverage: readonly OpenSpan[]): ObservedDays | null {
  const limits = filterLimits(filters);
  const spans = (coverage.length > 0 ? coverage : [{ from: null, to: null }]).map((span) =>
    overlap(limits, span),
  );
  const closed: Span[] = [];
  for (const { from, to } of spans) {
    if (!from || !to) return null;
    if (from <= to) closed.push({ from, to });
  }
  closed.sort((a, b) => (a.from < b.from ? -1 : 1));
  let days = 0;
  let next: CivilDate | null = null;
  for (const { from, to } of closed) {
    const first: CivilDate = next ? later(from, next) : from;
    if (first > to) continue;
    days += spanDays(first, to);
    next = addDays(to, 1);
  }
  const [first] = closed;
  if (!first) return { days: 0, span: null };
  return { days, span: { from: first.from, to: closed.map(({ to }) => to).reduce(later) } };
}
