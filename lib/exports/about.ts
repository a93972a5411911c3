import 'server-only';
import type { Viewer } from '@/lib/auth/viewer';
import { codebookVersion } from '@/lib/codebook/vocabularies';
import { type CivilDate, today } from '@/lib/dates/civil';
import type { Db } from '@/lib/db/query';
import { filterSentence } from '@/lib/explore/describe';
import { namesIn, type Reference } from '@/lib/explore/reference';
import { defaultView, type Selection, selectionQuery } from '@/lib/explore/view';
import type { Locale } from '@/lib/i18n/locale';
import type { IncidentFilters } from '@/lib/incidents/selection';
import type { CitedSelection } from './cite-selection';
import { type CountedDataset, datasetsInMemory, exportedDatasets } from './kept-datasets';
import type { ExportedDataset } from './queries';

/** What an export of incidents is made of. */
export type IncidentExport = {
  selection: Selection;
  reference: Reference;
  viewer: Viewer;
  locale: Locale;
  /** Scheme and host under which the file can be asked for again. */
  origin: string;
};

/**
 * How many incidents the filter keeps, how many of them a file holds, and how many of those are made up or have an exact point that is kept from readers. */
export type ExportCounts = {
  kept: number;
  exported: number;
  leftOut: number;
  synthetic: number;
  pointsKept: number;
};

/** What a file says of itself, in every format. */
export type ExportAbout = {
  locale: Locale;
  counts: ExportCounts;
  filters: IncidentFilters;
  /** The filter in words, in the language of the file and in English (for citations). */
  filter: string;
  filterEn: string;
  /** The filter as a query string, `?` included; '' = everything. */
  query: string;
  /** Absolute address of the page that shows the selection. */
  page: string;
  /** The data sets of the incidents in the file. Those that may not be given away are in `withheld`. */
  datasets: ExportedDataset[];
  withheld: ExportedDataset[];
  madeOn: CivilDate;
  codebookVersion: string;
};

/** What has to be known of any export before its first byte. */
export type ExportSummary = {
  query: string;
  /** `pointsKept`: null = not counted, since the file does not say it. */
  counts: Omit<ExportCounts, 'pointsKept'> & { pointsKept: number | null };
};

/**
 * Counts what an export of a selection holds in a format that says nothing of itself: from memory where the columns are
 * at hand, so that its first byte need not wait for the database to count.
 */
export async function summariseExport(db: Db, wanted: IncidentExport): Promise<ExportSummary> {
  const { filters } = wanted.selection;
  const counted = await datasetsInMemory(db, filters, wanted.viewer);
  if (counted === null) return aboutExport(db, wanted);
  const query = selectionQuery({ filters, view: defaultView });
  return { query, counts: { ...countsOf(counted), pointsKept: null } };
}

/** Counts what an export of a selection holds, and says what it is. */
export async function aboutExport(db: Db, wanted: IncidentExport): Promise<ExportAbout> {
  const { selection, reference, viewer, locale, origin } = wanted;
  const { filters } = selection;
  const all = await exportedDatasets(db, filters, viewer);
  const query = selectionQuery({ filters, view: defaultView });
  const datasets = all.filter(({ redistributable }) => redistributable);
  const withheld = all.filter(({ redistributable }) => !redistributable);
  return {
    locale,
    counts: { ...countsOf(all), pointsKept: datasets.reduce((all, one) => all + one.pointsKept, 0) },
    filters,
    filter: filterSentence(filters, namesIn(reference, locale), locale),
    filterEn: filterSentence(filters, namesIn(reference, 'en'), 'en'),
    query,
    page: `${origin}/${query}`,
    datasets,
    withheld,
    madeOn: today(),
    codebookVersion,
  };
}

function countsOf(all: readonly CountedDataset[]): Omit<ExportCounts, 'pointsKept'> {
  const datasets = all.filter(({ redistributable }) => redistributable);
  return {
    kept: sum(all),
    exported: sum(datasets),
    leftOut: sum(all.filter(({ redistributable }) => !redistributable)),
    synthetic: sum(datasets.filter(({ synthetic }) => synthetic)),
  };
}

function sum(datasets: readonly CountedDataset[]): number {
  return datasets.reduce((all, { incidents }) => all + incidents, 0);
}

/** What a citation of the exported records names. */
export function citationOfExport(about: ExportAbout): CitedSelection {
  return {
    datasets: about.datasets.map(({ title, slug, changedOn, codebookVersion }) => ({
      title,
      slug,
      changedOn,
      codebookVersion,
    })),
    codebookVersion: about.codebookVersion,
    filter: about.filterEn,
    count: about.counts.exported,
    leftOut: about.counts.leftOut,
    synthetic: about.counts.synthetic > 0,
    url: about.page,
    readOn: about.madeOn,
  };
}
