import { isDeepStrictEqual } from 'node:util';
import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/lib/auth/viewer';
import { withClient } from '@/lib/db/postgres/roles';
import { database } from '@/lib/db/query';
import { loadColumns } from '@/lib/incidents/columns/load/load';
import { patchColumns } from '@/lib/incidents/columns/load/patch';
import { changesSince } from '@/lib/incidents/columns/load/queries';
import { dataVersion } from '@/lib/incidents/columns/queries';
import type { Columns } from '@/lib/incidents/columns/types';
import { editInputs } from '@/lib/incidents/edit/input';
import { createIncident } from '@/lib/incidents/edit/mutations';
import { mergeIncidents } from '@/lib/incidents/merging/mutations';
import { buildDirectives, buildIncidents, insertMadeUp, madeUp } from '../factories/incidents';
import { random } from '../factories/random';
import { freshColumns, plainRows, readAll, withOwnClient } from '../support/columns';
import { seededDatabase } from '../support/database';
import { addViewer } from '../support/editing';
import { incidentLike } from '../support/incidents';
import { editOf, insertIncident } from '../support/random-edits';

let pool: Pool;
let end: () => Promise<void>;
let editor: Viewer;

beforeAll(async () => {
  ({ pool, end } = await seededDatabase());
  const chance = random(7);
  const directives = buildDirectives(chance, 80);
  const places = ['CN', '440000', '440800', '440883', '110000'];
  await insertMadeUp(pool, directives, buildIncidents(chance, 2_600, { places, directives }));
  editor = await addViewer(pool, 'editor');
});
afterAll(() => end());

const patched = (columns: Columns) => withOwnClient((client) => patchColumns(client, columns));
const some = async (columns: Columns | null | Promise<Columns | null>): Promise<Columns> => {
  const made = await columns;
  if (!made) throw new Error('the columns were not patched');
  return made;
};

/** Sees to it that columns hold what the tables hold now, and returns it. */
async function expectNow(columns: Columns, what: string) {
  const plain = await plainRows(pool);
  const read = readAll(columns, plain.keys());
  expect(read.live, what).toBe(plain.size);
  for (const [id, row] of plain)
    if (!isDeepStrictEqual(read.rows.get(id), row)) expect(read.rows.get(id), `${what}: ${id}`).toEqual(row);
  expect([...columns.dead], what).toEqual([...new Set(columns.dead)].sort((a, b) => a - b));
  return read;
}

test('after random edits patched columns are as fresh ones, and older versions stay as they were', async () => {
  const chance = random(20261201);
  let columns = await freshColumns();
  const seen = [{ columns, read: await expectNow(columns, 'loaded') }];
  for (let round = 0; round < 40; round++) {
    const edits = Array.from({ length: chance.int(1, 4) }, () => editOf(chance));
    const client = await pool.connect();
    await client.query('BEGIN');
    for (const { text, values } of edits) {
      await client.query('SAVEPOINT edit');
      await client.query(text, values);
      // What was taken back was noted in vain.
      if (chance.chance(0.2)) await client.query('ROLLBACK TO SAVEPOINT edit');
    }
    await client.query('COMMIT');
    client.release();
    const what = `round ${round}: ${edits.map(({ name }) => name).join(', ')}`;
    columns = await some(patched(columns));
    expect(columns.version, what).toBe(await dataVersion(database));
    const read = await expectNow(columns, what);
    if (round % 10 === 0) seen.push({ columns, read });
  }
  const fresh = await freshColumns();
  expect(columns.version).toBe(fresh.version);
  expect(columns.paths).toEqual(fresh.paths);
  expect(columns.synthetic).toEqual(fresh.synthetic);
  for (const { columns: old, read } of seen) expect(readAll(old, read.rows.keys())).toEqual(read);
});

test('a merge and its undoing are followed', async () => {
  const make = async (own: object) => {
    const incident = incidentLike({ responses: [], ...own });
    const body = editInputs.create.parse({ dataset: 'zhanjiang-log', incident, notDuplicate: true });
    return (await createIncident(editor, body)).ref;
  };
  const [kept, dropped] = [await make({ issues: ['wage-arrears'] }), await make({ issues: ['layoffs'] })];
  await pool.query("UPDATE incidents SET status = 'published' WHERE ref = ANY($1)", [[kept, dropped]]);
  const before = await freshColumns();
  const one = (ref: string) => ({ ref, version: 1 });
  await mergeIncidents(
    editor,
    { kept: one(kept), dropped: one(dropped), choice: {}, reason: null, careReason: null } as never,
    (incident) => incident,
  );
  const after = await some(patched(before));
  await expectNow(after, 'merged');
  expect(after.dead.length).toBe(2);
});

describe('incidents whose ids begin alike', () => {
  const near = (end: number) => `0badcafe-0000-4000-8000-00000000000${end}`;
  const setStatus = (end: number, status: string) =>
    pool.query('UPDATE incidents SET status = $2 WHERE id = $1', [near(end), status]);

  test('are told apart whichever of them changes', async () => {
    for (const last of [1, 2, 3]) await pool.query(insertIncident(near(last), madeUp.id, 'draft'));
    await setStatus(1, 'published');
    let columns = await freshColumns();
    const step = async (last: number, status: string) => {
      await setStatus(last, status);
      columns = await some(patched(columns));
      await expectNow(columns, `${last} ${status}`);
    };
    // A new one must not take the place of the one that is there.
    await step(2, 'published');
    await step(1, 'withdrawn');
    await step(2, 'withdrawn');
    await step(3, 'published');
    await step(1, 'published');
    columns = await freshColumns();
    await step(2, 'published');
    await step(3, 'draft');
    await step(1, 'draft');
    await step(3, 'published');
  });
});

describe('columns are not patched', () => {
  test('where there is no room for more rows', async () => {
    const columns = await withOwnClient((client) => loadColumns(client));
    const full = { ...columns, keys: columns.keys.subarray(0, columns.rows) };
    await pool.query(
      "UPDATE incidents SET title = 'x' WHERE id = (SELECT min(id::text)::uuid FROM incidents WHERE status = 'published')",
    );
    expect(await patched(full)).toBeNull();
    expect(await patched(columns)).not.toBeNull();
  });

  test('where the room is written already', async () => {
    const columns = await freshColumns();
    await pool.query(
      "UPDATE incidents SET title = 'y' WHERE id = (SELECT min(id::text)::uuid FROM incidents WHERE status = 'published')",
    );
    expect(await patched(columns)).not.toBeNull();
    expect(await patched(columns)).toBeNull();
  });

  test('where a day lies before their first, or a code is too large', async () => {
    const columns = await freshColumns();
    const early = { ...columns, firstDay: columns.firstDay + 100_000 };
    const id = '1badcafe-0000-4000-8000-000000000001';
    await pool.query(insertIncident(id, madeUp.id, 'published'));
    expect(await patched(early)).toBeNull();
    const type = { ...columns.fields.type, words: Array.from({ length: 300 }, (_, at) => `w${at}`) };
    expect(await patched({ ...columns, fields: { ...columns.fields, type } })).toBeNull();
    await expectNow(await some(patched(columns)), 'as they were');
  });
});

describe('the log of changes', () => {
  const now = () => dataVersion(database);
  const idsAfter = async (text: string, values: unknown[] = []) => {
    const version = await now();
    await pool.query(text, values);
    return (await changesSince(database, version))?.ids ?? null;
  };

  test('names what a statement changed, and nothing where nothing did', async () => {
    const { rows } = await pool.query<{ id: string }>('SELECT id FROM incidents ORDER BY id LIMIT 3');
    const ids = rows.map(({ id }) => id);
    expect((await idsAfter("UPDATE incidents SET title = 'z' WHERE id = ANY($1)", [ids]))?.sort()).toEqual(
      ids,
    );
    expect(await idsAfter("UPDATE incidents SET title = 'z' WHERE false")).toEqual([]);
    expect(await idsAfter("UPDATE sources SET note = 'x'")).toEqual([]);
    expect(await idsAfter("UPDATE directives SET title = 'x'")).toEqual([]);
    expect(await idsAfter("UPDATE places SET note = 'x'")).toEqual([]);
    expect(await idsAfter("UPDATE datasets SET title = 'x'")).toEqual([]);
  });

  test('says that anything may have changed where it did', async () => {
    expect(await idsAfter("UPDATE sources SET ref = 'made-up-z' WHERE ref = 'made-up-a'")).toBeNull();
    expect(await idsAfter("UPDATE datasets SET origin = 'import' WHERE slug = 'made-up'")).toBeNull();
    expect(await idsAfter("UPDATE datasets SET slug = 'made-up-two' WHERE slug = 'made-up'")).toBeNull();
    expect(await idsAfter("UPDATE places SET path = 'x/' || path WHERE id = '110000'")).toBeNull();
    expect(await idsAfter('UPDATE incidents SET title = title')).toBeNull();
  });

  test('a transaction that changes a lot in small steps says so, and notes no more', async () => {
    const version = await now();
    const client = await pool.connect();
    await client.query('BEGIN');
    for (let step = 0; step < 12; step++)
      await client.query(
        'UPDATE incidents SET title = title WHERE id IN (SELECT id FROM incidents LIMIT 1900)',
      );
    const { rows } = await client.query<{ count: number; nulls: number }>(
      `SELECT count(*)::int AS count, count(*) FILTER (WHERE incident_ids IS NULL)::int AS nulls
        FROM changed_incidents WHERE version > $1`,
      [version],
    );
    await client.query('COMMIT');
    client.release();
    expect(rows[0]).toEqual({ count: 6, nulls: 1 });
    expect(await changesSince(database, version)).toBeNull();
  });

  test('a statement after a rolled back one that changed all is noted', async () => {
    const version = await now();
    await pool.query(`BEGIN; SAVEPOINT s; UPDATE incidents SET title = title; ROLLBACK TO SAVEPOINT s;
      UPDATE incidents SET title = title WHERE id = (SELECT min(id::text)::uuid FROM incidents); COMMIT`);
    expect((await changesSince(database, version))?.ids).toHaveLength(1);
  });

  test('is kept for a thousand versions', async () => {
    const version = await now();
    await pool.query(
      "UPDATE incidents SET title = 'z' WHERE id = (SELECT min(id::text)::uuid FROM incidents)",
    );
    await pool.query(`DO $$ BEGIN FOR i IN 1..1000 LOOP
      UPDATE sources SET note = i::text WHERE false; COMMIT; END LOOP; END $$`);
    expect(await now()).toBe(version + 1_001);
    expect(await changesSince(database, version)).toBeNull();
    expect(await changesSince(database, version + 1)).toEqual({ version: version + 1_001, ids: [] });
    const { rows } = await pool.query('SELECT FROM changed_incidents WHERE version <= $1', [version + 1]);
    expect(rows).toEqual([]);
    expect(await changesSince(database, version + 1_002)).toBeNull();
  });

  test('says that anything may have changed after a TRUNCATE', async () => {
    for (const table of ['responses', 'claims', 'directive_incidents']) {
      const version = await now();
      await withClient(process.env.DATABASE_OWNER_URL ?? '', (client) => client.query(`TRUNCATE ${table}`));
      expect(await changesSince(database, version), table).toBeNull();
    }
  });
});

test('a write while columns are loaded is not lost from the next version', async () => {
  const id = '2badcafe-0000-4000-8000-000000000001';
  await pool.query(insertIncident(id, madeUp.id, 'draft'));
  const columns = await withOwnClient(async (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    let written = false;
    // The write comes after the version was read, before the rows are.
    client.query = ((...args: unknown[]) => {
      if (typeof args[0] === 'string' && args[0].includes('FROM datasets') && !written) {
        written = true;
        return pool
          .query("UPDATE incidents SET status = 'published' WHERE id = $1", [id])
          .then(() => query(...args));
      }
      return query(...args);
    }) as typeof client.query;
    const made = await loadColumns(client);
    expect(written).toBe(true);
    return made;
  });
  expect(() => readAll(columns, [id])).toThrow('not in the columns');
  const after = await some(patched(columns));
  expect(readAll(after, [id]).rows.size).toBe(1);
  await expectNow(after, 'the write');
});
