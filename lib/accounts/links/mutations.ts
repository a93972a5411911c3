import 'server-only';
import { randomUUID } from 'node:crypto';
import { appendChanges } from '@/lib/audit/mutations';
import { actorOf } from '@/lib/auth/authorise';
import { hashPassword } from '@/lib/auth/passwords';
import type { Role } from '@/lib/auth/permissions';
import type { LinkKind } from '@/lib/auth/terms';
import { hashToken } from '@/lib/auth/tokens';
import type { Viewer } from '@/lib/auth/viewer';
import { type Db, database, sql } from '@/lib/db/query';
import { transaction } from '@/lib/db/write';
import { AppError } from '@/lib/errors';
import { faults } from '@/lib/i18n/messages/faults';
import type { AccountInput } from '../input';
import { makeLink } from '../new-link/mutations';
import { endSessionsOf } from '../sessions/mutations';

type Link = { kind: LinkKind; accountId: string | null; role: Role | null };

/** A link with which somebody makes an account of a role. Returns its token, which is nowhere else. */
export function invite(
  viewer: Viewer,
  { role, note }: Pick<AccountInput<'invite'>, 'role' | 'note'>,
): Promise<string> {
  actorOf(viewer, 'accounts');
  return makeLink(database, { kind: 'invitation', role, note });
}

/** Calls an invitation back. @throws AppError `not-found` when it is not open. */
export async function callBack(viewer: Viewer, id: string): Promise<void> {
  actorOf(viewer, 'accounts');
  const closed = await database.query(sql`UPDATE account_links SET closed_at = now()
    WHERE id = ${id} AND kind = 'invitation' AND closed_at IS NULL RETURNING id`);
  if (closed.length === 0) throw new AppError('not-found', faults.invitationClosed);
}

/** A link with which the owner of an account chooses a new password; earlier ones can't be used any more. */
export function makePasswordLink(viewer: Viewer, id: string): Promise<string> {
  actorOf(viewer, 'accounts');
  return transaction(async (db) => {
    const open = await db.query(
      sql`SELECT FROM accounts WHERE id = ${id}::uuid AND closed_at IS NULL FOR UPDATE`,
    );
    if (open.length === 0) throw new AppError('not-found', faults.noOpenAccount);
    await db.query(sql`UPDATE account_links SET closed_at = now()
      WHERE account_id = ${id}::uuid AND closed_at IS NULL`);
    return makeLink(db, { kind: 'new-password', accountId: id });
  });
}

/**
 * Uses a link up that is of one of some kinds. Null = it is none of them, was used, called back or has expired. Of two who
 * use it at once one is late.
 */
async function spendLink(db: Db, token: string, kinds: readonly LinkKind[]): Promise<Link | null> {
  const [link] = await db.query<Link>(sql`UPDATE account_links SET closed_at = now()
    WHERE id = ${hashToken(token)} AND kind = ANY(${[...kinds]}::text[]) AND closed_at IS NULL AND expires_at > now()
    RETURNING kind, account_id AS "accountId", role`);
  return link ?? null;
}

/**
 * Makes the account that a link is for, within the transaction of the caller. Null = the link can't be used.
 * @throws AppError `conflict` when the login is taken; then the link stays open.
 */
export async function makeAccount(
  db: Db,
  { token, login, name, password }: AccountInput<'makeAccount'>,
): Promise<string | null> {
  const link = await spendLink(db, token, ['first', 'invitation']);
  if (!link?.role) return null;
  if (link.kind === 'first') {
    await db.query(sql`SELECT pg_advisory_xact_lock(20261128)`);
    const any = await db.query(sql`SELECT FROM accounts LIMIT 1`);
    if (any.length > 0) return null;
  }
  const id = randomUUID();
  const made = await db.query(sql`INSERT INTO accounts (id, login, name, role, password_hash)
    VALUES (${id}::uuid, ${login}, ${name}, ${link.role}, ${await hashPassword(password)})
    ON CONFLICT (login) DO NOTHING RETURNING id`);
  if (made.length === 0) throw new AppError('conflict', faults.loginTaken);
  await appendChanges(db, [
    {
      subjectId: id,
      version: 1,
      subjectType: 'account',
      action: 'account.created',
      actor: { id, name, role: link.role },
      batchId: null,
      changes: { role: { from: null, to: link.role } },
      reason: null,
    },
  ]);
  return id;
}

/** Sets the password of the account that a link is for. All its sessions end. Null = the link can't be used. */
export async function choosePassword(
  db: Db,
  { token, password }: AccountInput<'choosePassword'>,
): Promise<string | null> {
  const link = await spendLink(db, token, ['new-password']);
  if (!link?.accountId) return null;
  const [account] = await db.query<{ id: string; name: string; role: Role; version: number }>(
    sql`UPDATE accounts SET password_hash = ${await hashPassword(password)}, version = version + 1
      WHERE id = ${link.accountId}::uuid AND closed_at IS NULL RETURNING id, name, role, version`,
  );
  if (!account) return null;
  await endSessionsOf(db, account.id);
  await appendChanges(db, [
    {
      subjectId: account.id,
      version: account.version,
      subjectType: 'account',
      action: 'account.password-changed',
      actor: { id: account.id, name: account.name, role: account.role },
      batchId: null,
      changes: {},
      reason: null,
    },
  ]);
  return account.id;
}
