import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { levelsWithin, unitsWithin } from '@/lib/explore/districts';
import { shapesWithin, unitShapes } from '@/lib/places/geometry';
import { innerPoint } from '@/lib/places/inner-point';
import { isInside, type Part, type Point, type Ring } from '@/lib/places/rings';
import { loadPlaces } from '@/prisma/seed/places';

const frame = { width: 800, height: 600, padding: 10 };
const zhanjiang = ['440802', '440803', '440804', '440811', '440823', '440825', '440881', '440882', '440883'];

afterEach(() => vi.unstubAllEnvs());

/** The rings of path data as `unitShapes` writes it: an absolute start, then steps. */
function ringsOf(d: string): Ring[] {
  return d
    .split('Z')
    .filter(Boolean)
    .map((ring) => {
      const numbers = (ring.match(/-?(\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
      let at: Point = [0, 0];
      const points = Array.from({ length: numbers.length / 2 }, (_, index): Point => {
        at = [at[0] + (numbers[2 * index] ?? 0), at[1] + (numbers[2 * index + 1] ?? 0)];
        return at;
      });
      return [...points, points[0] ?? [0, 0]];
    });
}

test('draws the nine units of Zhanjiang with a label point inside each', async () => {
  const drawn = await unitShapes('440800', frame);
  expect(drawn).toMatchObject({ width: 800, height: 600 });
  expect(drawn?.shapes.map(({ code }) => code).sort()).toEqual(zhanjiang);
  for (const { code, d, labelX, labelY, area } of drawn?.shapes ?? []) {
    const rings = ringsOf(d);
    expect(rings[0]?.length, code).toBeGreaterThan(10);
    expect(
      rings.some((ring) => isInside([labelX, labelY], [ring])),
      code,
    ).toBe(true);
    expect(area).toBeGreaterThan(50);
    for (const [x, y] of rings.flat()) {
      expect(x).toBeGreaterThanOrEqual(9.9);
      expect(x).toBeLessThanOrEqual(790.1);
      expect(y).toBeGreaterThanOrEqual(9.9);
      expect(y).toBeLessThanOrEqual(590.1);
    }
  }
});

test('keeps north up, the islands of Mazhang, and no more than one decimal', async () => {
  const shapes = new Map((await unitShapes('440800', frame))?.shapes.map((one) => [one.code, one]));
  expect(shapes.get('440881')?.labelY).toBeLessThan(shapes.get('440825')?.labelY ?? 0);
  expect(shapes.get('440883')?.labelX).toBeGreaterThan(shapes.get('440882')?.labelX ?? 1_000);
  expect(ringsOf(shapes.get('440811')?.d ?? '').length).toBeGreaterThanOrEqual(4);
  expect(shapes.get('440811')?.d).not.toMatch(/\.\d\d/);
});

test('draws the country without filling the frame', async () => {
  const drawn = await unitShapes('CN', frame);
  expect(drawn?.shapes).toHaveLength(34);
  const total = drawn?.shapes.reduce((sum, { area }) => sum + area, 0) ?? 0;
  expect(total).toBeGreaterThan(0.2 * 800 * 600);
  expect(total).toBeLessThan(0.6 * 800 * 600);
});

test.each([
  '',
  '44',
  '4408001',
  '../CN',
  'CN.json',
  '440800/../CN',
  'cn',
  '44080a',
  '440800\n',
  '/etc/passwd',
])('refuses the scope %j', async (scope) => {
  expect(await unitShapes(scope, frame)).toBeNull();
});

test('has no geometry for a county or an unknown code', async () => {
  expect(await unitShapes('440883', frame)).toBeNull();
  expect(await unitShapes('999999', frame)).toBeNull();
});

test('draws all prefectures of the country in the frame of the country, in less than 250 kB', async () => {
  const places = new Map(loadPlaces().places.map((place) => [place.id, { ...place, aliases: [] }]));
  const china = places.get('CN');
  if (!china) throw new Error('no country');
  expect(levelsWithin(china, places)).toEqual(['province', 'prefecture', 'county']);
  const units = unitsWithin(china, 'prefecture', places);
  const drawn = await shapesWithin('CN', units, frame);
  const codes = new Set(drawn?.shapes.map(({ code }) => code));
  expect(drawn?.shapes).toHaveLength(codes.size);
  // Sansha lies below the frame of the country; the other two have no boundaries.
  expect(units.map(({ id }) => id).filter((id) => !codes.has(id))).toEqual(['460300', '659011', '659012']);
  expect(JSON.stringify(drawn).length).toBeLessThan(250_000);
  const provinces = new Map((await unitShapes('CN', frame))?.shapes.map((one) => [one.code, one]));
  // The prefectures cover Guangdong as the province itself does, in the same place.
  const guangdong = drawn?.shapes.filter(({ code }) => code.startsWith('44')) ?? [];
  const area = guangdong.reduce((sum, one) => sum + one.area, 0);
  expect(area / (provinces.get('440000')?.area ?? 1)).toBeCloseTo(1, 1);
  const beijing = drawn?.shapes.find(({ code }) => code === '110000');
  expect(Math.abs((beijing?.labelX ?? 0) - (provinces.get('110000')?.labelX ?? 99))).toBeLessThan(3);
});

test('draws the units of a level of which only some have boundaries, and none of a scope without', async () => {
  const some = await shapesWithin(
    '440000',
    [
      { id: '440883', parentId: '440800' },
      { id: '1', parentId: 'x' },
    ],
    frame,
  );
  expect(some?.shapes.map(({ code }) => code)).toEqual(['440883']);
  expect(await shapesWithin('440883', [{ id: '440883', parentId: '440800' }], frame)).toBeNull();
  expect(await shapesWithin('440000', [{ id: '1', parentId: 'x' }], frame)).toBeNull();
});

test('answers the same question from memory', async () => {
  const first = await unitShapes('440900', frame);
  expect(await unitShapes('440900', { ...frame })).toBe(first);
  expect(await unitShapes('440900', { ...frame, width: 801 })).not.toBe(first);
});

test('prefers the files of DAYBOOK_GEO_DIR and falls back where it has none', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'daybook-geo-test-'));
  const square = [
    [
      [110, 21],
      [110, 22],
      [111, 22],
      [111, 21],
      [110, 21],
    ],
  ];
  writeFileSync(
    join(folder, '440800.json'),
    JSON.stringify({
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          properties: { code: '440883' },
          geometry: { type: 'Polygon', coordinates: square },
        },
      ],
    }),
  );
  writeFileSync(join(folder, '440900.json'), 'broken');
  vi.stubEnv('DAYBOOK_GEO_DIR', folder);
  expect((await unitShapes('440800', frame))?.shapes.map(({ code }) => code)).toEqual(['440883']);
  expect((await unitShapes('CN', frame))?.shapes).toHaveLength(34);
  await expect(unitShapes('440900', frame)).rejects.toMatchObject({ code: 'internal' });
});

test('finds a point inside a crescent, a ring with a hole, and a sliver', () => {
  const close = (...points: [number, number][]): Ring => [...points, points[0] ?? [0, 0]];
  const crescent: Part = [close([0, 0], [10, 0], [10, 1], [1, 1], [1, 9], [10, 9], [10, 10], [0, 10])];
  const holed: Part = [close([0, 0], [10, 0], [10, 10], [0, 10]), close([2, 2], [2, 8], [8, 8], [8, 2])];
  const sliver: Part = [close([0, 0], [1, 0.0001], [2, 0], [1, 0.0002])];
  for (const part of [crescent, holed, sliver]) {
    const point = innerPoint(part);
    expect(point && isInside(point, part)).toBe(true);
  }
  expect(innerPoint([[]])).toBeNull();
});
