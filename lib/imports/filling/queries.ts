import 'server-only';
import { type Db, sql } from '@/lib/db/query';
import { AppError } from '@/lib/errors';
import { importFaults } from '@/lib/i18n/messages/import-faults';
import type { ImportPlan } from '../plan';

/** A data set that is filled. */
export type Filled = { id: string; slug: string; prefix: string; title: string };

/**
 * The data set that a plan fills; null = it is to be made, and nothing has its name yet.
 * @throws AppError `invalid` where there is none, where its name is taken, or where it takes no imports.
 */
export async function readDataset(db: Db, dataset: ImportPlan['dataset']): Promise<Filled | null> {
  const slug = 'slug' in dataset ? dataset.slug : dataset.make.slug;
  const prefix = 'slug' in dataset ? '' : dataset.make.refPrefix;
  const [found] = await db.query<
    Filled & { origin: string }
  >(sql`SELECT id, slug, ref_prefix AS prefix, title, origin
    FROM datasets WHERE slug = ${slug} OR ref_prefix = ${prefix} LIMIT 1`);
  if ('make' in dataset) {
    if (found) throw fault('dataset.make.slug', slug, importFaults.datasetTaken(slug));
    return null;
  }
  if (!found) throw fault('dataset.slug', slug, importFaults.noDataset(slug));
  if (found.origin === 'synthetic') throw fault('dataset.slug', slug, importFaults.notImported(slug));
  return found;
}

const fault = (field: string, value: string, message: { en: string; zh: string }) =>
  new AppError('invalid', message, { fields: [{ field, value, message }] });
