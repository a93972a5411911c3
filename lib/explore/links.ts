import { type CivilDate, dateParts } from '@/lib/dates/civil';
import { type Grain, periodEnd, periodStart } from '@/lib/dates/periods';
import {
  type ChoiceKey,
  type FilterPart,
  type IncidentFilters,
  negated,
  noFilters,
  withExcluded,
  without,
  withToggled,
} from '@/lib/incidents/selection';
import { choice } from '@/lib/url/params';
import { offDropped, switchedOff, switchedOn } from './switched';
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
    /** One value more, or less; of the broader ones `over` it none stays left out that would leave it out too. */
    toggle: (key: ChoiceKey, value: string, over: readonly string[] = []) =>
      to(withToggled(filters, key, value, over)),
    /** One value left out, or no longer so. */
    exclude: (key: ChoiceKey, value: string) => to(withExcluded(filters, key, value)),
    /** One value in the place of another, kept or left out as that was. */
    replace: (key: ChoiceKey, value: string, by: string) => {
      const put = (values: readonly string[]) => values.map((one) => (one === value ? by : one));
      return to({ ...filters, [key]: choice(put(filters[key].any), put(filters[key].not)) });
    },
    /** What one field keeps is left out, and the other way round. */
    negate: (key: ChoiceKey) => to(negated(filters, key)),
    /** One part taken away. */
    remove: (part: FilterPart) => to(without(filters, part)),
    /** One part switched off and kept at hand; in force again; no longer at hand. */
    switchOff: (part: FilterPart) => selectionPath(base, switchedOff(selection, part)),
    switchOn: (part: FilterPart) => selectionPath(base, switchedOn(selection, part)),
    dropOff: (part: FilterPart) => selectionPath(base, offDropped(selection, part)),
    /** Everything, with nothing at hand. */
    clear: () => {
      const next = withFilters(selection, noFilters);
      return selectionPath(base, { ...next, view: { ...next.view, off: null } });
    },
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
  };
}
