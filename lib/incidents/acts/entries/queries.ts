import 'server-only';
import { actorOf } from '@/lib/auth/authorise';
import type { Viewer } from '@/lib/auth/viewer';
import { type Sql, snapshot, sql } from '@/lib/db/query';
import { AppError } from '@/lib/errors';
import { faults } from '@/lib/i18n/messages/faults';
import type { FieldChange } from '../../edit/types';
import type { ActEntry, NamedRecord } from '../types';

/** Acts in a list, and records of one act that are named. */
export const actsShown = 100;
const recordsShown = 200;

/** A record of an act. `since`: it was changed after the act. */
export type ActRecord = NamedRecord & { changes: Record<string, FieldChange>; since: boolean };

const columns: Sql = sql`a.id, a.kind, a.details, a.reason, a.actor_name AS "actorName", a.matched, a.changed,
  to_char(a.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at, a.undoes,
  (SELECT u.id FROM acts u WHERE u.undoes = a.id) AS "undoneBy", a.left_refs AS "leftRefs"`;

/** The acts on many records and the merges, newest first. @throws AppError `forbidden` for those who may not edit. */
export async function listActs(viewer: Viewer): Promise<ActEntry[]> {
  actorOf(viewer, 'edit');
  return snapshot((db) =>
    db.query<ActEntry>(
      sql`SELECT ${columns} FROM acts a ORDER BY a.created_at DESC, a.id LIMIT ${actsShown}`,
    ),
  );
}

/**
 * One act with its records, those first that were changed after it. `since`: how many were.
 * @throws AppError `not-found`, `forbidden`.
 */
export async function openAct(
  id: string,
  viewer: Viewer,
): Promise<{ act: ActEntry; since: number; records: ActRecord[] }> {
  actorOf(viewer, 'edit');
  const missing = () => new AppError('not-found', faults.noAct);
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw missing();
  return snapshot(async (db) => {
    const [act] = await db.query<ActEntry>(sql`SELECT ${columns} FROM acts a WHERE a.id = ${id}::uuid`);
    if (!act) throw missing();
    const of = sql`changes c JOIN incidents i ON i.id = c.subject_id WHERE c.batch_id = ${id}::uuid`;
    const [later] = await db.query<{ count: number }>(
      sql`SELECT count(*) AS count FROM ${of} AND i.version > c.version`,
    );
    const records = await db.query<ActRecord>(sql`SELECT i.ref, i.title, i.title_zh AS "titleZh", c.changes,
        i.version > c.version AS since
      FROM ${of} ORDER BY i.version > c.version DESC, i.ref LIMIT ${recordsShown}`);
    return { act, since: later?.count ?? 0, records };
  });
}
