import type { Grain } from '@/lib/dates/periods';
import type { Locale } from '@/lib/i18n/locale';
import type { SplitField } from '@/lib/incidents/dimensions';
import { defaultSort, type Sort } from '@/lib/incidents/row';
import { filterEntries, type IncidentFilters } from '@/lib/incidents/selection';
import { formatChoice, writeQuery } from '@/lib/url/params';
import type { TableColumn } from './columns';

/** The fields that have a breakdown where a view names none. */
export const usualBreakdowns: readonly SplitField[] = [
  'issue',
  'order',
  'office',
  'group',
  'response',
  'size',
];

/** How incidents over time are drawn; `stacked` is dots where there are few. */
export const drawings = ['stacked', 'grouped', 'lines', 'multiples', 'calendar'] as const;

/** What a chart over time shows of each bucket. */
export const measures = ['count', 'share', 'cumulative', 'participants'] as const;

/** Units of a district chart; `auto` = those next below the area in view. */
export const mapLevels = ['auto', 'province', 'prefecture', 'county'] as const;

/** What the selection is compared with: the same dates a year before, or a pinned filter. */
export type Comparison = { kind: 'year-before' } | { kind: 'pinned'; filters: IncidentFilters };

/** How the selection is shown: part of the address, but not of the filter. */
export type ExploreView = {
  /** Size of time bucket; `auto` = dots for few incidents, else a fitting size. */
  by: Grain | 'auto';
  draw: (typeof drawings)[number];
  /** The field that splits the time chart; null = none. */
  split: SplitField | null;
  show: (typeof measures)[number];
  /** Buckets over which a moving average is drawn; null = none. */
  mean: number | null;
  /** Whether buckets that exceed what the past makes likely are marked. */
  bursts: boolean;
  /** Whether directives are drawn as marks under the axis. */
  lane: boolean;
  /** What the map shows. */
  map: 'count' | 'rate';
  level: (typeof mapLevels)[number];
  /** Id of the area that the map stays on while places within it are chosen; null = what the filter makes of it. */
  area: string | null;
  /** Fields with a breakdown card, in order; null = the usual ones. */
  bars: SplitField[] | null;
  /** Rows and columns of the matrix. */
  matrix: [SplitField, SplitField];
  /** What the cells of the matrix show: counts, or shares of their row or column. */
  shares: 'none' | 'row' | 'column';
  compare: Comparison | null;
  /** Parts of the filter that are switched off but kept at hand. */
  off: IncidentFilters | null;
  /** Ref of the record in the side panel. */
  record: string | null;
  sort: Sort;
  /** Page of the table, from 1. */
  page: number;
  /** Columns of the table, in order; null = the usual ones. */
  cols: TableColumn[] | null;
  /** Widths of columns in pixels, where they are not the usual. */
  widths: Partial<Record<TableColumn, number>> | null;
  /** How many of the first columns stay in place when the table is scrolled sideways. */
  pin: number;
  density: 'normal' | 'compact';
  /** Language of an export; null = of the reader. */
  lang: Locale | null;
};

export const defaultView: ExploreView = {
  by: 'auto',
  draw: 'stacked',
  split: 'type',
  show: 'count',
  mean: null,
  bursts: false,
  lane: false,
  map: 'count',
  level: 'auto',
  area: null,
  bars: null,
  matrix: ['issue', 'order'],
  shares: 'none',
  compare: null,
  off: null,
  record: null,
  sort: defaultSort,
  page: 1,
  cols: null,
  widths: null,
  pin: 0,
  density: 'normal',
  lang: null,
};

/** Rows on a page of the table. */
export const pageSize = 25;

/** The parameters of the view, in the fixed order of addresses; null = default, left out. */
export function viewEntries(view: ExploreView): [string, string | null][] {
  return [
    ['by', unlessUsual('by', view)],
    ['draw', unlessUsual('draw', view)],
    ['split', view.split === null ? 'none' : unlessUsual('split', view)],
    ['show', unlessUsual('show', view)],
    ['mean', view.mean === null ? null : String(view.mean)],
    ['bursts', view.bursts ? '1' : null],
    ['lane', view.lane ? 'directives' : null],
    ['map', unlessUsual('map', view)],
    ['level', unlessUsual('level', view)],
    ['area', view.area],
    ['bars', view.bars ? view.bars.join('~') : null],
    ['matrix', view.matrix.join() === defaultView.matrix.join() ? null : view.matrix.join('~')],
    ['shares', unlessUsual('shares', view)],
    ['versus', formatComparison(view.compare)],
    ['off', view.off ? filterText(view.off) : null],
    ['record', view.record],
    ['sort', formatSort(view.sort)],
    ['cols', view.cols ? view.cols.join('~') : null],
    ['widths', formatWidths(view.widths)],
    ['pin', view.pin > 0 ? String(view.pin) : null],
    ['density', unlessUsual('density', view)],
    ['page', view.page > 1 ? String(view.page) : null],
    ['lang', view.lang],
  ];
}

/** Names of all parameters of the view. */
export const viewParams = viewEntries(defaultView).map(([name]) => name);

/** The value of a plain choice of the view; null = the usual one. */
function unlessUsual(
  key: 'by' | 'draw' | 'split' | 'show' | 'map' | 'level' | 'shares' | 'density',
  view: ExploreView,
): string | null {
  return view[key] === defaultView[key] ? null : view[key];
}

/** A filter inside a parameter: its own query string without the question mark; `all` = keeps everything. */
function filterText(filters: IncidentFilters): string {
  return writeQuery(filterEntries(filters)).slice(1) || 'all';
}

function formatComparison(compare: Comparison | null): string | null {
  if (!compare) return null;
  return compare.kind === 'year-before' ? 'year-before' : filterText(compare.filters);
}

function formatWidths(widths: ExploreView['widths']): string | null {
  if (!widths) return null;
  return Object.entries(widths)
    .map(([column, width]) => `${column}:${width}`)
    .join('~');
}

function formatSort({ key, descending }: Sort): string | null {
  if (key === defaultSort.key && descending === defaultSort.descending) return null;
  return descending ? `-${key}` : key;
}

/** Names the saved view that an address was opened from. Part of neither filter nor view; read for notices only. */
export const savedViewParam = 'view';

/** What an address shows. */
export type Selection = { filters: IncidentFilters; view: ExploreView };

/** What views have been written as: a page has hundreds of addresses that differ in their filters alone. */
const written = new WeakMap<ExploreView, string>();

/** The query string of a selection, `?` included; equal selections have equal addresses. */
export function selectionQuery({ filters, view }: Selection): string {
  const kept = writeQuery(filterEntries(filters));
  let shown = written.get(view);
  if (shown === undefined) {
    shown = writeQuery(viewEntries(view));
    written.set(view, shown);
  }
  return kept === '' || shown === '' ? kept + shown : `${kept}&${shown.slice(1)}`;
}

/** Parameters that belong to one answer: other filters begin without them. */
const ofOneAnswer = new Set(['q', 'page', 'record']);

/** What a search form hands on beside its words: the filter and the view on screen. Pure. */
export function searchFields({ filters, view }: Selection): [string, string][] {
  return [...filterEntries(filters), ...viewEntries(view)].flatMap(([name, value]): [string, string][] =>
    value === null || ofOneAnswer.has(name) ? [] : [[name, value]],
  );
}

/** The address of a selection. */
export function selectionPath(base: string, selection: Selection): string {
  return base + selectionQuery(selection);
}

/** The selection with another filter; the table goes back to its first page, and the map to the area of other places. */
export function withFilters({ filters: before, view }: Selection, filters: IncidentFilters): Selection {
  const isSamePlace = formatChoice(filters.place) === formatChoice(before.place);
  const area = isSamePlace ? view.area : null;
  return { filters, view: view.page === 1 && view.area === area ? view : { ...view, page: 1, area } };
}
