import { without } from '@/lib/incidents/selection';
import { isEmptyChoice, noChoice } from '@/lib/url/params';
import type { Counted, Sight } from './counting';
import { type DistrictData, districtNumbers, districtUnits } from './district-chart';
import { districtScope } from './districts';
import type { Selection } from './view';

/** Counts incidents by the districts that a view asks for; null when there are no places. */
export async function countDistrictNumbers(
  { filters, view }: Selection,
  { counter, facts, reference: { places } }: Sight,
  { datasets, totals, base }: Counted,
): Promise<DistrictData | null> {
  const coverage = datasets.map(({ coveragePlaceId }) => coveragePlaceId);
  const scope = districtScope(places, filters.place, coverage, view.area);
  if (!scope) return null;
  const { level, units } = districtUnits(scope, view.level, places);
  return districtNumbers({
    counts: await counter.byPlace(filters, 'place'),
    scope,
    home: districtScope(places, noChoice, coverage),
    units,
    level,
    places,
    filters,
    populations: await facts.populations(units.map(({ id }) => id)),
    measure: view.map,
    kept: totals.incidents,
    base: isEmptyChoice(filters.place)
      ? base
      : { ...base, synthetic: (await counter.totals(without(filters, 'place'))).synthetic },
  });
}
