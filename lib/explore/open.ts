import 'server-only';
import type { IncidentFilters } from '@/lib/incidents/selection';
import { setParts, without } from '@/lib/incidents/selection';
import type { Ignored, Query } from '@/lib/url/params';
import { describeFilters, type FilterPhrase } from './describe';
import { type Asker, countWithout, type ExploreData, explore } from './explore';
import { headline } from './headline';
import { type FilterOptions, filterOptions } from './options';
import { loadReference, namesIn, type Reference } from './reference';
import { parseSelection, parseSelectionStrictly } from './request';
import { type TableRow, tableRow } from './table';
import type { Selection } from './view';

/** Everything that the Explore page needs to draw itself, as plain data. */
export type ExplorePage = Omit<ExploreData, 'table' | 'facets' | 'datasets'> & {
  selection: Selection;
  /** What the address held that could not be taken. */
  ignored: Ignored[];
  headline: { title: string; subtitle: string };
  phrases: FilterPhrase[];
  options: FilterOptions;
  table: { rows: TableRow[]; page: number; pages: number };
  /** Ways out of an empty selection: without one part of the filter, so many incidents. */
  alternatives: { label: string; filters: IncidentFilters; count: number }[];
};

/** Reads an address leniently and answers it. */
export async function openExplore(query: Query, asker: Asker): Promise<ExplorePage> {
  const { locale, viewer } = asker;
  const reference = await loadReference();
  const { filters, view, ignored } = parseSelection(query, reference.known);
  const selection: Selection = { filters, view };
  const data = await explore(selection, { ...asker, reference });
  const { facets, datasets, table, ...rest } = data;
  const names = namesIn(reference, locale);
  const phrases = describeFilters(filters, names, locale);
  const coverage = new Map(
    datasets.flatMap(({ slug, coveragePlaceId }) => {
      const place = coveragePlaceId ? reference.places.get(coveragePlaceId) : undefined;
      return place ? [[slug, place] as const] : [];
    }),
  );
  const empty = data.totals.incidents === 0;
  return {
    ...rest,
    selection: { filters, view: { ...view, page: table.page } },
    ignored,
    headline: headline({ filters, data, names, places: reference.places }, locale),
    phrases,
    options: filterOptions({
      facets,
      filters,
      datasets: reference.datasets,
      districts: data.districts,
      names,
      locale,
    }),
    table: {
      ...table,
      rows: table.rows.map((row) => tableRow(row, { locale, names, places: reference.places, coverage })),
    },
    alternatives: empty
      ? await countWithout(
          setParts(filters).map((part) => ({
            label: phrases.find((phrase) => phrase.part === part)?.label ?? part,
            filters: without(filters, part),
          })),
          viewer,
        )
      : [],
  };
}

/**
 * Reads an address strictly, for exports and images; `others` are the parameters of the export itself.
 * @throws AppError `invalid` naming every parameter that could not be taken.
 */
export async function openSelection(
  query: Query,
  locale: Asker['locale'],
  others: readonly string[] = [],
): Promise<{ selection: Selection; reference: Reference }> {
  const reference = await loadReference();
  return { selection: parseSelectionStrictly(query, reference.known, locale, others), reference };
}
