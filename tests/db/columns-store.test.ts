import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publicViewer } from '@/lib/auth/viewer';
import { withClient } from '@/lib/db/postgres/roles';
import { snapshot } from '@/lib/db/query';
import { columnsFor, endThreads, noteOfColumns, warmColumns } from '@/lib/incidents/columns/store';
import { counterOf } from '@/lib/incidents/counter';
import { sqlCounter } from '@/lib/incidents/counts/queries';
import { noFilters } from '@/lib/incidents/selection';
import { choice } from '@/lib/url/params';
import { seededDatabase } from '../support/database';

/** Enough for threads of their own to load and scan. */
const many = 60_000;

const folder = mkdtempSync(path.join(tmpdir(), 'daybook-store-'));
const file = path.join(folder, 'columns.bin');
process.env.DAYBOOK_COLUMNS_FILE = file;

let pool: Pool;
let end: () => Promise<void>;

beforeAll(async () => {
  ({ pool, end } = await seededDatabase());
  await pool.query(
    `INSERT INTO incidents (id, ref, dataset_id, title, summary, type, starts_on, ends_on, date_precision, place_id,
        place_precision, size_min, issues, status)
      SELECT gen_random_uuid(), 'made-' || n, (SELECT id FROM datasets LIMIT 1), 'Made up', 'Made up',
        CASE WHEN n % 3 = 0 THEN 'strike' ELSE 'petition' END, DATE '2015-01-01' + n % 1500,
        DATE '2015-01-01' + n % 1500, 'day', '440800', 'exact', nullif(n % 700, 0), '{wages}', 'published'
      FROM generate_series(1, $1::int) n`,
    [many],
  );
  // The app's role may not: it is not the owner of the table.
  await withClient(process.env.DATABASE_OWNER_URL ?? '', (owner) => owner.query('ANALYZE incidents'));
});
afterAll(async () => {
  await endThreads();
  await end();
  rmSync(folder, { recursive: true, force: true });
});

const strikes = { ...noFilters, type: choice(['strike']), from: '2016', to: '2018' };

/** Counts by what is held in memory, and by SQL, in one snapshot. */
const bothWays = () =>
  snapshot(async (db) => {
    const counter = await counterOf(db, publicViewer);
    const bySql = sqlCounter(db, publicViewer);
    return {
      inMemory: counter.version !== null,
      counted: [await counter.totals(strikes), await counter.byDay(strikes, 'issue', 'month')],
      expected: [await bySql.totals(strikes), await bySql.byDay(strikes, 'issue', 'month')],
    };
  });

test('columns are loaded at the start, and threads count over them', async () => {
  await warmColumns();
  const held = await snapshot(columnsFor);
  const [answer] = (await held?.scanner({ name: '', plan: [] }, [{ kind: 'totals', part: 0 }])) ?? [];
  expect(answer?.kind === 'totals' && answer.sums.counts[0]).toBe(many + 8);
  expect(noteOfColumns()).toMatchObject({ status: 'ready', rows: many + 8 });
  const { inMemory, counted, expected } = await bothWays();
  expect(inMemory).toBe(true);
  expect(counted).toEqual(expected);
});

test('a change is counted by the next question, without loading anew', async () => {
  const before = await snapshot(columnsFor);
  await pool.query(`UPDATE incidents SET type = 'strike' WHERE ref IN ('made-1', 'made-2')`);
  await pool.query(`UPDATE incidents SET status = 'withdrawn' WHERE ref = 'made-999'`);
  const { counted, expected } = await bothWays();
  expect(counted).toEqual(expected);
  const after = await snapshot(columnsFor);
  expect(after?.columns.fields.type.codes).toBe(before?.columns.fields.type.codes);
  expect(after?.columns.dead.length).toBe(3);
});

test('the next start takes the columns from the file in which they were kept, with what changed since', async () => {
  await expect.poll(() => existsSync(file), { timeout: 30_000 }).toBe(true);
  const { ino } = statSync(file);
  await pool.query(`UPDATE incidents SET type = 'strike' WHERE ref = 'made-4'`);
  await endThreads();
  // As in a process that has counted nothing yet.
  Reflect.deleteProperty(globalThis, 'daybookColumns');
  await warmColumns();
  const { inMemory, counted, expected } = await bothWays();
  expect(inMemory).toBe(true);
  expect(counted).toEqual(expected);
  // Had they been read from the database, they would have been kept anew.
  const held = await snapshot(columnsFor);
  expect(held?.columns.dead.length).toBe(4);
  expect(statSync(file).ino).toBe(ino);
});

test('a question that began before a change is answered from the version that it sees', async () => {
  await warmColumns();
  await snapshot(async (db) => {
    const first = await (await counterOf(db, publicViewer)).totals(noFilters);
    await pool.query(`UPDATE incidents SET status = 'draft' WHERE ref LIKE 'made-20__'`);
    const other = await snapshot(async (newer) => (await counterOf(newer, publicViewer)).totals(noFilters));
    const again = await (await counterOf(db, publicViewer)).totals(noFilters);
    expect(again).toEqual(first);
    expect(other.incidents).toBe(first.incidents - 100);
  });
});

test('questions that come together while columns are brought up to date share the work', async () => {
  await pool.query(`UPDATE incidents SET size_min = 12 WHERE ref = 'made-3'`);
  const helds = await Promise.all(Array.from({ length: 5 }, () => snapshot(columnsFor)));
  expect(new Set(helds).size).toBe(1);
  expect(helds[0]).not.toBeNull();
});

test('many changes at once are loaded anew, and nothing is mixed', async () => {
  const before = await snapshot(columnsFor);
  await pool.query(`UPDATE incidents SET size_max = size_min + 5 WHERE size_min < 200`);
  const { counted, expected } = await bothWays();
  expect(counted).toEqual(expected);
  expect((await snapshot(columnsFor))?.columns.starts).not.toBe(before?.columns.starts);
});

test('a thread that dies is replaced, and the question that it had is answered', async () => {
  const asked = bothWays();
  const [{ counted, expected }] = await Promise.all([asked, endThreads()]);
  expect(counted).toEqual(expected);
  await pool.query(`UPDATE incidents SET size_min = 13, size_max = NULL WHERE ref = 'made-4'`);
  const later = await bothWays();
  expect(later.inMemory).toBe(true);
  expect(later.counted).toEqual(later.expected);
});

test('what is not published is in no column, whoever asks', async () => {
  const held = await snapshot(columnsFor);
  expect(held?.columns.fields.status.words).toEqual(['published']);
});
