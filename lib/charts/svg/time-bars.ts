import { ink } from '../palette';
import { isChosen } from '../time-layout';
import { barParts, isLow, peopleEnds, peopleIn, peopleText, runningTotals } from '../time-values';
import type { Bucket, SeriesKey, TimeChart } from '../types';
import { type Child, el } from './element';
import type { Body } from './frame';
import { literalColor } from './marks';
import type { Pen } from './pen';
import { laneHeight } from './time-lane';
import { burstSign, linePath, lowSign, meanPaths, partMark } from './time-marks';
import { drawPlot, layPlot, type Room, type Scene, type SceneOptions } from './time-plot';
import { fadedIf } from './time-selection';

/** Incidents over time as bars: stacked, side by side, or ranges of people. */
export function barsBody(pen: Pen, chart: TimeChart, width: number): Body {
  const lanes = layPlot(pen, chart, { x: 0, width }, {}).periods.height + (chart.lane ? laneHeight(pen) : 0);
  return {
    least: pen.px(250) + lanes,
    natural: Math.max(pen.px(430), pen.px(340) + lanes),
    draw: (x, y, _, bodyHeight) => drawBars(pen, chart, { x, y, width, height: bodyHeight }),
  };
}

/** Draws bars in a room. */
export function drawBars(pen: Pen, chart: TimeChart, room: Room, options: SceneOptions = {}) {
  const isStacked = chart.draw === 'stacked' || chart.keys.length < 2;
  const hasNumbers =
    isStacked &&
    !options.isSmall &&
    chart.show !== 'participants' &&
    (!chart.several || chart.show === 'share');
  const sums = chart.show === 'cumulative' ? runningTotals(chart.buckets) : chart.buckets.map(sumOf);
  const numbers = chart.show === 'share' ? chart.buckets.map(({ total }) => total) : sums;
  return drawPlot(pen, chart, room, { ...options, ...(hasNumbers ? { numbers } : {}) }, (scene) => [
    chart.buckets.map((bucket, index) => oneBar(pen, scene, bucket, index, isStacked)),
    chart.several && isStacked && chart.show !== 'share' && chart.show !== 'participants'
      ? totalsPath(chart, scene)
      : null,
    scene.faded(meanPaths(pen, scene, { isPlain: isStacked })),
  ]);
}

const sumOf = ({ stacks }: Bucket) =>
  Object.values(stacks).reduce((sum, { sure, coarse }) => sum + sure + coarse, 0);

/** The width of a bar in its bucket. */
function barWidth(slot: number): number {
  return slot * (slot < 4 ? 1 : slot < 10 ? 0.88 : 0.78);
}

function oneBar(pen: Pen, scene: Scene, bucket: Bucket, index: number, isStacked: boolean): Child {
  const { chart, slot, keys, plot } = scene;
  const width = barWidth(slot);
  const from = scene.middle(index) - width / 2;
  const columns = isStacked ? 1 : Math.max(1, keys.length);
  const at = (code: string) =>
    isStacked ? from : from + (width / columns) * keys.findIndex((key) => key.code === code);
  const { drawn, top } =
    chart.show === 'participants'
      ? ranges(pen, scene, bucket, { at, width: width / columns })
      : parts(pen, scene, bucket, index, { at, width: width / columns, isStacked });
  const tip = scene.yOf(top);
  return [
    fadedIf(!isChosen(bucket, chart.selected), drawn),
    bucket.coverage === 'part' ? partMark(pen, from, width, tip, plot.bottom) : null,
    overBar(pen, scene, bucket, index, tip),
  ];
}

type Columns = { at: (code: string) => number; width: number };

/** The parts of one bar: of each series what is dated finely enough, and hatched on top of it what is not. */
function parts(
  pen: Pen,
  { chart, keys, drawn, yOf, hatch }: Scene,
  bucket: Bucket,
  index: number,
  { at, width, isStacked }: Columns & { isStacked: boolean },
): { drawn: Child; top: number } {
  const byCode = new Map(keys.map((key) => [key.code, key]));
  const list = barParts(drawn[index], keys, isStacked);
  return {
    top: list.reduce((most, { to }) => Math.max(most, to), 0),
    drawn: list.map(({ code, kind, from, to }): Child => {
      const key = byCode.get(code);
      const count = bucket.stacks[code]?.[kind] ?? 0;
      const color = literalColor(key?.color ?? '');
      const words = pen.words.value(bucket.label, key?.label ?? code, count);
      const edged = width >= 5 ? { stroke: ink.card, 'stroke-width': 0.75 } : {};
      return el(
        'rect',
        {
          x: at(code),
          y: yOf(to),
          width,
          height: yOf(from) - yOf(to),
          fill: kind === 'sure' ? color : hatch(color),
          ...edged,
          'data-bucket': bucket.start,
          'data-key': code,
          'data-kind': kind,
          'data-count': String(count),
        },
        // Very narrow bars cannot be pointed at.
        width >= 2
          ? el('title', {}, kind === 'sure' ? words : `${words} (${pen.words.coarseFor[chart.grain]})`)
          : null,
      );
    }),
  };
}

/** The ranges of people in one bucket, with an arrow where there is no upper bound. */
function ranges(
  pen: Pen,
  { keys, yOf }: Scene,
  bucket: Bucket,
  { at, width }: Columns,
): { drawn: Child; top: number } {
  let top = 0;
  const drawn = keys.map((key: SeriesKey): Child => {
    const range = peopleIn(bucket, key.code);
    const ends = peopleEnds(range);
    if (!ends) return null;
    top = Math.max(top, ends.high);
    const fill = literalColor(key.color);
    const height = Math.max(pen.px(2.5), yOf(ends.low) - yOf(ends.high));
    const y = yOf(ends.low) - height;
    const half = Math.min(pen.px(6), width / 2);
    const middle = at(key.code) + width / 2;
    return el(
      'g',
      { 'data-bucket': bucket.start, 'data-key': key.code, 'data-open': String(ends.isOpen) },
      el('title', {}, `${bucket.label}, ${key.label}: ${peopleText(range, pen.locale)}`),
      el('rect', { x: at(key.code), y, width, height, fill }),
      ends.isOpen
        ? el('path', {
            d: linePath(
              [
                [middle - half, y - 1.5],
                [middle + half, y - 1.5],
                [middle, y - 1.5 - half * 1.5],
              ],
              true,
            ),
            fill,
          })
        : null,
    );
  });
  return { drawn, top };
}

/** What stands over a bar: its number, a ring where a share is of few incidents, a triangle where it is a burst. */
function overBar(pen: Pen, scene: Scene, bucket: Bucket, index: number, tip: number): Child {
  const size = pen.size.small;
  const x = scene.middle(index);
  const number = scene.numberOver(index);
  const look = { size: size * 0.94, fill: ink.muted, anchor: 'middle' as const };
  const half = number === null ? 0 : pen.width(number, look) / 2 + 2;
  const isCrossed = scene.periods.lines.some((line) => Math.abs(line - x) < half);
  const y = tip - (number === null ? pen.px(4) : size * 1.5);
  return [
    number === null ? null : pen.text(x, tip - size * 0.42, number, look, isCrossed ? ink.card : undefined),
    isLow(scene.chart, bucket) ? lowSign(pen, x, y - pen.px(5), scene.slot) : null,
    bucket.burst ? burstSign(pen, x, y) : null,
  ];
}

/** A line across each bar at the number of its incidents, each once. */
function totalsPath(chart: TimeChart, { middle, slot, yOf }: Scene): Child {
  const sums =
    chart.show === 'cumulative' ? runningTotals(chart.buckets) : chart.buckets.map(({ total }) => total);
  const half = barWidth(slot) / 2 + 1;
  const d = chart.buckets
    .map(({ total }, index) =>
      total === 0
        ? ''
        : linePath([
            [middle(index) - half, yOf(sums[index] ?? 0)],
            [middle(index) + half, yOf(sums[index] ?? 0)],
          ]),
    )
    .join('');
  return d === ''
    ? null
    : el('path', { d, fill: 'none', stroke: ink.text, 'stroke-width': 1.5, 'data-sign': 'totals' });
}
