import type { ImageShape } from '@/lib/charts/shapes';
import type { CivilDate } from '@/lib/dates/civil';
import { defaultView, type ExploreView, type Selection, selectionQuery } from '@/lib/explore/view';
import type { Locale } from '@/lib/i18n/locale';

/** The formats in which the records of a selection can be had. */
export const recordFormats = ['csv', 'xlsx', 'json', 'ndjson', 'geojson', 'parquet', 'arrow', 'zip'] as const;
export type RecordFormat = (typeof recordFormats)[number];

/** Where a format is to be had, what it is, and what the file is called. */
export const recordFiles: Record<RecordFormat, { path: string; mediaType: string; fileName: string }> = {
  csv: {
    path: '/incidents.csv',
    mediaType: 'text/csv; charset=utf-8',
    fileName: 'daybook-incidents.csv',
  },
  xlsx: {
    path: '/incidents.xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    fileName: 'daybook-incidents.xlsx',
  },
  json: {
    path: '/incidents.json',
    mediaType: 'application/json; charset=utf-8',
    fileName: 'daybook-incidents.json',
  },
  ndjson: {
    path: '/incidents.ndjson',
    mediaType: 'application/x-ndjson; charset=utf-8',
    fileName: 'daybook-incidents.ndjson',
  },
  geojson: {
    path: '/incidents.geojson',
    mediaType: 'application/geo+json; charset=utf-8',
    fileName: 'daybook-incidents.geojson',
  },
  parquet: {
    path: '/incidents.parquet',
    mediaType: 'application/vnd.apache.parquet',
    fileName: 'daybook-incidents.parquet',
  },
  arrow: {
    path: '/incidents.arrow',
    mediaType: 'application/vnd.apache.arrow.stream',
    fileName: 'daybook-incidents.arrow',
  },
  zip: { path: '/incidents.zip', mediaType: 'application/zip', fileName: 'daybook-incidents.zip' },
};

/** How coded values are written: as codes, as labels in the language of the file, or both side by side. */
export const valueModes = ['codes', 'labels', 'both'] as const;
export type ValueMode = (typeof valueModes)[number];

/** Most rows of a sheet of XLSX, its header among them, and most characters (UTF-16 units) of one cell. */
export const sheetLimits = { rows: 1_048_576, characters: 32_767 } as const;

/** How many times larger than its own size a PNG can be had. */
export const imageScales = [1, 2, 4] as const;
export type ImageScale = (typeof imageScales)[number];

/** The query string of a file: that of the selection, then the parameters of the file itself; null = left out. */
function fileQuery(selection: Selection, own: [string, string | null][]): string {
  const query = selectionQuery(selection);
  const more = own.flatMap(([name, value]) => (value === null ? [] : [`${name}=${value}`])).join('&');
  return more === '' ? query : `${query}${query === '' ? '?' : '&'}${more}`;
}

const langOf = (lang: Locale) => (lang === 'zh' ? lang : null);

/** Of a view only what a file of records shows: the order of its rows. */
function recordView({ sort }: ExploreView, lang: Locale): ExploreView {
  return { ...defaultView, sort, lang: langOf(lang) };
}

/** Of a view all but what is of the table and of the page alone. */
function chartView(view: ExploreView, lang: Locale): ExploreView {
  const { page, sort, cols, widths, pin, density, off, record } = defaultView;
  return { ...view, page, sort, cols, widths, pin, density, off, record, lang: langOf(lang) };
}

/**
 * The address of the records of a selection in one format. `excel`: the CSV with the mark that Excel needs; `since`: the
 * day since which a package tells what was changed.
 */
export function recordsAddress(
  format: RecordFormat,
  selection: Selection,
  options: { values?: ValueMode; lang: Locale; excel?: boolean; since?: CivilDate | null },
): string {
  const { values = 'codes', lang, excel = false, since = null } = options;
  return (
    recordFiles[format].path +
    fileQuery({ filters: selection.filters, view: recordView(selection.view, lang) }, [
      ['values', values === 'codes' ? null : values],
      ['bom', excel && format === 'csv' ? '1' : null],
      ['since', format === 'zip' ? since : null],
    ])
  );
}

/** The address of a chart of a selection as an image or as its series. */
export function chartAddress(
  name: string,
  format: 'png' | 'svg' | 'csv',
  selection: Selection,
  options: { lang: Locale; scale?: ImageScale; shape?: ImageShape },
): string {
  const { lang, scale = 1, shape = 'screen' } = options;
  return (
    `/charts/${name}.${format}` +
    fileQuery({ filters: selection.filters, view: chartView(selection.view, lang) }, [
      ['scale', format === 'png' && scale !== 1 ? String(scale) : null],
      ['shape', format === 'csv' || shape === 'screen' ? null : shape],
    ])
  );
}

/** The header of the series of a chart that says how many rows the file has below the names of its columns. */
export const rowsHeader = 'X-Daybook-Rows';

/** Whether a chart, by its name in addresses, is a figure of a comparison. */
export const isOfComparison = (chart: string): boolean => chart.startsWith('compare-');

/** What the page of a figure of a comparison needs to show it again, whatever its table and language are. */
export function figureQuery({ filters, view }: Selection): string {
  return selectionQuery({ filters, view: chartView(view, 'en') });
}

/**
 * The address of what can be said of an export of a selection before it is made, and of its citation. `chart`: the
 * figure that is cited; one of a comparison keeps it.
 */
export function selectionFileAddress(
  file: string,
  { filters, view }: Selection,
  lang: Locale,
  chart?: string,
): string {
  const kept = chart !== undefined && isOfComparison(chart) ? chartView(view, lang) : recordView(view, lang);
  return `/selection/${file}${fileQuery({ filters, view: kept }, [])}`;
}
