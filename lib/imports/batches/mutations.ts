import 'server-only';
import { createHash, randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { actorOf } from '@/lib/auth/authorise';
import type { Viewer } from '@/lib/auth/viewer';
import { type Db, database, type Sql, sql } from '@/lib/db/query';
import { AppError, inOne } from '@/lib/errors';
import { importFaults } from '@/lib/i18n/messages/import-faults';
import { unfitConstants } from '../constants';
import { sendToQueue } from '../jobs/send';
import { type ImportPlan, type IncidentMapping, strayCodes, unknownCodes } from '../plan';
import { findPreset } from '../presets/presets';
import type { BatchInput } from './input';
import { readBatch, readParts } from './queries';
import type { BatchDetail, BatchFile, ImportJob } from './types';

/** Begins an import of files that are sent afterwards in pieces. Returns its id. @throws AppError `forbidden`. */
export async function beginImport(
  viewer: Viewer,
  { files }: BatchInput<'begin'>,
): Promise<{ batch: string }> {
  const actor = actorOf(viewer, 'edit');
  return { batch: await insertBatch(database, { id: actor.id, name: actor.name }, files) };
}

/** Makes the row of an import. Returns its id. */
export async function insertBatch(
  db: Db,
  author: { id: string | null; name: string },
  files: readonly { name: string; size: number }[],
  plan: ImportPlan | null = null,
): Promise<string> {
  const id = randomUUID();
  const kept: BatchFile[] = files.map(({ name, size }) => ({ name: fileName(name), size, sha256: '' }));
  await db.query(sql`INSERT INTO import_batches (id, file_name, sha256, status, files, plan, author_id, author_name)
    VALUES (${id}::uuid, ${kept
      .map(({ name }) => name)
      .join(', ')
      .slice(0, 500)}, ${'0'.repeat(64)}, 'uploaded',
      ${JSON.stringify(kept)}::jsonb, ${plan && JSON.stringify(plan)}::jsonb, ${author.id}::uuid, ${author.name})`);
  return id;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it takes away
const unseen = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|\p{Cs}/gu;

/** A name without folders signs that are not seen, and halves of characters. */
const fileName = (name: string) => (name.split(/[\\/]/).at(-1) ?? name).replace(unseen, '').trim() || 'file';

/** Keeps a piece of a file; the same piece again takes its place. @throws AppError `conflict` once all is there. */
export async function addPiece(
  viewer: Viewer,
  { batch, file, part, bytes }: BatchInput<'piece'>,
): Promise<void> {
  actorOf(viewer, 'edit');
  const found = await requireResting(database, batch, ['uploaded']);
  if (file > found.files.length) throw new AppError('invalid', importFaults.incomplete);
  await addPart(database, batch, file, part, Buffer.from(bytes, 'base64'));
}

/** Writes a piece of a file of an import. */
export async function addPart(
  db: Db,
  batch: string,
  file: number,
  part: number,
  bytes: Buffer,
): Promise<void> {
  await db.query(sql`INSERT INTO import_parts (batch_id, file, part, bytes)
    VALUES (${batch}::uuid, ${file}, ${part}, ${bytes})
    ON CONFLICT (batch_id, file, part) DO UPDATE SET bytes = excluded.bytes`);
}

/** Lets the rows go that a check refused before. */
export async function clearRefused(db: Db, batch: string): Promise<void> {
  await db.query(sql`DELETE FROM import_parts WHERE batch_id = ${batch}::uuid AND file = 0`);
}

/**
 * Takes the files of an import as whole, sums them up, and asks that they be looked into.
 * @throws AppError `invalid` where a file did not arrive whole.
 */
export async function finishUpload(viewer: Viewer, { batch }: BatchInput<'uploaded'>): Promise<void> {
  actorOf(viewer, 'edit');
  const { files } = await requireResting(database, batch, ['uploaded', 'failed']);
  const summed: BatchFile[] = [];
  for (const [index, file] of files.entries()) {
    const hash = createHash('sha256');
    let size = 0;
    for await (const piece of readParts(database, batch, index + 1)) {
      hash.update(piece);
      size += piece.length;
    }
    if (size !== file.size) throw new AppError('invalid', importFaults.sumDiffers(file.name));
    summed.push({ ...file, sha256: hash.digest('hex') });
  }
  await setFiles(database, batch, summed);
  await askJob(viewer, { batch, job: 'sketch' });
}

/** Notes the sums of the files of an import. */
export async function setFiles(db: Db, batch: string, files: readonly BatchFile[]): Promise<void> {
  await db.query(sql`UPDATE import_batches SET files = ${JSON.stringify(files)}::jsonb, sha256 = ${sumOf(files)}
    WHERE id = ${batch}::uuid`);
}

/** The sum of one file, or of the sums of several. */
export const sumOf = (files: readonly BatchFile[]): string =>
  files.length === 1
    ? (files[0]?.sha256 ?? '')
    : createHash('sha256')
        .update(files.map(({ sha256 }) => sha256).join('\n'))
        .digest('hex');

/** Keeps how an import is to be read and mapped; what was checked before has to be checked again. */
export async function savePlan(viewer: Viewer, { batch, plan }: BatchInput<'plan'>): Promise<void> {
  actorOf(viewer, 'edit');
  refuseUnfit(plan);
  const { plan: before, status } = await requireResting(database, batch, ['ready', 'checked', 'failed']);
  if (status === 'checked' && before && isSameButRefused(before, plan)) {
    await changeResting(batch, status, sql`plan = ${JSON.stringify(plan)}::jsonb`);
    return;
  }
  const again = status === 'failed' || JSON.stringify(before?.read ?? {}) !== JSON.stringify(plan.read);
  await changeResting(
    batch,
    status,
    sql`plan = ${JSON.stringify(plan)}::jsonb, fault = NULL, report = NULL, status = ${again ? status : 'ready'}`,
  );
  await clearRefused(database, batch);
  // Read otherwise, other columns may be found.
  if (again) await askJob(viewer, { batch, job: 'sketch' });
}

/** Changes an import that nobody took up, or changed the state of, since it was looked at. @throws AppError `conflict`. */
async function changeResting(batch: string, status: BatchDetail['status'], set: Sql): Promise<void> {
  const rows = await database.query(sql`UPDATE import_batches SET ${set}
    WHERE id = ${batch}::uuid AND job IS NULL AND status = ${status} RETURNING 1`);
  if (rows.length === 0) throw new AppError('conflict', importFaults.busy);
}

/** Whether two plans differ at most in what becomes of the others when rows are refused, which no check depends on. */
function isSameButRefused(before: ImportPlan, plan: ImportPlan): boolean {
  return isDeepStrictEqual({ ...before, withoutRefused: false }, { ...plan, withoutRefused: false });
}

/**
 * @throws AppError `invalid` where a plan names codes that there are not, says for all rows what a field can't hold, or
 * would make incidents of leads.
 */
export function refuseUnfit({ mapping, preset, status }: ImportPlan): void {
  if (preset && findPreset(preset.id)?.leads && status !== 'draft')
    throw new AppError('invalid', importFaults.leadsAreDrafts, {
      fields: [{ field: 'status', value: status, message: importFaults.leadsAreDrafts }],
    });
  if (mapping.kind !== 'incidents') return;
  refuseCodes(mapping);
  const unfit = unfitConstants(mapping).map(({ at, value, why }) => ({
    field: `mapping.constants.${at}.value`,
    value,
    message: importFaults.unfitConstant[why](value),
  }));
  if (unfit.length > 0) throw new AppError('invalid', inOne(unfit), { fields: unfit });
}

function refuseCodes(mapping: IncidentMapping): void {
  const unknown = [
    ...mapping.crosswalks.flatMap((crosswalk) =>
      unknownCodes(crosswalk).map(({ from, code }) => `${from} → ${code}`),
    ),
    ...strayCodes(mapping),
  ];
  if (unknown.length === 0) return;
  const message = importFaults.unknownCodes(unknown.slice(0, 5).join(', '));
  throw new AppError('invalid', message, {
    fields: [{ field: 'mapping.crosswalks', value: unknown[0] ?? '', message }],
  });
}

/** In which states an import each job can be asked for. */
const startsFrom: Record<ImportJob, readonly BatchDetail['status'][]> = {
  sketch: ['uploaded', 'ready', 'checked', 'failed'],
  check: ['ready', 'checked'],
  write: ['checked'],
  undo: ['committed'],
};

/** Asks that something be done with an import in the background. @throws AppError `conflict` where that can't be now. */
export async function askJob(viewer: Viewer, { batch, job }: BatchInput<'job'>): Promise<void> {
  const { id, name, role } = actorOf(viewer, 'edit');
  const found = await requireResting(database, batch, startsFrom[job]);
  if ((job === 'check' || job === 'write') && !found.plan) throw new AppError('invalid', importFaults.noPlan);
  await changeResting(
    batch,
    found.status,
    sql`job = ${job}, fault = NULL, stop_asked = false, progress = NULL,
      asked_by = ${JSON.stringify({ id, name, role })}::jsonb`,
  );
  await sendToQueue(batch);
}

/** Asks that what is being done with an import be broken off. */
export async function stopJob(viewer: Viewer, { batch }: BatchInput<'stop'>): Promise<void> {
  actorOf(viewer, 'edit');
  await database.query(sql`UPDATE import_batches SET stop_asked = true
    WHERE id = ${batch}::uuid AND job IS NOT NULL`);
}

/** Lets an import go that was never written, with its files. @throws AppError `conflict` for one that was. */
export async function discardImport(viewer: Viewer, { batch }: BatchInput<'discard'>): Promise<void> {
  actorOf(viewer, 'edit');
  await requireResting(database, batch, ['uploaded', 'ready', 'checked', 'failed']);
  const gone = await database.query(sql`DELETE FROM import_batches WHERE id = ${batch}::uuid AND job IS NULL
    AND status IN ('uploaded', 'ready', 'checked', 'failed') RETURNING 1`);
  if (gone.length === 0) throw new AppError('conflict', importFaults.busy);
}

/** Keeps a mapping under a name, for files like it. Returns its version. */
export async function keepMapping(
  viewer: Viewer,
  { name, mapping }: BatchInput<'keep'>,
): Promise<{ version: number }> {
  const actor = actorOf(viewer, 'edit');
  const [kept] = await database.query<{
    version: number;
  }>(sql`INSERT INTO import_mappings (id, name, mapping, author_name)
    VALUES (${randomUUID()}::uuid, ${name}, ${JSON.stringify(mapping)}::jsonb, ${actor.name})
    ON CONFLICT (name) DO UPDATE SET mapping = excluded.mapping, version = import_mappings.version + 1,
      author_name = excluded.author_name, updated_at = now()
    RETURNING version`);
  return { version: kept?.version ?? 1 };
}

/** An import with which nothing is being done, in one of those states. @throws AppError `not-found`, `conflict`. */
async function requireResting(
  db: Db,
  id: string,
  states: readonly BatchDetail['status'][],
): Promise<BatchDetail> {
  const found = await readBatch(db, id);
  if (found.job !== null) throw new AppError('conflict', importFaults.busy);
  if (!states.includes(found.status)) throw new AppError('conflict', importFaults.notNow(found.status));
  return found;
}
