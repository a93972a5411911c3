import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepAhead } from '@/lib/incidents/columns/kept/ahead';
import { readColumns } from '@/lib/incidents/columns/kept/file';
import { columnsFromFile, keepColumns } from '@/lib/incidents/columns/kept/keep';
import { TooManyForMemory } from '@/lib/incidents/columns/load/bytes';
import { patchColumns } from '@/lib/incidents/columns/load/patch';
import type { Columns } from '@/lib/incidents/columns/types';
import { buildDirectives, buildIncidents, insertMadeUp } from '../factories/incidents';
import { random } from '../factories/random';
import { freshColumns, plainRows, readAll, withOwnClient } from '../support/columns';
import { seededDatabase } from '../support/database';
import { editOf } from '../support/random-edits';

let pool: Pool;
let end: () => Promise<void>;
const folder = mkdtempSync(path.join(tmpdir(), 'daybook-kept-'));
const file = path.join(folder, 'columns.bin');

beforeAll(async () => {
  ({ pool, end } = await seededDatabase());
  const chance = random(11);
  const directives = buildDirectives(chance, 40);
  const places = ['CN', '440000', '440800', '440883', '110000'];
  await insertMadeUp(pool, directives, buildIncidents(chance, 1_200, { places, directives }));
});
afterAll(async () => {
  await end();
  rmSync(folder, { recursive: true, force: true });
});

const keep = (columns: Columns) => withOwnClient((client) => keepColumns(client, file, columns));
const fromFile = () => withOwnClient((client) => columnsFromFile(client, file));
const edit = async (times: number, seed: number) => {
  const chance = random(seed);
  for (let n = 0; n < times; n++) {
    const { text, values } = editOf(chance);
    await pool.query(text, values);
  }
};

/** Sees to it that columns hold what the tables hold now. */
async function expectNow(columns: Columns | undefined): Promise<void> {
  if (!columns) throw new Error('nothing was taken from the file');
  const plain = await plainRows(pool);
  const read = readAll(columns, plain.keys());
  expect(read.live).toBe(plain.size);
  expect(read.rows).toEqual(plain);
}

test('columns come out of a file as they went in, and what changed since is added', async () => {
  await keep(await freshColumns());
  const found = await fromFile();
  await expectNow(found?.columns);
  expect(found?.columns).toEqual({ ...(await freshColumns()), origin: found?.columns.origin });
  await edit(30, 1);
  const later = await fromFile();
  await expectNow(later?.columns);
  expect(later?.kept).toBe(found?.columns.version);
  expect(later?.columns.version).toBeGreaterThan(found?.columns.version as number);
});

test('columns with dead rows and rows behind the last are kept as well, whatever is written behind them later', async () => {
  const patched = async (columns: Columns | null) => {
    const made = columns && (await withOwnClient((client) => patchColumns(client, columns)));
    if (!made) throw new Error('the columns were not patched');
    return made;
  };
  const loaded = await freshColumns();
  await edit(20, 2);
  const once = await patched(loaded);
  expect(once.dead.length).toBeGreaterThan(0);
  await edit(20, 3);
  const twice = await patched(once);
  await keep(once);
  await expectNow((await fromFile())?.columns);
  await keep(twice);
  const found = await fromFile();
  await expectNow(found?.columns);
  await edit(5, 4);
  await expectNow((await patched(found?.columns ?? null)) as Columns);
});

test('only the owner reads the file, and nothing else is left beside it', async () => {
  await keep(await freshColumns());
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(['columns.bin']);
});

test('a file of other data under the same number is not taken', async () => {
  const columns = await freshColumns();
  await keep(columns);
  const { rows } = await pool.query('SELECT stamp FROM data_stamps WHERE version = $1', [columns.version]);
  const setStamp = 'UPDATE data_stamps SET stamp = $2 WHERE version = $1';
  await pool.query(setStamp, [columns.version, '00000000-0000-4000-8000-000000000000']);
  expect(await fromFile()).toBeNull();
  await pool.query(setStamp, [columns.version, rows[0].stamp]);
  expect(await fromFile()).not.toBeNull();
});

test('each transaction that changes the data has a mark, and marks of old versions go', async () => {
  const before = Number((await pool.query('SELECT version FROM data_version')).rows[0].version);
  await edit(3, 5);
  const { rows } = await pool.query(
    `SELECT version::int, (SELECT count(DISTINCT stamp)::int FROM data_stamps s WHERE s.version = v.version) AS marks
      FROM generate_series($1::int, (SELECT version::int FROM data_version)) v(version)`,
    [before],
  );
  expect(rows.length).toBeGreaterThan(1);
  expect(new Set(rows.map(({ marks }) => marks))).toEqual(new Set([1]));
  await keep(await freshColumns());
  await pool.query('UPDATE data_version SET version = version + 2_000');
  await edit(1, 6);
  expect(await fromFile()).toBeNull();
  const { rows: left } = await pool.query(
    'SELECT min(version)::int AS least, (SELECT version::int FROM data_version) AS now FROM data_stamps',
  );
  expect(left[0].least).toBeGreaterThan(left[0].now - 1_001);
});

test('a file that is cut off, altered in any part, of another format or not there is not taken', async () => {
  await keep(await freshColumns());
  const whole = readFileSync(file);
  const known = async () => true;
  expect(await readColumns(file, known)).not.toBeNull();
  const altered = (at: number) => {
    const bytes = Buffer.from(whole);
    bytes[at] = (bytes[at] as number) ^ 1;
    return bytes;
  };
  for (const bytes of [
    Buffer.alloc(0),
    whole.subarray(0, 20),
    whole.subarray(0, 400),
    whole.subarray(0, whole.length - 1),
    ...[3, 16, 19, 24, 200, whole.length - 5_000, whole.length - 1].map(altered),
  ]) {
    writeFileSync(file, bytes);
    expect(await readColumns(file, known)).toBeNull();
    expect(await fromFile()).toBeNull();
  }
  rmSync(file);
  expect(await fromFile()).toBeNull();
});

test('what does not fit into memory is refused, as when it is loaded', async () => {
  await keep(await freshColumns());
  await expect(withOwnClient((client) => columnsFromFile(client, file, 1_000))).rejects.toThrow(
    TooManyForMemory,
  );
});

test('are kept ahead of the next start where no file can be brought up to date, and only from so many on', async () => {
  const ahead = (least?: number, mostBytes = 1e9) =>
    withOwnClient((client) =>
      withOwnClient((beside) =>
        keepAhead(client, beside, { file, mostBytes, ...(least === undefined ? {} : { least }) }),
      ),
    );
  rmSync(file, { force: true });
  expect(await ahead()).toBeNull();
  expect(await fromFile()).toBeNull();
  const { rows } = await freshColumns();
  expect(await ahead(0)).toBe(rows);
  await expectNow((await fromFile())?.columns);
  await edit(3, 7);
  expect(await ahead(0)).toBeNull();
  await expectNow((await fromFile())?.columns);
  rmSync(file);
  await expect(ahead(0, 1_000)).rejects.toThrow(TooManyForMemory);
  expect(readdirSync(folder)).toEqual([]);
});
