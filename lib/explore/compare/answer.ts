import type { Counter } from '@/lib/incidents/counts/types';
import type { IncidentFilters } from '@/lib/incidents/selection';
import { chosenDatasets } from '../chosen';
import type { FrameBase } from '../frame';
import { sourceLine } from '../frame';
import { namesIn, type Reference } from '../names';
import type { OpenSpan } from '../series';
import type { Selection } from '../view';
import { type CountedSide, comparison } from './comparison';
import { countSide } from './count';
import type { ComparisonPage } from './types';
import { comparableYears, yearBefore } from './year-before';

/**
 * The comparison that a view asks for, counted on the snapshot of the counter; null = it asks for none. The present
 * filter is B; A is the pinned filter, or the same filter a year before.
 */
export async function answerComparison(
  { filters, view }: Selection,
  counter: Counter,
  base: FrameBase,
  reference: Reference,
): Promise<ComparisonPage | null> {
  if (!view.compare) return null;
  const counted = async (of: IncidentFilters): Promise<CountedSide> => ({
    filters: of,
    counts: await countSide(counter, of),
    datasets: chosenDatasets(reference.datasets, of),
  });
  const b = await counted(filters);
  const ends = coveredSpan(b);
  const before = view.compare.kind === 'year-before' ? yearBefore(filters, ends) : null;
  const filtersA = view.compare.kind === 'pinned' ? view.compare.filters : before?.filters;
  const a = filtersA ? await counted(filtersA) : null;
  const sources = [...new Set([...(a?.counts.sources ?? []), ...b.counts.sources])];
  return comparison({
    kind: view.compare.kind,
    a,
    b,
    clipped: before?.clipped ?? [],
    years: comparableYears(ends),
    view,
    places: reference.places,
    names: namesIn(reference, base.locale),
    base: { ...base, source: sourceLine(sources, reference.sources, base.locale) },
  });
}

/** The days that the data sets of a side cover; where one does not say, the days of its incidents. */
function coveredSpan({ datasets, counts: { totals } }: CountedSide): OpenSpan {
  const froms = datasets.map(({ coverageFrom }) => coverageFrom);
  const tos = datasets.map(({ coverageTo }) => coverageTo);
  const known = (ends: (string | null)[]) => ends.flatMap((end) => end ?? []).sort();
  return {
    from: froms.length > 0 && !froms.includes(null) ? (known(froms)[0] ?? null) : totals.firstDay,
    to: tos.length > 0 && !tos.includes(null) ? (known(tos).at(-1) ?? null) : totals.lastDay,
  };
}
