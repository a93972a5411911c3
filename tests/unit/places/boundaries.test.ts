import { readdirSync, readFileSync, statSync } from 'node:fs';
import { geoArea } from 'd3-geo';
import { expect, test } from 'vitest';
import { readBoundaries } from '@/lib/places/boundary-file';
import { loadPlaces } from '@/prisma/seed/places';
import { shift, toWgs84 } from '@/scripts/geo/datum';

const folder = new URL('../../../public/geo/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const scopes = files.map((name) => name.replace('.json', ''));
const text = (scope: string) => readFileSync(new URL(`${scope}.json`, folder), 'utf8');
const { places } = loadPlaces();
const divisions = places.filter((place) => place.code !== null);

/** Divisions that the boundary data does not draw; docs/places.md tells why. */
const undrawn = new Set([
  ...['232762', '232763', '232764', '460323', '659011', '659012'],
  ...['654301', '654321', '654322', '654323', '654324', '654325', '654326'],
]);

test('draws every scope that has divisions below it, and no other', () => {
  const parents = new Set(divisions.map((place) => place.parentId).filter((id) => id !== null));
  parents.delete('654300');
  expect(new Set(scopes)).toEqual(parents);
});

test.each(scopes)('%s covers exactly the divisions below it', (scope) => {
  const expected = divisions.filter((place) => place.parentId === scope && !undrawn.has(place.id));
  const found = readBoundaries(text(scope));
  expect(found.map(({ code }) => code).sort()).toEqual(expected.map(({ id }) => id).sort());
  for (const { code, parts } of found) {
    const area = geoArea({
      type: 'MultiPolygon',
      coordinates: parts.map((part) => part.map((ring) => ring.map(([x, y]) => [x, y]))),
    });
    // Square radians: a ring wound the wrong way would cover nearly all of the globe (12.6).
    expect(area, code).toBeGreaterThan(0);
    expect(area, code).toBeLessThan(0.06);
  }
});

test('carries nothing but codes, and is small', () => {
  for (const scope of scopes) {
    const topology = JSON.parse(text(scope)) as {
      objects: Record<string, { geometries: { properties: object }[] }>;
    };
    expect(Object.keys(topology.objects)).toEqual(['units']);
    for (const one of topology.objects.units?.geometries ?? []) {
      expect(Object.keys(one.properties)).toEqual(['code']);
    }
  }
  const sizes = new Map(files.map((name) => [name, statSync(new URL(name, folder)).size]));
  expect(sizes.get('440800.json')).toBeLessThanOrEqual(25_000);
  expect([...sizes.values()].reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(6_000_000);
});

test('reads GeoJSON with any winding, adcode as a number, and codes of other years', () => {
  const ring = [
    [110, 21],
    [111, 21],
    [111, 22],
    [110, 21],
  ];
  const collection = (coordinates: number[][]) =>
    JSON.stringify({
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          properties: { adcode: 320602 },
          geometry: { type: 'Polygon', coordinates: [coordinates] },
        },
        { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [coordinates] } },
        { type: 'Feature', properties: { code: '1' }, geometry: null },
      ],
    });
  const [one, ...others] = readBoundaries(collection(ring));
  expect(one?.code).toBe('320613');
  expect(others).toEqual([]);
  expect(readBoundaries(collection([...ring].reverse()))[0]?.parts).toEqual(one?.parts);
});

test('refuses what is neither GeoJSON nor TopoJSON', () => {
  expect(() => readBoundaries('{"type":"Point"}')).toThrow(/neither/);
  expect(() => readBoundaries('not json')).toThrow();
});

test('undoes the shift of the datum', () => {
  const [lon, lat] = [110.359, 21.27];
  const [east, north] = shift(lon, lat);
  // About 500 m: some 0.005 degrees east and 0.003 degrees south in the south of the country.
  expect(east).toBeGreaterThan(0.003);
  expect(north).toBeLessThan(-0.001);
  const [x, y] = toWgs84([lon + east, lat + north]);
  expect(x).toBeCloseTo(lon, 6);
  expect(y).toBeCloseTo(lat, 6);
});
