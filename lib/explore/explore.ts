import 'server-only';
import type { Viewer } from '@/lib/auth/viewer';
import type { BreakdownChart, DistrictChart, TimeChart } from '@/lib/charts/types';
import type { MatrixChart } from '@/lib/charts/types-matrix';
import { type Snapshot, snapshot } from '@/lib/db/query';
import type { Locale } from '@/lib/i18n/locale';
import { columnsToOffer } from '@/lib/incidents/columns/wire/offer';
import { counterOf } from '@/lib/incidents/counter';
import type { Counter } from '@/lib/incidents/counts/types';
import type { SplitField } from '@/lib/incidents/dimensions';
import { type ListedIncident, listRows } from '@/lib/incidents/queries';
import { type FilterPart, type IncidentFilters, setParts, without } from '@/lib/incidents/selection';
import { answerComparison } from './compare/answer';
import type { ComparisonPage } from './compare/types';
import { type Counted, type CountedData, countBase, countData, type Sight } from './counting';
import { databaseFacts } from './database-facts';
import { withShapes } from './district-chart';
import { countDistrictNumbers } from './district-counts';
import { countBreakdown, countMatrix } from './field-counts';
import type { Reference } from './names';
import { districtShapes } from './shapes';
import { countTime } from './time-counts';
import { pageSize, type Selection } from './view';

/** Who asks, in which language, and from which address. */
export type Asker = { viewer: Viewer; locale: Locale; origin: string };

/** The same, with the places and data sets that were known when the address was read. */
export type Asking = Asker & { reference: Reference };

/** Everything that the Explore page shows for one selection. All numbers come from one snapshot. */
export type ExploreData = CountedData & {
  table: { rows: ListedIncident[]; page: number; pages: number };
  /** The version of the data whose columns a browser may be sent; null = none. */
  columns: number | null;
  /** Where nothing is kept: how many incidents would be without one part of the filter. */
  without: { part: FilterPart; incidents: number }[];
};

/** Counts and lists what a selection keeps. */
export async function explore(selection: Selection, asking: Asking): Promise<ExploreData> {
  return snapshot(async (db) => {
    const { filters, view } = selection;
    const { viewer } = asking;
    const sight = await sightOf(db, asking);
    const { counter } = sight;
    const list = async (page: number) => {
      const wanted = { sort: view.sort, limit: pageSize, offset: (page - 1) * pageSize };
      return (await listRows(db, counter, filters, viewer, wanted)).rows;
    };
    // What is counted in memory is remembered: asked for now, it is counted together with what is needed first, and
    // the database looks for the rows while the counting is done here.
    const inMemory = counter.version !== null;
    if (inMemory) ahead(Promise.all([counter.facets(filters), counter.beginnings(filters)]));
    const firstRows = inMemory && view.page === 1 ? ahead(list(1)) : null;
    const counted = await countBase(selection, sight);
    const pages = Math.max(1, Math.ceil(counted.totals.incidents / pageSize));
    const page = Math.min(view.page, pages);
    const rows = firstRows ?? (inMemory ? ahead(list(page)) : null);
    const data = await countData(selection, sight, counted);
    return {
      ...data,
      table: { rows: await (rows ?? list(page)), page, pages },
      columns: await columnsToOffer(db, counter, viewer),
      without: counted.totals.incidents === 0 ? await countWithout(filters, counter) : [],
    };
  });
}

function countWithout(filters: IncidentFilters, counter: Counter): Promise<ExploreData['without']> {
  return Promise.all(
    setParts(filters).map(async (part) => {
      const { incidents } = await counter.totals(without(filters, part));
      return { part, incidents };
    }),
  );
}

/** Work whose end is awaited later, or not at all. */
function ahead<Result>(work: Promise<Result>): Promise<Result> {
  work.catch(() => {});
  return work;
}

/** Only the time chart of a selection, for images and series. */
export function exploreTime(selection: Selection, asking: Asking): Promise<TimeChart> {
  return counting(selection, asking, (sight, counted) => countTime(selection, sight, counted));
}

/** Only the district chart of a selection, with outlines; null when there are no places. */
export function exploreDistricts(selection: Selection, asking: Asking): Promise<DistrictChart | null> {
  return counting(selection, asking, async (sight, counted) => {
    const numbers = await countDistrictNumbers(selection, sight, counted);
    if (!numbers) return null;
    const { scopeId, level } = numbers.area;
    return withShapes(numbers, await districtShapes(asking.reference.places, scopeId, level));
  });
}

/** Only the comparison that a selection asks for; null = it asks for none. */
export function exploreComparison(selection: Selection, asking: Asking): Promise<ComparisonPage | null> {
  return counting(selection, asking, ({ counter }, { base }) =>
    answerComparison(selection, counter, base, asking.reference),
  );
}

/** Only one breakdown of a selection. */
export function exploreBreakdown(
  field: SplitField,
  selection: Selection,
  asking: Asking,
): Promise<BreakdownChart> {
  return counting(selection, asking, async (sight, counted) => {
    const facets = await sight.counter.facets(selection.filters);
    return countBreakdown(field, selection, sight, { ...counted, facets });
  });
}

/** Only the matrix of a selection. */
export function exploreMatrix(selection: Selection, asking: Asking): Promise<MatrixChart> {
  return counting(selection, asking, async (sight, counted) => {
    const facets = await sight.counter.facets(selection.filters);
    return countMatrix(selection, sight, { ...counted, facets });
  });
}

function counting<Answer>(
  selection: Selection,
  asking: Asking,
  work: (sight: Sight, counted: Counted) => Promise<Answer>,
): Promise<Answer> {
  return snapshot(async (db) => {
    const sight = await sightOf(db, asking);
    return work(sight, await countBase(selection, sight));
  });
}

async function sightOf(db: Snapshot, { viewer, locale, origin, reference }: Asking): Promise<Sight> {
  const counter = await counterOf(db, viewer);
  return { counter, facts: databaseFacts(db, counter, viewer), reference, locale, origin };
}
