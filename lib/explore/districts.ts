import { isWithin, type PlaceNode } from '@/lib/places/tree';
import type { Choice } from '@/lib/url/params';

/** Places by id. */
export type Places = ReadonlyMap<string, PlaceNode>;

/** How far down the tree a map shows units of its own. */
const mapped = new Set(['country', 'province', 'prefecture']);

/** The places of a path, from the country down; unknown ids are passed over. */
export function lineage(place: PlaceNode, places: Places): PlaceNode[] {
  return place.path.split('/').flatMap((id) => places.get(id) ?? []);
}

/** The lowest place that holds all of them; null for none. */
function commonPlace(of: PlaceNode[], places: Places): PlaceNode | null {
  const [first, ...rest] = of;
  if (!first) return null;
  return (
    lineage(first, places).findLast((place) => rest.every((other) => isWithin(other.path, place.path))) ??
    null
  );
}

/**
 * The area whose units a district chart shows: the places of the filter, else the coverage of the data sets,
 * else the whole country; a county is shown within its prefecture. Null when there are no places at all.
 */
export function districtScope(
  places: Places,
  filter: Choice,
  coverage: readonly (string | null)[],
): PlaceNode | null {
  const find = (ids: readonly (string | null)[]) =>
    ids.flatMap((id) => places.get((id ?? '').replace(/^@/, '')) ?? []);
  const chosen = commonPlace(find(filter.any), places);
  const covered = coverage.every((id) => id) ? commonPlace(find(coverage), places) : null;
  const top = [...places.values()].find(({ level }) => level === 'country') ?? null;
  const wanted = chosen ?? covered ?? top;
  return wanted && (lineage(wanted, places).findLast(({ level }) => mapped.has(level)) ?? null);
}

/** Counts of a district chart. Everything adds up to the number of incidents. */
export type DistrictCounts = {
  /** By id of unit, zero included. */
  units: Map<string, number>;
  /** Known only to the area as a whole, or to an area around it. */
  coarse: number;
  /** Ids of the places of `coarse`. */
  coarsePlaces: string[];
  /** Outside the area: by county, or by the place itself where no county is known. */
  outside: Map<string, number>;
};

/** Sorts counts by place into the units of an area, those known only to the area, and those outside (rule 4). */
export function countDistricts(
  counts: readonly { placeId: string; count: number }[],
  scope: PlaceNode,
  places: Places,
): DistrictCounts {
  const units = new Map(
    [...places.values()].filter(({ parentId }) => parentId === scope.id).map(({ id }) => [id, 0]),
  );
  const outside = new Map<string, number>();
  const coarsePlaces = new Set<string>();
  let coarse = 0;
  for (const { placeId, count } of counts) {
    const place = places.get(placeId);
    if (!place) throw new RangeError(`incidents name the place ${placeId}, which does not exist`);
    const unit = lineage(place, places).find(({ id }) => units.has(id));
    if (unit) units.set(unit.id, (units.get(unit.id) ?? 0) + count);
    else if (isWithin(scope.path, place.path)) {
      coarse += count;
      coarsePlaces.add(place.id);
    } else {
      const named = lineage(place, places).find(({ level }) => level === 'county') ?? place;
      outside.set(named.id, (outside.get(named.id) ?? 0) + count);
    }
  }
  return { units, coarse, coarsePlaces: [...coarsePlaces].sort(), outside };
}

/** Whether the place filter keeps a unit, wholly or in part. */
export function isUnitChosen(unit: PlaceNode, filter: Choice, places: Places): boolean {
  const at = (value: string, deep: boolean) => {
    const place = places.get(value.replace(/^@/, ''));
    if (!place) return false;
    return value.startsWith('@')
      ? place.id === unit.id
      : isWithin(unit.path, place.path) || (deep && isWithin(place.path, unit.path));
  };
  return (
    (filter.any.length === 0 || filter.any.some((value) => at(value, true))) &&
    !filter.not.some((value) => at(value, false))
  );
}
