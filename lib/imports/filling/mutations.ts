import 'server-only';
import { appendChanges } from '@/lib/audit/mutations';
import { codebookVersion } from '@/lib/codebook/vocabularies';
import { type Db, type Sql, sql } from '@/lib/db/query';
import { AppError } from '@/lib/errors';
import { importFaults } from '@/lib/i18n/messages/import-faults';
import { datasetId, recordId } from '@/lib/ids';
import { findPersonalData, redact } from '@/lib/privacy/detect';
import { countryNames } from '../convert/countries';
import type { ImportPlan } from '../plan';
import type { ImportReport } from '../report';
import type { ImportWork } from '../work';
import { type Filled, readDataset } from './queries';

/** The data set of a plan, made where it is to be made. @throws AppError `invalid` as `readDataset`. */
export async function ensureDataset(db: Db, dataset: ImportPlan['dataset']): Promise<Filled> {
  const filled = await datasetOf(db, dataset);
  await makeDataset(db, dataset, filled);
  return filled;
}

/** The data set of a plan as it is or will be; nothing is made yet. @throws AppError `invalid` as `readDataset`. */
export async function datasetOf(db: Db, dataset: ImportPlan['dataset']): Promise<Filled> {
  const known = await readDataset(db, dataset);
  if (known || 'slug' in dataset) return known as Filled;
  const { slug, refPrefix, title } = dataset.make;
  return { id: datasetId(slug), slug, prefix: refPrefix, title };
}

/** Makes the data set of a plan where it is to be made. @throws AppError `invalid` where another import just made it. */
export async function makeDataset(
  db: Db,
  dataset: ImportPlan['dataset'],
  { id, slug }: Filled,
): Promise<void> {
  if ('slug' in dataset) return;
  const { refPrefix, title, description, licence, redistributable, citation } = dataset.make;
  const made =
    await db.query(sql`INSERT INTO datasets (id, slug, ref_prefix, title, description, origin, licence, redistributable,
      citation, codebook_version)
    VALUES (${id}::uuid, ${slug}, ${refPrefix}, ${title}, ${description}, 'import', ${licence}, ${redistributable},
      ${citation}, ${codebookVersion}) ON CONFLICT DO NOTHING RETURNING 1`);
  if (made.length === 0) throw new AppError('invalid', importFaults.datasetTaken(slug));
}

/** Adds countries that records name and the database lacks, by their ISO codes. */
export async function addCountries(db: Db, codes: ReadonlySet<string>): Promise<void> {
  for (const code of codes) {
    const { en, zh } = countryNames(code);
    await db.query(sql`INSERT INTO places (id, code, name_en, name_zh, level, path)
      VALUES (${code}, ${code}, ${en}, ${zh}, 'country', ${`${code}/`}) ON CONFLICT DO NOTHING`);
  }
}

/** How the refs of the sources of files of a data set begin; twelve signs of the sum of the file follow. */
const sourceStart = (slug: string) => `import-${slug}-`;

/** Of the sources `s`, those that are files of a data set. */
export const isFileOf = ({ slug }: Filled): Sql =>
  sql`s.kind = 'dataset' AND s.ref ~ ${`^${sourceStart(slug)}[0-9a-f]{12}$`}`;

/** A name of a file without what looks like personal data: readers see it, and the history keeps it for good. */
const withoutPersons = (fileName: string) => redact(fileName, findPersonalData(fileName), 'en');

/** The source on which the coded values of a file rest: the file itself. Returns its id; the same file has the same. */
export async function ensureSource(
  db: Db,
  { slug, title }: Filled,
  { fileName, sha256 }: { fileName: string; sha256: string },
): Promise<string> {
  const ref = `${sourceStart(slug)}${sha256.slice(0, 12)}`;
  const id = recordId('source', ref);
  await db.query(sql`INSERT INTO sources (id, ref, outlet, headline, kind, language, note)
    VALUES (${id}::uuid, ${ref}, ${title}, ${`Rows of the file “${withoutPersons(fileName)}”`}, 'dataset', 'und',
      ${`SHA-256 of the file: ${sha256}`})
    ON CONFLICT DO NOTHING`);
  return id;
}

/** Notes that the records of an import stand, and lets its files go. The history has one entry for all that was made. */
export async function commitBatch(
  db: Db,
  { batch, actor, plan }: ImportWork,
  dataset: Filled,
  report: ImportReport,
): Promise<void> {
  await db.query(sql`UPDATE import_batches SET status = 'committed', job = NULL, progress = NULL, fault = NULL,
      stop_asked = false, dataset_id = ${dataset.id}::uuid, report = ${JSON.stringify(report)}::jsonb,
      rows_read = ${report.rows}, rows_kept = ${report.made + report.changed}, committed_at = now()
    WHERE id = ${batch.id}::uuid`);
  await db.query(sql`DELETE FROM import_parts WHERE batch_id = ${batch.id}::uuid AND file > 0`);
  const made = (to: unknown) => ({ from: null, to });
  await appendChanges({ query: db.query }, [
    {
      subjectId: batch.id,
      version: 1,
      subjectType: 'import',
      action: 'import.committed',
      actor,
      batchId: batch.id,
      changes: {
        file: made(withoutPersons(batch.fileName)),
        sha256: made(batch.sha256),
        dataset: made(dataset.slug),
        preset: made(plan.preset === null ? null : `${plan.preset.id} ${plan.preset.version}`),
        made: made(report.made),
        changed: made(report.changed),
        refused: made(report.refused),
      },
      reason: plan.careReason,
    },
  ]);
}
