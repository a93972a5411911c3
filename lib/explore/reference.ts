import 'server-only';
import { database } from '@/lib/db/query';
import { dataVersion } from '@/lib/incidents/columns/queries';
import { getPlaceTree } from '@/lib/places/queries';
import { type Reference, referenceOf } from './names';
import { listDatasetInfo, listSourceInfo } from './queries';

export { namesIn, type Reference } from './names';

let kept: { version: number; until: number; reference: Promise<Reference> } | null = null;

/** Reads places, data sets and sources; kept in memory until the data change, and for a minute at most. */
export async function loadReference(): Promise<Reference> {
  const version = await dataVersion(database);
  if (kept && kept.version === version && kept.until > Date.now()) return kept.reference;
  const entry = { version, until: Date.now() + 60_000, reference: readReference() };
  kept = entry;
  entry.reference.catch(() => {
    if (kept === entry) kept = null;
  });
  return entry.reference;
}

async function readReference(): Promise<Reference> {
  const places = await getPlaceTree();
  const datasets = await listDatasetInfo(database);
  const sources = await listSourceInfo(database);
  return referenceOf({ places, datasets, sources });
}
