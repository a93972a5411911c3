import 'server-only';
import { randomUUID } from 'node:crypto';
import { appendChanges } from '@/lib/audit/mutations';
import { actorOf } from '@/lib/auth/authorise';
import type { Actor, Viewer } from '@/lib/auth/viewer';
import { type Db, snapshot, sql } from '@/lib/db/query';
import { transaction } from '@/lib/db/write';
import { AppError } from '@/lib/errors';
import { faults } from '@/lib/i18n/messages/faults';
import type { FieldChange } from '../edit/types';
import { undoMerge } from '../merging/mutations';
import { allowTime, insertAct, type LockedAct, lockAct } from './entries/mutations';
import { reversed } from './plan';
import { type Chosen, digestOf, lookInto, previewOf, readActRows } from './queries';
import { type ActDetails, type ActDoubt, codeFieldNames, type Done, type RecordAct } from './types';

/** How an act is asked for once it was previewed. `details`: how the records were chosen, as it is kept. */
type Asked = {
  chosen: Chosen;
  act: RecordAct;
  reason: string | null;
  digest: string;
  details: ActDetails;
  most?: number;
};

/** A record that gets other values and a new version. */
type Written = { id: string; version: number; changes: Record<string, FieldChange> };

/**
 * Does an act that was previewed, whole or not at all. The texts are looked through before anything is locked: that the
 * locked records have the same digest means that they are what was looked through.
 * @throws AppError `conflict` with an `ActDoubt` and a fresh preview when another selection would be changed than was
 * previewed; `invalid` where nothing changes or it has to be said why; `too-large`, `forbidden`.
 */
export async function applyAct(viewer: Viewer, asked: Asked): Promise<Done> {
  const actor = actorOf(viewer, 'edit');
  const { chosen, act, reason, digest, most } = asked;
  const looked = await snapshot((db) => lookInto(db, chosen, viewer, act, most));
  if (looked.digest !== digest) throw await changedMeanwhile(viewer, asked);
  if (looked.changing.length === 0) throw new AppError('invalid', faults.nothingToChange);
  if (looked.needsReason && !reason)
    throw new AppError('invalid', faults.sayWhy, {
      fields: [{ field: 'reason', value: '', message: faults.sayWhy }],
    });
  const written = looked.changing.map(
    ({ row, changes }): Written => ({ id: row.id, version: row.version + 1, changes }),
  );
  const done = await transaction(async (db): Promise<Done | null> => {
    await allowTime(db);
    const locked = await readActRows(db, chosen, viewer, { lock: true, most });
    if (digestOf(locked, act) !== digest) return null;
    const id = randomUUID();
    const { matched } = looked;
    const details = act.kind === 'retag' ? { ...asked.details, ...detailsOf(act) } : asked.details;
    await insertAct(db, actor, { id, kind: act.kind, details, reason, matched, changed: written.length });
    const action = {
      retag: 'incident.changed',
      publish: 'incident.published',
      withdraw: 'incident.withdrawn',
    }[act.kind];
    await writeAll(db, actor, { id, action, reason }, written);
    return { id, changed: written.length, left: [] };
  });
  return done ?? Promise.reject(await changedMeanwhile(viewer, asked));
}

const detailsOf = ({ add, remove, type }: Extract<RecordAct, { kind: 'retag' }>) => ({ add, remove, type });

async function changedMeanwhile(viewer: Viewer, { chosen, act, most }: Asked): Promise<AppError> {
  const preview = await snapshot(async (db) => previewOf(db, await lookInto(db, chosen, viewer, act, most)));
  const details: ActDoubt = { kind: 'selection-changed', preview };
  return new AppError('conflict', faults.selectionChanged, { details });
}

/**
 * Takes an act back, once: every record that was not changed since gets its values of before in a new version; the others
 * are left and named.
 * @throws AppError `conflict` when it was taken back already or every record was changed since; `not-found`, `forbidden`.
 */
export function undoAct(
  viewer: Viewer,
  { id, reason }: { id: string; reason: string | null },
): Promise<Done> {
  const actor = actorOf(viewer, 'edit');
  return transaction(async (db) => {
    await allowTime(db);
    const act = await lockAct(db, id);
    return act.kind === 'merge'
      ? undoMerge(db, viewer, actor, act, reason)
      : undoRecords(db, actor, act, reason);
  });
}

async function undoRecords(db: Db, actor: Actor, act: LockedAct, reason: string | null): Promise<Done> {
  const rows = await db.query<
    Written & { ref: string; noted: number }
  >(sql`SELECT i.id, i.ref, i.version, c.version AS noted, c.changes
    FROM changes c JOIN incidents i ON i.id = c.subject_id WHERE c.batch_id = ${act.id}::uuid
    ORDER BY i.id FOR UPDATE OF i`);
  const written = rows
    .filter(({ version, noted }) => version === noted)
    .map(({ id, version, changes }): Written => ({ id, version: version + 1, changes: reversed(changes) }));
  if (written.length === 0) throw new AppError('conflict', faults.nothingLeft);
  const left = rows.filter(({ version, noted }) => version !== noted).map(({ ref }) => ref);
  const id = randomUUID();
  const changed = written.length;
  const kept = { kind: 'undo' as const, details: {}, undoes: act.id, leftRefs: left };
  await insertAct(db, actor, { id, reason, matched: rows.length, changed, ...kept });
  await writeAll(db, actor, { id, action: 'incident.undone', reason }, written);
  return { id, changed, left };
}

/** Writes the values that records change to, in one statement, and notes the changes, in another. */
async function writeAll(
  db: Db,
  actor: Actor,
  act: { id: string; action: string; reason: string | null },
  records: readonly Written[],
): Promise<void> {
  const columns = ['status', 'type', ...codeFieldNames];
  const values = records.map(({ id, changes }) => ({
    id,
    ...Object.fromEntries(columns.flatMap((field) => (changes[field] ? [[field, changes[field].to]] : []))),
  }));
  const [written] = await db.query<{ count: number }>(sql`WITH written AS (
      UPDATE incidents i SET status = coalesce(n.status, i.status), type = coalesce(n.type, i.type),
        issues = coalesce(n.issues, i.issues), groups = coalesce(n.groups, i.groups),
        forms = coalesce(n.forms, i.forms), targets = coalesce(n.targets, i.targets),
        version = i.version + 1, updated_at = now()
      FROM jsonb_to_recordset(${JSON.stringify(values)}::jsonb) AS n(id uuid, status text, type text, issues text[],
        groups text[], forms text[], targets text[])
      WHERE i.id = n.id RETURNING 1)
    SELECT count(*) AS count FROM written`);
  if (written?.count !== records.length) throw new Error('Not every record of an act was written.');
  const { id, name, role } = actor;
  await appendChanges(
    db,
    records.map(({ id: subjectId, version, changes }) => ({
      subjectId,
      version,
      subjectType: 'incident',
      action: act.action,
      actor: { id, name, role },
      batchId: act.id,
      changes,
      reason: act.reason,
    })),
  );
}
