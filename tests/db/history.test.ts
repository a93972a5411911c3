import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appendChanges } from '@/lib/audit/mutations';
import { verifyHistory } from '@/lib/audit/queries';
import { database, sql } from '@/lib/db/query';
import { transaction } from '@/lib/db/write';
import { type SeededDatabase, seededDatabase } from '../support/database';
import { append, connected, newChange } from '../support/history';

const app = process.env.DATABASE_URL;
let seeded: SeededDatabase;

beforeAll(async () => {
  seeded = await seededDatabase();
});
afterAll(() => seeded.end());

describe('the history', () => {
  it('holds over the seed, which is noted once for each record', async () => {
    const check = await verifyHistory(database);
    const [last] = await seeded.pool
      .query('SELECT seq::int, hash FROM changes ORDER BY seq DESC LIMIT 1')
      .then(({ rows }) => rows);
    expect(check).toEqual({ entries: 19, head: last, fault: null });
  });

  it('keeps its order without gaps while many write at once and some take it back', async () => {
    const writers = Array.from({ length: 20 }, (_, writer) =>
      connected(app, async (client) => {
        for (let n = 0; n < 50; n += 1)
          await append(client, [newChange({ reason: `${writer}` })], n % 10 !== writer % 10);
      }),
    );
    await Promise.all(writers);
    expect(await verifyHistory(database)).toMatchObject({ entries: 19 + 20 * 45, fault: null });
    const [order] = await seeded.pool
      .query(
        `SELECT count(*)::int AS n, max(seq)::int AS last, bool_and(created_at >= before) AS rising
          FROM (SELECT seq, created_at, lag(created_at, 1, created_at) OVER (ORDER BY seq) AS before FROM changes) c`,
      )
      .then(({ rows }) => rows);
    expect(order).toEqual({ n: 919, last: 919, rising: true });
  });

  it('takes 10,000 changes in one call, in their order, and each of them once', async () => {
    const changes = Array.from({ length: 10_000 }, (_, n) => newChange({ reason: `bulk ${n}` }));
    await connected(app, async (client) => {
      await append(client, changes);
      await expect(append(client, [newChange(), changes[7] ?? newChange()])).rejects.toMatchObject({
        code: 'conflict',
      });
      await append(client, []);
    });
    const { rows } = await seeded.pool.query(
      `SELECT reason FROM changes WHERE reason LIKE 'bulk %' ORDER BY seq`,
    );
    expect(rows.map(({ reason }) => reason)).toEqual(changes.map(({ reason }) => reason));
    expect(await verifyHistory(database)).toMatchObject({ entries: 10_919, fault: null });
  });

  it('is written as the last act of a transaction, so that nobody waits for what comes before', async () => {
    const [first, second] = [newChange({ reason: 'first' }), newChange({ reason: 'second' })];
    await transaction(async (db) => {
      await appendChanges(db, [first]);
      await transaction((other) => appendChanges(other, [newChange({ reason: 'between' })]));
      await appendChanges(db, [second]);
    });
    const { rows } = await seeded.pool.query(
      `SELECT reason FROM changes WHERE reason IN ('first', 'between', 'second') ORDER BY seq`,
    );
    expect(rows.map(({ reason }) => reason)).toEqual(['between', 'first', 'second']);
  });

  it('lets nobody wait for its end for long', async () => {
    await connected(app, async (client, db) => {
      await client.query('BEGIN');
      await appendChanges(db, [newChange()]);
      const waiting = transaction((other) => appendChanges(other, [newChange()]));
      await expect(waiting).rejects.toMatchObject({ code: 'unavailable' });
      await client.query('ROLLBACK');
    });
  });

  it('has nothing of a transaction that does not hold, and refuses one that notes a version twice', async () => {
    const { head } = await verifyHistory(database);
    const change = newChange();
    const failing = transaction(async (db) => {
      await appendChanges(db, [change]);
      throw new Error('It was not to be.');
    });
    await expect(failing).rejects.toThrow('It was not to be.');
    const twice = transaction(async (db) => {
      await db.query(sql`UPDATE places SET note = 'half' WHERE id = 'CN'`);
      await appendChanges(db, [change]);
      await appendChanges(db, [change]);
    });
    await expect(twice).rejects.toMatchObject({ code: 'conflict' });
    expect((await verifyHistory(database)).head).toEqual(head);
    expect(await database.query(sql`SELECT FROM places WHERE note = 'half'`)).toEqual([]);
  });
});
