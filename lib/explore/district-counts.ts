import 'server-only';
import type { DistrictChart } from '@/lib/charts/types';
import type { Db } from '@/lib/db/query';
import type { Counter } from '@/lib/incidents/counts/types';
import { without } from '@/lib/incidents/selection';
import { preferredPopulations } from '@/lib/places/queries';
import { isEmptyChoice, noChoice } from '@/lib/url/params';
import { type DistrictData, districtNumbers, districtUnits, withShapes } from './district-chart';
import { districtScope, type Places } from './districts';
import type { FrameBase } from './frame';
import type { DatasetInfo } from './queries';
import { districtShapes } from './shapes';
import type { Selection } from './view';

type Counting = { counter: Counter; datasets: DatasetInfo[]; base: FrameBase };

/** Counts incidents by the districts that a view asks for, on one snapshot; null when there are no places. */
export async function countDistrictNumbers(
  db: Db,
  { filters, view }: Selection,
  places: Places,
  { counter, datasets, base }: Counting,
): Promise<DistrictData | null> {
  const coverage = datasets.map(({ coveragePlaceId }) => coveragePlaceId);
  const scope = districtScope(places, filters.place, coverage);
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
    populations: await preferredPopulations(
      db,
      units.map(({ id }) => id),
    ),
    measure: view.map,
    base: isEmptyChoice(filters.place)
      ? base
      : { ...base, synthetic: (await counter.totals(without(filters, 'place'))).synthetic },
  });
}

/** The same with the outlines of the districts, for images. */
export async function countDistrictChart(
  db: Db,
  selection: Selection,
  places: Places,
  counting: Counting,
): Promise<DistrictChart | null> {
  const numbers = await countDistrictNumbers(db, selection, places, counting);
  if (!numbers) return null;
  const { scopeId, level } = numbers.area;
  return withShapes(numbers, await districtShapes(places, scopeId, level));
}
