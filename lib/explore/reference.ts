import 'server-only';
import { authorise } from '@/lib/auth/authorise';
import { may } from '@/lib/auth/permissions';
import type { Viewer } from '@/lib/auth/viewer';
import { database } from '@/lib/db/query';
import { dataVersion } from '@/lib/incidents/columns/queries';
import { getPlaceTree } from '@/lib/places/queries';
import { type Reference, referenceOf } from './names';
import { listDatasetInfo, listSourceInfo } from './queries';

export { namesIn, type Reference } from './names';

type Kept = { version: number; until: number; reference: Promise<Reference> };

/** One for those who code, who see every source, and one for all others. */
const kept: { coding?: Kept | undefined; reading?: Kept | undefined } = {};

/**
 * Reads places, data sets and the sources that the viewer may see; kept in memory until the data change, and for a
 * minute at most.
 * @throws AppError `unauthenticated` for a viewer who may read nothing.
 */
export async function loadReference(viewer: Viewer): Promise<Reference> {
  authorise(viewer, 'read');
  const whose = may(viewer, 'code') ? 'coding' : 'reading';
  const version = await dataVersion(database);
  const known = kept[whose];
  if (known && known.version === version && known.until > Date.now()) return known.reference;
  const entry = { version, until: Date.now() + 60_000, reference: readReference(viewer) };
  kept[whose] = entry;
  entry.reference.catch(() => {
    if (kept[whose] === entry) kept[whose] = undefined;
  });
  return entry.reference;
}

async function readReference(viewer: Viewer): Promise<Reference> {
  const places = await getPlaceTree();
  const datasets = await listDatasetInfo(database);
  const sources = await listSourceInfo(viewer);
  return referenceOf({ places, datasets, sources });
}
