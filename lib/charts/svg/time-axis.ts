import { type CivilDate, dayNumber } from '@/lib/dates/civil';
import type { Grain } from '@/lib/dates/periods';
import { ink } from '../palette';
import { timeTicks } from '../scale';
import type { Bucket } from '../types';
import { type Child, el } from './element';
import { edgedSign, type LegendItem } from './legend';
import type { Pen } from './pen';

/** The rectangle in which data is drawn. */
export type Plot = { left: number; right: number; top: number; bottom: number };

/** Height of the two lines of labels below a time axis. */
export function axisHeight(pen: Pen, size = pen.size.small): number {
  return size * 2.5 + pen.px(12);
}

/**
 * The labels below a time axis; `positions` are where the labels' middles stand, `edges` where their ticks do.
 * A label at an edge of the image moves inward, so none is cut.
 */
export function timeAxis(
  pen: Pen,
  plot: Plot,
  axis: {
    starts: CivilDate[];
    grain: Grain;
    positions: number[];
    bounds: [number, number];
    /** The size of the letters; that of small print when not given. */
    size?: number;
  },
): { drawn: Child; ticks: number[] } {
  const size = axis.size ?? pen.size.small;
  const width = (text: string) => pen.width(text, { size });
  const ticks = timeTicks(axis.starts, axis.grain, axis.positions, width, pen.locale, pen.px(14));
  const inside = (x: number, text: string) => {
    const half = width(text) / 2;
    return Math.min(axis.bounds[1] - half, Math.max(axis.bounds[0] + half, x));
  };
  const first = plot.bottom + pen.px(9) + size;
  return {
    ticks: ticks.map(({ index }) => axis.positions[index] ?? 0),
    drawn: ticks.map(({ index, label, year }) => {
      const x = axis.positions[index] ?? 0;
      return [
        el('line', {
          x1: x,
          x2: x,
          y1: plot.bottom,
          y2: plot.bottom + pen.px(5),
          stroke: ink.muted,
          'stroke-width': 1,
        }),
        pen.text(inside(x, label), first, label, { size, fill: ink.text, anchor: 'middle' }),
        year === null
          ? null
          : pen.text(inside(x, year), first + size * 1.3, year, { size, fill: ink.muted, anchor: 'middle' }),
      ];
    }),
  };
}

/** Where the coverage of the data leaves gaps: one run of neighbouring buckets each, as [first, last]. */
function gaps(buckets: Bucket[]): [number, number][] {
  const runs: [number, number][] = [];
  buckets.forEach(({ coverage }, i) => {
    if (coverage !== 'none') return;
    const last = runs.at(-1);
    if (last && last[1] === i - 1) last[1] = i;
    else runs.push([i, i]);
  });
  return runs;
}

/**
 * The light bands where there is no data; `span` gives the edges of a bucket. Where marks stand on a band all the
 * same, `isEmpty` keeps its words away from them.
 */
export function noDataBands(
  pen: Pen,
  plot: Plot,
  buckets: Bucket[],
  { span, isEmpty }: { span: (index: number) => [number, number]; isEmpty: (index: number) => boolean },
): Child {
  const size = pen.size.small;
  const words = pen.words.noData;
  return gaps(buckets).map(([first, last]) => {
    const [from, to] = [span(first)[0], span(last)[1]];
    const empty = buckets.slice(first, last + 1).every((_, i) => isEmpty(first + i));
    const room = empty && to - from > pen.width(words, { size }) + pen.px(10);
    return el(
      'g',
      { 'data-coverage': 'none' },
      el('rect', {
        x: from,
        y: plot.top,
        width: to - from,
        height: plot.bottom - plot.top,
        fill: ink.noData,
      }),
      room
        ? pen.text((from + to) / 2, plot.top + size * 1.4, words, { size, fill: ink.muted, anchor: 'middle' })
        : null,
    );
  });
}

/** Legend entries for gaps and half-covered buckets, where there are any. */
export function coverageItems(pen: Pen, buckets: Bucket[]): LegendItem[] {
  const has = (coverage: Bucket['coverage']) => buckets.some((bucket) => bucket.coverage === coverage);
  return [
    ...(has('part') ? [{ label: pen.words.partCovered, sign: edgedSign(ink.card, '3 2.5') }] : []),
    ...(has('none') ? [{ label: pen.words.noData, sign: edgedSign(ink.noData) }] : []),
  ];
}

/** What stands in a plot that has nothing to show. */
export function nothing(pen: Pen, plot: Plot): Child {
  const size = pen.size.label;
  const y = (plot.top + plot.bottom) / 2;
  const look = { size, fill: ink.muted, anchor: 'middle' as const };
  return pen.text((plot.left + plot.right) / 2, y, pen.words.nothing, look, ink.card);
}

/** Days as positions: the beginning of a day between two ends, both days inclusive. */
export function dayScale(from: CivilDate, to: CivilDate, plot: Pick<Plot, 'left' | 'right'>) {
  const [first, days] = [dayNumber(from), Math.max(1, dayNumber(to) - dayNumber(from) + 1)];
  return (date: CivilDate) => plot.left + ((dayNumber(date) - first) / days) * (plot.right - plot.left);
}
