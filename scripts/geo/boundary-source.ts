import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { innerPoint } from '@/lib/places/inner-point';
import { currentCode } from '@/lib/places/other-codes';
import { isInside, largestPart, type Part, type Point } from '@/lib/places/rings';
import { toWgs84 } from './datum';

/** One unit of the boundary data, in WGS84, under the code by which Daybook knows it. */
export type SourceUnit = { code: string; nameZh: string; parts: Part[]; seat: Point | null };

type Properties = { adcode: number | string; name: string; center?: Position };

/** Taiwan is drawn in WGS84 by the map service already; everything else is in GCJ-02. */
const inWgs84 = new Set(['710000']);

/** Reads one file of the boundary data. */
export function readUnits(text: string): SourceUnit[] {
  const collection = JSON.parse(text) as FeatureCollection<Polygon | MultiPolygon, Properties>;
  return collection.features.map(readUnit);
}

function readUnit({ geometry, properties }: Feature<Polygon | MultiPolygon, Properties>): SourceUnit {
  const code = currentCode(String(properties.adcode));
  const place = (at: Position): Point =>
    inWgs84.has(code) ? [at[0] ?? Number.NaN, at[1] ?? Number.NaN] : toWgs84(at);
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return {
    code,
    nameZh: properties.name,
    parts: parts.map((rings) => rings.map((ring) => ring.map(place))),
    seat: properties.center ? place(properties.center) : null,
  };
}

/**
 * The point by which a unit is shown: the seat of its government as the map service gives it, or a point well
 * inside the largest part when the seat lies outside the unit. [longitude, latitude] in WGS84.
 */
export function pointOf(unit: SourceUnit): Point | null {
  const { seat } = unit;
  if (seat && unit.parts.some((part) => isInside(seat, part))) return seat;
  const largest = largestPart(unit.parts);
  return largest ? innerPoint(largest) : null;
}
