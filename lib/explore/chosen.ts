import type { IncidentFilters } from '@/lib/incidents/selection';
import type { DatasetInfo } from './queries';

/** The data sets that a filter keeps. */
export function chosenDatasets(
  all: readonly DatasetInfo[],
  { dataset: { any, not } }: IncidentFilters,
): DatasetInfo[] {
  return all.filter(({ slug }) => (any.length === 0 || any.includes(slug)) && !not.includes(slug));
}
