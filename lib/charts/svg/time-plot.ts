import type { CivilDate } from '@/lib/dates/civil';
import { ink } from '../palette';
import { type Drawn, drawnKeys, drawnValues, highest, isLow, valueText, valueTicks } from '../time-values';
import type { Bucket, SeriesKey, TimeChart } from '../types';
import { type Child, el } from './element';
import { allKeys, hatches } from './marks';
import type { Pen } from './pen';
import { type PeriodLayer, periodLayer } from './periods';
import { axisHeight, dayScale, noDataBands, nothing, type Plot, timeAxis } from './time-axis';
import { laneHeight, laneMarks } from './time-lane';
import { chosenBuckets, fadedOutside, selectionBand } from './time-selection';

/** Where a drawing goes. */
export type Room = { x: number; y: number; width: number; height: number };

/** What bars and lines need to know of the plot that they stand in. */
export type Scene = {
  chart: TimeChart;
  plot: Plot;
  /** The width of a bucket. */
  slot: number;
  keys: SeriesKey[];
  drawn: Drawn[];
  yOf: (value: number) => number;
  /** The middle of a bucket. */
  middle: (index: number) => number;
  hatch: (color: string) => string;
  periods: PeriodLayer;
  /** Marks that run through the plot, faded outside the chosen span. */
  faded: (marks: Child) => Child;
  /** The number over a bucket, where numbers fit side by side. */
  numberOver: (index: number) => string | null;
};

/** What a plot is drawn with. */
export type SceneOptions = {
  /** The highest value, where several plots share an axis. */
  highest?: number;
  /** Whether it is one of several small plots. */
  isSmall?: boolean;
  /** Room kept free at the right. */
  right?: number;
  /** Numbers over the buckets; absent = none. */
  numbers?: readonly number[];
};

/** The keys of a plot, with a grey one for any code that the chart does not name: no count is dropped. */
export function plotKeys(chart: TimeChart): SeriesKey[] {
  if (chart.show === 'participants') return drawnKeys(chart);
  return allKeys(
    chart.keys,
    chart.buckets.flatMap(({ stacks }) => Object.keys(stacks)),
  );
}

/** Where buckets stand, which does not hang on the height of the drawing. */
export function layPlot(pen: Pen, chart: TimeChart, room: Pick<Room, 'x' | 'width'>, options: SceneOptions) {
  const most = options.highest ?? highest(chart);
  const ticks = [2, 3, 4, 5, 6].flatMap((target) => valueTicks(chart, most, target));
  const size = options.isSmall ? pen.size.small * 0.85 : pen.size.small;
  const widest = Math.max(0, ...ticks.map((tick) => pen.width(valueText(chart, tick, pen.locale), { size })));
  const extent = { left: room.x + widest + pen.px(12), right: room.x + room.width - (options.right ?? 0) };
  const slot = (extent.right - extent.left) / Math.max(1, chart.buckets.length);
  const periods = periodLayer(
    pen,
    options.isSmall ? [] : chart.periods,
    extent,
    bucketScale(chart.buckets, extent.left, slot),
  );
  return { most, extent, slot, periods, size };
}

/** A plot with its axes, spans without data and periods; `draw` puts the marks in. */
export function drawPlot(
  pen: Pen,
  chart: TimeChart,
  room: Room,
  options: SceneOptions,
  draw: (scene: Scene) => Child,
): { drawn: Child; defs: Child } {
  const { buckets, show } = chart;
  const { most, extent, slot, periods, size } = layPlot(pen, chart, room, options);
  const { left } = extent;
  const lane = chart.lane ? laneHeight(pen) : 0;
  const bottom = room.y + room.height - lane - axisHeight(pen, size);
  const target = Math.max(2, Math.min(6, Math.floor((room.height - periods.height) / pen.px(80))));
  const ticks = valueTicks(chart, most, options.isSmall ? 2 : target);
  const top = ticks.at(-1) ?? 0;
  const plot: Plot = { ...extent, top: room.y + periods.height + size * 0.7, bottom };

  // A number over each bucket where they fit side by side; then the highest leaves room for its own, and for signs.
  const numbers = options.numbers?.map((value) => valueText({ show: 'count' }, value, pen.locale)) ?? [];
  const widest = Math.max(0, ...numbers.map((text) => pen.width(text, { size })));
  const hasNumbers = numbers.length > 0 && most > 0 && slot >= widest + pen.px(7);
  const over =
    (hasNumbers ? size * 1.6 : 0) +
    (buckets.some((bucket) => bucket.burst || isLow(chart, bucket)) ? pen.px(18) : 0);
  const free = top > 0 ? (1 - most / top) * (bottom - plot.top) : 0;
  const gridTop = plot.top + Math.max(0, over - free);
  const yOf = (value: number) => bottom - (top > 0 ? value / top : 0) * (bottom - gridTop);

  const keys = plotKeys(chart);
  const hatch = hatches(pen, [...keys.map(({ color }) => color), ink.muted]);
  const spans = periods.draw(plot);
  const middle = (index: number) => left + (index + 0.5) * slot;
  const axis = timeAxis(
    pen,
    { ...plot, bottom: bottom + lane },
    {
      starts: buckets.map(({ start }) => start),
      grain: chart.grain,
      positions: buckets.map((_, index) => middle(index)),
      bounds: [room.x, extent.right],
      size,
    },
  );
  const ends = chosenBuckets(buckets, chart.selected);
  const chosen = ends && ([left + ends[0] * slot, left + ends[1] * slot] as const);
  const scene: Scene = {
    chart,
    plot,
    slot,
    keys,
    drawn: drawnValues(chart),
    yOf,
    middle,
    hatch: hatch.fill,
    periods,
    faded: (marks) => (chart.selected ? fadedOutside(pen, plot, chosen, marks) : marks),
    numberOver: (index) =>
      hasNumbers && (options.numbers?.[index] ?? 0) > 0 ? (numbers[index] ?? null) : null,
  };
  return {
    defs: hatch.defs,
    drawn: [
      noDataBands(pen, plot, buckets, {
        span: (index) => [left + index * slot, left + (index + 1) * slot],
        isEmpty: (index) => buckets[index]?.total === 0,
      }),
      spans.bands,
      ticks.map((tick) => [
        tick === 0 ? null : rule(plot, yOf(tick), ink.line, 1),
        pen.text(left - pen.px(9), yOf(tick) + size * 0.35, valueText({ show }, tick, pen.locale), {
          size,
          fill: ink.muted,
          anchor: 'end',
        }),
      ]),
      chosen ? selectionBand(pen, plot, chosen) : null,
      draw(scene),
      rule(plot, bottom, ink.text, options.isSmall ? 1 : 1.5),
      chart.lane
        ? laneMarks(pen, chart.lane, {
            y: bottom,
            xOf: (day) => bucketScale(buckets, left, slot)(day),
            width: () => slot,
          })
        : null,
      axis.drawn,
      spans.labels,
      most === 0 && !options.isSmall ? nothing(pen, plot) : null,
    ],
  };
}

/** A level line across the plot. */
function rule(plot: Plot, y: number, stroke: string, width: number): Child {
  return el('line', { x1: plot.left, x2: plot.right, y1: y, y2: y, stroke, 'stroke-width': width });
}

/** Where a day begins among buckets of equal width; before the first and after the last, just outside. */
function bucketScale(buckets: Bucket[], left: number, slot: number): (date: CivilDate) => number {
  return (date) => {
    const index = buckets.findIndex(({ end }) => date <= end);
    const bucket = buckets[index];
    if (!bucket) return left + buckets.length * slot + 1;
    const begin = left + index * slot;
    if (date < bucket.start) return index === 0 ? begin - 1 : begin;
    return dayScale(bucket.start, bucket.end, { left: begin, right: begin + slot })(date);
  };
}
