import type { TimeChart } from '@/lib/charts/types';
import { isSeveral, type SplitField } from '@/lib/incidents/dimensions';
import type { IncidentFilters } from '@/lib/incidents/selection';
import { choice } from '@/lib/url/params';
import type { Counted, Sight } from './counting';
import { namesIn } from './names';
import { foldedWithin } from './place-fields';
import { mostDots, type OpenSpan } from './series';
import { asksForDots, burstFilters, chosenSpan, splitOf, timeChart, timeSpan } from './time';
import { keyCounts } from './time-keys';
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
  const scope = foldedWithin(split === 'destination' ? split : 'place', filters, datasets, reference.places);
  const words = { locale, names: namesIn(reference, locale), places: reference.places, scope };
  const folded = once && split ? keyCounts(counts, split, { ...words, filters }).folded : [];
  const restFilters = split && folded.length > 0 ? withAny(filters, split, folded) : null;
  const opened = burstFilters({ filters, view }, span, grain);
  const past = opened ? await counter.byDay(opened, null, grain) : null;
  const few = (once ?? counts).reduce((sum, { count }) => sum + count, 0) <= mostDots;
  const periods = shown ? await facts.periods(shown.from, shown.to) : [];
  return timeChart({
    counts,
    totals: once,
    rest: restFilters && (await counter.byDay(restFilters, null, grain)),
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
    ...words,
    base,
  });
}

/** The filter that keeps of what it keeps now what has any of some values of a field; null = none can. */
function withAny(filters: IncidentFilters, field: SplitField, values: string[]): IncidentFilters | null {
  const { any, not } = filters[field];
  return any.length > 0 ? null : { ...filters, [field]: choice(values, not) };
}
