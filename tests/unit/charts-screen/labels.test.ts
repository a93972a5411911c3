import { describe, expect, it } from 'vitest';
import { fittingMapLabels, isInPath, overlaps, pathBox, placeLabels, textWidth } from '@/lib/charts/labels';
import { measure } from '@/lib/charts/svg/measure';

describe('textWidth', () => {
  it('is never much smaller than what the letters need', () => {
    for (const text of [
      'Two Sessions',
      'National Day',
      '1,234',
      'Sep 2019',
      'Wuchuan 44',
      '117 mass incidents',
    ]) {
      const real = measure(text, 'body', 11);
      expect(textWidth(text, 11)).toBeGreaterThan(real * 0.95);
      expect(textWidth(text, 11)).toBeLessThan(real * 1.35);
    }
  });

  it('counts a Chinese letter as a square', () => {
    expect(textWidth('国庆节', 10)).toBeCloseTo(30.6);
  });
});

describe('placeLabels', () => {
  it('puts labels that would overlap into another row', () => {
    const spots = placeLabels(
      [
        { x: 0, width: 50 },
        { x: 30, width: 50 },
        { x: 100, width: 50 },
      ],
      { limit: 300, rows: 2 },
    );
    expect(spots).toEqual([
      { row: 0, flip: false },
      { row: 1, flip: false },
      { row: 0, flip: false },
    ]);
  });

  it('turns a label round that would reach beyond the edge, and leaves out what has no room', () => {
    const spots = placeLabels([{ x: 90, width: 40 }, { x: 95, width: 40 }, null, { x: 10, width: 200 }], {
      limit: 100,
      rows: 1,
    });
    expect(spots).toEqual([{ row: 0, flip: true }, null, null, null]);
  });

  it('never lets two labels of a row meet, nor leave the plot', () => {
    let seed = 1;
    const random = () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed / 2_147_483_647;
    };
    for (let round = 0; round < 200; round++) {
      const labels = Array.from({ length: 12 }, () => ({ x: random() * 400, width: 10 + random() * 90 }));
      const spots = placeLabels(labels, { limit: 400, rows: 2 });
      const spans = spots.flatMap((spot, i) => {
        const label = labels[i];
        if (!spot || !label) return [];
        const from = spot.flip ? label.x - label.width : label.x;
        return [{ row: spot.row, from, to: from + label.width }];
      });
      for (const [i, a] of spans.entries()) {
        expect(a.from).toBeGreaterThanOrEqual(0);
        expect(a.to).toBeLessThanOrEqual(400);
        for (const b of spans.slice(i + 1)) {
          if (a.row === b.row) expect(a.to <= b.from || b.to <= a.from).toBe(true);
        }
      }
    }
  });
});

describe('paths', () => {
  const ring = 'M0,0L100,0L100,60L0,60ZM40,20L60,20L60,40L40,40Z';

  it('has a box around all its points', () => {
    expect(pathBox('M10.5,20L-3,4.25ZM7,7L90,8Z')).toEqual({ x: -3, y: 4.25, width: 93, height: 15.75 });
    expect(pathBox('')).toBeNull();
  });

  it('knows what lies inside, but not in a hole', () => {
    expect(isInPath(ring, 10, 10)).toBe(true);
    expect(isInPath(ring, 50, 30)).toBe(false);
    expect(isInPath(ring, 120, 10)).toBe(false);
  });

  it('knows when boxes overlap', () => {
    const box = { x: 0, y: 0, width: 10, height: 10 };
    expect(overlaps(box, { x: 9, y: 9, width: 5, height: 5 })).toBe(true);
    expect(overlaps(box, { x: 10, y: 0, width: 5, height: 5 })).toBe(false);
  });
});

describe('fittingMapLabels', () => {
  const ring = (left: number, top: number, right: number, bottom: number) =>
    `M${left},${top}L${right},${top}L${right},${bottom}L${left},${bottom}Z`;
  const at = (text: string, x: number, y: number, width: number, height = 40) => ({
    text,
    x,
    y,
    d: ring(x - width / 2, y - height / 2, x + width / 2, y + height / 2),
  });
  const map = { width: 300, height: 300, size: 11 };

  it('tells labels inside their area from those over its edges and those without room', () => {
    const wide = textWidth('Leizhou 61', 11);
    expect(
      fittingMapLabels(
        [
          at('Leizhou 61', 100, 100, wide + 20),
          at('Leizhou 61', 100, 200, wide * 0.95),
          at('Leizhou 61', 200, 200, wide * 0.5),
        ],
        map,
      ),
    ).toEqual(['inside', 'over', null]);
  });

  it('gives way to labels that come first, and to the edge of the map', () => {
    expect(
      fittingMapLabels(
        [at('Leizhou 61', 100, 100, 200), at('Suixi 37', 120, 104, 200), at('Wuchuan 44', 290, 50, 200)],
        map,
      ),
    ).toEqual(['inside', null, null]);
  });
});
