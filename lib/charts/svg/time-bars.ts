import type { CivilDate } from '@/lib/dates/civil';
import { formatNumber } from '@/lib/i18n/locale';
import { ink } from '../palette';
import { countTicks } from '../scale';
import type { Bucket, SeriesKey, TimeChart } from '../types';
import { type Child, el } from './element';
import type { Body } from './frame';
import { type LegendItem, legend } from './legend';
import { allKeys, hatches, hatchSign, keyItem, literalColor } from './marks';
import type { Block, Pen } from './pen';
import { periodLayer } from './periods';
import { axisHeight, coverageItems, dayScale, noDataBands, nothing, type Plot, timeAxis } from './time-axis';

const height = ({ stacks }: Bucket) =>
  Object.values(stacks).reduce((sum, { sure, coarse }) => sum + sure + coarse, 0);

/** The keys of the bars, from the bottom of a bar to its top. */
function barKeys(chart: TimeChart): SeriesKey[] {
  return allKeys(
    chart.keys,
    chart.buckets.flatMap(({ stacks }) => Object.keys(stacks)),
  );
}

/** The legend of bars: types from the bottom of a bar to its top, then what hatching and gaps mean. */
export function barsLegend(pen: Pen, chart: TimeChart, width: number): Block {
  const hatched = chart.buckets.some(({ stacks }) => Object.values(stacks).some(({ coarse }) => coarse > 0));
  const sign = hatchSign(hatches(pen, [ink.muted]).fill(ink.muted));
  const items: LegendItem[] = [
    ...barKeys(chart).map((key) => keyItem(key, null)),
    ...(hatched ? [{ label: pen.words.coarseFor[chart.grain], sign }] : []),
    ...coverageItems(pen, chart.buckets),
  ];
  return legend(pen, items, width);
}

/** Incidents over time as stacked bars. */
export function barsBody(pen: Pen, chart: TimeChart, width: number): Body {
  const lanes = lay(pen, chart, 0, width).periods.height;
  return {
    least: pen.px(250) + lanes,
    natural: Math.max(pen.px(430), pen.px(340) + lanes),
    draw: (x, y, _, bodyHeight) => drawBars(pen, chart, { x, y, width, height: bodyHeight }),
  };
}

/** Where bars stand, which does not hang on the height of the drawing. */
function lay(pen: Pen, chart: TimeChart, x: number, width: number) {
  const most = Math.max(0, ...chart.buckets.map(height));
  const ticks = [2, 3, 4, 5, 6].flatMap((target) => countTicks(most, target));
  const widest = Math.max(
    ...ticks.map((tick) => pen.width(formatNumber(tick, pen.locale), { size: pen.size.small })),
  );
  const extent = { left: x + widest + pen.px(12), right: x + width };
  const slot = (extent.right - extent.left) / Math.max(1, chart.buckets.length);
  const periods = periodLayer(pen, chart.periods, extent, bucketScale(chart.buckets, extent.left, slot));
  return { most, extent, slot, periods };
}

type Room = { x: number; y: number; width: number; height: number };

function drawBars(pen: Pen, chart: TimeChart, room: Room): { drawn: Child; defs: Child } {
  const { buckets } = chart;
  const size = pen.size.small;
  const number = (value: number) => formatNumber(value, pen.locale);
  const sums = buckets.map(height);
  const { most, extent, slot, periods } = lay(pen, chart, room.x, room.width);
  const { left } = extent;

  const bottom = room.y + room.height - axisHeight(pen);
  const ticks = countTicks(
    most,
    Math.max(2, Math.min(6, Math.floor((room.height - periods.height) / pen.px(80)))),
  );
  const highest = ticks.at(-1) ?? 0;
  const plot: Plot = { ...extent, top: room.y + periods.height + size * 0.7, bottom };

  // A number over each bar where they fit side by side; then the highest bar leaves room for its own.
  const widest = Math.max(0, ...sums.map((sum) => pen.width(number(sum), { size })));
  const totals = most > 0 && slot >= widest + pen.px(7);
  const free = highest > 0 ? (1 - most / highest) * (bottom - plot.top) : 0;
  const gridTop = plot.top + (totals ? Math.max(0, size * 1.6 - free) : 0);
  const yOf = (count: number) => bottom - (highest > 0 ? count / highest : 0) * (bottom - gridTop);

  const keys = barKeys(chart);
  const hatch = hatches(pen, [...keys.map(({ color }) => color), ink.muted]);
  const spans = periods.draw(plot);
  const barWidth = slot * (slot < 4 ? 1 : slot < 10 ? 0.88 : 0.78);
  const axis = timeAxis(pen, plot, {
    starts: buckets.map(({ start }) => start),
    grain: chart.grain,
    positions: buckets.map((_, i) => left + (i + 0.5) * slot),
    bounds: [room.x, extent.right],
  });
  const bars = buckets.map((bucket, i): Child => {
    const from = left + i * slot + (slot - barWidth) / 2;
    const sum = sums[i] ?? 0;
    const middle = from + barWidth / 2;
    const look = { size: size * 0.94, fill: ink.muted, anchor: 'middle' as const };
    const half = pen.width(number(sum), look) / 2 + 2;
    const crossed = periods.lines.some((line) => Math.abs(line - middle) < half);
    return [
      stackedBar(pen, bucket, { keys, from, width: barWidth, yOf, fill: hatch.fill, grain: chart.grain }),
      bucket.coverage === 'part' ? partMark(pen, from, barWidth, yOf(sum), bottom) : null,
      totals && sum > 0
        ? pen.text(middle, yOf(sum) - size * 0.42, number(sum), look, crossed ? ink.card : undefined)
        : null,
    ];
  });
  return {
    defs: hatch.defs,
    drawn: [
      noDataBands(pen, plot, buckets, {
        span: (i) => [left + i * slot, left + (i + 1) * slot],
        isEmpty: (i) => sums[i] === 0,
      }),
      spans.bands,
      ticks.map((tick) => [
        tick === 0 ? null : rule(plot, yOf(tick), ink.line, 1),
        pen.text(left - pen.px(9), yOf(tick) + size * 0.35, number(tick), {
          size,
          fill: ink.muted,
          anchor: 'end',
        }),
      ]),
      bars,
      rule(plot, bottom, ink.text, 1.5),
      axis.drawn,
      spans.labels,
      most === 0 ? nothing(pen, plot) : null,
    ],
  };
}

type BarLook = {
  keys: SeriesKey[];
  from: number;
  width: number;
  yOf: (count: number) => number;
  fill: (color: string) => string;
  grain: TimeChart['grain'];
};

/** The parts of one bar: of each type what is dated finely enough, and hatched on top of it what is not. */
function stackedBar(pen: Pen, bucket: Bucket, { keys, from, width, yOf, fill, grain }: BarLook): Child {
  let below = 0;
  return keys.map((key) => {
    const stack = bucket.stacks[key.code] ?? { sure: 0, coarse: 0 };
    return (['sure', 'coarse'] as const).map((kind): Child => {
      const count = stack[kind];
      if (count === 0) return null;
      const [bottom, top] = [yOf(below), yOf(below + count)];
      below += count;
      const color = literalColor(key.color);
      const words = pen.words.value(bucket.label, key.label, count);
      const edged = width >= 5 ? { stroke: ink.card, 'stroke-width': 0.75 } : {};
      return el(
        'rect',
        {
          x: from,
          y: top,
          width,
          height: bottom - top,
          fill: kind === 'sure' ? color : fill(color),
          ...edged,
          'data-bucket': bucket.start,
          'data-key': key.code,
          'data-kind': kind,
          'data-count': String(count),
        },
        // Very narrow bars cannot be pointed at.
        width >= 2
          ? el('title', {}, kind === 'sure' ? words : `${words} (${pen.words.coarseFor[grain]})`)
          : null,
      );
    });
  });
}

/** A level line across the plot. */
function rule(plot: Plot, y: number, stroke: string, width: number): Child {
  return el('line', { x1: plot.left, x2: plot.right, y1: y, y2: y, stroke, 'stroke-width': width });
}

/** The dashed outline of a bucket that the coverage holds only in part. */
function partMark(pen: Pen, from: number, width: number, top: number, bottom: number): Child {
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

/** Where a day begins among bars of equal width; before the first and after the last bar, just outside. */
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
