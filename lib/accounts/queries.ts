import 'server-only';
import { actorOf } from '@/lib/auth/authorise';
import { absoluteHours, idleMinutes } from '@/lib/auth/terms';
import { hashToken, isToken } from '@/lib/auth/tokens';
import type { Viewer } from '@/lib/auth/viewer';
import { database, type Sql, sql } from '@/lib/db/query';
import type { AccountRow, InvitationRow, OpenLink, OwnAccount } from './types';

const moment = (column: Sql) => sql`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

/** The longest that a role's session may lie unused, as an interval of SQL; `a` is the account. */
const idle = sql`make_interval(mins => CASE a.role WHEN 'reader' THEN ${idleMinutes.reader}::int
  WHEN 'coder' THEN ${idleMinutes.coder}::int ELSE ${idleMinutes.admin}::int END)`;

/** Whether session `s` of account `a` has not run out. */
const alive = sql`s.created_at > now() - make_interval(hours => ${absoluteHours}::int) AND s.seen_at > now() - ${idle}`;

/** All accounts and the invitations that are open, for an admin. @throws AppError when the viewer is none. */
export async function listAccounts(
  viewer: Viewer,
): Promise<{ accounts: AccountRow[]; invitations: InvitationRow[] }> {
  actorOf(viewer, 'accounts');
  const [accounts, invitations] = await Promise.all([
    database.query<AccountRow>(sql`SELECT a.id, a.login, a.name, a.role, a.totp_since IS NOT NULL AS "secondFactor",
        ${moment(sql`a.closed_at`)} AS "closedAt", ${moment(sql`a.created_at`)} AS "createdAt",
        (SELECT ${moment(sql`max(s.seen_at)`)} FROM sessions s WHERE s.account_id = a.id AND ${alive}) AS "seenAt",
        a.version
      FROM accounts a ORDER BY a.closed_at IS NOT NULL, a.login`),
    database.query<InvitationRow>(sql`SELECT id, role, note, ${moment(sql`expires_at`)} AS "expiresAt"
      FROM account_links WHERE kind = 'invitation' AND closed_at IS NULL AND expires_at > now()
      ORDER BY created_at`),
  ]);
  return { accounts, invitations };
}

/** One's own account and where it is signed in, last used first. @throws AppError when nobody is signed in. */
export async function getOwnAccount(viewer: Viewer): Promise<OwnAccount> {
  const { id } = actorOf(viewer, 'own-account');
  const [[account], sessions] = await Promise.all([
    database.query<
      Omit<OwnAccount, 'sessions'>
    >(sql`SELECT login, name, role, totp_since IS NOT NULL AS "secondFactor"
      FROM accounts WHERE id = ${id}::uuid`),
    database.query<OwnAccount['sessions'][number]>(sql`SELECT s.id, s.device,
        ${moment(sql`s.created_at`)} AS "createdAt", ${moment(sql`s.seen_at`)} AS "seenAt"
      FROM sessions s JOIN accounts a ON a.id = s.account_id
      WHERE a.id = ${id}::uuid AND ${alive} ORDER BY s.seen_at DESC, s.id`),
  ]);
  if (!account) throw new Error('the account of a session is gone');
  return { ...account, sessions };
}

/** What a link is for; null = it was used, called back, has expired, or never was one. */
export async function findOpenLink(token: string): Promise<OpenLink | null> {
  if (!isToken(token)) return null;
  const [link] = await database.query<OpenLink>(sql`SELECT l.kind, l.role, a.login, a.name
    FROM account_links l LEFT JOIN accounts a ON a.id = l.account_id
    WHERE l.id = ${hashToken(token)} AND l.closed_at IS NULL AND l.expires_at > now() AND a.closed_at IS NULL`);
  return link ?? null;
}
