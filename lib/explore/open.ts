import 'server-only';
import { authorise } from '@/lib/auth/authorise';
import type { Span } from '@/lib/dates/periods';
import type { Question } from '@/lib/http/answers';
import type { IncidentFilters } from '@/lib/incidents/selection';
import { setParts, without } from '@/lib/incidents/selection';
import { savedViewOf } from '@/lib/saved-views/queries';
import type { SavedView } from '@/lib/saved-views/types';
import type { Ignored, Query } from '@/lib/url/params';
import { breakdownOnScreen } from './breakdowns';
import { describeFilters } from './describe';
import { districtsOnScreen } from './district-chart';
import { type Asker, type Asking, countWithout, type ExploreData, explore } from './explore';
import { headline } from './headline';
import { matrixOnScreen } from './matrix';
import { coverageOf, type FilterOptions, filterOptions } from './options';
import type { FilterPhrase } from './phrases';
import { sharedQuestion } from './questions';
import { loadReference, namesIn, type Reference } from './reference';
import { parseSelection, parseSelectionStrictly } from './request';
import { cursorAfter } from './rows';
import { type TableRow, tableRows } from './table';
import { type Selection, selectionQuery } from './view';

/** Everything that the Explore page needs to draw itself, as plain data. */
export type ExplorePage = Omit<ExploreData, 'table' | 'facets' | 'datasets'> & {
  selection: Selection;
  /** What the address held that could not be taken. */
  ignored: Ignored[];
  /** The saved view that the address was opened from and still shows; null = none. */
  savedView: SavedView | null;
  headline: { title: string; subtitle: string };
  phrases: FilterPhrase[];
  /** The parts of the filter that are switched off, in words. */
  offPhrases: FilterPhrase[];
  /** The days that the data sets in view say they cover; null = none says so. */
  coverage: Span | null;
  options: FilterOptions;
  /** A page of rows. `next`: the cursor for those after them; null = there are none. */
  table: { rows: TableRow[]; page: number; pages: number; next: string | null };
  /** Ways out of an empty selection: without one part of the filter, so many incidents; the most first. */
  alternatives: { label: string; filters: IncidentFilters; count: number }[];
};

/** Reads an address leniently and answers it. */
export async function openExplore(query: Query, asker: Asker): Promise<ExplorePage> {
  return (await askExplore(query, asker)).open();
}

/** Reads an address leniently; its answer is worked out once while the data stay the same, and for a minute at most. */
export async function askExplore(query: Query, asker: Asker): Promise<Question<ExplorePage>> {
  authorise(asker.viewer, 'read');
  const reference = await loadReference();
  const { filters, view, ignored } = parseSelection(query, reference.known);
  const selection: Selection = { filters, view };
  const savedView = await savedViewOf(query, asker.viewer);
  const what = ['explore', selectionQuery(selection), ignored, savedView?.id ?? null];
  return sharedQuestion(reference, asker, what, async () => ({
    ...(await answer(selection, { ...asker, reference })),
    ignored,
    savedView,
  }));
}

async function answer(
  selection: Selection,
  asker: Asking,
): Promise<Omit<ExplorePage, 'ignored' | 'savedView'>> {
  const { locale, viewer, reference } = asker;
  const { filters, view } = selection;
  const data = await explore(selection, asker);
  const { facets, datasets, table, ...rest } = data;
  const names = namesIn(reference, locale);
  const phrases = describeFilters(filters, names, locale);
  const empty = data.totals.incidents === 0;
  return {
    ...rest,
    districts: data.districts && districtsOnScreen(data.districts),
    breakdowns: data.breakdowns.map(breakdownOnScreen),
    matrix: matrixOnScreen(data.matrix),
    selection: { filters, view: { ...view, page: table.page } },
    headline: headline({ filters, data, names, places: reference.places }, locale),
    phrases,
    offPhrases: view.off ? describeFilters(view.off, names, locale) : [],
    coverage: coverageOf(datasets),
    options: filterOptions({
      facets,
      filters,
      datasets: reference.datasets,
      names,
      locale,
    }),
    table: {
      ...table,
      rows: tableRows(table.rows, { locale, names, places: reference.places, datasets }),
      next: table.page < table.pages ? cursorAfter(table.rows, view.sort) : null,
    },
    alternatives: empty
      ? (
          await countWithout(
            setParts(filters).map((part) => ({
              label: phrases.find((phrase) => phrase.part === part)?.label ?? part,
              filters: without(filters, part),
            })),
            viewer,
          )
        ).sort((a, b) => b.count - a.count)
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
