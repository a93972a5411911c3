import { placeLabels, textWidth } from '@/lib/charts/labels';
import { countTicks, type TimeTick, timeTicks } from '@/lib/charts/scale';
import { bucketPosition, periodsWithin } from '@/lib/charts/time-layout';
import type { PeriodMark, TimeChart } from '@/lib/charts/types';
import { dayNumber } from '@/lib/dates/civil';
import { formatNumber } from '@/lib/i18n/locale';
import type { Size } from './use-size';

/** Size of the letters at the axes, in pixels. */
export const tickSize = 11;

/** The rectangle that the marks stand in, in pixels of the drawing. */
export type Plot = { left: number; top: number; width: number; height: number };

/** A period of reference in its place; `row` is null where its name has no room. */
export type PlacedPeriod = { mark: PeriodMark; from: number; to: number; row: number | null; flip: boolean };

/** Everything about the drawing of bars that follows from its size. */
export type BarLayout = {
  plot: Plot;
  xTicks: TimeTick[];
  yTicks: number[];
  /** Width of a bucket, and of the bar inside it. */
  step: number;
  barWidth: number;
  periods: PlacedPeriod[];
};

/** Places axes, bars and periods of reference for a size. */
export function barLayout(chart: TimeChart, size: Size): BarLayout {
  const { buckets, grain, frame } = chart;
  const most = Math.max(1, ...buckets.map(({ total }) => total));
  const yTicks = countTicks(most, Math.min(most, 4));
  const longest = Math.max(...yTicks.map((tick) => textWidth(formatNumber(tick, frame.locale), tickSize)));
  const left = Math.ceil(longest) + 12;
  const width = Math.max(20, size.width - left - 6);
  const step = width / Math.max(1, buckets.length);
  const span = { from: buckets[0]?.start ?? '', to: buckets.at(-1)?.end ?? '' };
  const periods = placePeriods(periodsWithin(chart.periods, span), width, (day) =>
    bucketPosition(day, buckets, width),
  );
  const top = 8 + 14 * rowsOf(periods);
  return {
    plot: { left, top, width, height: Math.max(20, size.height - top - 36) },
    xTicks: timeTicks(
      buckets.map(({ start }) => start),
      grain,
      buckets.map((_, index) => (index + 0.5) * step),
      (label) => textWidth(label, tickSize),
      frame.locale,
    ),
    yTicks,
    step,
    barWidth: barWidthOf(step),
    periods,
  };
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

/** Where a bar begins, as the drawing library places it. */
export function barStart({ plot, step, barWidth }: BarLayout, index: number): number {
  return plot.left + index * step + Math.floor((step - barWidth) / 2);
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
  const names = marks.map(({ label }) => label.replace(/\d{4}/g, '').trim());
  const isCrowded = labels.reduce((sum, label) => sum + label.width, 0) > width * 1.1;
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
