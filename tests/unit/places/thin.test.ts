import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Part, Point, Ring } from '@/lib/places/rings';
import { thinParts } from '@/lib/places/thin';

const close = (points: Point[]): Ring => [...points, points[0] as Point];
const key = ([x, y]: Point) => `${x},${y}`;

/** A jagged line down from the top, the border of two squares. */
const border = Array.from({ length: 21 }, (_, i): Point => [50 + (i % 2 === 0 ? 0 : 0.2), i * 5]);
const left: Part = [close([[0, 0], ...border, [0, 100]])];
const right: Part = [close([[100, 100], ...[...border].reverse(), [100, 0]])];

describe('thinning', () => {
  test('drops what lies nearer to the line than the tolerance, and keeps the corners', () => {
    const [thin] = thinParts([[left]], 0.5);
    expect(thin?.[0]?.[0]?.map(key).sort()).toEqual(
      [...new Set(['0,0', '50,0', '50,100', '0,100']), '0,0'].sort(),
    );
    expect(thinParts([[left]], 0.05)[0]?.[0]?.[0]).toHaveLength(left[0]?.length ?? 0);
  });

  test('thins a border the same from both sides, so that no gap opens', () => {
    const bulging = border.map(([x, y], i): Point => [x + (i === 7 ? 3 : 0), y]);
    const a: Part = [close([[0, 0], ...bulging, [0, 100]])];
    const b: Part = [close([[100, 100], ...[...bulging].reverse(), [100, 0]])];
    const [thinA, thinB] = thinParts([[a], [b]], 0.5);
    const shared = (part: Part | undefined) =>
      (part?.[0]?.slice(0, -1) ?? [])
        .filter(([x]) => x > 0 && x < 100)
        .map(key)
        .sort();
    expect(shared(thinA?.[0])).toEqual(shared(thinB?.[0]));
    expect(shared(thinA?.[0])).toContain('53.2,35');
    expect(shared(thinA?.[0]).length).toBeLessThan(8);
  });

  test('thins an island and the hole that it fills alike', () => {
    const circle = Array.from(
      { length: 40 },
      (_, i): Point => [
        50 + 20 * Math.cos((i / 40) * 2 * Math.PI),
        50 + 20 * Math.sin((i / 40) * 2 * Math.PI),
      ],
    );
    const island: Part = [close([...circle.slice(13), ...circle.slice(0, 13)])];
    const land: Part = [
      close([
        [0, 0],
        [100, 0],
        [100, 100],
        [0, 100],
      ]),
      close([...circle].reverse()),
    ];
    const [thinIsland, thinLand] = thinParts([[island], [land]], 1);
    const points = (ring: Ring | undefined) => (ring?.slice(0, -1) ?? []).map(key).sort();
    expect(points(thinIsland?.[0]?.[0])).toEqual(points(thinLand?.[0]?.[1]));
    expect(points(thinIsland?.[0]?.[0]).length).toBeLessThan(20);
  });

  test('leaves a ring that would vanish as it was, and an empty one', () => {
    const tiny: Part = [
      close([
        [0, 0],
        [0.1, 0],
        [0.1, 0.1],
        [0, 0.1],
      ]),
    ];
    expect(thinParts([[tiny]], 5)).toEqual([[tiny]]);
    expect(thinParts([[[[]]]], 5)).toEqual([[[[]]]]);
  });

  test('moves no line farther than the tolerance, for any ring', () => {
    const point = fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 200 }));
    const distance = (p: Point, a: Point, b: Point) => {
      const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
      const length = dx * dx + dy * dy;
      const along = length === 0 ? 0 : ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length;
      const at = Math.min(1, Math.max(0, along));
      return Math.hypot(p[0] - a[0] - at * dx, p[1] - a[1] - at * dy);
    };
    fc.assert(
      fc.property(fc.uniqueArray(point, { minLength: 3, maxLength: 40, selector: key }), (points) => {
        const ring = close(points);
        const thin = thinParts([[[ring]]], 10)[0]?.[0]?.[0] ?? [];
        expect(thin[0]).toEqual(thin.at(-1));
        const known = new Set(points.map(key));
        expect(thin.every((one) => known.has(key(one)))).toBe(true);
        for (const one of points) {
          const away = Math.min(...thin.slice(1).map((end, i) => distance(one, thin[i] as Point, end)));
          expect(away).toBeLessThanOrEqual(10 + 1e-9);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('reads both squares as they are where nothing is to be thinned', () => {
    const [thin] = thinParts([[left], [right]], 0);
    expect(thin?.[0]?.[0]).toHaveLength(left[0]?.length ?? 0);
  });
});
