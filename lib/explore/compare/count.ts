import type { Counter, DayCount, Totals } from '@/lib/incidents/counts/types';
import type { IncidentFilters } from '@/lib/incidents/selection';
import { isEmptyChoice } from '@/lib/url/params';
import { filterLimits } from './spans';
import { type ComparedField, comparedFields } from './values';

/** The counts of one side. Each of them is of exactly the incidents that the filter keeps. */
export type SideCounts = {
  totals: Totals;
  /** By first day, each incident once. */
  days: DayCount[];
  /** By the codes of each field; places as they stand in records. */
  values: Record<ComparedField, ReadonlyMap<string, number>>;
  /** Refs of its sources. */
  sources: string[];
};

/**
 * Counts one side of a comparison. Where a field has no filter of its own its facet counts what the filter keeps;
 * where it has one, the facet leaves it out, and the counts are summed from the days instead.
 */
export async function countSide(counter: Counter, filters: IncidentFilters): Promise<SideCounts> {
  const totals = await counter.totals(filters);
  const days = keptDays(await counter.byDay(filters, null), filters);
  const sources = await counter.sources(filters);
  const facets = await counter.facets(filters);
  const values: [ComparedField, ReadonlyMap<string, number>][] = [];
  for (const field of comparedFields) {
    if (!isEmptyChoice(filters[field]))
      values.push([field, sumByCode(keptDays(await counter.byDay(filters, field), filters))]);
    else if (field !== 'place') values.push([field, facets[field]]);
    else {
      const counts = await counter.byPlace(filters, 'place');
      values.push([field, new Map(counts.map(({ placeId, count }) => [placeId, count]))]);
    }
  }
  return { totals, days, values: Object.fromEntries(values) as SideCounts['values'], sources };
}

/** Series leave out the filter on when intervals begin; here it holds. */
function keptDays(days: DayCount[], filters: IncidentFilters): DayCount[] {
  if (!filters.starts) return days;
  const { from, to } = filterLimits({ ...filters, from: null, to: null });
  return days.filter(({ day }) => (!from || day >= from) && (!to || day <= to));
}

function sumByCode(days: readonly DayCount[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { code, count } of days) sums.set(code, (sums.get(code) ?? 0) + count);
  return sums;
}
