import { type CivilDate, dateParts } from '@/lib/dates/civil';
import { parsePartialDate } from '@/lib/dates/periods';
import type { IncidentFilters } from '@/lib/incidents/selection';
import type { OpenSpan } from '../series';

/** A filter a year earlier; `clipped` names the dates that have no counterpart there. */
export type YearBefore = { filters: IncidentFilters; clipped: string[] };

/**
 * A date of a filter one year earlier, as exact as it was typed: `2020-Q1` becomes `2019-Q1`, a week keeps its ISO
 * number. 29 February becomes 28 February and week 53 week 52 where the year before has none.
 * Null = no partial date, or before the year 1001.
 */
export function dateYearBefore(text: string): string | null {
  if (!parsePartialDate(text)) return null;
  const year = Number(text.slice(0, 4)) - 1;
  const shifted = `${year}${text.slice(4)}`;
  if (parsePartialDate(shifted)) return shifted;
  const fallback = shifted.replace(/-02-29$/, '-02-28').replace(/-W53$/, '-W52');
  return parsePartialDate(fallback) ? fallback : null;
}

/**
 * The same filter a year earlier: its dates, and the span in which intervals begin, go back one year each. An end
 * that is left open is closed at that of `ends` (what the data cover), a year earlier, so that both selections are
 * equally long. Null where the filter has no dates. Pure.
 */
export function yearBefore(filters: IncidentFilters, ends: OpenSpan): YearBefore | null {
  const { from, to, starts } = filters;
  if (!from && !to && !starts) return null;
  const clipped: string[] = [];
  const back = (text: string): string | null => {
    const shifted = dateYearBefore(text);
    if (shifted && shifted.slice(4) !== text.slice(4)) clipped.push(text);
    return shifted;
  };
  const wanted = {
    from: from ?? (to && ends.from && (ends.from <= lastDay(to) ? ends.from : firstDay(to))),
    to: to ?? (from && ends.to && (ends.to >= firstDay(from) ? ends.to : lastDay(from))),
  };
  const shifted = {
    from: wanted.from && back(wanted.from),
    to: wanted.to && back(wanted.to),
    starts: starts && spanYearBefore(starts, back),
  };
  if ((from && !shifted.from) || (to && !shifted.to) || (starts && !shifted.starts)) return null;
  return { filters: { ...filters, ...shifted }, clipped };
}

function spanYearBefore(text: string, back: (text: string) => string | null): string | null {
  const shifted = text.split('..').map(back);
  return shifted.every((part) => part !== null) ? shifted.join('..') : null;
}

const firstDay = (text: string): CivilDate => parsePartialDate(text)?.from ?? text;
const lastDay = (text: string): CivilDate => parsePartialDate(text)?.to ?? text;

/** The calendar years that the data cover wholly or in part, the newest first; the first is left out, since nothing lies before it. */
export function comparableYears({ from, to }: OpenSpan): number[] {
  if (!from || !to) return [];
  const [first, last] = [dateParts(from).year, dateParts(to).year];
  return Array.from({ length: Math.max(0, last - first) }, (_, i) => last - i);
}
