import { termLabel } from '@/lib/codebook/vocabularies';
import { formatDate, formatDay } from '@/lib/dates/format';
import type { Locale } from '@/lib/i18n/locale';
import { withoutTurns } from '@/lib/i18n/turns';
import { formatSize } from '@/lib/incidents/format';
import type { ListedIncident } from '@/lib/incidents/queries';
import { isWithin, type PlaceNode } from '@/lib/places/tree';
import type { Names } from './describe';
import type { Places } from './districts';
import type { DatasetInfo } from './queries';

/** A code with its label. */
export type Coded = { code: string; label: string };

/** One row of the table of incidents, in words. */
export type TableRow = {
  ref: string;
  date: string;
  title: string;
  type: Coded;
  place: string;
  /** Whether the place lies outside what its data set covers. */
  outside: boolean;
  size: string;
  orders: Coded[];
  offices: Coded[];
  sources: { ref: string; label: string }[];
  issues: Coded[];
  groups: Coded[];
  responses: Coded[];
  forms: Coded[];
  targets: Coded[];
  /** Where petitioners went; '' = nowhere else, or not said. */
  destination: string;
  /** What the source itself calls it; '' = not said. */
  category: string;
  /** How exactly the date is known. */
  precision: string;
  status: string;
  summary: string;
  dataset: string;
  synthetic: boolean;
  /** Whether its data set may be given away, so that files made of rows may hold it. */
  shareable: boolean;
};

/** What rows need to be put into words. */
type TableContext = { locale: Locale; names: Names; places: Places; datasets: readonly DatasetInfo[] };

/** Rows in the words of the reader. Pure. */
export function tableRows(rows: readonly ListedIncident[], context: TableContext): TableRow[] {
  const coverage = new Map(
    context.datasets.flatMap(({ slug, coveragePlaceId }) => {
      const place = coveragePlaceId ? context.places.get(coveragePlaceId) : undefined;
      return place ? [[slug, place] as const] : [];
    }),
  );
  return rows.map((row) => tableRow(row, { ...context, coverage }));
}

/** A row in the words of the reader. `coverage`: the place that each data set covers, by slug. */
function tableRow(
  row: ListedIncident,
  context: Omit<TableContext, 'datasets'> & { coverage: ReadonlyMap<string, PlaceNode> },
): TableRow {
  const { locale, names, places } = context;
  const coded = (vocabulary: Parameters<typeof termLabel>[0], codes: string[]): Coded[] =>
    codes.map((code) => ({ code, label: termLabel(vocabulary, code, locale) }));
  const place = places.get(row.placeId);
  const covered = context.coverage.get(row.dataset);
  const dayPart = row.dayPart ? termLabel('dayPart', row.dayPart, locale) : null;
  return {
    ref: row.ref,
    date: formatDate({ ...row, dayPart }, locale),
    title: withoutTurns((locale === 'zh' ? row.titleZh : null) ?? row.title),
    type: { code: row.type, label: termLabel('type', row.type, locale) },
    place: districtName(row.placeId, names, places),
    outside: Boolean(
      place && covered && !isWithin(place.path, covered.path) && !isWithin(covered.path, place.path),
    ),
    size: formatSize(row, locale, 'short'),
    orders: coded('order', row.orders),
    offices: coded('office', row.offices),
    sources: row.sources.map(({ ref, outlet, publishedOn }) => ({
      ref,
      label: publishedOn ? `${outlet}, ${formatDay(publishedOn, locale)}` : outlet,
    })),
    issues: coded('issue', row.issues),
    groups: coded('group', row.groups),
    responses: coded('response', row.responses),
    forms: coded('form', row.forms),
    targets: coded('target', row.targets),
    destination: row.destinationPlaceId ? districtName(row.destinationPlaceId, names, places) : '',
    category: row.sourceCategory ?? '',
    precision: termLabel('datePrecision', row.datePrecision, locale),
    status: termLabel('status', row.status, locale),
    summary: row.summary,
    dataset: names.dataset(row.dataset),
    synthetic: row.synthetic,
    shareable: row.redistributable,
  };
}

/** The county of a place, or the place itself where none is known. */
function districtName(id: string, names: Names, places: Places): string {
  const county = places
    .get(id)
    ?.path.split('/')
    .find((part) => places.get(part)?.level === 'county');
  return names.place(county ?? id);
}
