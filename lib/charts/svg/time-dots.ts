import { addDays, type CivilDate, earlier, later } from '@/lib/dates/civil';
import { spanDays } from '@/lib/dates/format';
import { datePrecisions, type Grain, nextPeriod, periodStart } from '@/lib/dates/periods';
import { ink } from '../palette';
import { isChosen } from '../time-layout';
import { signsOf } from '../time-signs';
import type { Dot, SeriesKey, TimeChart } from '../types';
import { bandLanes, between, dotLevels, levelsHeight } from './dot-layout';
import { type Child, el } from './element';
import type { Body } from './frame';
import { type LegendItem, legend } from './legend';
import { allKeys, hatches, hatchSign, isLight, keyItem, literalColor, marker } from './marks';
import type { Block, Pen } from './pen';
import { periodLayer } from './periods';
import { axisHeight, coverageItems, dayScale, noDataBands, nothing, type Plot, timeAxis } from './time-axis';
import { laneHeight, laneMarks } from './time-lane';
import { signItem } from './time-legend';
import { fadedIf, selectionBand } from './time-selection';

/** Up to so many dots are numbered, and named in a list below; more are told apart by shape. */
export const mostNumbered = 30;

/** A dot with its key, and that key's place in the legend. */
type KeyedDot = { dot: Dot; key: SeriesKey; order: number };

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function dotKeys(chart: TimeChart): SeriesKey[] {
  return allKeys(
    chart.keys,
    (chart.dots ?? []).map(({ type }) => type),
  );
}

/** The dots of a chart in order of time. */
export function orderedDots(chart: TimeChart): KeyedDot[] {
  const keys = dotKeys(chart);
  return [...(chart.dots ?? [])]
    .sort((a, b) => compare(a.startsOn, b.startsOn) || compare(a.endsOn, b.endsOn) || compare(a.ref, b.ref))
    .flatMap((dot) => {
      const order = keys.findIndex(({ code }) => code === dot.type);
      const key = keys[order];
      return key ? [{ dot, order, key }] : [];
    });
}

/** Whether the date is known only to a longer span (a run of days is known). */
const vague = ({ datePrecision }: Dot) => datePrecision !== 'day' && datePrecision !== 'days';

/** The legend of dots. */
export function dotsLegend(pen: Pen, chart: TimeChart, width: number): Block {
  const dots = chart.dots ?? [];
  const shaped = dots.length > mostNumbered;
  const precisions = datePrecisions.filter((precision) =>
    dots.some((dot) => vague(dot) && dot.datePrecision === precision),
  );
  const sign = hatchSign(hatches(pen, [ink.muted]).fill(ink.muted));
  const items: LegendItem[] = [
    ...dotKeys(chart).map((key, order) => keyItem(key, shaped ? order : 0)),
    ...(precisions.length > 0 ? [{ label: pen.words.knownOnlyTo(precisions), sign }] : []),
    ...coverageItems(pen, chart.buckets).filter(({ label }) => label === pen.words.noData),
    ...signsOf(chart)
      .filter(({ kind }) => kind === 'lane')
      .map((lane) => signItem(pen, lane)),
  ];
  return legend(pen, items, width);
}

/** The days of the axis: all buckets, and any dot outside them. */
function domain(chart: TimeChart, dots: KeyedDot[]): [CivilDate, CivilDate] {
  const days = dots.map(({ dot }) => dot.startsOn);
  const first = chart.buckets[0]?.start ?? days[0] ?? chart.frame.madeOn;
  const last = chart.buckets.at(-1)?.end ?? days.at(-1) ?? chart.frame.madeOn;
  return [days.reduce(earlier, first), days.reduce(later, last)];
}

/** Incidents over time, one dot an incident, on an axis that is true to scale. */
export function dotsBody(pen: Pen, chart: TimeChart, width: number): Body {
  const dots = orderedDots(chart);
  const radius = dots.length <= mostNumbered ? pen.px(13) : pen.px(8.5);
  const margin = radius + 4;
  const xOf = dayScale(...domain(chart, dots), { left: margin, right: width - margin });
  const positions = dots.map(({ dot }) => xOf(dot.startsOn));
  const periods = periodLayer(pen, chart.periods, { left: margin, right: width - margin }, xOf).height;
  const stacked = levelsHeight(dotLevels(positions, radius * 2 + between), radius) + pen.px(28);
  const around = axisHeight(pen) + periods + pen.px(14) + (chart.lane ? laneHeight(pen) : 0);
  return {
    least: around + Math.min(stacked, pen.px(220)),
    natural: around + Math.max(pen.px(110), Math.min(stacked, pen.px(420))),
    draw: (x, y, _, height) => drawDots(pen, chart, dots, { x, y, width, height, radius }),
  };
}

type Room = { x: number; y: number; width: number; height: number; radius: number };

function drawDots(pen: Pen, chart: TimeChart, dots: KeyedDot[], room: Room): { drawn: Child; defs: Child } {
  const span = domain(chart, dots);
  const margin = room.radius + 4;
  const extent = { left: room.x + margin, right: room.x + room.width - margin };
  const xOf = dayScale(...span, extent);
  const periods = periodLayer(pen, chart.periods, extent, xOf);
  const lane = chart.lane ? laneHeight(pen) : 0;
  const bottom = room.y + room.height - axisHeight(pen) - lane;
  const plot: Plot = { ...extent, top: room.y + periods.height + pen.px(6), bottom };
  const hatch = hatches(pen, [...dots.map(({ key }) => key.color), ink.muted]);

  // Dots get smaller where the stacks would rise above the plot.
  const positions = dots.map(({ dot }) => xOf(dot.startsOn));
  const stem = pen.px(26);
  let { radius } = room;
  let levels = dotLevels(positions, radius * 2 + between);
  while (radius > 2.5 && levelsHeight(levels, radius) > bottom - plot.top - stem) {
    radius -= 0.5;
    levels = dotLevels(positions, radius * 2 + between);
  }
  const places = positions.map((x, i) => ({
    x,
    y: bottom - stem - radius - (levels[i] ?? 0) * (radius * 2 + between),
  }));

  const bands = dots.map(({ dot }, i): [number, number] | null => {
    const from = positions[i] ?? 0;
    const to = Math.max(from + 1.5, Math.min(plot.right, xOf(addDays(dot.endsOn, 1))));
    return dot.endsOn > dot.startsOn ? [from, to] : null;
  });
  const lanes = bandLanes(bands);
  const thickness = Math.min(pen.px(10), (stem - 4) / (Math.max(0, ...lanes.map((lane) => lane ?? 0)) + 1));

  const { selected } = chart;
  const isOut = ({ startsOn }: Dot) => !isChosen({ start: startsOn, end: startsOn }, selected);
  const within = (x: number) => Math.max(plot.left, Math.min(plot.right, x));
  const chosen = selected && ([within(xOf(selected.from)), within(xOf(addDays(selected.to, 1)))] as const);

  const axis = axisOfDays(pen, { ...plot, bottom: bottom + lane }, span, xOf, [room.x, room.x + room.width]);
  const overlay = periods.draw(plot);
  return {
    defs: hatch.defs,
    drawn: [
      noDataBands(pen, plot, chart.buckets, {
        span: (i) => {
          const bucket = chart.buckets[i];
          return bucket ? [xOf(bucket.start), xOf(addDays(bucket.end, 1))] : [0, 0];
        },
        isEmpty: (i) => {
          const { start = '', end = '' } = chart.buckets[i] ?? {};
          return dots.every(({ dot }) => dot.endsOn < start || dot.startsOn > end);
        },
      }),
      overlay.bands,
      chosen ? selectionBand(pen, plot, chosen) : null,
      axis.ticks.map((tick) => upright(tick, plot.top, bottom, ink.line, 1)),
      dots.map(({ dot, key }, i) => {
        const { x, y } = places[i] ?? { x: 0, y: 0 };
        const [band, lane] = [bands[i], lanes[i]];
        const color = literalColor(key.color);
        return fadedIf(isOut(dot), [
          band
            ? el('rect', {
                x: band[0],
                y: bottom - 1 - ((lane ?? 0) + 1) * thickness,
                width: band[1] - band[0],
                height: thickness,
                fill: vague(dot) ? hatch.fill(color) : color,
                'data-band': dot.ref,
              })
            : null,
          upright(x, y, bottom, color, 1.5),
        ]);
      }),
      el('line', {
        x1: plot.left,
        x2: plot.right,
        y1: bottom,
        y2: bottom,
        stroke: ink.text,
        'stroke-width': 1.5,
      }),
      dots.map((keyed, i) =>
        fadedIf(
          isOut(keyed.dot),
          drawDot(pen, keyed, {
            ...(places[i] ?? { x: 0, y: 0 }),
            radius,
            hatch: hatch.fill,
            index: i,
            of: dots.length,
          }),
        ),
      ),
      chart.lane ? laneMarks(pen, chart.lane, { y: bottom, xOf, width: () => 0 }) : null,
      axis.drawn,
      overlay.labels,
      dots.length === 0 ? nothing(pen, plot) : null,
    ],
  };
}

type DotPlace = {
  x: number;
  y: number;
  radius: number;
  hatch: (color: string) => string;
  index: number;
  of: number;
};

function drawDot(pen: Pen, { dot, key, order }: KeyedDot, place: DotPlace): Child {
  const { x, y, radius } = place;
  const color = literalColor(key.color);
  const numbered = place.of <= mostNumbered;
  const ring = {
    cx: x,
    cy: y,
    r: radius + 3.5,
    fill: place.hatch(color),
    stroke: color,
    'stroke-width': 0.75,
  };
  const size = radius * 1.12;
  const look = {
    style: 'strong',
    size,
    fill: isLight(color) ? ink.text : ink.card,
    anchor: 'middle',
  } as const;
  return el(
    'g',
    { 'data-ref': dot.ref, 'data-key': dot.type, 'data-count': '1' },
    el('title', {}, `${dot.date}: ${dot.title}`),
    vague(dot) ? el('circle', ring) : null,
    marker(numbered ? 0 : order, x, y, radius, color),
    numbered ? pen.text(x, y + size * 0.36, String(place.index + 1), look) : null,
  );
}

function upright(x: number, from: number, to: number, stroke: string, width: number): Child {
  return el('line', { x1: x, x2: x, y1: from, y2: to, stroke, 'stroke-width': width });
}

/** Ticks at the beginnings of months; of days in short spans, of years in long ones. */
function axisOfDays(
  pen: Pen,
  plot: Plot,
  [from, to]: [CivilDate, CivilDate],
  xOf: (date: CivilDate) => number,
  bounds: [number, number],
): { drawn: Child; ticks: number[] } {
  const days = spanDays(from, to);
  const grain: Grain = days <= 62 ? 'day' : days <= 366 * 12 ? 'month' : 'year';
  const starts: CivilDate[] = [];
  const first = periodStart(from, grain);
  for (let day = first < from ? nextPeriod(first, grain) : first; day <= to; day = nextPeriod(day, grain)) {
    starts.push(day);
  }
  return timeAxis(pen, plot, { starts, grain, positions: starts.map(xOf), bounds });
}
