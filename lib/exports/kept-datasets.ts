import 'server-only';
import type { Viewer } from '@/lib/auth/viewer';
import type { Db } from '@/lib/db/query';
import { defaultView, selectionQuery } from '@/lib/explore/view';
import { dataVersion } from '@/lib/incidents/columns/queries';
import { countDatasetsInMemory } from '@/lib/incidents/counter';
import type { IncidentFilters } from '@/lib/incidents/selection';
import { type ExportedDataset, listDatasetKinds, listExportedDatasets } from './queries';

/** What was counted of the selections asked for last, by selection and viewer, while the data are those of `version`. */
const kept: { version: number; answers: Map<string, ExportedDataset[]> } = {
  version: -1,
  answers: new Map(),
};
const mostKept = 100;

/**
 * The data sets of the incidents that the filter keeps, with their counts. The same question is counted once while the
 * data stay the same: the dialog asks before the file does, and counting a million takes longer than all else.
 */
export async function exportedDatasets(
  db: Db,
  filters: IncidentFilters,
  viewer: Viewer,
): Promise<ExportedDataset[]> {
  const version = await dataVersion(db);
  const key = JSON.stringify([selectionQuery({ filters, view: defaultView }), viewer]);
  const known = kept.version === version ? kept.answers.get(key) : undefined;
  if (known) return known;
  const counted = await listExportedDatasets(db, filters, viewer);
  // A snapshot that was opened earlier and answers late must not put its numbers beside those of a later one.
  if (version < kept.version) return counted;
  if (version > kept.version) Object.assign(kept, { version, answers: new Map() });
  if (kept.answers.size >= mostKept) kept.answers.clear();
  kept.answers.set(key, counted);
  return counted;
}

/** What of a data set decides how many incidents a file holds. */
export type CountedDataset = Pick<ExportedDataset, 'redistributable' | 'synthetic' | 'incidents'>;

/**
 * The same from columns in memory, in some milliseconds, but for what they do not hold: points and days of changes. Null
 * = they are not at hand for what the snapshot sees.
 */
export async function datasetsInMemory(
  db: Db,
  filters: IncidentFilters,
  viewer: Viewer,
): Promise<CountedDataset[] | null> {
  const counts = await countDatasetsInMemory(db, filters, viewer);
  if (counts === null) return null;
  const kinds = await listDatasetKinds(db, [...counts.keys()]);
  return kinds.map((kind) => ({ ...kind, incidents: counts.get(kind.slug) ?? 0 }));
}
