import 'server-only';
import { database, sql } from '@/lib/db/query';
import type { Role } from './permissions';
import { absoluteHours, idleMinutes } from './terms';
import type { Actor } from './viewer';

/**
 * Who is signed in under a session (SHA-256 of its token); null = nobody: it never was, it was ended, it was not used
 * for `idleMinutes` of the role, it is older than `absoluteHours`, or the account is closed.
 */
export async function readSession(id: string): Promise<Actor | null> {
  const [row] = await database.query<{ id: string; name: string; role: Role; idle: number; stale: boolean }>(
    sql`SELECT a.id, a.name, a.role, extract(epoch FROM now() - s.seen_at)::int AS idle,
        s.seen_at < now() - interval '1 minute' AS stale
      FROM sessions s JOIN accounts a ON a.id = s.account_id
      WHERE s.id = ${id} AND a.closed_at IS NULL
        AND s.created_at > now() - make_interval(hours => ${absoluteHours}::int)`,
  );
  if (!row || row.idle > idleMinutes[row.role] * 60) return null;
  if (row.stale) await database.query(sql`UPDATE sessions SET seen_at = now() WHERE id = ${id}`);
  return { kind: 'account', id: row.id, name: row.name, role: row.role };
}
