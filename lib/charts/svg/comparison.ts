import { formatNumber } from '@/lib/i18n/locale';
import { compareColors, ink } from '../palette';
import { countTicks } from '../scale';
import type { ComparedBucket, ComparisonKeys, ComparisonTimeChart } from '../types-comparison';
import { type Child, el } from './element';
import { type Body, compose, type SvgOptions, widths } from './frame';
import { edgedSign, type LegendItem, legend } from './legend';
import { type Block, createPen, type Pen } from './pen';
import { axisHeight, nothing, type Plot, timeAxis } from './time-axis';

/** Two selections over time as an SVG document: B as bars, A as a line before them. */
export async function comparisonTimeSvg(
  chart: ComparisonTimeChart,
  options: SvgOptions = {},
): Promise<string> {
  const { width, inner } = widths(options);
  const pen = createPen(chart.frame.locale, width, `compare ${chart.frame.permalink} ${chart.frame.title}`);
  return compose({
    pen,
    frame: chart.frame,
    options,
    legend: timeLegend(pen, chart, inner),
    body: timeBody(pen, chart),
    notes: [],
  });
}

/** The two selections with their signs: a line and a filled square over time, an outlined and a filled square in pairs. */
export function sideItems(pen: Pen, keys: ComparisonKeys, isLine: boolean): LegendItem[] {
  const colon = pen.locale === 'zh' ? '：' : ': ';
  return [
    { label: `A${colon}${keys.a}`, sign: isLine ? lineSign : outlinedSign },
    {
      label: `B${colon}${keys.b}`,
      sign: (x, y, size) => el('rect', { x, y, width: size, height: size, rx: 2, fill: compareColors.b }),
    },
  ];
}

const lineSign: LegendItem['sign'] = (x, y, size) => [
  el('line', {
    x1: x,
    x2: x + size,
    y1: y + size / 2,
    y2: y + size / 2,
    stroke: compareColors.a,
    'stroke-width': 2,
  }),
  el('circle', { cx: x + size / 2, cy: y + size / 2, r: size * 0.22, fill: compareColors.a }),
];

const outlinedSign: LegendItem['sign'] = (x, y, size) =>
  el('rect', {
    x: x + 0.75,
    y: y + 0.75,
    width: size - 1.5,
    height: size - 1.5,
    fill: ink.card,
    stroke: compareColors.a,
    'stroke-width': 1.5,
  });

/** Bars are B's: where they are missing for want of data, not for want of incidents, a band says so. A's line breaks. */
const isGap = ({ b }: ComparedBucket) => b === null;
const isPart = ({ a, b }: ComparedBucket) => Boolean(a?.isPart || b?.isPart);

function timeLegend(pen: Pen, { keys, buckets, gap }: ComparisonTimeChart, width: number): Block {
  const items: LegendItem[] = [
    ...sideItems(pen, keys, true),
    ...(buckets.some(isPart) ? [{ label: pen.words.partCovered, sign: edgedSign(ink.card, '3 2.5') }] : []),
    ...(buckets.some(isGap) ? [{ label: gap, sign: edgedSign(ink.noData) }] : []),
  ];
  return legend(pen, items, width);
}

function timeBody(pen: Pen, chart: ComparisonTimeChart): Body {
  return {
    least: pen.px(240),
    natural: pen.px(400),
    draw: (x, y, width, height) => ({ drawn: drawTime(pen, chart, { x, y, width, height }) }),
  };
}

type Room = { x: number; y: number; width: number; height: number };

function drawTime(pen: Pen, chart: ComparisonTimeChart, room: Room): Child {
  const { buckets } = chart;
  const size = pen.size.small;
  const number = (value: number) => formatNumber(value, pen.locale);
  const most = Math.max(0, ...buckets.flatMap(({ a, b }) => [a?.count ?? 0, b?.count ?? 0]));
  const ticks = countTicks(most, Math.max(2, Math.min(6, Math.floor(room.height / pen.px(80)))));
  const highest = ticks.at(-1) ?? 0;
  const widest = Math.max(...ticks.map((tick) => pen.width(number(tick), { size })));
  const plot: Plot = {
    left: room.x + widest + pen.px(12),
    right: room.x + room.width,
    top: room.y + size * 0.7,
    bottom: room.y + room.height - axisHeight(pen),
  };
  const slot = (plot.right - plot.left) / Math.max(1, buckets.length);
  const yOf = (count: number) => plot.bottom - (highest > 0 ? count / highest : 0) * (plot.bottom - plot.top);
  const middle = (i: number) => plot.left + (i + 0.5) * slot;
  const axis = timeAxis(pen, plot, {
    starts: buckets.map(({ at }) => at),
    grain: chart.grain,
    positions: buckets.map((_, i) => middle(i)),
    bounds: [room.x, plot.right],
  });
  const level = (y: number, stroke: string, width: number) =>
    el('line', { x1: plot.left, x2: plot.right, y1: y, y2: y, stroke, 'stroke-width': width });
  return [
    runsOf(buckets, isGap).map(([first, last]) =>
      el('rect', {
        x: plot.left + first * slot,
        y: plot.top,
        width: (last - first + 1) * slot,
        height: plot.bottom - plot.top,
        fill: ink.noData,
        'data-coverage': 'none',
      }),
    ),
    ticks.map((tick) => [
      tick === 0 ? null : level(yOf(tick), ink.line, 1),
      pen.text(plot.left - pen.px(9), yOf(tick) + size * 0.35, number(tick), {
        size,
        fill: ink.muted,
        anchor: 'end',
      }),
    ]),
    bars(pen, chart, { plot, slot, yOf }),
    level(plot.bottom, ink.text, 1.5),
    line(pen, buckets, { slot, middle, yOf }),
    axis.drawn,
    most === 0 ? nothing(pen, plot) : null,
  ];
}

function bars(
  pen: Pen,
  { buckets }: ComparisonTimeChart,
  { plot, slot, yOf }: { plot: Plot; slot: number; yOf: (count: number) => number },
): Child {
  const width = slot * (slot < 4 ? 1 : slot < 10 ? 0.88 : 0.72);
  return buckets.map((bucket, i): Child => {
    const x = plot.left + i * slot + (slot - width) / 2;
    const top = yOf(bucket.b?.count ?? 0);
    return [
      bucket.b && bucket.b.count > 0
        ? el(
            'rect',
            {
              x,
              y: top,
              width,
              height: plot.bottom - top,
              fill: compareColors.b,
              'data-bucket': bucket.at,
              'data-side': 'b',
              'data-count': String(bucket.b.count),
            },
            width >= 2 ? el('title', {}, pen.words.value(bucket.b.label, 'B', bucket.b.count)) : null,
          )
        : null,
      isPart(bucket)
        ? el('rect', {
            x: x - 2,
            y: Math.min(top, plot.bottom - pen.px(14)) - 2,
            width: width + 4,
            height: plot.bottom - Math.min(top, plot.bottom - pen.px(14)) + 2,
            fill: 'none',
            stroke: ink.muted,
            'stroke-width': 1.25,
            'stroke-dasharray': '4 3',
            'data-coverage': 'part',
          })
        : null,
    ];
  });
}

/** The line of A, broken where it has no data. A point without neighbours is a dot. */
function line(
  pen: Pen,
  buckets: ComparedBucket[],
  { slot, middle, yOf }: { slot: number; middle: (i: number) => number; yOf: (count: number) => number },
): Child {
  const runs = runsOf(buckets, ({ a }) => a !== null);
  const round = (value: number) => Math.round(value * 100) / 100;
  const withDots = slot >= pen.px(9);
  return runs.map(([first, last]): Child => {
    const points = buckets
      .slice(first, last + 1)
      .flatMap(({ a, at }, i) => (a ? [{ at, a, x: middle(first + i), y: yOf(a.count) }] : []));
    const d = points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('');
    return [
      points.length > 1
        ? el('path', { d, fill: 'none', stroke: ink.card, 'stroke-width': 5, 'stroke-linejoin': 'round' })
        : null,
      points.length > 1
        ? el('path', {
            d,
            fill: 'none',
            stroke: compareColors.a,
            'stroke-width': 2.25,
            'stroke-linejoin': 'round',
            'data-side': 'a',
          })
        : null,
      withDots || points.length === 1
        ? points.map(({ at, a, x, y }) =>
            el(
              'circle',
              {
                cx: x,
                cy: y,
                r: pen.px(4),
                fill: a.isPart ? ink.card : compareColors.a,
                stroke: a.isPart ? compareColors.a : ink.card,
                'stroke-width': 1.25,
                'data-bucket': at,
                'data-side': 'a',
                'data-count': String(a.count),
              },
              el('title', {}, pen.words.value(a.label, 'A', a.count)),
            ),
          )
        : null,
    ];
  });
}

/** Runs of neighbouring buckets that hold a condition, each as [first, last]. */
function runsOf(buckets: ComparedBucket[], is: (bucket: ComparedBucket) => boolean): [number, number][] {
  const runs: [number, number][] = [];
  buckets.forEach((bucket, i) => {
    if (!is(bucket)) return;
    const last = runs.at(-1);
    if (last && last[1] === i - 1) last[1] = i;
    else runs.push([i, i]);
  });
  return runs;
}
