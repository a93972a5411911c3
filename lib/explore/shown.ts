import type { Span } from '@/lib/dates/periods';
import { breakdownOnScreen } from './breakdowns';
import { areSynthetic } from './chosen';
import type { CountedData, Sight } from './counting';
import { describeFilters } from './describe';
import { headline } from './headline';
import { matrixOnScreen } from './matrix';
import { namesIn } from './names';
import { coverageOf, type FilterOptions, filterOptions } from './options';
import type { FilterPhrase } from './phrases';
import type { Selection } from './view';

/** What a page shows of the counts of a selection, in words, as plain data. */
export type ShownData = Omit<CountedData, 'facets' | 'datasets'> & {
  headline: { title: string; subtitle: string };
  phrases: FilterPhrase[];
  /** The parts of the filter that are switched off, in words. */
  offPhrases: FilterPhrase[];
  /** The days that the data sets in view say they cover; null = none says so. */
  coverage: Span | null;
  /** Whether all data sets in view are made up. */
  isSynthetic: boolean;
  options: FilterOptions;
};

/** What a page shows of what was counted. Pure. */
export function shownData(
  { filters, view }: Selection,
  data: CountedData,
  { reference, locale }: Pick<Sight, 'reference' | 'locale'>,
): ShownData {
  const { totals, described, reported, figures, time, districts, breakdowns, matrix, comparison } = data;
  const names = namesIn(reference, locale);
  return {
    totals,
    described,
    reported,
    figures,
    time,
    districts: districts,
    breakdowns: breakdowns.map(breakdownOnScreen),
    matrix: matrixOnScreen(matrix),
    comparison,
    headline: headline({ filters, data, names, places: reference.places }, locale),
    phrases: describeFilters(filters, names, locale),
    offPhrases: view.off ? describeFilters(view.off, names, locale) : [],
    coverage: coverageOf(data.datasets),
    isSynthetic: areSynthetic(data.datasets),
    options: filterOptions({ facets: data.facets, filters, datasets: reference.datasets, names, locale }),
  };
}
