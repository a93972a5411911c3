import type { SeriesKey, TimeChart } from '@/lib/charts/types';
import type { CivilDate } from '@/lib/dates/civil';
import { isPlaceField, isSeveral } from '@/lib/incidents/dimensions';
import type { ChoiceKey, IncidentFilters } from '@/lib/incidents/selection';
import { choice } from '@/lib/url/params';
import { linksFrom, shortSpan } from './links';
import { type Selection, selectionQuery } from './view';

/** Two days that no address needs, in the place of those of a mark: addresses are made once, then filled in. */
const blank = '0000-00-00';

/** Precisions of incidents that a calendar counts. */
const toTheDay = choice(['day', 'days']);

/** Addresses of the marks of a chart over time: each opens exactly the records that the mark counts. */
export function timeLinks(selection: Selection, base: string, { split }: Pick<TimeChart, 'split'>) {
  const links = linksFrom(selection, base);
  const { filters } = selection;
  const field = split as ChoiceKey | null;
  const query = selectionQuery(selection);
  const patterns = new Map<string, string | null>();
  const begun = links.to({ ...filters, starts: blank });
  const fill = (pattern: string, from: CivilDate, to: CivilDate) =>
    pattern.replace(`starts=${blank}`, `starts=${shortSpan(from, to)}`);

  const patternOf = (key: SeriesKey): string | null => {
    const known = patterns.get(key.code);
    if (known !== undefined) return known;
    const kept = field && keeping(filters, field, key);
    const made = kept ? links.to({ ...kept, starts: blank }) : null;
    patterns.set(key.code, made);
    return made;
  };
  return {
    /** The records that begin in a span; all again when it is chosen already. */
    bucket: (from: CivilDate, to: CivilDate) =>
      filters.starts === shortSpan(from, to) ? links.bucket(from, to) : fill(begun, from, to),
    /** Those of one series; undefined where no filter keeps just them. */
    part: (from: CivilDate, to: CivilDate, key: SeriesKey): string | undefined => {
      const pattern = patternOf(key);
      return pattern === null ? undefined : fill(pattern, from, to);
    },
    /** The records that begin in a span that was dragged. */
    range: (from: CivilDate, to: CivilDate) => fill(begun, from, to),
    /** Without the chosen span, or else without dates; null where there is neither. */
    clear: filters.starts
      ? links.to({ ...filters, starts: null })
      : filters.from || filters.to
        ? links.to({ ...filters, from: null, to: null, match: 'possible' })
        : null,
    /** The records that a day of the calendar counts: those dated to the day. */
    day: (day: CivilDate, hasCoarser: boolean) => {
      const chosen = filters.starts === day;
      const precision = chosen || !hasCoarser ? filters.precision : narrowed(filters.precision);
      return links.to({ ...filters, starts: chosen ? null : day, precision });
    },
    record: (ref: string) => `/incidents/${ref}${query}`,
    directive: (ref: string) => `/directives/${ref}`,
    /** One series alone; without it when it is alone already. Undefined where no filter can say it. */
    only: (key: SeriesKey): string | undefined => {
      const values = key.values ?? [key.code];
      if (!field || values.length === 0) return undefined;
      const alone =
        filters[field].not.length === 0 && filters[field].any.join() === choice(values).any.join();
      return links.to({ ...filters, [field]: alone ? choice([]) : choice(values) });
    },
    /** Whether the filter names a series. */
    isChosen: (key: SeriesKey) =>
      field !== null && (key.values ?? [key.code]).some((value) => filters[field].any.includes(value)),
  };
}

/** The filter that keeps one series of what it keeps now; null where no filter says so. */
function keeping(filters: IncidentFilters, field: ChoiceKey, key: SeriesKey): IncidentFilters | null {
  const values = key.values ?? [key.code];
  if (values.length === 0) return null;
  const { any, not } = filters[field];
  if (isPlaceField(field)) return { ...filters, [field]: choice(values, not) };
  if (!isSeveral(field)) return { ...filters, [field]: choice(values) };
  // Of a field with several values a filter keeps what has one or another of them, never what has both.
  if (any.length > 0 && any.join() !== choice(values).any.join()) return null;
  return { ...filters, [field]: choice(values, not) };
}

function narrowed({ any }: IncidentFilters['precision']): IncidentFilters['precision'] {
  const both = any.filter((code) => toTheDay.any.includes(code));
  return both.length > 0 ? choice(both) : toTheDay;
}
