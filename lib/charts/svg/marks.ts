import { ink } from '../palette';
import type { SeriesKey } from '../types';
import { type Child, el } from './element';
import type { LegendItem } from './legend';
import type { Pen } from './pen';

/** A colour literal as it may stand in a drawing; grey for anything else. */
export function literalColor(color: string): string {
  return /^#[0-9a-f]{6}$/i.test(color) ? color.toUpperCase() : '#A8A29A';
}

/** Whether dark words are easier to read on a colour than white ones. */
export function isLight(color: string): boolean {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(literalColor(color).slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  const luminance = 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
  return 1.05 / (luminance + 0.05) < (luminance + 0.05) / (0.0109 + 0.05);
}

/** Hatching in each of some colours: what is uncertain. */
export function hatches(pen: Pen, colors: string[]): { defs: Child; fill: (color: string) => string } {
  const list = [...new Set(colors.map(literalColor))];
  const id = (color: string) => pen.id(`hatch-${color.slice(1).toLowerCase()}`);
  const side = pen.px(6);
  return {
    fill: (color) => `url(#${id(literalColor(color))})`,
    defs: list.map((color) =>
      el(
        'pattern',
        {
          id: id(color),
          patternUnits: 'userSpaceOnUse',
          width: side,
          height: side,
          patternTransform: 'rotate(45)',
        },
        el('rect', { width: side, height: side, fill: ink.card }),
        el('rect', { width: side, height: side, fill: color, 'fill-opacity': 0.18 }),
        el('rect', { width: side * 0.42, height: side, fill: color }),
      ),
    ),
  };
}

/** The hatched square of a legend. */
export function hatchSign(fill: string): LegendItem['sign'] {
  return (x, y, size) =>
    el('rect', {
      x: x + 0.5,
      y: y + 0.5,
      width: size - 1,
      height: size - 1,
      fill,
      stroke: ink.muted,
      'stroke-width': 0.75,
    });
}

const shapes = ['circle', 'square', 'diamond', 'triangle', 'hexagon', 'wedge'] as const;

/** The mark of a series by its place: shape beside colour, so that a print in grey can be read. */
export function marker(order: number, x: number, y: number, radius: number, fill: string): Child {
  const look = { fill, stroke: ink.card, 'stroke-width': 1.5 };
  const shape = shapes[order % shapes.length];
  if (shape === 'circle') return el('circle', { cx: x, cy: y, r: radius, ...look });
  const [corners, turn, size] = (
    {
      square: [4, 45, 1.2],
      diamond: [4, 0, 1.2],
      triangle: [3, -90, 1.25],
      hexagon: [6, 0, 1.08],
      wedge: [3, 90, 1.25],
    } as const
  )[shape ?? 'square'];
  const points = Array.from({ length: corners }, (_, i) => {
    const angle = ((turn + (360 / corners) * i) * Math.PI) / 180;
    const [dx, dy] = [Math.cos(angle), Math.sin(angle)].map((part) => part * radius * size);
    return `${Math.round((x + (dx ?? 0)) * 100) / 100},${Math.round((y + (dy ?? 0)) * 100) / 100}`;
  });
  return el('polygon', { points: points.join(' '), ...look });
}

/** The legend entry of a series. */
export function keyItem(key: SeriesKey, order: number | null): LegendItem {
  const fill = literalColor(key.color);
  return {
    label: key.label,
    sign: (x, y, size) =>
      order === null
        ? el('rect', { x, y, width: size, height: size, rx: 2, fill })
        : marker(order, x + size / 2, y + size / 2, size * 0.5, fill),
  };
}

/** The keys of a chart, with a grey one for any code that the chart does not name: no count is dropped. */
export function allKeys(keys: SeriesKey[], codes: string[]): SeriesKey[] {
  const named = new Set(keys.map(({ code }) => code));
  const extra = [...new Set(codes)].filter((code) => !named.has(code)).sort();
  return [...keys, ...extra.map((code) => ({ code, label: code, color: '#A8A29A' }))];
}
