import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findPublicData, type PublicData } from '@/lib/imports/public/catalogue';
import { fetchPublicData } from '@/lib/imports/public/fetch';
import { importPublicData } from '@/lib/imports/public/import';
import { type SeededDatabase, seededDatabase } from '../support/database';
import { fileServer, sends } from '../support/file-server';
import { zipOf } from '../support/import-files';

const folder = mkdtempSync(path.join(tmpdir(), 'daybook-public-'));
const csv = readFileSync(path.join(import.meta.dirname, '../fixtures/imports/presets/ucdp-ged.csv'));
let db: SeededDatabase;
let server: Awaited<ReturnType<typeof fileServer>>;

beforeAll(async () => {
  db = await seededDatabase();
  server = await fileServer({
    '/ged.zip': sends(await zipOf([['GEDEvent.csv', csv]])),
    '/ged.csv.gz': sends(gzipSync(csv)),
  });
});
afterAll(async () => {
  await db.end();
  await server.end();
  rmSync(folder, { recursive: true, force: true });
});

/** Fetches and imports, as the command does. */
async function got(at: string, { write = true, dataset = 'ucdp-ged' } = {}) {
  const known = findPublicData('ucdp-ged');
  const entry: PublicData = { ...known, address: server.address(at), fileName: at.slice(1), sha256: null };
  const file = await fetchPublicData({ entry, from: null, sha256: null, keep: null }, folder);
  return importPublicData({
    ...{ entry, file, dataset, write, status: 'published', withoutRefused: true },
    ...{ careReason: null, encoding: null, watch: { tell: async () => {} } },
  });
}
const rowsOf = async (slug: string) =>
  (
    await db.pool.query(
      `SELECT i.external_id, i.starts_on::text AS day, i.place_id, i.type, i.status FROM incidents i
       JOIN datasets d ON d.id = i.dataset_id WHERE d.slug = $1 ORDER BY 1`,
      [slug],
    )
  ).rows;

test('a dry run counts and writes nothing', async () => {
  const { report, batch } = await got('/ged.zip', { write: false });
  expect(report).toMatchObject({ rows: expect.any(Number), refused: 0 });
  expect(report.accepted).toBeGreaterThan(0);
  expect(batch).toBe(null);
  expect(await rowsOf('ucdp-ged')).toEqual([]);
});

test('a ZIP from a server becomes records, in a data set with licence and citation of the catalogue', async () => {
  const { report, batch } = await got('/ged.zip');
  const rows = await rowsOf('ucdp-ged');
  expect(rows).toHaveLength(report.made);
  expect(rows[0]).toEqual({
    external_id: '300001',
    day: '2019-05-01',
    place_id: '440800',
    type: 'other',
    status: 'published',
  });
  const { rows: batches } = await db.pool.query(
    'SELECT status, file_name FROM import_batches WHERE id = $1',
    [batch],
  );
  expect(batches).toEqual([{ status: 'committed', file_name: 'ged.zip' }]);
  const { licence, citation, redistributable } = findPublicData('ucdp-ged');
  const { rows: datasets } = await db.pool.query(
    "SELECT licence, citation, redistributable FROM datasets WHERE slug = 'ucdp-ged'",
  );
  expect(datasets).toEqual([{ licence, citation, redistributable }]);
});

test('the same again, packed otherwise, changes nothing', async () => {
  const before = await rowsOf('ucdp-ged');
  const { report } = await got('/ged.csv.gz');
  expect(report).toMatchObject({ made: 0, changed: 0, unchanged: before.length });
  expect(await rowsOf('ucdp-ged')).toEqual(before);
});

test('another data set can be named', async () => {
  const { report } = await got('/ged.csv.gz', { dataset: 'ged-apart' });
  expect(await rowsOf('ged-apart')).toHaveLength(report.made);
  expect(report.made).toBeGreaterThan(0);
});
