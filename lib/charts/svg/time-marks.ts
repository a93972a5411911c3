import { ink } from '../palette';
import { dashOf } from '../time-values';
import { type Child, el, num } from './element';
import { literalColor } from './marks';
import type { Pen } from './pen';
import type { Scene } from './time-plot';

/** A place in a drawing. */
export type Point = readonly [number, number];

/** Neighbouring places without a gap. */
export function runs(places: readonly (Point | null)[]): Point[][] {
  const found: Point[][] = [];
  let open: Point[] | null = null;
  for (const place of places) {
    if (!place) {
      open = null;
      continue;
    }
    if (!open) {
      open = [];
      found.push(open);
    }
    open.push(place);
  }
  return found;
}

/** A path through places, closed or not. */
export function linePath(points: readonly Point[], isClosed = false): string {
  const d = points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${num(x)} ${num(y)}`).join('');
  return isClosed ? `${d}Z` : d;
}

/** The ring over a share of few incidents. */
export function lowSign(pen: Pen, x: number, y: number, slot: number): Child {
  const r = Math.max(0.75, Math.min(pen.px(4), slot / 2 - 0.5));
  return el('circle', {
    cx: x,
    cy: y,
    r,
    fill: ink.card,
    stroke: ink.text,
    'stroke-width': 1,
    'data-low': 'true',
  });
}

/** The triangle over a burst, its tip at a point. */
export function burstSign(pen: Pen, x: number, y: number): Child {
  const half = pen.px(5.5);
  const d = linePath(
    [
      [x - half, y - half * 1.6],
      [x + half, y - half * 1.6],
      [x, y],
    ],
    true,
  );
  return el('path', { d, fill: ink.text, 'data-burst': 'true' });
}

/** Moving averages: of everything in ink (`isPlain`), else of each series in its colour. */
export function meanPaths(
  pen: Pen,
  { chart, middle, yOf, keys }: Scene,
  { isPlain }: { isPlain: boolean },
): Child {
  const { mean } = chart;
  if (!mean) return null;
  const isLines = chart.draw === 'lines';
  return mean.lines.map(({ code, values }) => {
    const order = keys.findIndex((key) => key.code === code);
    const color = isPlain || order < 0 ? ink.text : literalColor(keys[order]?.color ?? '');
    const places = values.map((value, index): Point | null =>
      value === null ? null : [middle(index), yOf(value)],
    );
    const d = runs(places)
      .map((run) => linePath(run))
      .join('');
    if (d === '') return null;
    const look = { d, fill: 'none', 'stroke-linejoin': 'round' } as const;
    return [
      // A pale line below, so that it stands out from bars of its own colour.
      isLines ? null : el('path', { ...look, stroke: ink.card, 'stroke-width': pen.px(5) }),
      el('path', {
        ...look,
        stroke: color,
        'stroke-width': pen.px(2.5),
        'stroke-dasharray': isLines ? dashOf(Math.max(0, order)) || undefined : undefined,
        'data-mean': code,
      }),
    ];
  });
}

/** The dashed outline of a bucket that the coverage holds only in part. */
export function partMark(pen: Pen, from: number, width: number, top: number, bottom: number): Child {
  const y = Math.min(top, bottom - pen.px(14)) - 2;
  return el('rect', {
    x: from - 2,
    y,
    width: width + 4,
    height: bottom - y,
    fill: 'none',
    stroke: ink.muted,
    'stroke-width': 1.25,
    'stroke-dasharray': '4 3',
    'data-coverage': 'part',
  });
}
