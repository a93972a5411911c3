import { type CivilDate, dateParts } from '@/lib/dates/civil';
import { type Grain, periodEnd, periodStart } from '@/lib/dates/periods';
import { type ChoiceKey, type IncidentFilters, withToggled } from '@/lib/incidents/selection';
import { choice } from '@/lib/url/params';
import { type Selection, selectionPath, withFilters } from './view';

/** A span of days as short as it can be written in an address: `2019`, `2019-Q1`, `2019-02`, `2019-02-25`, or `from..to`. */
export function shortSpan(from: CivilDate, to: CivilDate): string {
  const { year, month } = dateParts(from);
  const is = (grain: Grain) => periodStart(from, grain) === from && periodEnd(from, grain) === to;
  if (is('year')) return String(year);
  if (is('quarter')) return `${year}-Q${Math.ceil(month / 3)}`;
  if (is('month')) return from.slice(0, 7);
  return from === to ? from : `${from}..${to}`;
}

/** Addresses of Explore under other filters, each back on the first page of the table. */
export function linksFrom(selection: Selection, base: string) {
  const to = (filters: IncidentFilters) => selectionPath(base, withFilters(selection, filters));
  const { filters } = selection;
  return {
    to,
    /** One value more, or less. */
    toggle: (key: ChoiceKey, value: string) => to(withToggled(filters, key, value)),
    /** This value alone; when it is alone already, none. */
    only: (key: ChoiceKey, value: string) => {
      const alone =
        filters[key].any.length === 1 && filters[key].any[0] === value && filters[key].not.length === 0;
      return to({ ...filters, [key]: alone ? choice([]) : choice([value]) });
    },
    /** Incidents that begin in the span; when it is chosen already, all again. */
    bucket: (start: CivilDate, end: CivilDate) => {
      const starts = shortSpan(start, end);
      return to({ ...filters, starts: filters.starts === starts ? null : starts });
    },
    /** The same for a span that is not chosen yet: an address with `{from}` and `{to}` in the place of its days. */
    range: () => to({ ...filters, starts: 'FROM..TO' }).replace('FROM..TO', '{from}..{to}'),
    /** Incidents of one type that begin in the span. */
    stack: (start: CivilDate, end: CivilDate, type: string) =>
      to({ ...filters, starts: shortSpan(start, end), type: choice([type]) }),
  };
}
