import type { BreakdownChart, TimeChart } from '@/lib/charts/types';
import type { MatrixChart } from '@/lib/charts/types-matrix';
import { type Locale, listed } from '@/lib/i18n/locale';
import type { Counter, Facets, Totals } from '@/lib/incidents/counts/types';
import { none } from '@/lib/incidents/dimensions';
import { type IncidentFilters, keepsAll, noFilters } from '@/lib/incidents/selection';
import { isEmptyChoice } from '@/lib/url/params';
import { chosenDatasets } from './chosen';
import { answerComparison } from './compare/answer';
import type { ComparisonPage } from './compare/types';
import { filterSentence, type Names } from './describe';
import type { DistrictData } from './district-chart';
import { countDistrictNumbers } from './district-counts';
import type { Facts } from './facts';
import { countBreakdown, countMatrix } from './field-counts';
import { type Figure, figureStrip, type Reported, reportedOf } from './figures';
import { type FrameBase, madeToday, nLine, sourceLine } from './frame';
import { namesIn, type Reference } from './names';
import type { DatasetInfo } from './queries';
import { countTime } from './time-counts';
import { type Selection, selectionPath, usualBreakdowns } from './view';

/** Where an answer comes from, and how it is worded. The same on the server and in a browser that has the columns. */
export type Sight = {
  counter: Counter;
  facts: Facts;
  reference: Reference;
  locale: Locale;
  origin: string;
};

/** What all parts of an answer share. */
export type Counted = { datasets: DatasetInfo[]; totals: Totals; base: FrameBase };

/** Everything that is counted for one selection. */
export type CountedData = {
  totals: Totals;
  /** Incidents in the data sets in view without any other filter. */
  described: number;
  reported: Reported | null;
  figures: Figure[];
  time: TimeChart;
  districts: DistrictData | null;
  /** In the order in which they are shown. */
  breakdowns: BreakdownChart[];
  matrix: MatrixChart;
  /** Null = the view asks for none. */
  comparison: ComparisonPage | null;
  facets: Facets;
  datasets: DatasetInfo[];
};

/** Counts what a selection keeps, and says what stands around its charts. */
export async function countBase(selection: Selection, sight: Sight): Promise<Counted> {
  const { filters } = selection;
  const { counter, reference, locale, origin } = sight;
  const datasets = chosenDatasets(reference.datasets, filters);
  const [totals, sources] = await Promise.all([counter.totals(filters), counter.sources(filters)]);
  return {
    datasets,
    totals,
    base: {
      subtitle: subtitle(filters, datasets, namesIn(reference, locale), locale),
      source: sourceLine(sources, reference.sources, locale),
      n: nLine(totals.incidents, locale),
      permalink: origin + selectionPath('/', selection),
      madeOn: madeToday(),
      synthetic: totals.synthetic,
      locale,
    },
  };
}

/** Counts all that a page shows of a selection but its records. */
export async function countData(selection: Selection, sight: Sight, counted: Counted): Promise<CountedData> {
  const { filters, view } = selection;
  const { counter, facts, reference, locale } = sight;
  const { totals, datasets, base } = counted;
  const countWithFacets = async () => {
    const facets = await counter.facets(filters);
    const counting = { ...counted, facets };
    const bars = (view.bars ?? usualBreakdowns).map((field) =>
      countBreakdown(field, selection, sight, counting),
    );
    const [matrix, ...breakdowns] = await Promise.all([countMatrix(selection, sight, counting), ...bars]);
    return { facets, matrix, breakdowns };
  };
  // Asked at once, so that what is counted elsewhere is counted while other answers are put into words here.
  const [{ facets, matrix, breakdowns }, all, figures, time, districts, comparison] = await Promise.all([
    countWithFacets(),
    counter.totals({ ...noFilters, dataset: filters.dataset }),
    facts.figures(datasets.map(({ slug }) => slug)),
    countTime(selection, sight, counted),
    countDistrictNumbers(selection, sight, counted),
    answerComparison(selection, counter, base, reference),
  ]);
  const described = all.incidents;
  const reported = datasets.length === 1 ? reportedOf(figures) : null;
  const { any, not } = filters.office;
  const offices = [...facets.office.keys()].filter(
    (code) => code !== none && (any.length === 0 || any.includes(code)) && !not.includes(code),
  ).length;
  return {
    totals,
    described,
    reported,
    figures: figureStrip({ filters, totals, described, reported, offices }, locale),
    time,
    districts,
    breakdowns,
    matrix,
    comparison,
    facets,
    datasets,
  };
}

/** The filter in words; where it names no data set, the data sets in view go before it. */
function subtitle(filters: IncidentFilters, datasets: DatasetInfo[], names: Names, locale: Locale): string {
  if (!isEmptyChoice(filters.dataset) || datasets.length === 0 || datasets.length > 3) {
    return filterSentence(filters, names, locale);
  }
  const titles = listed(
    datasets.map(({ slug }) => names.dataset(slug)),
    locale,
  );
  return keepsAll(filters) ? titles : `${titles} · ${filterSentence(filters, names, locale)}`;
}
