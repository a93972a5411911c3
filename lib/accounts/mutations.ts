import 'server-only';
import { appendChanges } from '@/lib/audit/mutations';
import { actorOf } from '@/lib/auth/authorise';
import { hashPassword, isPassword } from '@/lib/auth/passwords';
import type { Role } from '@/lib/auth/permissions';
import { makeTotpKey, totpStep } from '@/lib/auth/totp';
import type { Actor, Viewer } from '@/lib/auth/viewer';
import { type Db, database, sql } from '@/lib/db/query';
import { transaction } from '@/lib/db/write';
import { AppError } from '@/lib/errors';
import { faults } from '@/lib/i18n/messages/faults';
import type { AccountInput } from './input';
import { endSessionsOf } from './sessions/mutations';

type Account = {
  id: string;
  login: string;
  name: string;
  role: Role;
  version: number;
  passwordHash: string;
  totpKey: string | null;
  totpSince: string | null;
  totpStep: number | null;
  closedAt: string | null;
};

/** Locks and reads an account. @throws AppError `not-found`. */
async function lockAccount(db: Db, id: string): Promise<Account> {
  const [account] = await db.query<Account>(sql`SELECT id, login, name, role, version,
      password_hash AS "passwordHash", totp_key AS "totpKey", totp_since::text AS "totpSince",
      totp_step AS "totpStep", closed_at::text AS "closedAt"
    FROM accounts WHERE id = ${id}::uuid FOR UPDATE`);
  if (!account) throw new AppError('not-found', faults.noAccount);
  return account;
}

/** Notes in the history what was done to an account: which parts, never a secret. */
function note(
  db: Db,
  account: { id: string; version: number },
  action: string,
  actor: Actor,
  changes: Record<string, { from: unknown; to: unknown }>,
): Promise<void> {
  return appendChanges(db, [
    {
      subjectId: account.id,
      version: account.version,
      subjectType: 'account',
      action,
      actor: { id: actor.id, name: actor.name, role: actor.role },
      batchId: null,
      changes,
      reason: null,
    },
  ]);
}

/** Whether a password is that of one's own account, asked again before something that must not be done by a passer-by. */
export async function isOwnPassword(viewer: Viewer, password: string): Promise<boolean> {
  const { id } = actorOf(viewer, 'own-account');
  const [row] = await database.query<{ hash: string }>(
    sql`SELECT password_hash AS hash FROM accounts WHERE id = ${id}::uuid`,
  );
  return isPassword(password, row?.hash ?? null);
}

/** The login of one's own account. */
export async function ownLogin(viewer: Viewer): Promise<string> {
  const { id } = actorOf(viewer, 'own-account');
  const [row] = await database.query<{ login: string }>(
    sql`SELECT login FROM accounts WHERE id = ${id}::uuid`,
  );
  return row?.login ?? '';
}

/** Sets one's own password. All sessions end; the caller begins a new one. */
export async function setOwnPassword(db: Db, viewer: Viewer, password: string): Promise<string> {
  const actor = actorOf(viewer, 'own-account');
  const account = await lockAccount(db, actor.id);
  await db.query(sql`UPDATE accounts SET password_hash = ${await hashPassword(password)}, version = version + 1
    WHERE id = ${account.id}::uuid`);
  await endSessionsOf(db, account.id);
  await note(db, { ...account, version: account.version + 1 }, 'account.password-changed', actor, {});
  return account.id;
}

/** Begins a second factor: a new key, which counts once a first code of it was given. */
export async function beginSecondFactor(viewer: Viewer): Promise<{ typed: string; picture: string }> {
  const { id } = actorOf(viewer, 'own-account');
  return transaction(async (db) => {
    const account = await lockAccount(db, id);
    if (account.totpSince) throw new AppError('conflict', faults.factorInUse);
    const { sealed, ...shown } = makeTotpKey(account.login);
    await db.query(sql`UPDATE accounts SET totp_key = ${sealed} WHERE id = ${id}::uuid`);
    return shown;
  });
}

/** Puts the second factor that was begun into use. False = the code is wrong. Other sessions end. */
export async function confirmSecondFactor(
  viewer: Viewer,
  code: string,
  session: string | null,
): Promise<boolean> {
  const actor = actorOf(viewer, 'own-account');
  return transaction(async (db) => {
    const account = await lockAccount(db, actor.id);
    if (account.totpSince || !account.totpKey) throw new AppError('conflict', faults.factorNotBegun);
    const step = totpStep(account.totpKey, code, { lastStep: null, now: new Date() });
    if (step === null) return false;
    await db.query(sql`UPDATE accounts SET totp_since = now(), totp_step = ${step}, version = version + 1
      WHERE id = ${account.id}::uuid`);
    await endSessionsOf(db, account.id, session);
    await note(db, { ...account, version: account.version + 1 }, 'account.changed', actor, {
      secondFactor: { from: false, to: true },
    });
    return true;
  });
}

/** Gives one's own second factor up. */
export async function removeSecondFactor(viewer: Viewer): Promise<void> {
  const actor = actorOf(viewer, 'own-account');
  await transaction(async (db) => {
    const account = await lockAccount(db, actor.id);
    if (!account.totpKey) return;
    await db.query(sql`UPDATE accounts SET totp_key = NULL, totp_since = NULL, totp_step = NULL,
      version = version + 1 WHERE id = ${account.id}::uuid`);
    await note(db, { ...account, version: account.version + 1 }, 'account.changed', actor, {
      secondFactor: { from: account.totpSince !== null, to: false },
    });
  });
}

/**
 * Changes the role of an account, closes or opens it, or takes its second factor away. Its sessions end.
 * @throws AppError `conflict` when it was changed meanwhile, or when no admin would be left.
 */
export async function changeAccount(viewer: Viewer, input: AccountInput<'change'>): Promise<void> {
  const actor = actorOf(viewer, 'accounts');
  await transaction(async (db) => {
    // One change at a time, so that two admins can't close each other at once.
    await db.query(sql`SELECT pg_advisory_xact_lock(20261128)`);
    const account = await lockAccount(db, input.id);
    if (account.version !== input.version) throw new AppError('conflict', faults.accountChanged);
    const changes: Record<string, { from: unknown; to: unknown }> = {};
    if (input.role !== undefined && input.role !== account.role)
      changes.role = { from: account.role, to: input.role };
    if (input.closed !== undefined && input.closed !== (account.closedAt !== null))
      changes.closed = { from: account.closedAt !== null, to: input.closed };
    if (input.secondFactor === false && account.totpKey)
      changes.secondFactor = { from: account.totpSince !== null, to: false };
    if (Object.keys(changes).length === 0) return;
    await db.query(sql`UPDATE accounts SET role = ${input.role ?? account.role}, version = version + 1,
        closed_at = ${input.closed === undefined ? sql`closed_at` : input.closed ? sql`now()` : sql`NULL`}
        ${changes.secondFactor ? sql`, totp_key = NULL, totp_since = NULL, totp_step = NULL` : sql``}
      WHERE id = ${account.id}::uuid`);
    await requireAnAdmin(db);
    await endSessionsOf(db, account.id);
    await db.query(sql`UPDATE account_links SET closed_at = now()
      WHERE account_id = ${account.id}::uuid AND closed_at IS NULL AND ${input.closed === true}`);
    await note(db, { ...account, version: account.version + 1 }, 'account.changed', actor, changes);
  });
}

async function requireAnAdmin(db: Db): Promise<void> {
  const left = await db.query(sql`SELECT FROM accounts WHERE role = 'admin' AND closed_at IS NULL LIMIT 1`);
  if (left.length === 0) throw new AppError('conflict', faults.lastAdmin);
}
