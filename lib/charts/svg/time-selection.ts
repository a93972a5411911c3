import type { Span } from '@/lib/dates/periods';
import { fadedOpacity, ink } from '../palette';
import { isChosen } from '../time-layout';
import type { Bucket } from '../types';
import { type Child, el } from './element';
import type { Pen } from './pen';
import type { Plot } from './time-axis';

/** Marks as they are, or faded where they lie outside the chosen span. */
export function fadedIf(isFaded: boolean, marks: Child): Child {
  return isFaded ? el('g', { opacity: fadedOpacity, 'data-faded': 'true' }, marks) : marks;
}

/** The buckets that a span touches, as the first and the one after the last; null = none is chosen, or none touched. */
export function chosenBuckets(buckets: readonly Bucket[], selected: Span | null): [number, number] | null {
  if (!selected) return null;
  const first = buckets.findIndex((bucket) => isChosen(bucket, selected));
  const last = buckets.findLastIndex((bucket) => isChosen(bucket, selected));
  return first < 0 ? null : [first, last + 1];
}

/** The band of the chosen span behind the marks, from one place to another, with an edge at either end. */
export function selectionBand(pen: Pen, { top, bottom }: Plot, [from, to]: readonly [number, number]): Child {
  const edge = (x: number) =>
    el('line', { x1: x, x2: x, y1: top, y2: bottom, stroke: ink.accent, 'stroke-width': pen.px(1.75) });
  return el(
    'g',
    { 'data-selected': 'true' },
    el('rect', {
      x: from,
      y: top,
      width: Math.max(0, to - from),
      height: bottom - top,
      fill: ink.accent,
      'fill-opacity': 0.09,
    }),
    edge(from),
    edge(to),
  );
}

/**
 * Marks that run through the plot, as lines do: what lies outside the chosen span faded, drawn twice and cut at its
 * ends. `chosen` null = nothing lies in it.
 */
export function fadedOutside(
  pen: Pen,
  plot: Plot,
  chosen: readonly [number, number] | null,
  marks: Child,
): Child {
  if (!chosen) return fadedIf(true, marks);
  const spare = pen.px(24);
  const [left, right] = [plot.left - spare, plot.right + spare];
  // Of several panels each has its own.
  const place = `${Math.round(plot.left)}-${Math.round(plot.top)}`;
  const ids = [pen.id(`chosen-${place}`), pen.id(`not-chosen-${place}`)] as const;
  const part = (from: number, to: number) =>
    el('rect', {
      x: from,
      y: plot.top - spare,
      width: Math.max(0, to - from),
      height: plot.bottom - plot.top + 2 * spare,
    });
  return [
    el('clipPath', { id: ids[0] }, part(chosen[0], chosen[1])),
    el('clipPath', { id: ids[1] }, part(left, chosen[0]), part(chosen[1], right)),
    el('g', { 'clip-path': `url(#${ids[1]})`, opacity: fadedOpacity, 'data-faded': 'true' }, marks),
    el('g', { 'clip-path': `url(#${ids[0]})` }, marks),
  ];
}
