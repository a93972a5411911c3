import { addDays, type CivilDate, earlier, later } from '@/lib/dates/civil';
import { countPeriods, type Grain, grains, periodEnd, periodStart, type Span } from '@/lib/dates/periods';
import type { DayCount } from '@/lib/incidents/counts/types';
import { fittingGrain, mostBuckets } from './series';
import type { ExploreView } from './view';

/** How a chart over time cuts its days: the size of its periods, and the days that it draws where that is not all (`window`). */
export type Framing = { grain: Grain; window: Span | null };

/** The size of the periods that a view draws of a span: days in a calendar. */
export function grainOf({ draw, by }: Pick<ExploreView, 'draw' | 'by'>, span: Span | null): Grain {
  if (draw === 'calendar') return 'day';
  return span ? fittingGrain(span, by) : 'month';
}

/**
 * The size of the periods that are drawn of a span. Where the size that was asked for is too fine for all of it and a
 * part is chosen of which a finer one can be drawn, that part alone is, with some periods at either side. What is
 * added up begins at the beginning and is drawn whole. Pure.
 */
export function framingOf(
  { draw, by, show }: Pick<ExploreView, 'draw' | 'by' | 'show'>,
  span: Span | null,
  selected: Span | null,
): Framing {
  const grain = grainOf({ draw, by }, span);
  const whole = { grain, window: null };
  if (!span || !selected || by === 'auto' || draw === 'calendar' || show === 'cumulative') return whole;
  const chosen = { from: later(selected.from, span.from), to: earlier(selected.to, span.to) };
  if (chosen.from > chosen.to) return whole;
  const finer = fittingGrain(chosen, by);
  if (grains.indexOf(finer) >= grains.indexOf(grain)) return whole;
  const count = countPeriods(chosen.from, chosen.to, finer);
  const margin = Math.min(Math.ceil(count / 10), Math.floor((mostBuckets - count) / 2));
  return {
    grain: finer,
    window: {
      from: periodsBack(chosen.from, margin, finer, span),
      to: periodsOn(chosen.to, margin, finer, span),
    },
  };
}

/** As many periods as any mean line and any sign of a burst looks back. */
const mostHistory = 64;

/** The days behind a window: what lies before it tells means and bursts in it. */
export function withHistory(window: Span, span: Span, grain: Grain): Span {
  return { from: periodsBack(window.from, mostHistory, grain, span), to: window.to };
}

/** Counts of the periods of a span, which begins and ends with a period. */
export function countsWithin<One extends Pick<DayCount, 'day'>>(counts: readonly One[], span: Span): One[] {
  return counts.filter(({ day }) => day >= span.from && day <= span.to);
}

/** The first day of the period that lies so many before that of a day, or of the first period of a span. */
function periodsBack(day: CivilDate, count: number, grain: Grain, span: Span): CivilDate {
  let start = periodStart(day, grain);
  for (let i = 0; i < count && start > span.from; i++) start = periodStart(addDays(start, -1), grain);
  return start;
}

/** The last day of the period that lies so many after that of a day, or of the last period of a span. */
function periodsOn(day: CivilDate, count: number, grain: Grain, span: Span): CivilDate {
  let end = periodEnd(day, grain);
  for (let i = 0; i < count && end < span.to; i++) end = periodEnd(addDays(end, 1), grain);
  return end;
}
