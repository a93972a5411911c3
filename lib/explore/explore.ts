import 'server-only';
import type { Viewer } from '@/lib/auth/viewer';
import type { BreakdownChart, DistrictChart, TimeChart } from '@/lib/charts/types';
import { type Db, snapshot } from '@/lib/db/query';
import type { Locale } from '@/lib/i18n/locale';
import { none } from '@/lib/incidents/dimensions';
import { dateSpan } from '@/lib/incidents/filters';
import {
  countByDay,
  countByPlace,
  countFacets,
  countIncidents,
  type Facets,
  listIncidents,
  listSourcesOf,
  type Totals,
} from '@/lib/incidents/queries';
import { defaultSort, type IncidentRow } from '@/lib/incidents/row';
import { type IncidentFilters, keepsAll, noFilters } from '@/lib/incidents/selection';
import { unitShapes } from '@/lib/places/geometry';
import { preferredPopulations } from '@/lib/places/queries';
import { isEmptyChoice } from '@/lib/url/params';
import { type BreakdownKey, breakdownChart, breakdownKeys, districtChart, timeChart } from './charts';
import { filterSentence, type Names } from './describe';
import { districtScope } from './districts';
import { type Figure, figureStrip, type Reported, reportedOf } from './figures';
import { type FrameBase, madeToday, nLine, sourceLine } from './frame';
import { type DatasetInfo, listFigures, listPeriods } from './queries';
import { namesIn, type Reference } from './reference';
import { chartSpan, mostDots, type OpenSpan } from './series';
import { pageSize, type Selection, selectionPath } from './view';

/** Who asks, in which language, and from which address. */
export type Asker = { viewer: Viewer; locale: Locale; origin: string };

/** The same, with the places and data sets that were known when the address was read. */
export type Asking = Asker & { reference: Reference };

/** The numbers behind one answer, all from one snapshot of the database. */
type Counted = {
  datasets: DatasetInfo[];
  totals: Totals;
  days: Awaited<ReturnType<typeof countByDay>>;
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
  districts: (DistrictChart & { coarsePlaces: string[] }) | null;
  breakdowns: Record<BreakdownKey, BreakdownChart>;
  facets: Facets;
  table: { rows: IncidentRow[]; page: number; pages: number };
  datasets: DatasetInfo[];
};

/** Size of the map in the units of its own drawing. */
const mapSize = { width: 560, height: 460, padding: 8 };

/** Counts and lists what a selection keeps. */
export async function explore(selection: Selection, asking: Asking): Promise<ExploreData> {
  return snapshot(async (db) => {
    const { filters, view } = selection;
    const { viewer, locale } = asking;
    const counted = await count(db, selection, asking);
    const { totals, datasets, base } = counted;
    const facets = await countFacets(db, filters, viewer);
    const described = (await countIncidents(db, { ...noFilters, dataset: filters.dataset }, viewer))
      .incidents;
    const figures = await listFigures(
      db,
      datasets.map(({ slug }) => slug),
    );
    const reported = datasets.length === 1 ? reportedOf(figures) : null;
    const { any, not } = filters.office;
    const offices = [...facets.office.keys()].filter(
      (code) => code !== none && (any.length === 0 || any.includes(code)) && !not.includes(code),
    ).length;
    const pages = Math.max(1, Math.ceil(totals.incidents / pageSize));
    const page = Math.min(view.page, pages);
    const rows = await listIncidents(db, filters, viewer, {
      sort: view.sort,
      limit: pageSize,
      offset: (page - 1) * pageSize,
    });
    return {
      totals,
      described,
      reported,
      figures: figureStrip({ filters, totals, described, reported, offices }, locale),
      time: await drawTime(db, selection, asking, counted),
      districts: await drawDistricts(db, selection, asking, counted),
      breakdowns: Object.fromEntries(
        breakdownKeys.map((key) => [
          key,
          breakdownChart(key, facets[key], { filters, total: totals.incidents, base }),
        ]),
      ) as Record<BreakdownKey, BreakdownChart>,
      facets,
      table: { rows, page, pages },
      datasets,
    };
  });
}

/** Only the time chart of a selection, for images and series. */
export function exploreTime(selection: Selection, asking: Asking): Promise<TimeChart> {
  return snapshot(async (db) => drawTime(db, selection, asking, await count(db, selection, asking)));
}

/** Only the district chart of a selection; null when there are no places. */
export function exploreDistricts(selection: Selection, asking: Asking): Promise<DistrictChart | null> {
  return snapshot(async (db) => drawDistricts(db, selection, asking, await count(db, selection, asking)));
}

/** Only one breakdown of a selection. */
export function exploreBreakdown(
  key: BreakdownKey,
  selection: Selection,
  asking: Asking,
): Promise<BreakdownChart> {
  return snapshot(async (db) => {
    const { totals, base } = await count(db, selection, asking);
    const facets = await countFacets(db, selection.filters, asking.viewer);
    return breakdownChart(key, facets[key], { filters: selection.filters, total: totals.incidents, base });
  });
}

/** How many incidents a selection would keep with one part of its filter taken away. */
export async function countWithout(
  filters: { label: string; filters: IncidentFilters }[],
  viewer: Viewer,
): Promise<{ label: string; filters: IncidentFilters; count: number }[]> {
  return snapshot(async (db) => {
    const counted = [];
    for (const one of filters)
      counted.push({ ...one, count: (await countIncidents(db, one.filters, viewer)).incidents });
    return counted;
  });
}

async function count(
  db: Db,
  selection: Selection,
  { viewer, locale, origin, reference }: Asking,
): Promise<Counted> {
  const { filters } = selection;
  const datasets = chosenDatasets(reference.datasets, filters);
  const totals = await countIncidents(db, filters, viewer);
  const sources = await listSourcesOf(db, filters, viewer, 2);
  return {
    datasets,
    totals,
    days: await countByDay(db, filters, viewer),
    base: {
      subtitle: subtitle(filters, datasets, namesIn(reference, locale), locale),
      source: sourceLine(sources, locale),
      n: nLine(totals.incidents, locale),
      permalink: origin + selectionPath('/', selection),
      madeOn: madeToday(),
      synthetic: totals.synthetic > 0,
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

/** The data sets that the filter keeps. */
function chosenDatasets(all: DatasetInfo[], { dataset: { any, not } }: IncidentFilters): DatasetInfo[] {
  return all.filter(({ slug }) => (any.length === 0 || any.includes(slug)) && !not.includes(slug));
}

async function drawTime(db: Db, selection: Selection, asking: Asking, counted: Counted): Promise<TimeChart> {
  const { filters, view } = selection;
  const { days, datasets, base } = counted;
  const few = days.reduce((sum, day) => sum + day.count, 0) <= mostDots;
  const dots =
    few && view.by === 'auto'
      ? await listIncidents(db, { ...filters, starts: null }, asking.viewer, {
          sort: { ...defaultSort, descending: false },
          limit: mostDots,
          offset: 0,
        })
      : null;
  const coverage = datasets.map(
    ({ coverageFrom, coverageTo }): OpenSpan => ({ from: coverageFrom, to: coverageTo }),
  );
  const bounds = dateSpan(filters);
  const span = chartSpan(
    { from: filters.from && bounds.from, to: filters.to && bounds.to },
    coverage,
    days.map(({ day }) => day),
  );
  const periods = span ? await listPeriods(db, span.from, span.to) : [];
  return timeChart({
    counts: days,
    dots,
    filters,
    view,
    coverage,
    periods: periods.map((period) => ({
      label: asking.locale === 'zh' ? period.nameZh : period.nameEn,
      startsOn: period.startsOn,
      endsOn: period.endsOn,
    })),
    base,
  });
}

async function drawDistricts(
  db: Db,
  { filters, view }: Selection,
  { viewer, reference: { places } }: Asking,
  { datasets, base }: Counted,
): Promise<(DistrictChart & { coarsePlaces: string[] }) | null> {
  const scope = districtScope(
    places,
    filters.place,
    datasets.map(({ coveragePlaceId }) => coveragePlaceId),
  );
  if (!scope) return null;
  const units = [...places.values()].filter(({ parentId }) => parentId === scope.id).map(({ id }) => id);
  return districtChart({
    counts: await countByPlace(db, filters, viewer),
    scope,
    places,
    filters,
    populations: await preferredPopulations(db, units),
    shapes: await unitShapes(scope.id, mapSize),
    measure: view.map,
    base,
  });
}
