import { type Choice, excluded, formatChoice, isEmptyChoice, noChoice, toggled } from '@/lib/url/params';
import { type Dimension, dimensionKeys } from './dimensions';

/** How the interval of an incident must lie to the dates of the filter: touch them, or lie within. */
export type Match = 'possible' | 'certain';

/**
 * The one filter object. Whatever is counted, drawn, listed or exported is what this object keeps.
 * Dates are kept as typed (`2019`, `2019-02`, `2019-W09`, `2019-02-25`); null = open.
 */
export type IncidentFilters = Record<Dimension, Choice> & {
  /** Slugs of data sets. */
  dataset: Choice;
  /** Ids of places; each stands for everything at or below it, or with `@` before it for that place alone. */
  place: Choice;
  /** Where petitioners went; written as `place`. */
  destination: Choice;
  /** Refs of sources. */
  source: Choice;
  /** What sources themselves call the incident, as written there. */
  category: Choice;
  from: string | null;
  to: string | null;
  match: Match;
  /** When the interval begins: a partial date or `from..to`. Set by clicking a time bucket. */
  starts: string | null;
  /** Text search; '' = none. */
  q: string;
};

/** Keeps everything. */
export const noFilters: IncidentFilters = {
  dataset: noChoice,
  place: noChoice,
  destination: noChoice,
  source: noChoice,
  category: noChoice,
  ...(Object.fromEntries(dimensionKeys.map((key) => [key, noChoice])) as Record<Dimension, Choice>),
  from: null,
  to: null,
  match: 'possible',
  starts: null,
  q: '',
};

/** Names of the parameters whose value is a choice. */
export const choiceKeys = [
  'dataset',
  'place',
  'destination',
  'source',
  'category',
  ...dimensionKeys,
] as const;
export type ChoiceKey = (typeof choiceKeys)[number];

/** The parameters of the filter, in the fixed order of addresses; null = default, left out. */
export function filterEntries(filters: IncidentFilters): [string, string | null][] {
  return [
    ...choiceKeys.map((key): [string, string | null] => [key, formatChoice(filters[key])]),
    ['from', filters.from],
    ['to', filters.to],
    ['match', filters.match === 'certain' ? 'certain' : null],
    ['starts', filters.starts],
    ['q', filters.q === '' ? null : filters.q],
  ];
}

/** Names of all parameters of the filter. */
export const filterParams = filterEntries(noFilters).map(([name]) => name);

/** A part of the filter that can be taken away as one; `dates` stands for from, to and match. */
export type FilterPart = ChoiceKey | 'dates' | 'starts' | 'q';

/** Whether the filter keeps everything. */
export function keepsAll(filters: IncidentFilters): boolean {
  return filterEntries(filters).every(([, value]) => value === null);
}

/** Whether anything but the data set is filtered. */
export function isNarrowed(filters: IncidentFilters): boolean {
  return !keepsAll({ ...filters, dataset: noChoice });
}

/** The filter with one value of one field switched on or off; `over`: broader values that hold it. */
export function withToggled(
  filters: IncidentFilters,
  key: ChoiceKey,
  value: string,
  over: readonly string[] = [],
): IncidentFilters {
  return { ...filters, [key]: toggled(filters[key], value, over) };
}

/** The filter without one of its parts. */
export function without(filters: IncidentFilters, part: FilterPart): IncidentFilters {
  if (part === 'dates') return { ...filters, from: null, to: null, match: 'possible' };
  return { ...filters, [part]: noFilters[part] };
}

/** The parts of the filter that are set, in the order of addresses. */
export function setParts(filters: IncidentFilters): FilterPart[] {
  return [
    ...choiceKeys.filter((key) => !isEmptyChoice(filters[key])),
    ...(filters.from || filters.to ? (['dates'] as const) : []),
    ...(filters.starts ? (['starts'] as const) : []),
    ...(filters.q ? (['q'] as const) : []),
  ];
}

/** The filter with one value of one field left out, or no longer so; it is no longer among those to keep. */
export function withExcluded(filters: IncidentFilters, key: ChoiceKey, value: string): IncidentFilters {
  return { ...filters, [key]: excluded(filters[key], value) };
}

/** The filter with what one field keeps and leaves out changed round. */
export function negated(filters: IncidentFilters, key: ChoiceKey): IncidentFilters {
  const { any, not } = filters[key];
  return { ...filters, [key]: { any: not, not: any } };
}

/** One part of a filter in place of another's. */
export function withPart(filters: IncidentFilters, part: FilterPart, from: IncidentFilters): IncidentFilters {
  if (part === 'dates') return { ...filters, from: from.from, to: from.to, match: from.match };
  return { ...filters, [part]: from[part] };
}
