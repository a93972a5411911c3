import 'server-only';
import { authorise } from '@/lib/auth/authorise';
import type { Question } from '@/lib/http/answers';
import { type IncidentFilters, without } from '@/lib/incidents/selection';
import { savedViewOf } from '@/lib/saved-views/queries';
import type { SavedView } from '@/lib/saved-views/types';
import type { Ignored, Query } from '@/lib/url/params';
import type { PreviewedIn } from './counted-page';
import { type Asker, type Asking, explore } from './explore';
import { sharedQuestion } from './questions';
import { loadReference, namesIn, type Reference } from './reference';
import { parseSelection, parseSelectionStrictly } from './request';
import { cursorAfter } from './rows';
import { type ShownData, shownData } from './shown';
import { type TableRow, tableRows } from './table';
import { type Selection, selectionQuery } from './view';

/** Everything that the Explore page needs to draw itself, as plain data. */
export type ExplorePage = ShownData & {
  selection: Selection;
  /** What the address held that could not be taken. */
  ignored: Ignored[];
  /** The saved view that the address was opened from and still shows; null = none. */
  savedView: SavedView | null;
  /** A page of rows. `next`: the cursor for those after them; null = there are none. */
  table: { rows: TableRow[]; page: number; pages: number; next: string | null };
  /** Ways out of an empty selection: without one part of the filter, so many incidents; the most first. */
  alternatives: { label: string; filters: IncidentFilters; count: number }[];
  /** The version of the data whose columns a browser may be sent; null = none. */
  columns: number | null;
  /** Set where the counts of another selection are shown as long as a hand is at this chart. */
  previewedIn?: PreviewedIn;
  /** Set where a browser has counted: rows, and what else it can't know, are those of the answer before. */
  isPartial?: true;
};

/** Reads an address leniently and answers it. */
export async function openExplore(query: Query, asker: Asker): Promise<ExplorePage> {
  return (await askExplore(query, asker)).open();
}

/** Reads an address leniently; its answer is worked out once while the data stay the same, and for a minute at most. */
export async function askExplore(query: Query, asker: Asker): Promise<Question<ExplorePage>> {
  authorise(asker.viewer, 'read');
  const reference = await loadReference(asker.viewer);
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
  const { locale, reference } = asker;
  const { filters, view } = selection;
  const data = await explore(selection, asker);
  const { table, columns } = data;
  const names = namesIn(reference, locale);
  const shown = shownData(selection, data, asker);
  return {
    ...shown,
    columns,
    selection: { filters, view: { ...view, page: table.page } },
    table: {
      ...table,
      rows: tableRows(table.rows, { locale, names, places: reference.places, datasets: data.datasets }),
      next: table.page < table.pages ? cursorAfter(table.rows, view.sort) : null,
    },
    alternatives: data.without
      .map(({ part, incidents }) => ({
        label: shown.phrases.find((phrase) => phrase.part === part)?.label ?? part,
        filters: without(filters, part),
        count: incidents,
      }))
      .sort((a, b) => b.count - a.count),
  };
}

/**
 * Reads an address strictly, for exports and images; `others` are the parameters of the export itself.
 * @throws AppError `invalid` naming every parameter that could not be taken, `unauthenticated` for a viewer who may read
 * nothing.
 */
export async function openSelection(
  query: Query,
  { viewer, locale }: Pick<Asker, 'viewer' | 'locale'>,
  others: readonly string[] = [],
): Promise<{ selection: Selection; reference: Reference }> {
  const reference = await loadReference(viewer);
  return { selection: parseSelectionStrictly(query, reference.known, locale, others), reference };
}
