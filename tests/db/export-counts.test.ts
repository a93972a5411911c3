import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/lib/auth/viewer';
import { openSnapshot } from '@/lib/db/query';
import { defaultView } from '@/lib/explore/view';
import { aboutExport, type ExportSummary, type IncidentExport, summariseExport } from '@/lib/exports/about';
import { warmColumns } from '@/lib/incidents/columns/store';
import { buildFilters } from '../factories/filters';
import { madeUp } from '../factories/incidents';
import { random } from '../factories/random';
import { type ExportWorld, exportWorld, secret } from '../support/exports';

/* What is known of a file before its first byte: counted in memory and counted by the database are the same. */

let world: ExportWorld;
beforeAll(async () => {
  world = await exportWorld();
});
afterAll(() => world.end());

/** What is counted quickly, and what the database counts, of one snapshot. */
async function bothOf(wanted: IncidentExport): Promise<{ quick: ExportSummary; whole: ExportSummary }> {
  const db = await openSnapshot();
  try {
    const quick = await summariseExport(db, wanted);
    return { quick, whole: await aboutExport(db, wanted) };
  } finally {
    await db.close(true);
  }
}

const expected = ({ query, counts }: ExportSummary): ExportSummary => ({
  query,
  counts: { ...counts, pointsKept: null },
});

test('by the database, where no columns were loaded', async () => {
  const { quick, whole } = await bothOf(world.wantedBy(''));
  expect(quick.counts.pointsKept).toBeGreaterThan(0);
  expect(quick.counts).toEqual(whole.counts);
});

test('in memory, of any filter', async () => {
  await warmColumns();
  const chance = random(11);
  const datasets = [madeUp.slug, secret.slug, 'zhanjiang-log'];
  let leftOut = 0;
  for (let turn = 0; turn < 120; turn++) {
    const filters = buildFilters(chance, { places: ['440800', '440883', '110000'], datasets });
    const wanted = { ...world.wantedBy(''), selection: { filters, view: defaultView } };
    const { quick, whole } = await bothOf(wanted);
    expect(quick, JSON.stringify(filters)).toEqual(expected(whole));
    leftOut += quick.counts.leftOut;
  }
  expect(leftOut).toBeGreaterThan(0);
  for (const query of ['', `?dataset=${secret.slug}`, `?dataset=!${secret.slug}`, '?q=mill']) {
    const { quick, whole } = await bothOf(world.wantedBy(query));
    expect(quick, query).toEqual(expected(whole));
  }
});

test('of drafts by the database, for those who see them', async () => {
  const editor: Viewer = { kind: 'account', id: secret.id, name: 'editor', role: 'editor' };
  const { quick, whole } = await bothOf({ ...world.wantedBy('?status=draft'), viewer: editor });
  expect(quick.counts.kept).toBeGreaterThan(0);
  expect(quick.counts).toEqual(whole.counts);
});

test('of the data as the snapshot sees them', async () => {
  const before = await bothOf(world.wantedBy(''));
  await world.pool.query(
    `UPDATE incidents SET status = 'withdrawn', version = version + 1 WHERE dataset_id = $1 AND id = (
      SELECT id FROM incidents WHERE dataset_id = $1 AND status = 'published' ORDER BY ref LIMIT 1)`,
    [madeUp.id],
  );
  await warmColumns();
  const { quick, whole } = await bothOf(world.wantedBy(''));
  expect(quick).toEqual(expected(whole));
  expect(quick.counts.exported).toBe(before.quick.counts.exported - 1);
});
