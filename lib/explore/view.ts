import type { Grain } from '@/lib/dates/periods';
import type { Locale } from '@/lib/i18n/locale';
import { defaultSort, type Sort } from '@/lib/incidents/row';
import { filterEntries, type IncidentFilters } from '@/lib/incidents/selection';
import { writeQuery } from '@/lib/url/params';
import type { TableColumn } from './columns';

/** How the selection is shown: part of the address, but not of the filter. */
export type ExploreView = {
  /** Size of time bucket; `auto` = dots for few incidents, else a fitting size. */
  by: Grain | 'auto';
  /** What the map shows. */
  map: 'count' | 'rate';
  sort: Sort;
  /** Page of the table, from 1. */
  page: number;
  /** Columns of the table, in order; null = the usual ones. */
  cols: TableColumn[] | null;
  /** Language of an export; null = of the reader. */
  lang: Locale | null;
};

export const defaultView: ExploreView = {
  by: 'auto',
  map: 'count',
  sort: defaultSort,
  page: 1,
  cols: null,
  lang: null,
};

/** Rows on a page of the table. */
export const pageSize = 25;

/** The parameters of the view, in the fixed order of addresses; null = default, left out. */
export function viewEntries(view: ExploreView): [string, string | null][] {
  return [
    ['by', view.by === 'auto' ? null : view.by],
    ['map', view.map === 'rate' ? 'rate' : null],
    ['sort', formatSort(view.sort)],
    ['cols', view.cols ? view.cols.join('~') : null],
    ['page', view.page > 1 ? String(view.page) : null],
    ['lang', view.lang],
  ];
}

/** Names of all parameters of the view. */
export const viewParams = viewEntries(defaultView).map(([name]) => name);

function formatSort({ key, descending }: Sort): string | null {
  if (key === defaultSort.key && descending === defaultSort.descending) return null;
  return descending ? `-${key}` : key;
}

/** What an address shows. */
export type Selection = { filters: IncidentFilters; view: ExploreView };

/** The query string of a selection, `?` included; equal selections have equal addresses. */
export function selectionQuery({ filters, view }: Selection): string {
  return writeQuery([...filterEntries(filters), ...viewEntries(view)]);
}

/** The address of a selection. */
export function selectionPath(base: string, selection: Selection): string {
  return base + selectionQuery(selection);
}

/** The selection with another filter; the table goes back to its first page. */
export function withFilters({ view }: Selection, filters: IncidentFilters): Selection {
  return { filters, view: { ...view, page: 1 } };
}
