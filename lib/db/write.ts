import 'server-only';
import { toAppError } from './errors';
import { connect, type Db, dbOf, type Sql, sql } from './query';

/**
 * Runs several statements that write as one: all of them hold, or none does. The connection goes back to the
 * pool whatever happens. What is left for the end (`atEnd`) is run right before the COMMIT: what others have to wait
 * for is then locked last, after everything else, and for as short as can be.
 */
export async function transaction<Result>(work: (db: Db) => Promise<Result>): Promise<Result> {
  const client = await connect();
  const db = dbOf(client);
  let finished = false;
  try {
    await client.query('BEGIN');
    const left: Sql[] = [];
    const result = await work({ ...db, atEnd: (statement) => void left.push(statement) });
    for (const statement of left) await db.query(statement);
    await client.query('COMMIT');
    finished = true;
    return result;
  } catch (thrown) {
    throw toAppError(thrown);
  } finally {
    // A connection that is thrown away ends its transaction.
    client.release(!finished);
  }
}

/** What is counted, for whom (a hash, never an address), and how often an hour it may happen. */
export type Turn = { kind: string; visitor: string; limit: number };

/**
 * Counts one write of a visitor in this hour of the clock. False = the limit is reached, and nothing was
 * counted. Counts of past hours are removed on the way.
 */
export async function takeTurn(db: Db, { kind, visitor, limit }: Turn): Promise<boolean> {
  await db.query(forgetting);
  const rows = await db.query(sql`INSERT INTO write_counts (kind, visitor, hour, count)
    VALUES (${kind}, ${visitor}, date_trunc('hour', now()), 1)
    ON CONFLICT (kind, visitor, hour) DO UPDATE SET count = write_counts.count + 1
      WHERE write_counts.count < ${limit}
    RETURNING count`);
  return rows.length === 1;
}

const forgetting = sql`DELETE FROM write_counts WHERE hour < date_trunc('hour', now())`;
const hour = 3_600_000;
let sweep: ReturnType<typeof setTimeout> | undefined;

/** Sees to it that what was counted is removed an hour from now, if nobody writes any more who would remove it. */
export function forgetTurnsLater(db: Db): void {
  clearTimeout(sweep);
  sweep = setTimeout(() => {
    // What can't be removed now is removed by the next write.
    db.query(forgetting).catch(() => {});
  }, hour);
  sweep.unref();
}
