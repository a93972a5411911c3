import type { DistrictChart } from '@/lib/charts/types';
import { codesOf, findTerm, termLabel } from '@/lib/codebook/vocabularies';
import type { Locale } from '@/lib/i18n/locale';
import { type Dimension, dimensionKeys, dimensions } from '@/lib/incidents/dimensions';
import type { Facets } from '@/lib/incidents/queries';
import type { ChoiceKey, IncidentFilters } from '@/lib/incidents/selection';
import type { Names } from './describe';
import type { DatasetInfo } from './queries';

/** One value that a filter can take, with the number of incidents it would keep (rule 8). */
export type FilterOption = {
  code: string;
  label: string;
  count: number;
  depth: 0 | 1;
  state: 'in' | 'out' | null;
};

/** The values of each filter. Zero counts are kept: they are shown grey, not hidden. */
export type FilterOptions = Record<ChoiceKey, FilterOption[]>;

/** The values of each filter with their counts. Pure. */
export function filterOptions(input: {
  facets: Facets;
  filters: IncidentFilters;
  datasets: DatasetInfo[];
  districts: DistrictChart | null;
  names: Names;
  locale: Locale;
}): FilterOptions {
  const { facets, filters, names, locale } = input;
  const option = (
    key: ChoiceKey,
    code: string,
    label: string,
    count: number,
    depth: 0 | 1 = 0,
  ): FilterOption => ({
    code,
    label,
    count,
    depth,
    state: filters[key].any.includes(code) ? 'in' : filters[key].not.includes(code) ? 'out' : null,
  });
  const ofDimension = (key: Dimension) => {
    const { vocabulary } = dimensions[key];
    return codesOf(vocabulary).map((code) =>
      option(
        key,
        code,
        termLabel(vocabulary, code, locale),
        facets[key].get(code) ?? 0,
        findTerm(vocabulary, code)?.parent ? 1 : 0,
      ),
    );
  };
  const near =
    input.districts?.units.map(({ code, name, count }) => option('place', code, name, count)) ?? [];
  const outside =
    input.districts?.outside.map(({ placeId, label, count }) => option('place', placeId, label, count)) ?? [];
  const offered = new Set([...near, ...outside].map(({ code }) => code));
  const chosen = [...filters.place.any, ...filters.place.not]
    .filter((id) => !offered.has(id))
    .map((id) => option('place', id, id.startsWith('@') ? names.place(id.slice(1)) : names.place(id), 0));
  return {
    dataset: input.datasets.map(({ slug }) =>
      option('dataset', slug, names.dataset(slug), facets.dataset.get(slug) ?? 0),
    ),
    place: [...near, ...outside, ...chosen],
    ...(Object.fromEntries(dimensionKeys.map((key) => [key, ofDimension(key)])) as Record<
      Dimension,
      FilterOption[]
    >),
  };
}
