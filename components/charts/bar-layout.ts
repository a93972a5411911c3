import { placeLabels, textWidth } from '@/lib/charts/labels';
import { type TimeTick, timeTicks } from '@/lib/charts/scale';
import { bucketPosition, namedPeriods, periodName, periodsWithin } from '@/lib/charts/time-layout';
import {
  type BarPart,
  barParts,
  type Drawn,
  drawnKeys,
  drawnValues,
  highest,
  valueText,
  valueTicks,
} from '@/lib/charts/time-values';
import type { PeriodMark, SeriesKey, TimeChart } from '@/lib/charts/types';
import { dayNumber } from '@/lib/dates/civil';
import type { Size } from './use-size';

/** Size of the letters at the axes, in pixels. */
export const tickSize = 11;

/** Height of the lane of directives under the axis. */
export const laneHeight = 20;

/** The rectangle that the marks stand in, in pixels of the drawing. */
export type Plot = { left: number; top: number; width: number; height: number };

/** A period of reference in its place; `row` is null where its name has no room. */
export type PlacedPeriod = { mark: PeriodMark; from: number; to: number; row: number | null; flip: boolean };

/** Everything about the drawing of buckets that follows from its size. */
export type BarLayout = {
  plot: Plot;
  xTicks: TimeTick[];
  yTicks: { value: number; label: string }[];
  /** The value at the upper edge of the plot. */
  top: number;
  /** Width of a bucket, and of the bar inside it. */
  step: number;
  barWidth: number;
  periods: PlacedPeriod[];
  /** Room between the plot and the names of periods. */
  lift: number;
  /** The keys that are drawn, and what of them in each bucket. */
  keys: SeriesKey[];
  drawn: Drawn[];
  /** The parts of the bars; null where the chart has lines or ranges instead. */
  parts: BarPart[][] | null;
  /** Whether the bars of a bucket stand side by side. */
  isGrouped: boolean;
  /** Whether the names of lines stand at their ends. */
  hasNames: boolean;
};

type LayoutOptions = {
  /** The highest value, where several charts share an axis. */
  highest?: number;
  /** Whether the chart is one of several small ones. */
  isSmall?: boolean;
};

/** Places axes, bars and periods of reference for a size. */
export function barLayout(chart: TimeChart, size: Size, options: LayoutOptions = {}): BarLayout {
  const { buckets, grain, frame, draw, show } = chart;
  const { isSmall = false } = options;
  const names = isSmall ? 0 : nameRoom(chart, size.width);
  const right = Math.max(6, names);
  const most = Math.max(show === 'share' ? 0.01 : 1, options.highest ?? highest(chart));
  const target = show === 'share' ? 4 : Math.min(most, isSmall ? 2 : 4);
  const ticks = valueTicks(chart, most, isSmall ? Math.min(target, 2) : target);
  const yTicks = ticks.map((value) => ({ value, label: valueText(chart, value, frame.locale) }));
  const longest = Math.max(...yTicks.map(({ label }) => textWidth(label, tickSize)));
  const left = Math.ceil(longest) + 12;
  const width = Math.max(20, size.width - left - right);
  const step = width / Math.max(1, buckets.length);
  const span = { from: buckets[0]?.start ?? '', to: buckets.at(-1)?.end ?? '' };
  const periods = isSmall
    ? []
    : placePeriods(periodsWithin(chart.periods, span), width, (day) => bucketPosition(day, buckets, width));
  const lift = isSmall ? 0 : headroom(chart, step);
  const above = 8 + 14 * rowsOf(periods) + lift;
  const below = 36 + (chart.lane ? laneHeight : 0);
  const keys = drawnKeys(chart);
  const isGrouped = (draw === 'grouped' || draw === 'multiples') && keys.length > 1;
  const drawn = drawnValues(chart);
  const isBars = draw !== 'lines' && show !== 'participants';
  return {
    plot: { left, top: above, width, height: Math.max(20, size.height - above - below) },
    xTicks: timeTicks(
      buckets.map(({ start }) => start),
      grain,
      buckets.map((_, index) => (index + 0.5) * step),
      (label) => textWidth(label, tickSize),
      frame.locale,
    ),
    yTicks,
    top: Math.max(ticks.at(-1) ?? 0, show === 'share' ? 0.01 : 1),
    step,
    barWidth: barWidthOf(step),
    periods,
    lift,
    keys,
    drawn,
    parts: isBars ? drawn.map((one) => barParts(one, keys, !isGrouped)) : null,
    isGrouped,
    hasNames: names > 0,
  };
}

/** Room over the highest bar for what stands above it: numbers of incidents, rings, marks of bursts. */
function headroom({ show, draw, buckets }: TimeChart, step: number): number {
  const hasNumbers = show === 'share' && draw === 'stacked' && step >= 18;
  return (hasNumbers ? 12 : 0) + (buckets.some(({ burst }) => burst) ? 10 : 0);
}

/** Bars leave a gap between them while there is room for one. */
function barWidthOf(step: number): number {
  if (step >= 10) return Math.min(72, Math.floor(step * 0.82));
  return step >= 4 ? Math.floor(step) - 1 : step;
}

/** The space around the plot, for the drawing library. */
export function marginsOf({ left, top, width, height }: Plot, size: Size) {
  return { left, top, right: size.width - left - width, bottom: size.height - top - height };
}

/** Where a bar begins. */
export function barStart({ plot, step, barWidth }: BarLayout, index: number): number {
  return plot.left + index * step + Math.floor((step - barWidth) / 2);
}

/** Where the bar of one key begins, and how wide it is: the whole bar, or its share of a group. */
export function keyColumn(layout: BarLayout, index: number, code: string): { x: number; width: number } {
  const start = barStart(layout, index);
  if (!layout.isGrouped) return { x: start, width: layout.barWidth };
  const width = layout.barWidth / layout.keys.length;
  return { x: start + width * layout.keys.findIndex((key) => key.code === code), width };
}

/** The place of a value on the axis of values. */
export function heightAt({ plot, top }: BarLayout, value: number): number {
  return plot.top + plot.height * (1 - value / top);
}

/** How many rows of names stand above the marks. */
export function rowsOf(periods: readonly PlacedPeriod[]): number {
  return Math.max(0, ...periods.map(({ row }) => (row === null ? 0 : row + 1)));
}

/** Puts periods of reference in their places, their names in at most two rows. */
export function placePeriods(
  marks: readonly PeriodMark[],
  width: number,
  position: (day: number) => number,
): PlacedPeriod[] {
  const spans = marks.map((mark) => ({
    mark,
    from: position(dayNumber(mark.startsOn)),
    to: position(dayNumber(mark.endsOn) + 1),
  }));
  const labels = spans.map(({ mark, from }) => ({ x: from, width: textWidth(mark.label, tickSize) + 5 }));
  // Where the same names come again and again, each is written once; the numbers of a bar name its periods.
  const names = marks.map(periodName);
  const isCrowded =
    labels.reduce((sum, label) => sum + label.width, 0) > width * 1.1 || namedPeriods(marks).includes(false);
  const isRepeated = (index: number) => names.indexOf(names[index] ?? '') < index;
  const spots = placeLabels(
    labels.map((label, index) => (isCrowded && isRepeated(index) ? null : label)),
    { limit: width, rows: 2 },
  );
  return spans.map((span, index) => {
    const spot = spots[index];
    return { ...span, row: spot?.row ?? null, flip: spot?.flip ?? false };
  });
}

/** Room at the right for the names of lines; 0 where they would take too much, and the legend alone says them. */
function nameRoom({ draw, show, keys }: TimeChart, width: number): number {
  if (draw !== 'lines' || show === 'participants' || keys.length < 2 || keys.length > 7 || width < 560)
    return 0;
  const longest = Math.max(...keys.map(({ label }) => textWidth(label, tickSize)));
  return longest + 22 > width * 0.24 ? 0 : Math.ceil(longest) + 22;
}
