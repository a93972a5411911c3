import { textWidth } from '@/lib/charts/labels';
import { type TimeTick, timeTicks } from '@/lib/charts/scale';
import { type DaySpan, dayPosition, layDots, type PlacedDot, periodsWithin } from '@/lib/charts/time-layout';
import type { Dot, TimeChart } from '@/lib/charts/types';
import { addDays, dayNumber, earlier, later } from '@/lib/dates/civil';
import { type Grain, nextPeriod, periodStart } from '@/lib/dates/periods';
import { laneHeight, type PlacedPeriod, type Plot, placePeriods, rowsOf, tickSize } from './bar-layout';
import type { Size } from './use-size';

/** Everything about the drawing of dots that follows from its size. */
export type DotLayout = {
  plot: Plot;
  span: DaySpan;
  ticks: { day: number; tick: TimeTick }[];
  placed: PlacedDot[];
  periods: PlacedPeriod[];
};

/** Places dots, ticks and periods of reference for a size. */
export function dotLayout(chart: TimeChart, dots: readonly Dot[], size: Size): DotLayout {
  const span = spanOf(chart, dots);
  const left = 28;
  const width = Math.max(20, size.width - 2 * left);
  const periods = placePeriods(periodsWithin(chart.periods, span), width, (day) =>
    dayPosition(day, span, width),
  );
  const top = 6 + 14 * rowsOf(periods);
  const plot = {
    left,
    top,
    width,
    height: Math.max(40, size.height - top - 36 - (chart.lane ? laneHeight : 0)),
  };
  return {
    plot,
    span,
    ticks: ticksOf(span, chart, width),
    placed: layDots(dots, span, { width, height: plot.height, radius: size.width < 480 ? 6 : 7.5 }),
    periods,
  };
}

/** The days of the buckets, widened so that every dot stands inside. */
function spanOf({ buckets }: TimeChart, dots: readonly Dot[]): DaySpan {
  const starts = [...buckets.map(({ start }) => start), ...dots.map(({ startsOn }) => startsOn)];
  const ends = [...buckets.map(({ end }) => end), ...dots.map(({ endsOn }) => endsOn)];
  return { from: starts.reduce(earlier, starts[0] ?? ''), to: ends.reduce(later, ends[0] ?? '') };
}

/** Ticks at the beginnings of months, or of days where the span is short. */
function ticksOf(span: DaySpan, { frame }: TimeChart, width: number): DotLayout['ticks'] {
  const grain: Grain = dayNumber(span.to) - dayNumber(span.from) > 75 ? 'month' : 'day';
  const starts: string[] = [];
  const end = addDays(span.to, 1);
  let start = periodStart(span.from, grain);
  if (start < span.from) start = nextPeriod(start, grain);
  for (; start <= end; start = nextPeriod(start, grain)) starts.push(start);
  const days = starts.map(dayNumber);
  const ticks = timeTicks(
    starts,
    grain,
    days.map((day) => dayPosition(day, span, width)),
    (label) => textWidth(label, tickSize),
    frame.locale,
  );
  return ticks.flatMap((tick) => {
    const day = days[tick.index];
    return day === undefined ? [] : [{ day, tick }];
  });
}
