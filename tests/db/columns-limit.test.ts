import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publicViewer } from '@/lib/auth/viewer';
import { snapshot } from '@/lib/db/query';
import { columnsFor, noteOfColumns } from '@/lib/incidents/columns/store';
import { counterOf } from '@/lib/incidents/counter';
import { noFilters } from '@/lib/incidents/selection';
import { seededDatabase } from '../support/database';

let pool: Pool;
let end: () => Promise<void>;

beforeAll(async () => {
  process.env.DAYBOOK_COLUMNS_MB = '0.0001';
  ({ pool, end } = await seededDatabase());
});
afterAll(() => end());

test('columns that take more memory than is set are not held: the database counts, and a note says so', async () => {
  const { inMemory, totals } = await snapshot(async (db) => {
    const counter = await counterOf(db, publicViewer);
    return { inMemory: counter.version !== null, totals: await counter.totals(noFilters) };
  });
  expect(inMemory).toBe(false);
  expect(totals.incidents).toBe(8);
  expect(noteOfColumns()).toMatchObject({ status: 'too-large', version: null });
});

test('they are not tried again at each question', async () => {
  await pool.query(`UPDATE incidents SET size_min = 13 WHERE ref = (SELECT min(ref) FROM incidents)`);
  expect(await snapshot(columnsFor)).toBeNull();
  expect(noteOfColumns().status).toBe('too-large');
});
