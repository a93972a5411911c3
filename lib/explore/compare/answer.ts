import type { Counter, Totals } from '@/lib/incidents/counts/types';
import type { IncidentFilters } from '@/lib/incidents/selection';
import { chosenDatasets } from '../chosen';
import type { FrameBase } from '../frame';
import { sourceLine } from '../frame';
import { namesIn, type Reference } from '../names';
import type { OpenSpan } from '../series';
import type { Comparison, Selection } from '../view';
import { type CountedSide, comparison } from './comparison';
import { countSide } from './count';
import type { ComparisonPage } from './types';
import { comparableYears, type YearBefore, yearBefore } from './year-before';

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
  const ends = coveredSpan(b.datasets, b.counts.totals);
  const other = comparedWith(filters, view.compare, ends);
  const a = other ? await counted(other.filters) : null;
  const sources = [...new Set([...(a?.counts.sources ?? []), ...b.counts.sources])];
  return comparison({
    kind: view.compare.kind,
    a,
    b,
    clipped: other?.clipped ?? [],
    years: comparableYears(ends),
    view,
    places: reference.places,
    names: namesIn(reference, base.locale),
    base: { ...base, source: sourceLine(sources, reference.sources, base.locale) },
  });
}

/** The filter of A without counting anything but what B keeps; null = the view asks for no comparison, or there is no A. */
export async function filtersOfA(
  { filters, view }: Selection,
  counter: Counter,
  reference: Reference,
): Promise<IncidentFilters | null> {
  if (!view.compare) return null;
  const ends = coveredSpan(chosenDatasets(reference.datasets, filters), await counter.totals(filters));
  return comparedWith(filters, view.compare, ends)?.filters ?? null;
}

/** A of a comparison: the pinned filter, or that of a year before; null = there is no year before. */
function comparedWith(filters: IncidentFilters, compare: Comparison, ends: OpenSpan): YearBefore | null {
  return compare.kind === 'pinned' ? { filters: compare.filters, clipped: [] } : yearBefore(filters, ends);
}

/** The days that the data sets of a side cover; where one does not say, the days of its incidents. */
function coveredSpan(datasets: CountedSide['datasets'], totals: Totals): OpenSpan {
  const froms = datasets.map(({ coverageFrom }) => coverageFrom);
  const tos = datasets.map(({ coverageTo }) => coverageTo);
  const known = (ends: (string | null)[]) => ends.flatMap((end) => end ?? []).sort();
  return {
    from: froms.length > 0 && !froms.includes(null) ? (known(froms)[0] ?? null) : totals.firstDay,
    to: tos.length > 0 && !tos.includes(null) ? (known(tos).at(-1) ?? null) : totals.lastDay,
  };
}
