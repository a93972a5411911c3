import 'server-only';
import { appendChanges } from '@/lib/audit/mutations';
import type { ChangeActor } from '@/lib/audit/types';
import { type Bulk, bulkTransaction } from '@/lib/db/bulk';
import { join, raw, type Sql, sql } from '@/lib/db/query';
import type { FieldChange } from '@/lib/edit/types';
import { AppError } from '@/lib/errors';
import { importFaults } from '@/lib/i18n/messages/import-faults';
import { undoFigures } from '../figures/mutations';
import type { ImportReport } from '../report';
import { type ComparedField, comparedColumns } from '../staging/mutations';

/** What taking an import back did. */
export type Undone = NonNullable<ImportReport['undone']>;

type Noted = {
  id: string;
  ref: string;
  version: number;
  noted: number;
  changes: Record<string, FieldChange>;
};

/** Records that stay and are named in the report. */
const mostNamed = 1_000;
/** Changed records that are read and set back at once. */
const atOnce = 2_000;

/**
 * Takes an import back as one act: records that it made go, those that it changed get their values of before in a new
 * version. What was changed since, or is named by a directive, stays and is named.
 * @throws AppError `conflict` where it was undone already.
 */
export function undoImport(batchId: string, actor: ChangeActor, stop?: AbortSignal): Promise<Undone> {
  return bulkTransaction(
    async (db) => {
      const locked =
        await db.query(sql`SELECT FROM import_batches WHERE id = ${batchId}::uuid AND status = 'committed'
        FOR NO KEY UPDATE`);
      if (locked.length === 0) throw new AppError('conflict', importFaults.undone);
      const restored = await restoreChanged(db, batchId, actor);
      const figures = await undoFigures(db, batchId, actor);
      const untouched = sql`i.import_batch_id = ${batchId}::uuid AND i.version = 1
        AND NOT EXISTS (SELECT FROM directive_incidents di WHERE di.incident_id = i.id)`;
      const [removed] = await db.query<{ count: number }>(sql`WITH gone AS (
          DELETE FROM incidents i WHERE ${untouched} RETURNING 1) SELECT count(*) AS count FROM gone`);
      const stays = await db.query<{ ref: string }>(sql`SELECT ref FROM incidents i
        WHERE i.import_batch_id = ${batchId}::uuid ORDER BY ref`);
      const left = [...restored.left, ...stays.map(({ ref }) => ref), ...figures.left];
      const done: Undone = {
        removed: (removed?.count ?? 0) + figures.removed,
        restored: restored.count + figures.restored,
        left: left.slice(0, mostNamed),
        leftCount: left.length,
      };
      await db.query(sql`UPDATE import_batches SET status = 'undone', job = NULL, progress = NULL, fault = NULL,
          stop_asked = false, undone_at = now(),
          report = report || ${JSON.stringify({ undone: done })}::jsonb
        WHERE id = ${batchId}::uuid`);
      const said = (to: unknown) => ({ from: null, to });
      await appendChanges({ query: db.query }, [
        {
          subjectId: batchId,
          version: 2,
          subjectType: 'import',
          action: 'import.undone',
          actor,
          batchId: null,
          changes: {
            removed: said(done.removed),
            restored: said(done.restored),
            left: said(done.leftCount),
          },
          reason: null,
        },
      ]);
      return done;
    },
    { keep: true, stop },
  );
}

async function restoreChanged(
  db: Bulk,
  batchId: string,
  actor: ChangeActor,
): Promise<{ count: number; left: string[] }> {
  let count = 0;
  const left: string[] = [];
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const page: Noted[] =
      await db.query<Noted>(sql`SELECT i.id, i.ref, i.version, c.version AS noted, c.changes
      FROM changes c JOIN incidents i ON i.id = c.subject_id
      WHERE c.batch_id = ${batchId}::uuid AND c.subject_type = 'incident' AND i.id > ${after}::uuid
      ORDER BY i.id LIMIT ${atOnce} FOR NO KEY UPDATE OF i`);
    const last = page.at(-1);
    if (!last) return { count, left };
    after = last.id;
    const free = page.filter(({ version, noted }) => version === noted);
    left.push(...page.filter(({ version, noted }) => version !== noted).map(({ ref }) => ref));
    for (const record of free) await setBack(db, record);
    await appendChanges(
      { query: db.query },
      free.map(({ id, version, changes }) => ({
        subjectId: id,
        version: version + 1,
        subjectType: 'incident',
        action: 'incident.import-undone',
        actor,
        batchId: null,
        changes: Object.fromEntries(
          Object.entries(changes).map(([field, { from, to }]) => [field, { from: to, to: from }]),
        ),
        reason: null,
      })),
    );
    count += free.length;
  }
}

/** Gives a record the values that it had before. */
async function setBack(db: Bulk, { id, changes }: Noted): Promise<void> {
  const fields = Object.keys(changes).filter((field): field is ComparedField =>
    Object.hasOwn(comparedColumns, field),
  );
  const values = JSON.stringify(
    Object.fromEntries(fields.map((field) => [comparedColumns[field], changes[field]?.from ?? null])),
  );
  const set: Sql[] = fields.map((field) => {
    const column = raw(comparedColumns[field]);
    return sql`${column} = n.${column}`;
  });
  await db.query(sql`UPDATE incidents i SET ${join([...set, sql`version = i.version + 1`, sql`updated_at = now()`])}
    FROM jsonb_populate_record(NULL::incidents, ${values}::jsonb) AS n WHERE i.id = ${id}::uuid`);
  if (changes.claims) await setBackClaims(db, id, changes.claims.from);
  if (!changes.responses) return;
  await db.query(sql`DELETE FROM responses WHERE incident_id = ${id}::uuid`);
  await db.query(sql`INSERT INTO responses (incident_id, ordinal, kind, count, duration_days, size_text)
    SELECT ${id}::uuid, r.ordinality, r.kind, r.count, r."durationDays", r."sizeText"
    FROM ROWS FROM (jsonb_to_recordset(${JSON.stringify(changes.responses.from ?? [])}::jsonb)
      AS (kind text, count int, "durationDays" int, "sizeText" text)) WITH ORDINALITY AS r`);
}

/** Gives a record the evidence that it had before. */
async function setBackClaims(db: Bulk, id: string, claims: unknown): Promise<void> {
  await db.query(sql`DELETE FROM claims WHERE incident_id = ${id}::uuid`);
  await db.query(sql`INSERT INTO claims (incident_id, ordinal, field, value, printed, source_id, locator, basis, followed, note)
    SELECT ${id}::uuid, c.ordinality, c.field, c.value, c.printed, s.id, c.locator, c.basis, c.followed, c.note
    FROM ROWS FROM (jsonb_to_recordset(${JSON.stringify(claims ?? [])}::jsonb) AS (field text, value text, printed text,
      source text, locator text, basis text, followed boolean, note text)) WITH ORDINALITY AS c
    JOIN sources s ON s.ref = c.source`);
}
