import { Pool } from 'pg';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { pool as productPool } from '@/lib/db/pool';
import { type Db, database } from '@/lib/db/query';
import { forgetReads, settleReads } from '@/lib/db/reads';
import { settling } from '@/lib/http/read-counter';
import { makeSharedCounter } from '@/lib/http/reads';

const limit = 100;
const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 1 });
afterAll(() => Promise.all([pool.end(), productPool().end()]));
beforeEach(async () => {
  await pool.query('DELETE FROM read_counts');
  await earlyInMinute();
});

/** Waits until a minute has room for a test. */
const earlyInMinute = () =>
  expect.poll(() => 60_000 - (Date.now() % 60_000), { timeout: 15_000 }).toBeGreaterThan(10_000);

/** A process of its own on the same database, with the statements that it made. */
function processOf(db: Db = database) {
  const statements: string[] = [];
  let open = 0;
  const count = makeSharedCounter(limit, {
    query<Row>(statement: Parameters<Db['query']>[0]) {
      statements.push(statement.text);
      open += 1;
      return db.query<Row>(statement).finally(() => {
        open -= 1;
      });
    },
  });
  /**
   * Waits until the database has so many reads of all visitors, and this process knows how many of its own. A process of
   * the test before may still add what it had not told.
   */
  const settled = async (reads: number) => {
    await expect.poll(readsKept, { timeout: 10_000 }).toBeGreaterThanOrEqual(reads);
    await expect.poll(() => open).toBe(0);
    await new Promise(setImmediate);
  };
  const refusedOf = async (visitor: string, times: number) =>
    (await Promise.all(Array.from({ length: times }, () => count(visitor)))).filter((wait) => wait !== null);
  return { count, refusedOf, settled, statements };
}

async function readsKept(): Promise<number> {
  const { rows } = await pool.query<{ all: number }>(
    'SELECT coalesce(sum(count), 0)::int AS all FROM read_counts',
  );
  return rows[0]?.all ?? 0;
}

describe('reads of one visitor', () => {
  test('are answered so many times a minute and not once more, whichever process is asked', async () => {
    const [one, two] = [processOf(), processOf()];
    expect(await one.refusedOf('192.0.2.1', 60)).toEqual([]);
    await one.settled(60);
    // The other process learns with its first batch how many there were.
    expect(await two.refusedOf('192.0.2.1', settling.ahead)).toEqual([]);
    await two.settled(60 + settling.ahead);
    const beyond = await two.refusedOf('192.0.2.1', 50);
    expect(beyond).toHaveLength(30);
    for (const { retryAfter } of beyond) expect(retryAfter).toBeLessThanOrEqual(60);
    await expect.poll(() => one.refusedOf('192.0.2.1', 1), { timeout: 10_000 }).toHaveLength(1);
    expect(await two.refusedOf('192.0.2.2', 1)).toEqual([]);
  });

  test('are remembered by a process that starts anew', async () => {
    await processOf().refusedOf('192.0.2.1', limit + 1);
    const anew = processOf();
    await expect.poll(() => anew.refusedOf('192.0.2.1', 1), { timeout: 10_000 }).toHaveLength(1);
  });

  test('cost one statement for each batch and none for each read', async () => {
    const { refusedOf, settled, statements } = processOf();
    for (let visitor = 0; visitor < 50; visitor += 1) await refusedOf(`192.0.2.${visitor}`, 10);
    await settled(500);
    expect(statements).toHaveLength(1);
  });

  test('leave hashes behind and no address', async () => {
    await processOf().refusedOf('192.0.2.1', limit);
    const { rows } = await pool.query<{ visitor: string }>('SELECT visitor FROM read_counts');
    expect(rows.map(({ visitor }) => /^[0-9a-f]{64}$/.test(visitor))).toEqual([true]);
  });

  test('go on when the counts can’t be kept', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const failing = processOf({ query: () => Promise.reject(new Error('no database')) });
    expect(await failing.refusedOf('192.0.2.1', limit)).toEqual([]);
    expect(await failing.refusedOf('192.0.2.1', 2)).toHaveLength(2);
    expect([log.mock.calls.length, failing.statements.length]).toEqual([1, 1]);
    log.mockRestore();
  });
});

describe('the wait of a visitor who reads too often', () => {
  const visitor = 'a'.repeat(64);
  const read = async (count: number) => {
    const [row] = await settleReads(database, [{ visitor, count }], limit);
    return row ?? { visitor, count: 0, wait: 0 };
  };
  /** As if so many seconds had passed. */
  const pass = (seconds: number) =>
    pool.query(
      `UPDATE read_counts SET minute = date_trunc('minute', minute - make_interval(secs => $1)),
        waits_until = waits_until - make_interval(secs => $1)`,
      [seconds],
    );
  const minutesOf = ({ wait }: { wait: number }) => Math.ceil(wait / 60);

  test('doubles each time up to a quarter of an hour, and begins anew after a quiet one', async () => {
    const waits: number[] = [];
    for (let time = 0; time < 7; time += 1) {
      const { wait } = await read(limit + 1);
      waits.push(Math.ceil(wait / 60));
      await pass(wait + 1);
      expect((await read(1)).wait).toBe(0);
      await pass(61);
    }
    expect(waits).toEqual([1, 2, 4, 8, 15, 15, 15]);
    await pass(15 * 60);
    expect(minutesOf(await read(limit + 1))).toBe(1);
  });

  test('does not grow while it lasts', async () => {
    const { wait } = await read(limit + 1);
    const again = await read(5 * limit);
    expect(again.wait).toBeLessThanOrEqual(wait);
    expect((await pool.query('SELECT strikes FROM read_counts')).rows).toEqual([{ strikes: 1 }]);
  });

  test('is forgotten a quarter of an hour after it ended, and a count after its minute', async () => {
    await read(limit + 1);
    await settleReads(database, [{ visitor: 'b'.repeat(64), count: 1 }], limit);
    expect(await forgetReads(database)).toBe(true);
    expect((await pool.query('SELECT FROM read_counts')).rowCount).toBe(2);
    await pass(120);
    expect(await forgetReads(database)).toBe(true);
    expect((await pool.query('SELECT visitor FROM read_counts')).rows).toEqual([{ visitor }]);
    await pass(15 * 60);
    expect(await forgetReads(database)).toBe(false);
    expect((await pool.query('SELECT FROM read_counts')).rowCount).toBe(0);
  });

  test('is counted once when many processes settle at the same moment', async () => {
    const rows = await Promise.all(
      Array.from({ length: 12 }, () =>
        settleReads(
          database,
          ['c', 'a', 'b'].map((letter) => ({ visitor: letter.repeat(64), count: 10 })),
          limit,
        ),
      ),
    );
    const counts = rows.flat().filter((row) => row.visitor === visitor);
    expect(counts.map(({ count }) => count).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 12 }, (_, index) => 10 * (index + 1)),
    );
    const { rows: kept } = await pool.query('SELECT count, strikes FROM read_counts');
    expect(kept).toEqual(Array(3).fill({ count: 120, strikes: 1 }));
  });
});
