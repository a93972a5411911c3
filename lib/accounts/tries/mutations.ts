import 'server-only';
import { keyedHash } from '@/lib/auth/secret';
import { backOff, tries } from '@/lib/auth/terms';
import { database, sql } from '@/lib/db/query';
import { transaction } from '@/lib/db/write';

/** Who tries a password: for which login, from which address (`visitorAddress`), on which known device. */
export type Tryer = { login: string; address: string; device: string | null };

/** A try that may go ahead, or how many seconds to wait before the next. */
export type Try = { id: string } | { retryAfter: number };

type Counts = {
  wrong: number;
  last: number | null;
  oldest: number | null;
  fromVisitor: number;
  oldestOfVisitor: number | null;
};

/**
 * Notes a try before the password is looked at, so that many at once can't pass together; one that turns out right is
 * taken back (`forgetTry`). An account counts what comes from unknown devices and from each of its own devices apart:
 * whoever guesses elsewhere does not shut its owner out. What comes from one address is counted over all accounts.
 */
export async function beginTry({ login, address, device }: Tryer): Promise<Try> {
  const [account, visitor] = [keyedHash('login', login), keyedHash('address', address)];
  return transaction(async (db) => {
    // Always the account first, so that two tries never wait for each other.
    for (const key of [account, visitor])
      await db.query(sql`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
    await db.query(
      sql`DELETE FROM sign_in_tries WHERE at < now() - make_interval(mins => ${tries.minutes}::int)`,
    );
    const [counts] = await db.query<Counts>(sql`SELECT
        count(*) FILTER (WHERE login = ${account} AND device IS NOT DISTINCT FROM ${device})::int AS wrong,
        extract(epoch FROM now() - max(at) FILTER (WHERE login = ${account} AND device IS NOT DISTINCT FROM ${device}))::float8 AS last,
        extract(epoch FROM now() - min(at) FILTER (WHERE login = ${account} AND device IS NOT DISTINCT FROM ${device}))::float8 AS oldest,
        count(*) FILTER (WHERE visitor = ${visitor} AND device IS NULL)::int AS "fromVisitor",
        extract(epoch FROM now() - min(at) FILTER (WHERE visitor = ${visitor} AND device IS NULL))::float8 AS "oldestOfVisitor"
      FROM sign_in_tries WHERE login = ${account} OR visitor = ${visitor}`);
    const wait = counts ? waitOf(counts, device !== null) : 0;
    if (wait > 0) return { retryAfter: Math.ceil(wait) };
    const [noted] = await db.query<{ id: string }>(sql`INSERT INTO sign_in_tries (login, visitor, device)
      VALUES (${account}, ${visitor}, ${device}) RETURNING id::text AS id`);
    if (!noted) throw new Error('an insert returned no row');
    return noted;
  });
}

/** Seconds to wait; 0 = none. */
function waitOf(counts: Counts, known: boolean): number {
  const window = tries.minutes * 60;
  const most = known ? tries.device : tries.account;
  const full = counts.wrong >= most ? window - (counts.oldest ?? 0) : 0;
  const crowded = !known && counts.fromVisitor >= tries.visitor ? window - (counts.oldestOfVisitor ?? 0) : 0;
  const pause = counts.last === null ? 0 : backOff(counts.wrong) - counts.last;
  return Math.max(full, crowded, pause, 0);
}

/** Takes a try back that turned out right. */
export async function forgetTry(id: string): Promise<void> {
  await database.query(sql`DELETE FROM sign_in_tries WHERE id = ${id}::bigint`);
}
