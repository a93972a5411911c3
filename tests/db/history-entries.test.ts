import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, expect, inject, it } from 'vitest';
import { verifyHistory } from '@/lib/audit/queries';
import { pool } from '@/lib/db/pool';
import { ensureDatabase, withClient } from '@/lib/db/postgres/roles';
import { database, sql } from '@/lib/db/query';
import { append, connected, newChange } from '../support/history';

const app = process.env.DATABASE_URL;
afterAll(() => pool().end());

/** Entries whose hash is not what the function of the database makes of them. */
const misfits = () =>
  database.query(sql`SELECT seq FROM changes WHERE hash <> change_hash(previous_hash, change_text(seq, subject_id,
    version, subject_type, action, actor_id, actor_name, actor_role, batch_id, changes, reason, created_at))`);

/** Any text that a database takes: no NUL, no half of a pair. */
const text = fc.string({ unit: 'binary', maxLength: 12 }).map((it) => it.replace(/[\0\p{Surrogate}]/gu, ''));
const odd = [
  'it\'s "quoted", back\\slashed and $1',
  'two\nlines\r\n\ttabbed \b\f \u0001\u001f\u007f\u0080 \u2028\u2029 \ufeff',
  '湛江市群众 😀 é e\u0301 ﷽',
  '", "',
  'null',
  '',
];

it('the database and the code make the same hash of any content', async () => {
  const some = odd.map((it) =>
    newChange({
      subjectType: it,
      action: it,
      actor: { id: '0191d2a0-0000-7000-8000-00000000000A', name: it, role: it },
      batchId: '0191D2A0-0000-7000-8000-000000000001',
      changes: { [it]: { from: it, to: [it, { [it]: null }, [[]], {}, true] } },
      reason: it,
    }),
  );
  const more = fc.sample(
    fc.record({ name: text, role: fc.option(text), reason: fc.option(text), value: fc.json() }),
    { numRuns: 500, seed: 7 },
  );
  const changes = more.map(({ name, role, reason, value }) =>
    newChange({
      actor: { id: null, name, role },
      reason,
      changes: { [name]: { from: undefined, to: JSON.parse(value.replaceAll('\\u0000', '')) } },
    }),
  );
  await connected(app, (client) => append(client, [...some, ...changes]));
  expect(await verifyHistory(database)).toMatchObject({ entries: odd.length + 500, fault: null });
  expect(await misfits()).toEqual([]);
});

it('numbers are hashed as the database keeps them', async () => {
  const numbers = `{"n": {"from": [1e3, 1.0, -0, 0.10, 1e-9], "to": 123456789012345678901234567890.12345678901234567890}}`;
  await database.query(sql`SELECT append_changes(jsonb_build_array(jsonb_build_object('subject_id', gen_random_uuid(),
    'version', 2147483647, 'subject_type', 'x', 'action', 'x', 'actor_name', 'x', 'changes', ${numbers}::jsonb)))`);
  const [kept] = await database.query(
    sql`SELECT changes::text AS text FROM changes WHERE version = 2147483647`,
  );
  expect(kept).toEqual({
    text: '{"n": {"to": 123456789012345678901234567890.12345678901234567890, "from": [1000, 1.0, 0, 0.10, 0.000000001]}}',
  });
  expect(await verifyHistory(database)).toMatchObject({ fault: null });
  expect(await misfits()).toEqual([]);
});

it('what was there before the chain is chained in the order of its time', async () => {
  const name = `unchained_${process.pid}`;
  const at = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
  const server = inject('adminUrl');
  await ensureDatabase(server, name);
  try {
    const check = await connected(at(server), async (client, db) => {
      for (const migration of migrations('20261128000100_history_chain', false))
        await client.query(migration);
      await client.query(`INSERT INTO changes (subject_id, version, subject_type, action, actor_name, changes, created_at)
        SELECT gen_random_uuid(), 1, 'incident', 'incident.created', 'n' || n, '{}',
          timestamptz '2026-11-25 10:00Z' - n * interval '1 hour' FROM generate_series(1, 50) n`);
      for (const migration of migrations('20261128000100_history_chain', true)) await client.query(migration);
      await append(client, [newChange()]);
      const { rows } = await client.query(`SELECT actor_name FROM changes ORDER BY seq LIMIT 2`);
      expect(rows).toEqual([{ actor_name: 'n50' }, { actor_name: 'n49' }]);
      await expect(client.query('DELETE FROM changes')).rejects.toMatchObject({
        constraint: 'changes_append_only',
      });
      return verifyHistory(db);
    });
    expect(check).toMatchObject({ entries: 51, fault: null });
  } finally {
    await withClient(server, (admin) => admin.query(`DROP DATABASE ${name} WITH (FORCE)`));
  }
});

/** The scripts of the migrations before one, or from it on. */
function migrations(first: string, since: boolean): string[] {
  const folder = 'prisma/migrations';
  return readdirSync(folder)
    .filter((name) => /^\d/.test(name) && name >= first === since)
    .sort()
    .map((name) => readFileSync(`${folder}/${name}/migration.sql`, 'utf8'));
}
