import 'server-only';
import type { Role } from '@/lib/auth/permissions';
import { type LinkKind, linkHours } from '@/lib/auth/terms';
import { hashToken, makeToken } from '@/lib/auth/tokens';
import { type Db, sql } from '@/lib/db/query';

type NewLink = { kind: LinkKind; accountId?: string; role?: Role; note?: string | null };

/** Makes a link that can be used once, for as long as its kind has it. Returns its token, which is nowhere else. */
export async function makeLink(db: Db, { kind, accountId, role, note }: NewLink): Promise<string> {
  const token = makeToken();
  await db.query(sql`INSERT INTO account_links (id, kind, account_id, role, note, expires_at)
    VALUES (${hashToken(token)}, ${kind}, ${accountId ?? null}::uuid, ${role ?? null}, ${note ?? null},
      now() + make_interval(hours => ${linkHours[kind]}::int))`);
  return token;
}

/**
 * A link that makes the first account, for the command that starts Daybook, within its transaction; null = there is an
 * account already. Earlier ones can't be used any more.
 */
export async function makeFirstLink(db: Db): Promise<string | null> {
  const any = await db.query(sql`SELECT FROM accounts LIMIT 1`);
  if (any.length > 0) return null;
  await db.query(sql`UPDATE account_links SET closed_at = now() WHERE kind = 'first' AND closed_at IS NULL`);
  return makeLink(db, { kind: 'first', role: 'admin' });
}
