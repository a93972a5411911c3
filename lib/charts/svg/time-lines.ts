import { ink } from '../palette';
import { dashOf, heightOf, isLow, peopleEnds, peopleIn } from '../time-values';
import type { TimeChart } from '../types';
import { type Child, el } from './element';
import type { Body } from './frame';
import { literalColor, marker } from './marks';
import type { Pen } from './pen';
import { laneHeight } from './time-lane';
import { burstSign, linePath, lowSign, meanPaths, type Point, partMark, runs } from './time-marks';
import { drawPlot, layPlot, type Room, type Scene } from './time-plot';

/** Incidents over time as lines, one a series; people as bands between lower and upper bounds. */
export function linesBody(pen: Pen, chart: TimeChart, width: number): Body {
  const lanes = layPlot(pen, chart, { x: 0, width }, {}).periods.height + (chart.lane ? laneHeight(pen) : 0);
  return {
    least: pen.px(260) + lanes,
    natural: Math.max(pen.px(450), pen.px(360) + lanes),
    draw: (x, y, _, height) => drawLines(pen, chart, { x, y, width, height }),
  };
}

function drawLines(pen: Pen, chart: TimeChart, room: Room) {
  const right = nameRoom(pen, chart, room.width);
  return drawPlot(pen, chart, room, { right }, (scene) => [
    chart.buckets.map((bucket, index) =>
      bucket.coverage === 'part'
        ? partMark(
            pen,
            scene.middle(index) - scene.slot / 2,
            scene.slot,
            scene.yOf(topIn(scene, index)),
            scene.plot.bottom,
          )
        : null,
    ),
    scene.faded([
      scene.keys.map((key, order) => oneLine(pen, scene, key.code, literalColor(key.color), order)),
      meanPaths(pen, scene, { isPlain: false }),
    ]),
    chart.buckets.map((bucket, index): Child => {
      const y = scene.yOf(topIn(scene, index)) - pen.px(6);
      return [
        isLow(chart, bucket) ? lowSign(pen, scene.middle(index), y - pen.px(4), scene.slot) : null,
        bucket.burst ? burstSign(pen, scene.middle(index), y) : null,
      ];
    }),
    right > 0 ? names(pen, scene) : null,
  ]);
}

/** The highest value of all lines in a bucket. */
function topIn(scene: Scene, index: number): number {
  return Math.max(0, ...scene.keys.map(({ code }) => valueAt(scene, index, code) ?? 0));
}

/** The value of a line in a bucket: of people the lower bound; null = the line has a gap. */
function valueAt({ chart, drawn }: Scene, index: number, code: string): number | null {
  const bucket = chart.buckets[index];
  if (!bucket) return null;
  if (chart.show === 'participants') return peopleEnds(peopleIn(bucket, code))?.low ?? null;
  return heightOf(drawn[index], code);
}

function oneLine(pen: Pen, scene: Scene, code: string, color: string, order: number): Child {
  const { chart, middle, yOf, slot } = scene;
  const values = chart.buckets.map((_, index) => valueAt(scene, index, code));
  const places = values.map((value, index): Point | null =>
    value === null ? null : [middle(index), yOf(value)],
  );
  const behind = chart.mean !== null;
  const radius = Math.min(pen.px(4.5), slot * 0.22);
  return el(
    'g',
    { 'data-key': code },
    chart.show === 'participants' ? band(pen, scene, code, color) : null,
    el('path', {
      d:
        runs(places)
          .map((run) => linePath(run))
          .join('') || 'M0 0',
      fill: 'none',
      stroke: color,
      'stroke-width': behind ? 1.25 : pen.px(2.25),
      'stroke-opacity': behind ? '0.45' : undefined,
      'stroke-dasharray': behind ? undefined : dashOf(order) || undefined,
      'stroke-linejoin': 'round',
      'data-line': code,
    }),
    places.map((place, index) => {
      const isAlone = !places[index - 1] && !places[index + 1];
      if (!place || (radius < pen.px(2.4) && !isAlone)) return null;
      return marker(order, place[0], place[1], Math.max(radius, pen.px(2)), color);
    }),
  );
}

/** The band between lower and upper bounds, with arrows where there is no upper bound. */
function band(pen: Pen, { chart, middle, yOf, slot }: Scene, code: string, color: string): Child {
  const ends = chart.buckets.map((bucket) => peopleEnds(peopleIn(bucket, code)));
  const upper = ends.map((end, index): Point | null => (end ? [middle(index), yOf(end.high)] : null));
  const lower = ends.map((end, index): Point | null => (end ? [middle(index), yOf(end.low)] : null));
  const lowers = runs(lower);
  const d = runs(upper)
    .map((run, at) => linePath([...run, ...[...(lowers[at] ?? [])].reverse()], true))
    .join('');
  const half = Math.min(pen.px(5), slot / 2);
  return [
    d === '' ? null : el('path', { d, fill: color, 'fill-opacity': '0.2', 'data-band': code }),
    ends.map((end, index) => {
      if (!end?.isOpen) return null;
      const [x, y] = [middle(index), yOf(end.high) - pen.px(5)];
      return el('path', {
        d: linePath(
          [
            [x - half, y],
            [x + half, y],
            [x, y - half * 1.5],
          ],
          true,
        ),
        fill: color,
      });
    }),
  ];
}

/** Room at the right for the names of lines; 0 where they would take too much, and the legend alone says them. */
function nameRoom(pen: Pen, { keys, show }: TimeChart, width: number): number {
  if (keys.length < 2 || keys.length > 8 || show === 'participants') return 0;
  const widest = Math.max(...keys.map(({ label }) => pen.width(label, { size: pen.size.small })));
  return widest + pen.px(24) > width * 0.25 ? 0 : widest + pen.px(24);
}

/** The names of lines at their right ends, moved apart where they would meet. */
function names(pen: Pen, scene: Scene): Child {
  const size = pen.size.small;
  const { plot, keys, yOf, middle, chart } = scene;
  const ends = keys
    .flatMap(({ code, label, color }) => {
      const last = chart.buckets.findLastIndex((_, index) => valueAt(scene, index, code) !== null);
      const value = valueAt(scene, last, code);
      return value === null ? [] : [{ label, color: literalColor(color), x: middle(last), y: yOf(value) }];
    })
    .sort((a, b) => a.y - b.y);
  const gap = size * 1.25;
  const places: number[] = [];
  for (const { y } of ends) places.push(Math.max(y, (places.at(-1) ?? Number.NEGATIVE_INFINITY) + gap));
  let limit = plot.bottom - size * 0.3;
  for (let i = places.length - 1; i >= 0; i--) {
    places[i] = Math.min(places[i] ?? 0, limit);
    limit = (places[i] ?? 0) - gap;
  }
  const left = plot.right + pen.px(18);
  return ends.map(({ label, color, x, y }, index) => {
    const at = places[index] ?? y;
    return [
      el('path', {
        d: linePath([
          [x + pen.px(5), y],
          [left - pen.px(4), at],
        ]),
        fill: 'none',
        stroke: color,
        'stroke-width': 1,
      }),
      pen.text(left, at + size * 0.35, label, { size, fill: ink.text }),
    ];
  });
}
