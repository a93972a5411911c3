import { describe, expect, it } from 'vitest';
import { overlaps, placeLabels, textWidth } from '@/lib/charts/labels';
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

describe('overlaps', () => {
  it('knows when boxes share more than an edge', () => {
    const box = { x: 0, y: 0, width: 10, height: 10 };
    expect(overlaps(box, { x: 9, y: 9, width: 5, height: 5 })).toBe(true);
    expect(overlaps(box, { x: 10, y: 0, width: 5, height: 5 })).toBe(false);
  });
});
