import 'server-only';
import { later } from '@/lib/dates/civil';
import type { OpenSnapshot } from '@/lib/db/query';
import { filtersOfA } from '@/lib/explore/compare/answer';
import { counterOf } from '@/lib/incidents/counter';
import { aboutExport, citationOfExport, type ExportAbout, type IncidentExport } from './about';
import type { CitedSelection } from './cite-selection';
import { noComparison } from './compare-charts';
import { figureQuery } from './formats';
import type { ExportedDataset } from './queries';

/**
 * A of the comparison that a selection asks for, as an export of its own; null = it asks for none.
 * @throws AppError `invalid` for a year before without dates.
 */
export async function aboutCompared(db: OpenSnapshot, wanted: IncidentExport): Promise<ExportAbout | null> {
  const { selection, reference, viewer } = wanted;
  if (!selection.view.compare) return null;
  const filters = await filtersOfA(selection, await counterOf(db, viewer), reference);
  if (!filters) throw noComparison(selection, wanted);
  return aboutExport(db, { ...wanted, selection: { filters, view: { ...selection.view, compare: null } } });
}

/** What a citation of a figure of a comparison names: B and A, and the page that shows them. Pure. */
export function citationOfCompared(
  b: ExportAbout,
  a: ExportAbout,
  { selection, origin }: Pick<IncidentExport, 'selection' | 'origin'>,
): CitedSelection {
  const cited = citationOfExport({ ...b, datasets: datasetsOfBoth(b.datasets, a.datasets) });
  return {
    ...cited,
    comparedWith: { filter: a.filterEn, count: a.counts.exported, leftOut: a.counts.leftOut },
    synthetic: cited.synthetic || a.counts.synthetic > 0,
    url: `${origin}/${figureQuery(selection)}`,
  };
}

/** The data sets of two exports, each once with the later of its two days. */
export function datasetsOfBoth(
  some: readonly ExportedDataset[],
  others: readonly ExportedDataset[],
): ExportedDataset[] {
  const datasets = new Map(some.map((one) => [one.slug, one]));
  for (const one of others) {
    const same = datasets.get(one.slug);
    datasets.set(one.slug, same ? { ...same, changedOn: later(same.changedOn, one.changedOn) } : one);
  }
  return [...datasets.values()];
}
