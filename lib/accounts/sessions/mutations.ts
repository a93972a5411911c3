import 'server-only';
import { actorOf } from '@/lib/auth/authorise';
import { hashToken, makeToken } from '@/lib/auth/tokens';
import type { Viewer } from '@/lib/auth/viewer';
import { type Db, database, sql } from '@/lib/db/query';
import { AppError } from '@/lib/errors';
import { faults } from '@/lib/i18n/messages/faults';

/** The tokens of a new session and of its device, for the two cookies. */
export type Tokens = { session: string; device: string };

/** Most devices that an account is remembered on. */
const mostDevices = 20;

/**
 * Begins a session with a token that did not exist before. `replaced`: the session that this browser had, which ends.
 * The device gets a new token too.
 */
export async function beginSession(
  db: Db,
  accountId: string,
  from: { words: string; replaced: string | null; device: string | null },
): Promise<Tokens> {
  const tokens = { session: makeToken(), device: makeToken() };
  await db.query(sql`DELETE FROM sessions WHERE id = ${from.replaced}`);
  await db.query(sql`DELETE FROM sessions WHERE created_at < now() - interval '1 day'`);
  await db.query(
    sql`DELETE FROM known_devices WHERE id = ${from.device} AND account_id = ${accountId}::uuid`,
  );
  await db.query(sql`INSERT INTO sessions (id, account_id, device)
    VALUES (${hashToken(tokens.session)}, ${accountId}::uuid, ${from.words})`);
  await db.query(
    sql`INSERT INTO known_devices (id, account_id) VALUES (${hashToken(tokens.device)}, ${accountId}::uuid)`,
  );
  await db.query(sql`DELETE FROM known_devices WHERE id IN (SELECT id FROM known_devices
    WHERE account_id = ${accountId}::uuid ORDER BY seen_at DESC, id OFFSET ${mostDevices})`);
  return tokens;
}

/** Ends all sessions of an account, but for one. */
export async function endSessionsOf(db: Db, accountId: string, but: string | null = null): Promise<void> {
  await db.query(
    sql`DELETE FROM sessions WHERE account_id = ${accountId}::uuid AND id IS DISTINCT FROM ${but}`,
  );
}

/** Signs a browser out. One that was not signed in is not either afterwards. */
export async function signOut(session: string): Promise<void> {
  await database.query(sql`DELETE FROM sessions WHERE id = ${session}`);
}

/**
 * Ends one of one's own sessions, or all of them (`session` null).
 * @throws AppError `not-found` for a session that is not one's own.
 */
export async function endOwnSessions(viewer: Viewer, session: string | null): Promise<void> {
  const { id } = actorOf(viewer, 'own-account');
  if (session === null) return endSessionsOf(database, id);
  const ended = await database.query(sql`DELETE FROM sessions
    WHERE id = ${session} AND account_id = ${id}::uuid RETURNING id`);
  if (ended.length === 0) throw new AppError('not-found', faults.noSession);
}
