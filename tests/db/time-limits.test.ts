import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { publicViewer } from '@/lib/auth/viewer';
import { closePool, pool, poolLimits } from '@/lib/db/pool';
import { connect, database, named, openSnapshot, snapshot, sql } from '@/lib/db/query';
import { nameOf } from '@/lib/db/slow';
import { sqlCounter } from '@/lib/incidents/counts/queries';
import { noFilters } from '@/lib/incidents/selection';

// Read once, with the first statement.
process.env.DAYBOOK_SLOW_MS = '60';

afterAll(closePool);

const passed = async (work: () => Promise<unknown>) => {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
};

describe('the pool of the web', () => {
  test('makes nobody wait long for a connection', async () => {
    const taken = await Promise.all(Array.from({ length: poolLimits.connections }, connect));
    const waited = await passed(() =>
      expect(database.query(sql`SELECT 1`)).rejects.toMatchObject({ code: 'unavailable' }),
    );
    for (const client of taken) client.release();
    expect(waited).toBeGreaterThan(poolLimits.acquire - 100);
    expect(waited).toBeLessThan(poolLimits.acquire + 2_000);
    await database.query(sql`SELECT 1`);
  });

  test.concurrent('ends a statement that takes too long', async () => {
    const took = await passed(() =>
      expect(database.query(sql`SELECT pg_sleep(60)`)).rejects.toMatchObject({ code: 'too-slow' }),
    );
    expect(took).toBeGreaterThan(poolLimits.statement - 100);
    expect(took).toBeLessThan(poolLimits.statement + 5_000);
  });

  test.concurrent('waits for a lock for a short while only', async () => {
    const other = new Client({ connectionString: process.env.DATABASE_OWNER_URL });
    await other.connect();
    await other.query('BEGIN; LOCK TABLE reference_periods');
    const took = await passed(() =>
      expect(database.query(sql`SELECT FROM reference_periods`)).rejects.toMatchObject({
        code: 'unavailable',
      }),
    );
    await other.end();
    expect(took).toBeGreaterThan(poolLimits.lock - 100);
    expect(took).toBeLessThan(poolLimits.statement);
  });

  test.concurrent('takes a connection back from a transaction that does nothing', async () => {
    const client = await connect();
    const ended = new Promise((end) => client.once('end', end));
    await client.query('BEGIN');
    const took = await passed(() => ended);
    expect(took).toBeGreaterThan(poolLimits.idleInTransaction - 500);
    expect(took).toBeLessThan(poolLimits.idleInTransaction + 5_000);
    await expect(client.query('SELECT 1')).rejects.toThrow();
    client.release(true);
    expect(pool().totalCount).toBeLessThanOrEqual(poolLimits.connections);
  });
});

describe('the log of slow statements', () => {
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
  beforeEach(() => warned.mockClear());
  const lines = () => warned.mock.calls.map(([line]) => String(line));

  beforeAll(() => database.query(sql`SELECT 1`));

  test('names a statement once, with milliseconds and rows and without values', async () => {
    const word = 'what somebody looked for';
    await database.query(named('aSlowOne', sql`SELECT pg_sleep(0.1), ${word} FROM generate_series(1, 2)`));
    expect(lines()).toEqual([expect.stringMatching(/^Slow query: aSlowOne, \d+ ms, 2 rows$/)]);
  });

  test('takes the first letters of a statement without a name', async () => {
    await database.query(sql`SELECT pg_sleep(0.1),
      ${'secret'} AS value, 'a longer text that is not needed any more'`);
    expect(lines()).toEqual([
      expect.stringMatching(/^Slow query: SELECT pg_sleep\(0\.1\), \$1 AS value, .*, \d+ ms, 1 rows$/),
    ]);
    expect(nameOf(`SELECT ${'x'.repeat(100)}`)).toHaveLength(60);
  });

  test('says nothing of quick ones', async () => {
    await database.query(named('aQuickOne', sql`SELECT 1`));
    await snapshot((db) => sqlCounter(db, publicViewer).totals(noFilters));
    expect(lines()).toEqual([]);
  });

  test('says that one failed', async () => {
    const failing = sql`SELECT pg_sleep(0.1), 1 / (n - 1) FROM generate_series(2, 1, -1) n`;
    await expect(database.query(named('aFailure', failing))).rejects.toThrow();
    expect(lines()).toEqual([expect.stringMatching(/^Slow query: aFailure, \d+ ms, failed$/)]);
  });

  test('adds up batches, but not the time that their reader takes', async () => {
    const slow = named('inBatches', sql`SELECT pg_sleep(0.02) FROM generate_series(1, 5)`);
    await snapshot((db) => db.each(slow, () => {}));
    const db = await openSnapshot();
    for await (const _ of db.stream(slow, 2));
    const quick = named('quickBatches', sql`SELECT n FROM generate_series(1, 5) n`);
    // As if the reader took a second for each batch.
    const now = performance.now.bind(performance);
    let read = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => now() + read);
    for await (const _ of db.stream(quick, 2)) read += 1_000;
    clock.mockRestore();
    await db.close(true);
    expect(lines()).toEqual([
      expect.stringMatching(/^Slow query: inBatches, \d+ ms, 5 rows$/),
      expect.stringMatching(/^Slow query: inBatches, \d+ ms, 5 rows$/),
    ]);
  });
});
