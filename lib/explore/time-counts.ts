import type { TimeChart } from '@/lib/charts/types';
import { isSeveral } from '@/lib/incidents/dimensions';
import type { Counted, Sight } from './counting';
import { foldedWithin } from './districts';
import { namesIn } from './names';
import { mostDots, type OpenSpan } from './series';
import { asksForDots, burstFilters, chosenSpan, splitOf, timeChart, timeSpan } from './time';
import { framingOf } from './time-window';
import type { Selection } from './view';

/** Counts and draws incidents over time as the view asks for them. */
export async function countTime(
  { filters, view }: Selection,
  { counter, facts, locale, reference }: Sight,
  { datasets, base, totals }: Counted,
): Promise<TimeChart> {
  const split = splitOf(view);
  const coverage = datasets.map(
    ({ coverageFrom, coverageTo }): OpenSpan => ({ from: coverageFrom, to: coverageTo }),
  );
  const span = timeSpan(filters, coverage, await counter.beginnings(filters));
  const { grain, window } = framingOf(view, span, chosenSpan(filters));
  const shown = window ?? span;
  const counts = await counter.byDay(filters, split, grain);
  const isOnce = split === null || !isSeveral(split);
  const once = isOnce ? null : await counter.byDay(filters, null, grain);
  const opened = burstFilters({ filters, view }, span, grain);
  const past = opened ? await counter.byDay(opened, null, grain) : null;
  const few = (once ?? counts).reduce((sum, { count }) => sum + count, 0) <= mostDots;
  const periods = shown ? await facts.periods(shown.from, shown.to) : [];
  return timeChart({
    counts,
    totals: once,
    past,
    span,
    kept: filters.starts ? totals : null,
    dots: few && asksForDots(view) ? await facts.firstIncidents({ ...filters, starts: null }) : null,
    directives: view.lane ? await facts.directiveDays(filters) : null,
    filters,
    view,
    coverage,
    periods: periods.map((period) => ({
      label: locale === 'zh' ? period.nameZh : period.nameEn,
      startsOn: period.startsOn,
      endsOn: period.endsOn,
    })),
    names: namesIn(reference, locale),
    places: reference.places,
    scope: foldedWithin(split === 'destination' ? split : 'place', filters, datasets, reference.places),
    base,
  });
}
