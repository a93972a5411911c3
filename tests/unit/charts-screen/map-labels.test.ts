import { describe, expect, it } from 'vitest';
import { textWidth } from '@/lib/charts/labels';
import { fittingMapLabels, isInOutline, outlineBox } from '@/lib/charts/map-labels';

describe('outlines', () => {
  const ring = { d: 'M0,0L100,0L100,60L0,60ZM40,20L60,20L60,40L40,40Z' };

  it('have a box around all their points', () => {
    expect(outlineBox({ d: 'M10.5,20L-3,4.25ZM7,7L90,8Z' })).toEqual({
      x: -3,
      y: 4.25,
      width: 93,
      height: 15.75,
    });
    expect(outlineBox({ d: '' })).toBeNull();
  });

  it('are read in steps too, as shapes of units are written', () => {
    const stepped = { d: 'M.5,10l9,0-.5-5,1-5,-9.5,0ZM100,100l1,1,1-1Z' };
    expect(outlineBox(stepped)).toEqual({ x: 0.5, y: 0, width: 101.5, height: 101 });
    expect(outlineBox({ d: 'M1,2h8v6H1Z' })).toEqual({ x: 1, y: 2, width: 8, height: 6 });
  });

  it('know what lies inside, but not in a hole', () => {
    expect(isInOutline(ring, 10, 10)).toBe(true);
    expect(isInOutline(ring, 50, 30)).toBe(false);
    expect(isInOutline(ring, 120, 10)).toBe(false);
  });
});

describe('fittingMapLabels', () => {
  const ring = (left: number, top: number, right: number, bottom: number) =>
    `M${left},${top}L${right},${top}L${right},${bottom}L${left},${bottom}Z`;
  const at = (text: string, x: number, y: number, width: number, height = 40) => ({
    texts: [text, text.slice(-2)],
    x,
    y,
    outline: { d: ring(x - width / 2, y - height / 2, x + width / 2, y + height / 2) },
  });
  const map = { width: 300, height: 300, size: 11 };

  it('tells labels inside their area from those over its edges, and shortens those without room', () => {
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
    ).toEqual([
      { text: 'Leizhou 61', isInside: true },
      { text: 'Leizhou 61', isInside: false },
      { text: '61', isInside: true },
    ]);
  });

  it('gives way to labels that come first, and to the edge of the map', () => {
    expect(
      fittingMapLabels(
        [at('Leizhou 61', 100, 100, 200), at('Suixi 37', 120, 104, 200), at('Wuchuan 44', 290, 50, 200)],
        map,
      ),
    ).toEqual([{ text: 'Leizhou 61', isInside: true }, null, { text: '44', isInside: true }]);
  });

  it('leaves free what the halo of letters takes between two labels', () => {
    const wide = textWidth('12', 11);
    const side = (distance: number) =>
      fittingMapLabels([at('12', 100, 100, 40), at('34', 100 + wide + distance, 100, 40)], map)[1];
    expect(side(2)).toBeNull();
    expect(side(6)).toEqual({ text: '34', isInside: true });
  });

  it('keeps a label off the neighbours of a crooked area, unless its unit was chosen', () => {
    // An area like a hook: its box is wide, but the ground under the label is not its own.
    const outline = { d: 'M50,50L70,50L70,180L250,180L250,200L50,200Z' };
    const label = { texts: ['Gansu 610'], x: 75, y: 100, outline };
    expect(fittingMapLabels([label], map)).toEqual([null]);
    expect(fittingMapLabels([{ ...label, always: true }], map)).toEqual([
      { text: 'Gansu 610', isInside: false },
    ]);
  });

  it('measures with the letters it is given, and reaches over the paper beside the map', () => {
    const edge = at('Wuchuan 44', 290, 50, 200);
    expect(fittingMapLabels([edge], { ...map, aside: 60 })).toEqual([{ text: 'Wuchuan 44', isInside: true }]);
    expect(fittingMapLabels([edge], { ...map, measure: () => 18 })).toEqual([
      { text: 'Wuchuan 44', isInside: true },
    ]);
  });
});
