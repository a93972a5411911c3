import type { PlaceField } from '@/lib/incidents/dimensions';
import type { IncidentFilters } from '@/lib/incidents/selection';
import type { PlaceNode } from '@/lib/places/tree';
import { districtScope, lineage, type Places } from './districts';

/** The area to whose units the values of a place field are put together: data sets cover no destinations. Pure. */
export function foldedWithin(
  field: PlaceField,
  filters: Pick<IncidentFilters, PlaceField>,
  datasets: readonly { coveragePlaceId: string | null }[],
  places: Places,
): PlaceNode | null {
  const coverage = field === 'place' ? datasets.map(({ coveragePlaceId }) => coveragePlaceId) : [];
  return districtScope(places, filters[field], coverage);
}

/**
 * Incidents by province, from those at places of any level: the codes are values of a filter on place. What is known
 * only to the country stands under it alone (`@CN`). Pure.
 */
export function byProvince(
  counts: readonly { placeId: string; count: number }[],
  places: Places,
): Map<string, number> {
  const found = new Map<string, number>();
  for (const { placeId, count } of counts) {
    const place = places.get(placeId);
    if (!place) throw new RangeError(`incidents name the place ${placeId}, which does not exist`);
    const [country, province] = lineage(place, places);
    const code = province?.id ?? `@${country?.id ?? placeId}`;
    found.set(code, (found.get(code) ?? 0) + count);
  }
  return found;
}
