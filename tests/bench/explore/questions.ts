import type { Columns } from '@/lib/incidents/columns/types';
import type { Counter, DayCount, Facets, PairCount, PlaceCount, Totals } from '@/lib/incidents/counts/types';
import { countedFields } from '@/lib/incidents/dimensions';
import { type IncidentFilters, noFilters } from '@/lib/incidents/selection';

/** What one filter shows at once. */
export type Dashboard = {
  facets: Facets;
  series: DayCount[];
  districts: PlaceCount[];
  totals: Totals;
  matrix: PairCount[];
};

/** All numbers of the page under a filter, asked for one after the other as the page does. */
export async function dashboard(counter: Counter, filters: IncidentFilters): Promise<Dashboard> {
  const totals = await counter.totals(filters);
  const facets = await counter.facets(filters);
  const series = await counter.byDay(filters, 'type', 'month');
  const districts = await counter.byPlace(filters, 'place');
  const matrix = await counter.pairs(filters, 'issue', 'order');
  return { totals, facets, series, districts, matrix };
}

const among = (...any: string[]) => ({ any, not: [] });

/** Three years, two types, one province and three issues. */
export const filtered: IncidentFilters = {
  ...noFilters,
  from: '2015',
  to: '2017',
  type: among('mass-incident', 'petition'),
  place: among('440000'),
  issue: among('education', 'labour', 'land-housing'),
};
export const province: IncidentFilters = { ...noFilters, place: among('440000') };
export const large: IncidentFilters = {
  ...noFilters,
  size: among('100-499', '1000-1999', '10000-plus', '2000-4999', '500-999', '5000-9999'),
};
export const text: IncidentFilters = { ...noFilters, q: 'labour workers' };

/** What counters are asked. */
export const questions = {
  'months × type, no filter': (counter: Counter) => counter.byDay(noFilters, 'type', 'month'),
  'months × type, one province': (counter: Counter) => counter.byDay(province, 'type', 'month'),
  'by province': (counter: Counter) => counter.byPlace(noFilters, 'place'),
  'by issue': (counter: Counter) => counter.facets(noFilters, ['issue']),
  'facets under one filter': (counter: Counter) => counter.facets(filtered, countedFields),
  'total, no filter': (counter: Counter) => counter.totals(noFilters),
  'size ≥ 100 by month': (counter: Counter) => counter.byDay(large, null, 'month'),
  'two words by month': (counter: Counter) => counter.byDay(text, null, 'month'),
  'whole dashboard, filtered': (counter: Counter) => dashboard(counter, filtered),
  'whole dashboard, no filter': (counter: Counter) => dashboard(counter, noFilters),
} as const;

export type QuestionName = keyof typeof questions;

/** Provinces by the path of a place, as the database has them: the part below the country. */
export function foldedToProvinces({ paths }: Columns, counts: readonly PlaceCount[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const { placeId, count } of counts) {
    const province = provinceOf(paths, placeId);
    found.set(province, (found.get(province) ?? 0) + count);
  }
  return found;
}

/** '' = none. */
export const provinceOf = (paths: Columns['paths'], placeId: string): string =>
  paths.get(placeId)?.split('/')[1] ?? '';
