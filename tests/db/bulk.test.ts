import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bulkTransaction } from '@/lib/db/bulk';
import { closePool } from '@/lib/db/pool';
import { database, sql } from '@/lib/db/query';
import { AppError } from '@/lib/errors';

const stopped = new AppError('conflict', { en: 'It was broken off.', zh: '已中止。' });
const count = async () => (await database.query(sql`SELECT FROM import_mappings`)).length;
const insert = (name: string) =>
  sql`INSERT INTO import_mappings (id, name, mapping, author_name) VALUES (gen_random_uuid(), ${name}, '{}', 'x')`;

/** A connection of its own, since a statement through the pool would stand in the place of what it looks for. */
const watcher = new Client({ connectionString: process.env.DATABASE_URL });
/** The connections to this database of which something holds. */
const seen = async (what: string) =>
  (
    await watcher.query(
      `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND ${what}`,
    )
  ).rows;

beforeAll(async () => {
  await watcher.connect();
  expect(await count()).toBe(0);
});
afterAll(() => Promise.all([watcher.end(), closePool()]));

describe('a transaction that moves many rows', () => {
  test('breaks off the statement that runs', async () => {
    const stop = new AbortController();
    const work = bulkTransaction((db) => db.query(sql`SELECT pg_sleep(60)`), {
      keep: true,
      stop: stop.signal,
    });
    await expect
      .poll(() => seen(`state = 'active' AND query = 'SELECT pg_sleep(60)'`), { timeout: 10_000 })
      .toHaveLength(1);
    stop.abort(stopped);
    await expect(work).rejects.toBe(stopped);
  });

  test('writes nothing where it is to stop between two statements, or before it ends', async () => {
    for (const again of [true, false]) {
      const stop = new AbortController();
      const work = bulkTransaction(
        async (db) => {
          await db.query(insert('first'));
          const [{ now } = { now: '' }] = await watcher
            .query<{ now: string }>('SELECT clock_timestamp()::text AS now')
            .then(({ rows }) => rows);
          stop.abort(stopped);
          // The cancelling finds nothing that runs.
          const cancelled = `state = 'idle' AND query LIKE 'SELECT pg_cancel_backend(%' AND query_start > '${now}'`;
          await expect.poll(() => seen(cancelled), { timeout: 10_000 }).toHaveLength(1);
          if (again) await db.query(insert('second'));
        },
        { keep: true, stop: stop.signal },
      );
      await expect(work).rejects.toBe(stopped);
    }
    expect(await count()).toBe(0);
  });

  test('is not begun where it was stopped before', async () => {
    const work = bulkTransaction((db) => db.query(insert('late')), {
      keep: true,
      stop: AbortSignal.abort(stopped),
    });
    await expect(work).rejects.toBe(stopped);
    expect(await count()).toBe(0);
  });

  test('is on the disk when it says so, and ends when nobody waits for it', async () => {
    const [set] = await bulkTransaction(
      (db) =>
        db.query<{ commit: string; look: string }>(sql`SELECT current_setting('synchronous_commit') AS commit,
          current_setting('client_connection_check_interval') AS look`),
      { keep: true },
    );
    expect(set).toEqual({ commit: 'on', look: '2s' });
  });
});
