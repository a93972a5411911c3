import 'server-only';
import type { TimeChart } from '@/lib/charts/types';
import type { Db } from '@/lib/db/query';
import type { Counter, Totals } from '@/lib/incidents/counts/types';
import { isSeveral } from '@/lib/incidents/dimensions';
import { listIncidents } from '@/lib/incidents/queries';
import { defaultSort } from '@/lib/incidents/row';
import { districtScope } from './districts';
import type { Asking } from './explore';
import type { FrameBase } from './frame';
import { type DatasetInfo, listDirectiveDays, listPeriods } from './queries';
import { namesIn } from './reference';
import { mostDots, type OpenSpan } from './series';
import { asksForDots, grainOf, splitOf, timeChart, timeSpan } from './time';
import type { Selection } from './view';

type Counting = { counter: Counter; datasets: DatasetInfo[]; base: FrameBase; totals: Totals };

/** Counts and draws incidents over time as the view asks for them, on one snapshot. */
export async function countTime(
  db: Db,
  { filters, view }: Selection,
  { viewer, locale, reference }: Asking,
  { counter, datasets, base, totals }: Counting,
): Promise<TimeChart> {
  const split = splitOf(view);
  const coverage = datasets.map(
    ({ coverageFrom, coverageTo }): OpenSpan => ({ from: coverageFrom, to: coverageTo }),
  );
  const span = timeSpan(filters, coverage, await counter.beginnings(filters));
  const grain = grainOf(view, span);
  const counts = await counter.byDay(filters, split, grain);
  const isOnce = split === null || split === 'place' || !isSeveral(split);
  const once = isOnce ? null : await counter.byDay(filters, null, grain);
  const few = (once ?? counts).reduce((sum, { count }) => sum + count, 0) <= mostDots;
  const periods = span ? await listPeriods(db, span.from, span.to) : [];
  return timeChart({
    counts,
    totals: once,
    span,
    kept: filters.starts ? totals.incidents : null,
    dots:
      few && asksForDots(view)
        ? await listIncidents(db, { ...filters, starts: null }, viewer, {
            sort: { ...defaultSort, descending: false },
            limit: mostDots,
            offset: 0,
          })
        : null,
    directives: view.lane ? await listDirectiveDays(db, filters, viewer) : null,
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
    scope: districtScope(
      reference.places,
      filters.place,
      datasets.map(({ coveragePlaceId }) => coveragePlaceId),
    ),
    base,
  });
}
