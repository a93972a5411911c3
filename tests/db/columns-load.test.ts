import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { storedCodesOf } from '@/lib/codebook/vocabularies';
import { withClient } from '@/lib/db/postgres/roles';
import { rowOf } from '@/lib/incidents/columns/ids';
import { bytesOf, TooManyForMemory } from '@/lib/incidents/columns/load/bytes';
import { loadColumns } from '@/lib/incidents/columns/load/load';
import { buildDirectives, buildIncidents, insertMadeUp, madeUp } from '../factories/incidents';
import { random } from '../factories/random';
import { freshColumns, plainRows, readAll, withOwnClient } from '../support/columns';
import { seededDatabase } from '../support/database';

let pool: Pool;
let end: () => Promise<void>;

beforeAll(async () => {
  ({ pool, end } = await seededDatabase());
  const chance = random(42);
  const directives = buildDirectives(chance, 60);
  const places = ['CN', '440000', '440800', '440883', '110000', '440883.changqi.su'];
  await insertMadeUp(pool, directives, buildIncidents(chance, 3_000, { places, directives }));
});
afterAll(() => end());

test('columns hold what a plain reading of the tables finds, incident by incident', async () => {
  const plain = await plainRows(pool);
  const columns = await freshColumns();
  const { live, rows } = readAll(columns, plain.keys());
  expect(live).toBe(plain.size);
  for (const [id, row] of plain) expect(rows.get(id), id).toEqual(row);
  expect(columns.synthetic).toEqual(new Set([madeUp.slug]));
  const { rows: places } = await pool.query<{ id: string; path: string }>('SELECT id, path FROM places');
  expect(columns.paths).toEqual(new Map(places.map(({ id, path }) => [id, path])));
});

test('two connections read the same as one, in one snapshot of the database', async () => {
  const plain = await plainRows(pool);
  const made = await withClient(process.env.DATABASE_ADMIN_URL ?? '', (admin) =>
    withOwnClient((beside) =>
      withOwnClient(async (client) => {
        // What is written while they wait for the claims is not in it, nor does it break what is read.
        await admin.query('BEGIN; LOCK TABLE claims IN ACCESS EXCLUSIVE MODE');
        const loading = loadColumns(client, { beside });
        const waits = () =>
          admin.query('SELECT FROM pg_locks WHERE NOT granted AND pid = ANY($1)', [
            [client, beside].map((one) => (one as typeof one & { processID: number }).processID),
          ]);
        await expect.poll(async () => (await waits()).rowCount, { timeout: 10_000 }).toBeGreaterThan(0);
        await admin.query("DELETE FROM claims; DELETE FROM responses WHERE kind = 'monitoring'");
        await admin.query('COMMIT');
        return loading;
      }),
    ),
  );
  const { live, rows } = readAll(made, plain.keys());
  expect(live).toBe(plain.size);
  for (const [id, row] of plain) expect(rows.get(id), id).toEqual(row);
});

test('words and sets are those that occur, each once, and no set is empty', async () => {
  const { rows, firstDay, starts, fields } = await freshColumns();
  for (const [field, { words, codes, sets }] of Object.entries(fields)) {
    const used = new Set(codes.subarray(0, rows));
    if (sets) {
      expect(
        [...used].sort((a, b) => a - b),
        field,
      ).toEqual(Array.from({ length: sets.starts.length - 1 }, (_, set) => set));
      const inSets = Array.from(used, (set) => [
        ...sets.members.subarray(sets.starts[set], sets.starts[set + 1]),
      ]);
      for (const set of inSets) expect(set.length, field).toBeGreaterThan(0);
      for (const set of inSets) expect(set, field).toEqual([...new Set(set)].sort((a, b) => a - b));
      expect(new Set(inSets.flat()).size, field).toBe(words.length);
    } else expect(used.size, field).toBe(words.length);
    if (field !== 'place') expect(new Set(words).size, field).toBe(words.length);
  }
  expect(Math.min(...starts.subarray(0, rows))).toBe(0);
  const { rows: first } = await pool.query<{ day: number }>(
    "SELECT min(starts_on) - DATE '1970-01-01' AS day FROM incidents WHERE status = 'published'",
  );
  expect(firstDay).toBe(first[0]?.day);
});

test('rows are in the order of their days and then of their ids, and those whose first 32 bits are the same are told apart', async () => {
  const near = ['0badcafe-0000-4000-8000-000000000001', '0badcafe-0000-4000-8000-000000000002'];
  await pool.query(
    `INSERT INTO incidents (id, ref, dataset_id, title, summary, type, starts_on, ends_on, date_precision, place_id,
        place_precision, status)
      SELECT id, 'near', $2, 'x', 'x', 'strike', day::date, day::date, 'day', 'CN', 'exact', 'published'
        FROM unnest($1::uuid[], ARRAY['1980-01-01', '1990-01-01']) n(id, day)`,
    [near, madeUp.id],
  );
  const columns = await freshColumns();
  const { rows: ids } = await pool.query<{ id: string }>(
    "SELECT id FROM incidents WHERE status = 'published' ORDER BY starts_on, ends_on, id",
  );
  expect(ids.map(({ id }) => rowOf(columns, id))).toEqual(ids.map((_, row) => row));
  const plain = await plainRows(pool);
  const { rows } = readAll(columns, near);
  for (const id of near) expect(rows.get(id)).toEqual(plain.get(id));
  await pool.query('DELETE FROM incidents WHERE id = ANY($1)', [near]);
});

test('a list of codes is read wherever it begins', async () => {
  const id = '0badcafe-0000-4000-8000-000000000003';
  const [issue] = storedCodesOf('issue');
  await pool.query(
    `INSERT INTO incidents (id, ref, dataset_id, title, summary, type, starts_on, ends_on, date_precision, place_id,
        place_precision, status, issues)
      VALUES ($1, 'list', $2, 'x', 'x', 'strike', '1980-01-01', '1980-01-01', 'day', 'CN', 'exact', 'published', $3)`,
    [id, madeUp.id, `[0:0]={${issue}}`],
  );
  const { rows } = readAll(await freshColumns(), [id]);
  expect(rows.get(id)).toMatchObject({ issue: expect.arrayContaining([issue]) });
  await pool.query('DELETE FROM incidents WHERE id = $1', [id]);
});

test('threads can share the arrays, which have room for more rows', async () => {
  const columns = await freshColumns();
  const arrays = [columns.starts, columns.keys, ...Object.values(columns.fields).map(({ codes }) => codes)];
  for (const array of arrays) {
    expect(array.buffer).toBeInstanceOf(SharedArrayBuffer);
    expect(array.length).toBeGreaterThanOrEqual(columns.rows + 1_024);
  }
  const own = await withOwnClient((client) => loadColumns(client, { shared: false }));
  expect(own.starts.buffer).toBeInstanceOf(ArrayBuffer);
});

test('what takes more memory than it may is not loaded', async () => {
  const { rows, dictionaries } = bytesOf(await freshColumns());
  const within = (mostBytes: number) => withOwnClient((client) => loadColumns(client, { mostBytes }));
  await expect(within(rows + dictionaries)).resolves.toMatchObject({ version: expect.any(Number) });
  await expect(within(rows + dictionaries - 1)).rejects.toThrow(TooManyForMemory);
  // The statistics alone tell that it would be too much; the app's role may not renew them.
  await withClient(process.env.DATABASE_OWNER_URL ?? '', (owner) => owner.query('ANALYZE incidents'));
  await expect(within(10_000)).rejects.toThrow(TooManyForMemory);
});

test('a load that the database breaks off fails with its error, and one that loses its connection fails too', async () => {
  await withClient(process.env.DATABASE_ADMIN_URL ?? '', async (admin) => {
    for (const [end, error] of [
      ['pg_cancel_backend', { code: '57014' }],
      ['pg_terminate_backend', {}],
    ] as const) {
      await admin.query('BEGIN; LOCK TABLE claims IN ACCESS EXCLUSIVE MODE');
      await withOwnClient(async (client) => {
        const { processID } = client as typeof client & { processID: number };
        const loading = loadColumns(client);
        loading.catch(() => {});
        const waits = () =>
          admin.query('SELECT FROM pg_stat_activity WHERE pid = $1 AND wait_event_type = $2', [
            processID,
            'Lock',
          ]);
        await expect.poll(async () => (await waits()).rowCount, { timeout: 10_000 }).toBe(1);
        await pool.query(`SELECT ${end}($1)`, [processID]);
        await expect(loading).rejects.toMatchObject(error);
        await admin.query('ROLLBACK');
        if (end === 'pg_cancel_backend')
          await expect(loadColumns(client)).resolves.toMatchObject({ sorted: expect.any(Number) });
      });
    }
  });
});

test('without incidents there are columns without rows', async () => {
  await pool.query('BEGIN; DELETE FROM incidents; COMMIT');
  const columns = await freshColumns();
  expect([columns.rows, columns.sorted, columns.rowsById.size]).toEqual([0, 0, 0]);
  expect(rowOf(columns, madeUp.id)).toBe(-1);
});
