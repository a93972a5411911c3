import type { BreakdownChart } from '@/lib/charts/types';
import type { MatrixChart } from '@/lib/charts/types-matrix';
import type { Counter, Facets, SplitField } from '@/lib/incidents/counts/types';
import type { CountedField } from '@/lib/incidents/dimensions';
import { type IncidentFilters, without } from '@/lib/incidents/selection';
import { isEmptyChoice } from '@/lib/url/params';
import { breakdownChart } from './breakdowns';
import type { Counted, Sight } from './counting';
import { districtUnits } from './district-chart';
import { districtScope } from './districts';
import { matrixChart } from './matrix';
import { placeFold } from './matrix-places';
import { namesIn } from './names';
import type { Selection } from './view';

/** What has been counted already under the whole filter. */
type Counting = Counted & { facets: Facets };

/** Incidents by the values of a field, each field leaving out its own filter. */
export async function countBreakdown(
  field: CountedField,
  { filters }: Selection,
  { counter, locale, reference }: Sight,
  { totals, facets, base }: Counting,
): Promise<BreakdownChart> {
  const own = isEmptyChoice(filters[field]) ? totals : await counter.totals(without(filters, field));
  return breakdownChart(field, facets[field], {
    filters,
    total: own.incidents,
    names: namesIn(reference, locale),
    base: { ...base, synthetic: own.synthetic },
  });
}

/** Incidents by the values of the two fields of a view, leaving out the filters on both. */
export async function countMatrix(
  { filters, view }: Selection,
  { counter, locale, reference }: Sight,
  { datasets, totals, facets, base }: Counting,
): Promise<MatrixChart> {
  const [row, column] = view.matrix;
  const bare = without(without(filters, row), column);
  const isBare = isEmptyChoice(filters[row]) && isEmptyChoice(filters[column]);
  const all = isBare ? totals : await counter.totals(bare);
  const own = view.matrix.filter((field): field is CountedField => field !== 'place');
  const counted = isBare ? facets : await counter.facets(bare, own);
  const { places } = reference;
  const names = namesIn(reference, locale);
  const byPlace = view.matrix.includes('place')
    ? await placeTotals(counter, bare)
    : new Map<string, number>();
  const scope = districtScope(
    places,
    filters.place,
    datasets.map(({ coveragePlaceId }) => coveragePlaceId),
  );
  const units = scope ? districtUnits(scope, 'auto', places).units : [];
  const totalsOf = (field: SplitField) => (field === 'place' ? byPlace : counted[field]);
  return matrixChart({
    fields: view.matrix,
    pairs: await counter.pairs(filters, row, column),
    totals: [totalsOf(row), totalsOf(column)],
    total: all.incidents,
    filters,
    shares: view.shares,
    names,
    fold: placeFold(scope, units, byPlace.keys(), { places, names, locale }),
    base: { ...base, synthetic: all.synthetic },
  });
}

async function placeTotals(counter: Counter, filters: IncidentFilters): Promise<Map<string, number>> {
  const counts = await counter.byPlace(filters, 'place');
  return new Map(counts.map(({ placeId, count }) => [placeId, count]));
}
