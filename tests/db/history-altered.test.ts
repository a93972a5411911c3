import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPublished, verifyHistory } from '@/lib/audit/queries';
import { type Db, database } from '@/lib/db/query';
import { type SeededDatabase, seededDatabase } from '../support/database';
import { append, connected, newChange } from '../support/history';

const { DATABASE_URL: app, DATABASE_OWNER_URL: owner, DATABASE_ADMIN_URL: admin } = process.env;
let seeded: SeededDatabase;

beforeAll(async () => {
  seeded = await seededDatabase();
  await connected(app, (client) =>
    append(
      client,
      Array.from({ length: 2_100 }, () => newChange()),
    ),
  );
});
afterAll(() => seeded.end());

/** What verification says after some statements with the locks taken off, none of which stay. */
async function afterwards(
  statements: string[],
  ask: (db: Db) => Promise<unknown> = async (db) => (await verifyHistory(db)).fault,
): Promise<unknown> {
  return connected(owner, async (client, db) => {
    await client.query('BEGIN; ALTER TABLE changes DISABLE TRIGGER USER');
    for (const statement of statements) await client.query(statement);
    const answer = await ask(db);
    await client.query('ROLLBACK');
    return answer;
  });
}

describe('who alters the history', () => {
  const altering = ['UPDATE changes SET reason = NULL', 'DELETE FROM changes', 'TRUNCATE changes'];
  const unlocking = ['ALTER TABLE changes DISABLE TRIGGER USER', 'SET session_replication_role = replica'];

  it.each([...altering, ...unlocking])('may not: %s, as the role of the app', async (statement) => {
    await connected(app, (client) =>
      expect(client.query(statement)).rejects.toMatchObject({ code: '42501' }),
    );
  });

  it.each(altering)('is refused by the table: %s, as the owner', async (statement) => {
    await connected(owner, (client) =>
      expect(client.query(statement)).rejects.toMatchObject({ constraint: 'changes_append_only' }),
    );
  });

  const copy = (parts: string) =>
    `INSERT INTO changes SELECT (jsonb_populate_record(c, ${parts})).*
      FROM changes c WHERE seq = (SELECT max(seq) FROM changes)`;
  it.each([
    ['a hash that is not its own', `jsonb_build_object('version', 2, 'seq', seq + 1, 'previous_hash', hash)`],
    ['the hash of an entry before the last', `jsonb_build_object('version', 2, 'seq', seq + 1)`],
    ['a place that is taken', `jsonb_build_object('version', 2)`],
    ['a place that leaves a gap', `jsonb_build_object('version', 2, 'seq', seq + 2, 'previous_hash', hash)`],
  ])('is refused an entry with %s', async (_, parts) => {
    for (const url of [app, owner])
      await connected(url, (client) =>
        expect(client.query(copy(parts))).rejects.toMatchObject({ constraint: 'changes_chained' }),
      );
  });

  it.each([
    ['is found where content was altered', [`UPDATE changes SET reason = 'x' WHERE seq = 12`], 12, 'altered'],
    [
      'is found where a time was altered',
      [`UPDATE changes SET created_at = '-infinity' WHERE seq = 1`],
      1,
      'altered',
    ],
    ['is found after an entry that is gone', ['DELETE FROM changes WHERE seq = 12'], 13, 'missing'],
    ['is found after the first is gone', ['DELETE FROM changes WHERE seq < 5'], 5, 'missing'],
    [
      'is found where an entry comes before the first',
      ['UPDATE changes SET seq = -3 WHERE seq = 12'],
      -3,
      'order',
    ],
    [
      'is found after content that has a new hash',
      [
        `UPDATE changes SET reason = 'x' WHERE seq = 12`,
        `UPDATE changes SET hash = change_hash(previous_hash, change_text(seq, subject_id, version, subject_type, action,
          actor_id, actor_name, actor_role, batch_id, changes, reason, created_at)) WHERE seq = 12`,
      ],
      13,
      'order',
    ],
    [
      'is found where an entry took the place of one that is gone',
      ['DELETE FROM changes WHERE seq = 12', 'UPDATE changes SET seq = 12 WHERE seq = 13'],
      12,
      'altered',
    ],
  ])('%s', async (_, statements, seq, why) => {
    const unlocked = ['ALTER TABLE changes DROP CONSTRAINT changes_chain_form', ...statements];
    expect(await afterwards(unlocked)).toMatchObject({ seq, why });
  });

  it('is found after the end was cut off only by an entry that was published', async () => {
    const { head } = await verifyHistory(database);
    if (!head) throw new Error('there is no history');
    expect(await findPublished(database, head)).toBe('there');
    const cut = ['DELETE FROM changes WHERE seq > 900'];
    expect(await afterwards(cut)).toBeNull();
    expect(await afterwards(cut, (db) => findPublished(db, head))).toBe('gone');
    const other = [`UPDATE changes SET hash = repeat('a', 64) WHERE seq = ${head.seq}`];
    expect(await afterwards(other, (db) => findPublished(db, head))).toBe('another-hash');
  });

  it('is stopped by no lock when a superuser takes them off', async () => {
    await connected(admin, async (client, db) => {
      await client.query('BEGIN; SET LOCAL session_replication_role = replica');
      await client.query(`UPDATE changes SET actor_name = 'nobody' WHERE seq = 40`);
      expect((await verifyHistory(db)).fault).toMatchObject({ seq: 40, version: 1, why: 'altered' });
      await client.query('ROLLBACK');
    });
  });
});
