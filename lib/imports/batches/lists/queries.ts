import 'server-only';
import { authorise } from '@/lib/auth/authorise';
import type { Viewer } from '@/lib/auth/viewer';
import { type Db, database, sql } from '@/lib/db/query';

/** Short names of all data sets. */
export async function listDatasetSlugs(db: Db): Promise<string[]> {
  const rows = await db.query<{ slug: string }>(sql`SELECT slug FROM datasets ORDER BY slug`);
  return rows.map(({ slug }) => slug);
}

/** A data set that takes imports. */
export type ImportableDataset = { slug: string; title: string; refPrefix: string };

/** The data sets that take imports: all that are not made up, by title. @throws AppError `forbidden`. */
export async function listImportableDatasets(viewer: Viewer): Promise<ImportableDataset[]> {
  authorise(viewer, 'edit');
  return database.query(sql`SELECT slug, title, ref_prefix AS "refPrefix" FROM datasets
    WHERE origin <> 'synthetic' ORDER BY title, slug`);
}
