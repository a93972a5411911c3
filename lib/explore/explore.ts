import 'server-only';
import type { Viewer } from '@/lib/auth/viewer';
import type { BreakdownChart, DistrictChart, TimeChart } from '@/lib/charts/types';
import type { MatrixChart } from '@/lib/charts/types-matrix';
import { type Snapshot, snapshot } from '@/lib/db/query';
import type { Locale } from '@/lib/i18n/locale';
import { counterOf } from '@/lib/incidents/counter';
import type { Counter, Facets, Totals } from '@/lib/incidents/counts/types';
import { type CountedField, none } from '@/lib/incidents/dimensions';
import { type ListedIncident, listIncidents } from '@/lib/incidents/queries';
import { type IncidentFilters, keepsAll, noFilters } from '@/lib/incidents/selection';
import { isEmptyChoice } from '@/lib/url/params';
import { chosenDatasets } from './chosen';
import { answerComparison } from './compare/answer';
import type { ComparisonPage } from './compare/types';
import { filterSentence, type Names } from './describe';
import type { DistrictData } from './district-chart';
import { countDistrictChart, countDistrictNumbers } from './district-counts';
import { countBreakdown, countMatrix } from './field-counts';
import { type Figure, figureStrip, type Reported, reportedOf } from './figures';
import { type FrameBase, madeToday, nLine, sourceLine } from './frame';
import { type DatasetInfo, listFigures } from './queries';
import { namesIn, type Reference } from './reference';
import { countTime } from './time-counts';
import { pageSize, type Selection, selectionPath, usualBreakdowns } from './view';

/** Who asks, in which language, and from which address. */
export type Asker = { viewer: Viewer; locale: Locale; origin: string };

/** The same, with the places and data sets that were known when the address was read. */
export type Asking = Asker & { reference: Reference };

/** The numbers behind one answer, all from one snapshot of the database. */
type Counted = {
  counter: Counter;
  datasets: DatasetInfo[];
  totals: Totals;
  base: FrameBase;
};

/** Everything that the Explore page shows for one selection. All numbers come from one snapshot. */
export type ExploreData = {
  totals: Totals;
  /** Incidents in the data sets in view without any other filter. */
  described: number;
  reported: Reported | null;
  figures: Figure[];
  time: TimeChart;
  districts: DistrictData | null;
  /** In the order in which they are shown. */
  breakdowns: BreakdownChart[];
  matrix: MatrixChart;
  /** Null = the view asks for none. */
  comparison: ComparisonPage | null;
  facets: Facets;
  table: { rows: ListedIncident[]; page: number; pages: number };
  datasets: DatasetInfo[];
};

/** Counts and lists what a selection keeps. */
export async function explore(selection: Selection, asking: Asking): Promise<ExploreData> {
  return snapshot(async (db) => {
    const { filters, view } = selection;
    const { viewer, locale } = asking;
    const counted = await count(db, selection, asking);
    const { counter, totals, datasets, base } = counted;
    const pages = Math.max(1, Math.ceil(totals.incidents / pageSize));
    const page = Math.min(view.page, pages);
    const list = () =>
      listIncidents(db, filters, viewer, {
        sort: view.sort,
        limit: pageSize,
        offset: (page - 1) * pageSize,
      });
    // The database looks for the rows while the counting is done here.
    const ahead = counter.inMemory ? list() : null;
    ahead?.catch(() => {});
    const facets = await counter.facets(filters);
    const counting = { ...counted, facets };
    const breakdowns: BreakdownChart[] = [];
    for (const field of view.bars ?? usualBreakdowns)
      breakdowns.push(await countBreakdown(field, selection, asking, counting));
    const matrix = await countMatrix(selection, asking, counting);
    const described = (await counter.totals({ ...noFilters, dataset: filters.dataset })).incidents;
    const table = { rows: await (ahead ?? list()), page, pages };
    const figures = await listFigures(
      db,
      datasets.map(({ slug }) => slug),
    );
    const reported = datasets.length === 1 ? reportedOf(figures) : null;
    const { any, not } = filters.office;
    const offices = [...facets.office.keys()].filter(
      (code) => code !== none && (any.length === 0 || any.includes(code)) && !not.includes(code),
    ).length;
    return {
      totals,
      described,
      reported,
      figures: figureStrip({ filters, totals, described, reported, offices }, locale),
      time: await countTime(db, selection, asking, counted),
      districts: await countDistrictNumbers(db, selection, asking.reference.places, counted),
      breakdowns,
      matrix,
      comparison: await answerComparison(selection, counter, base, asking.reference),
      facets,
      table,
      datasets,
    };
  });
}

/** Only the time chart of a selection, for images and series. */
export function exploreTime(selection: Selection, asking: Asking): Promise<TimeChart> {
  return snapshot(async (db) => countTime(db, selection, asking, await count(db, selection, asking)));
}

/** Only the district chart of a selection; null when there are no places. */
export function exploreDistricts(selection: Selection, asking: Asking): Promise<DistrictChart | null> {
  return snapshot(async (db) =>
    countDistrictChart(db, selection, asking.reference.places, await count(db, selection, asking)),
  );
}

/** Only the comparison that a selection asks for; null = it asks for none. */
export function exploreComparison(selection: Selection, asking: Asking): Promise<ComparisonPage | null> {
  return snapshot(async (db) => {
    const { counter, base } = await count(db, selection, asking);
    return answerComparison(selection, counter, base, asking.reference);
  });
}

/** Only one breakdown of a selection. */
export function exploreBreakdown(
  field: CountedField,
  selection: Selection,
  asking: Asking,
): Promise<BreakdownChart> {
  return snapshot(async (db) => {
    const counted = await count(db, selection, asking);
    const facets = await counted.counter.facets(selection.filters);
    return countBreakdown(field, selection, asking, { ...counted, facets });
  });
}

/** Only the matrix of a selection. */
export function exploreMatrix(selection: Selection, asking: Asking): Promise<MatrixChart> {
  return snapshot(async (db) => {
    const counted = await count(db, selection, asking);
    const facets = await counted.counter.facets(selection.filters);
    return countMatrix(selection, asking, { ...counted, facets });
  });
}

/** How many incidents a selection would keep with one part of its filter taken away. */
export async function countWithout(
  filters: { label: string; filters: IncidentFilters }[],
  viewer: Viewer,
): Promise<{ label: string; filters: IncidentFilters; count: number }[]> {
  return snapshot(async (db) => {
    const counter = await counterOf(db, viewer);
    const counted = [];
    for (const one of filters) counted.push({ ...one, count: (await counter.totals(one.filters)).incidents });
    return counted;
  });
}

async function count(
  db: Snapshot,
  selection: Selection,
  { viewer, locale, origin, reference }: Asking,
): Promise<Counted> {
  const { filters } = selection;
  const datasets = chosenDatasets(reference.datasets, filters);
  const counter = await counterOf(db, viewer);
  const totals = await counter.totals(filters);
  const sources = await counter.sources(filters);
  return {
    counter,
    datasets,
    totals,
    base: {
      subtitle: subtitle(filters, datasets, namesIn(reference, locale), locale),
      source: sourceLine(sources, reference.sources, locale),
      n: nLine(totals.incidents, locale),
      permalink: origin + selectionPath('/', selection),
      madeOn: madeToday(),
      synthetic: totals.synthetic,
      locale,
    },
  };
}

/** The filter in words; where it names no data set, the data sets in view go before it. */
function subtitle(filters: IncidentFilters, datasets: DatasetInfo[], names: Names, locale: Locale): string {
  if (!isEmptyChoice(filters.dataset) || datasets.length === 0 || datasets.length > 3) {
    return filterSentence(filters, names, locale);
  }
  const titles = datasets.map(({ slug }) => names.dataset(slug)).join(', ');
  return keepsAll(filters) ? titles : `${titles} · ${filterSentence(filters, names, locale)}`;
}
