import { codesOf, findTerm, termLabel } from '@/lib/codebook/vocabularies';
import type { CivilDate } from '@/lib/dates/civil';
import type { Locale } from '@/lib/i18n/locale';
import type { Facets } from '@/lib/incidents/counts/types';
import { type Dimension, dimensionKeys, dimensions, none, unknown } from '@/lib/incidents/dimensions';
import type { ChoiceKey, IncidentFilters } from '@/lib/incidents/selection';
import type { Choice } from '@/lib/url/params';
import { type Names, valueLabel } from './describe';
import type { DatasetInfo } from './queries';

/** Whether a value is kept, left out, or neither. */
export type OptionState = 'in' | 'out' | null;

/** One value that a filter can take, with the number of incidents it would keep (rule 8). */
export type FilterOption = {
  code: string;
  label: string;
  count: number;
  /** Label of the broader term that it belongs to; null = has none. */
  broader: string | null;
  /** Codes of the broader terms over it. */
  over: string[];
  state: OptionState;
  /** What the choice of its broader term makes of it; null = nothing. */
  implied: OptionState;
  /** Whether it stands for incidents of which the field is not known, or that have none. */
  isRest: boolean;
};

/** The fields whose values form a tree and are fetched as it is opened. */
export const placeKeys = ['place', 'destination'] as const;
export type PlaceKey = (typeof placeKeys)[number];

/** The fields whose values are listed. */
export type ListedKey = Exclude<ChoiceKey, PlaceKey>;

/** One place of a filter: an id, with `@` before it for the place alone, or `unknown`. */
export type ChosenPlace = {
  value: string;
  /** Without regard to whether the place alone is meant. */
  label: string;
  state: 'in' | 'out';
};

/** The values of each filter. Zero counts are kept: they are shown grey, not hidden. Of places only the chosen ones. */
export type FilterOptions = Record<ListedKey, FilterOption[]> & Record<PlaceKey, ChosenPlace[]>;

/** The values of each filter with their counts. Pure. */
export function filterOptions(input: {
  facets: Facets;
  filters: IncidentFilters;
  datasets: DatasetInfo[];
  names: Names;
  locale: Locale;
}): FilterOptions {
  const { facets, filters, names, locale } = input;
  const option = (key: ListedKey, code: string, broaderCode: string | null = null): FilterOption => ({
    code,
    label: valueLabel(key, code, names, locale),
    count: facets[key].get(code) ?? 0,
    broader:
      broaderCode === null ? null : termLabel(dimensions[key as Dimension].vocabulary, broaderCode, locale),
    over: broaderCode === null ? [] : [broaderCode],
    state: stateOf(filters[key], code),
    implied: broaderCode === null ? null : stateOf(filters[key], broaderCode),
    isRest: code === unknown || code === none,
  });
  const ofDimension = (key: Dimension) => {
    const { vocabulary } = dimensions[key];
    return codesOf(vocabulary)
      .map((code) => option(key, code, findTerm(vocabulary, code)?.parent ?? null))
      .sort((a, b) => Number(a.isRest) - Number(b.isRest));
  };
  /** The values that occur, the most frequent first, those that are chosen, and at the end the unknown. */
  const ofOpen = (key: 'source' | 'category') => {
    const codes = new Set([...facets[key].keys(), ...filters[key].any, ...filters[key].not, unknown]);
    return [...codes]
      .map((code) => option(key, code))
      .sort(
        (a, b) => Number(a.isRest) - Number(b.isRest) || b.count - a.count || (a.label < b.label ? -1 : 1),
      );
  };
  return {
    dataset: input.datasets.map(({ slug }) => option('dataset', slug)),
    source: ofOpen('source'),
    category: ofOpen('category'),
    place: chosenPlaces('place', filters, names, locale),
    destination: chosenPlaces('destination', filters, names, locale),
    ...(Object.fromEntries(dimensionKeys.map((key) => [key, ofDimension(key)])) as Record<
      Dimension,
      FilterOption[]
    >),
  };
}

function stateOf({ any, not }: Choice, code: string): OptionState {
  return any.includes(code) ? 'in' : not.includes(code) ? 'out' : null;
}

function chosenPlaces(key: PlaceKey, filters: IncidentFilters, names: Names, locale: Locale): ChosenPlace[] {
  const chosen = (values: readonly string[], state: 'in' | 'out') =>
    values.map((value) => ({
      value,
      label: valueLabel(key, value.replace(/^@/, ''), names, locale),
      state,
    }));
  return [...chosen(filters[key].any, 'in'), ...chosen(filters[key].not, 'out')];
}

/** The days that data sets say they cover, from the first to the last of all; null = none says so. Pure. */
export function coverageOf(
  datasets: readonly Pick<DatasetInfo, 'coverageFrom' | 'coverageTo'>[],
): { from: CivilDate; to: CivilDate } | null {
  const from = datasets.flatMap(({ coverageFrom }) => coverageFrom ?? []).sort()[0];
  const to = datasets
    .flatMap(({ coverageTo }) => coverageTo ?? [])
    .sort()
    .at(-1);
  return from !== undefined && to !== undefined && from <= to ? { from, to } : null;
}
