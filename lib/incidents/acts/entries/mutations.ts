import 'server-only';
import type { Actor } from '@/lib/auth/viewer';
import { type Db, sql } from '@/lib/db/query';
import { AppError } from '@/lib/errors';
import { faults } from '@/lib/i18n/messages/faults';
import type { ActDetails, ActEntry } from '../types';

/** An act that is about to be kept. */
type NewAct = Pick<ActEntry, 'id' | 'kind' | 'details' | 'reason' | 'matched' | 'changed'> &
  Partial<Pick<ActEntry, 'undoes' | 'leftRefs'>>;

/** Keeps an act. @throws AppError `conflict` from the database when it takes back one that was taken back. */
export async function insertAct(db: Db, actor: Actor, act: NewAct): Promise<void> {
  await db.query(sql`INSERT INTO acts (id, kind, details, reason, actor_id, actor_name, matched, changed, undoes, left_refs)
    VALUES (${act.id}::uuid, ${act.kind}, ${JSON.stringify(act.details)}::jsonb, ${act.reason}, ${actor.id}::uuid,
      ${actor.name}, ${act.matched}, ${act.changed}, ${act.undoes ?? null}::uuid, ${act.leftRefs ?? []}::text[])`);
}

/** An act that is about to be taken back. */
export type LockedAct = { id: string; kind: ActEntry['kind']; details: ActDetails };

/**
 * The act that is to be taken back, locked until the transaction ends.
 * @throws AppError `not-found`; `conflict` when it was taken back already, or is itself one that takes another back.
 */
export async function lockAct(db: Db, id: string): Promise<LockedAct> {
  const [act] = await db.query<LockedAct>(
    sql`SELECT id, kind, details FROM acts WHERE id = ${id}::uuid FOR UPDATE`,
  );
  if (!act) throw new AppError('not-found', faults.noAct);
  if (act.kind === 'undo') throw new AppError('conflict', faults.actUndoes);
  const undone = await db.query(sql`SELECT FROM acts WHERE undoes = ${id}::uuid`);
  if (undone.length > 0) throw new AppError('conflict', faults.actUndone);
  return act;
}

/** Lets the statements of one transaction take as long as many records need. */
export async function allowTime(db: Db): Promise<void> {
  await db.query(sql`SET LOCAL statement_timeout = '120s'`);
  await db.query(sql`SET LOCAL idle_in_transaction_session_timeout = '60s'`);
}
