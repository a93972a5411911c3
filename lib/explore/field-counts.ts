import type { BreakdownChart } from '@/lib/charts/types';
import type { MatrixChart } from '@/lib/charts/types-matrix';
import type { Counter, Facets } from '@/lib/incidents/counts/types';
import {
  type CountedField,
  isPlaceField,
  type PlaceField,
  placeFields,
  type SplitField,
  unknown,
} from '@/lib/incidents/dimensions';
import { type IncidentFilters, without } from '@/lib/incidents/selection';
import { isEmptyChoice } from '@/lib/url/params';
import { breakdownChart } from './breakdowns';
import type { Counted, Sight } from './counting';
import { districtUnits } from './district-chart';
import { matrixChart } from './matrix';
import { type PlaceFold, placeFold } from './matrix-places';
import { namesIn } from './names';
import { byProvince, foldedWithin } from './place-fields';
import type { Selection } from './view';

/** What has been counted already under the whole filter. */
type Counting = Counted & { facets: Facets };

/**
 * Incidents by the values of a field, each field leaving out its own filter; but not one on states of work, which says
 * what is counted at all.
 */
export async function countBreakdown(
  field: SplitField,
  { filters }: Selection,
  { counter, locale, reference }: Sight,
  { totals, facets, base }: Counting,
): Promise<BreakdownChart> {
  const isWhole = field === 'status' || isEmptyChoice(filters[field]);
  const own = isWhole ? totals : await counter.totals(without(filters, field));
  const counts = isPlaceField(field)
    ? orUnknown(byProvince(await counter.byPlace(filters, field), reference.places), own.incidents)
    : field === 'status'
      ? ofStates(facets.status, filters)
      : facets[field];
  return breakdownChart(field, counts, {
    filters,
    total: own.incidents,
    kept: totals.incidents,
    names: namesIn(reference, locale),
    base: { ...base, synthetic: own.synthetic },
  });
}

/**
 * Incidents by the values of the two fields of a view, leaving out the filters on both; but not one on states of work,
 * which says what is counted at all.
 */
export async function countMatrix(
  { filters, view }: Selection,
  { counter, locale, reference }: Sight,
  { datasets, totals: kept, facets, base }: Counting,
): Promise<MatrixChart> {
  const [row, column] = view.matrix;
  const leftOut = view.matrix.filter((field) => field !== 'status');
  const bare = leftOut.reduce<IncidentFilters>(without, filters);
  const isBare = leftOut.every((field) => isEmptyChoice(filters[field]));
  const all = isBare ? kept : await counter.totals(bare);
  const own = view.matrix.filter((field): field is CountedField => !isPlaceField(field));
  const counted = isBare ? facets : await counter.facets(bare, own);
  const { places } = reference;
  const names = namesIn(reference, locale);
  const isState = countedStates(filters);
  const totals: Partial<Record<SplitField, ReadonlyMap<string, number>>> = {
    ...counted,
    status: ofStates(counted.status, filters),
  };
  const folds: Partial<Record<PlaceField, PlaceFold>> = {};
  for (const field of placeFields.filter((one) => view.matrix.includes(one))) {
    const found = await placeTotals(field, bare, all.incidents, counter);
    const scope = foldedWithin(field, filters, datasets, places);
    const units = scope ? districtUnits(scope, 'auto', places).units : [];
    totals[field] = found;
    folds[field] = placeFold(field, scope, units, found.keys(), { places, names, locale });
  }
  const totalsOf = (field: SplitField) => totals[field] ?? new Map<string, number>();
  const pairs = await counter.pairs(filters, row, column);
  return matrixChart({
    fields: view.matrix,
    pairs: pairs.filter(
      (pair) => (row !== 'status' || isState(pair.row)) && (column !== 'status' || isState(pair.column)),
    ),
    totals: [totalsOf(row), totalsOf(column)],
    total: all.incidents,
    kept: kept.incidents,
    filters,
    shares: view.shares,
    names,
    folds,
    base: { ...base, synthetic: all.synthetic },
  });
}

/** Whether incidents in a state of work are counted: in those that the filter names, else in what is published. */
function countedStates({ status: { any, not } }: IncidentFilters): (state: string) => boolean {
  const among = any.length > 0 ? any : ['published'];
  return (state) => among.includes(state) && !not.includes(state);
}

/** Counts of those states alone. */
function ofStates(counts: ReadonlyMap<string, number>, filters: IncidentFilters): Map<string, number> {
  const isState = countedStates(filters);
  return new Map([...counts].filter(([code]) => isState(code)));
}

/** Incidents by the places of a field, of `total` in all. */
async function placeTotals(
  field: PlaceField,
  filters: IncidentFilters,
  total: number,
  counter: Counter,
): Promise<Map<string, number>> {
  const counts = await counter.byPlace(filters, field);
  return orUnknown(new Map(counts.map(({ placeId, count }) => [placeId, count])), total);
}

/** With `unknown`, which is those of all that no place is recorded of, where there are any. */
function orUnknown(counts: Map<string, number>, total: number): Map<string, number> {
  const known = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return known < total ? counts.set(unknown, total - known) : counts;
}
