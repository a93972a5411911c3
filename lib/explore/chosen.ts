import type { IncidentFilters } from '@/lib/incidents/selection';
import type { DatasetInfo } from './queries';

/** The data sets that a filter keeps. */
export function chosenDatasets(
  all: readonly DatasetInfo[],
  { dataset: { any, not } }: IncidentFilters,
): DatasetInfo[] {
  return all.filter(({ slug }) => (any.length === 0 || any.includes(slug)) && !not.includes(slug));
}

/** Whether all of the data sets are made up; false where there are none. Pure. */
export function areSynthetic(datasets: readonly Pick<DatasetInfo, 'origin'>[]): boolean {
  return datasets.length > 0 && datasets.every(({ origin }) => origin === 'synthetic');
}
