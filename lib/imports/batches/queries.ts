import 'server-only';
import { authorise } from '@/lib/auth/authorise';
import type { Viewer } from '@/lib/auth/viewer';
import { type Db, database, sql } from '@/lib/db/query';
import { AppError } from '@/lib/errors';
import { importFaults } from '@/lib/i18n/messages/import-faults';
import type { Mapping } from '../plan';
import type { BatchDetail, BatchRow, BatchStep, KeptMapping } from './types';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const rowColumns = sql`b.id, b.status, b.job, b.file_name AS "fileName", d.slug AS dataset, b.rows_read AS "rowsRead",
  b.rows_kept AS "rowsKept", b.author_name AS "authorName",
  to_char(b.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "createdAt",
  to_char(b.committed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "committedAt",
  to_char(b.undone_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "undoneAt"`;

/** The imports of everybody, the newest first, at most 200. @throws AppError `forbidden` for who may not import. */
export async function listBatches(viewer: Viewer): Promise<BatchRow[]> {
  authorise(viewer, 'edit');
  return database.query(sql`SELECT ${rowColumns} FROM import_batches b LEFT JOIN datasets d ON d.id = b.dataset_id
    ORDER BY b.created_at DESC, b.id LIMIT 200`);
}

/** One import with all that is known of it. @throws AppError `not-found`, `forbidden`. */
export async function getBatch(viewer: Viewer, id: string): Promise<BatchDetail> {
  authorise(viewer, 'edit');
  return readBatch(database, id);
}

/** The same without asking who reads it: for what works on it. @throws AppError `not-found`. */
export async function readBatch(db: Db, id: string): Promise<BatchDetail> {
  if (!uuid.test(id)) throw new AppError('not-found', importFaults.noBatch);
  const [found] =
    await db.query<BatchDetail>(sql`SELECT ${rowColumns}, b.sha256, b.files, b.plan, b.sketch, b.report,
      b.progress, b.fault,
      EXISTS (SELECT FROM import_parts p WHERE p.batch_id = b.id AND p.file = 0) AS "hasRefused",
      (SELECT count(*) FROM incidents i WHERE i.import_batch_id = b.id AND i.version > 1) AS "editedSince"
    FROM import_batches b LEFT JOIN datasets d ON d.id = b.dataset_id WHERE b.id = ${id}::uuid`);
  if (!found) throw new AppError('not-found', importFaults.noBatch);
  return found;
}

/** Where an import stands, for who waits for it. @throws AppError `not-found`, `forbidden`. */
export async function getBatchStep(viewer: Viewer, id: string): Promise<BatchStep> {
  authorise(viewer, 'edit');
  if (!uuid.test(id)) throw new AppError('not-found', importFaults.noBatch);
  const [found] = await database.query<BatchStep>(sql`SELECT status, job, progress, stop_asked AS stopping,
      to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS now
    FROM import_batches WHERE id = ${id}::uuid`);
  if (!found) throw new AppError('not-found', importFaults.noBatch);
  return found;
}

/** The pieces of a file of an import in their order; 0 = the rows that were refused. */
export async function* readParts(db: Db, id: string, file: number): AsyncGenerator<Buffer> {
  for (let part = 0; ; part += 1) {
    const [found] = await db.query<{ bytes: Buffer }>(sql`SELECT bytes FROM import_parts
      WHERE batch_id = ${id}::uuid AND file = ${file} AND part = ${part}`);
    if (!found) return;
    yield found.bytes;
  }
}

/** The rows that an import refused, as a file. @throws AppError `not-found`, `forbidden`. */
export async function openRefused(viewer: Viewer, id: string): Promise<AsyncGenerator<Buffer>> {
  const { hasRefused } = await getBatch(viewer, id);
  if (!hasRefused) throw new AppError('not-found', importFaults.noBatch);
  return readParts(database, id, 0);
}

/** The mappings that were kept, by name. @throws AppError `forbidden`. */
export async function listMappings(viewer: Viewer): Promise<KeptMapping[]> {
  authorise(viewer, 'edit');
  return database.query(sql`SELECT id, name, version, author_name AS "authorName",
      to_char(updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "updatedAt"
    FROM import_mappings ORDER BY name`);
}

/** A mapping that was kept, by its name; null = there is none. */
export async function readMapping(
  db: Db,
  name: string,
): Promise<{ mapping: Mapping; version: number } | null> {
  const [found] = await db.query<{ mapping: Mapping; version: number }>(
    sql`SELECT mapping, version FROM import_mappings WHERE name = ${name}`,
  );
  return found ?? null;
}

/** A mapping that was kept, by its name; null = there is none. @throws AppError `forbidden`. */
export async function openMapping(viewer: Viewer, name: string): Promise<Mapping | null> {
  authorise(viewer, 'edit');
  return (await readMapping(database, name))?.mapping ?? null;
}
