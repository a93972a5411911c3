import 'server-only';
import { authorise } from '@/lib/auth/authorise';
import type { Viewer } from '@/lib/auth/viewer';
import { type Db, database, sql } from '@/lib/db/query';

/** How data sets are called in addresses and in the refs of their records. */
export type DatasetNames = { slug: string; refPrefix: string };

/** The names of all data sets. */
export function listDatasetNames(db: Db): Promise<DatasetNames[]> {
  return db.query(sql`SELECT slug, ref_prefix AS "refPrefix" FROM datasets ORDER BY slug`);
}

/** A data set that takes imports. */
export type ImportableDataset = { slug: string; title: string; refPrefix: string };

/** The data sets that take imports: all that are not made up, by title. @throws AppError `forbidden`. */
export async function listImportableDatasets(viewer: Viewer): Promise<ImportableDataset[]> {
  authorise(viewer, 'edit');
  return database.query(sql`SELECT slug, title, ref_prefix AS "refPrefix" FROM datasets
    WHERE origin <> 'synthetic' ORDER BY title, slug`);
}
