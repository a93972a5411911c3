import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bulkTransaction } from '@/lib/db/bulk';
import { closePool } from '@/lib/db/pool';
import { database, sql } from '@/lib/db/query';
import { AppError } from '@/lib/errors';

const stopped = new AppError('conflict', { en: 'It was broken off.', zh: '已中止。' });
const count = async () => (await database.query(sql`SELECT FROM import_mappings`)).length;
const insert = (name: string) =>
  sql`INSERT INTO import_mappings (id, name, mapping, author_name) VALUES (gen_random_uuid(), ${name}, '{}', 'x')`;

beforeAll(async () => expect(await count()).toBe(0));
afterAll(closePool);

describe('a transaction that moves many rows', () => {
  test('breaks off the statement that runs', async () => {
    const stop = new AbortController();
    const work = bulkTransaction((db) => db.query(sql`SELECT pg_sleep(60)`), {
      keep: true,
      stop: stop.signal,
    });
    setTimeout(() => stop.abort(stopped), 300);
    await expect(work).rejects.toBe(stopped);
  });

  test('writes nothing where it is to stop between two statements, or before it ends', async () => {
    for (const again of [true, false]) {
      const stop = new AbortController();
      const work = bulkTransaction(
        async (db) => {
          await db.query(insert('first'));
          stop.abort(stopped);
          // The cancelling finds nothing that runs.
          await new Promise((resolve) => setTimeout(resolve, 300));
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
