import type { IncidentRow } from '@/lib/incidents/row';

/** A point in degrees (WGS84). */
export type Point = { latitude: number; longitude: number };

/** The point of a place, and the one that may be given away: no finer than the county. Null = none is known. */
export type PlacePoints = { exact: Point | null; coarse: Point | null };

/**
 * Where an incident is drawn: at its own point, else at that of its place, else nowhere. Where its point is kept from
 * readers (then its own is null here), that of a place below the county is too. Pure.
 */
export function pointOf(
  {
    latitude,
    longitude,
    pointPublic,
    placeId,
  }: Pick<IncidentRow, 'latitude' | 'longitude' | 'pointPublic' | 'placeId'>,
  places: ReadonlyMap<string, PlacePoints>,
): { of: 'incident' | 'place' | null; point: Point | null } {
  if (latitude !== null && longitude !== null) return { of: 'incident', point: { latitude, longitude } };
  const point = places.get(placeId)?.[pointPublic ? 'exact' : 'coarse'] ?? null;
  return { of: point ? 'place' : null, point };
}
