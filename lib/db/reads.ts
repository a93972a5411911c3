import 'server-only';
import { type Db, sql } from './query';

/** The longest wait of a visitor who reads too often, and for how long after it that counts, in minutes. */
export const readBackOff = { longest: 15, remembered: 15 } as const;

/** What a process has counted of one visitor (a keyed hash, never an address) since it last asked. */
export type ReadBatch = { visitor: string; count: number };

/** What all processes have counted of one visitor within this minute, and the seconds until they are answered again. */
export type SettledReads = { visitor: string; count: number; wait: number };

/**
 * Adds what a process has counted to what all have, in one statement, by the clock of the database. Whoever passes the
 * limit waits for the next minute; who passes it again within a quarter of an hour after a wait waits for two minutes,
 * then four, and so on up to a quarter of an hour.
 */
export function settleReads(db: Db, batch: readonly ReadBatch[], limit: number): Promise<SettledReads[]> {
  const { longest, remembered } = readBackOff;
  const [visitors, counts] = [batch.map(({ visitor }) => visitor), batch.map(({ count }) => count)];
  // Rows are locked in one order, so that two processes never wait for each other.
  return db.query<SettledReads>(sql`INSERT INTO read_counts AS held (visitor, minute, count, strikes, waits_until)
    SELECT visitor, date_trunc('minute', now()), asked, (asked > ${limit}::int)::int,
        CASE WHEN asked > ${limit}::int THEN date_trunc('minute', now()) + interval '1 minute' END
      FROM unnest(${visitors}::text[], ${counts}::int[]) AS batch (visitor, asked) ORDER BY visitor
    ON CONFLICT (visitor) DO UPDATE SET (minute, count, strikes, waits_until) = (
      SELECT at, total, CASE WHEN struck THEN strike WHEN known THEN held.strikes ELSE 0 END,
          CASE WHEN struck THEN at + make_interval(mins => least(${longest}::int, 1 << (strike - 1)))
            WHEN known THEN held.waits_until END
        FROM (SELECT greatest(held.minute, excluded.minute) AS at,
            excluded.count + CASE WHEN held.minute >= excluded.minute THEN held.count ELSE 0 END AS total,
            coalesce(held.waits_until > now() - make_interval(mins => ${remembered}::int), false) AS known) AS counted,
          LATERAL (SELECT total > ${limit}::int AND coalesce(held.waits_until <= now(), true) AS struck,
            CASE WHEN known THEN least(held.strikes + 1, 5) ELSE 1 END AS strike) AS judged)
    RETURNING visitor, count, greatest(0, coalesce(extract(epoch FROM waits_until - now()), 0))::float8 AS wait`);
}

/** Removes counts of past minutes and waits that count no more. Says whether any others are left. */
export async function forgetReads(db: Db): Promise<boolean> {
  const past = sql`coalesce(waits_until + make_interval(mins => ${readBackOff.remembered}::int),
    minute + interval '1 minute') <= now()`;
  const [left] = await db.query<{ some: boolean }>(sql`WITH gone AS (DELETE FROM read_counts
      WHERE visitor IN (SELECT visitor FROM read_counts WHERE ${past} FOR UPDATE SKIP LOCKED))
    SELECT EXISTS (SELECT FROM read_counts WHERE NOT (${past})) AS some`);
  return left?.some ?? false;
}
