import type { Feature, FeatureCollection, GeoJsonProperties, Geometry } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { currentCode } from './other-codes';
import { type Part, type Point, type Ring, signedArea, wind } from './rings';

/** The outline of one unit in degrees of longitude and latitude. */
export type Outline = { code: string; parts: Part[] };

/**
 * Reads the text of a boundary file: a GeoJSON FeatureCollection, or a TopoJSON whose first object is a
 * collection. A unit is named by `code` or `adcode` in its properties; features without one, or without an
 * area, are left out. Outer rings come back clockwise and holes counter-clockwise, as d3-geo wants them,
 * whichever way the file winds them. Throws when the text is neither of the two formats.
 */
export function readBoundaries(text: string): Outline[] {
  const parsed = JSON.parse(text) as Partial<FeatureCollection> & Partial<Topology>;
  const features = parsed.type === ('Topology' as string) ? featuresOf(parsed as Topology) : parsed.features;
  if (!Array.isArray(features)) throw new Error('neither a FeatureCollection nor a Topology of a collection');
  const parts = new Map<string, Part[]>();
  for (const one of features) {
    const code = codeOf(one.properties);
    const found = partsOf(one);
    if (code && found.length > 0) parts.set(code, [...(parts.get(code) ?? []), ...found]);
  }
  return [...parts].map(([code, found]) => ({ code, parts: found }));
}

function featuresOf(topology: Topology): Feature[] | undefined {
  const object = topology.objects.units ?? Object.values(topology.objects)[0];
  if (object?.type !== 'GeometryCollection') return undefined;
  return feature(topology, object as GeometryCollection).features;
}

function codeOf(properties: GeoJsonProperties): string | null {
  const code: unknown = properties?.code ?? properties?.adcode;
  if (typeof code !== 'string' && typeof code !== 'number') return null;
  return currentCode(String(code));
}

function partsOf({ geometry }: Feature<Geometry | null>): Part[] {
  if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') return [];
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons
    .map((rings) => rings.map((ring): Ring => ring.map(([x = 0, y = 0]): Point => [x, y])))
    .map((rings) => rings.filter((ring) => ring.length >= 4 && signedArea(ring) !== 0))
    .filter((rings) => rings.length > 0)
    .map((rings) => rings.map((ring, index) => wind(ring, index === 0)));
}
