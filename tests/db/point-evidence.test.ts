import { Pool } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { publicViewer, type Viewer } from '@/lib/auth/viewer';
import { openSnapshot } from '@/lib/db/query';
import { streamSources } from '@/lib/exports/queries';
import { columnCounter } from '@/lib/incidents/columns/counter';
import { localScanner } from '@/lib/incidents/columns/local';
import { sqlCounter } from '@/lib/incidents/counts/queries';
import { listIncidents, streamIncidents } from '@/lib/incidents/queries';
import { noFilters } from '@/lib/incidents/selection';
import { getSource, listSources } from '@/lib/sources/queries';
import { choice } from '@/lib/url/params';
import { seed } from '@/prisma/seed/seed';
import { freshColumns } from '../support/columns';
import { addViewer } from '../support/editing';

let pool: Pool;
let reader: Viewer;
let editor: Viewer;

/** What shows where an incident was, in one source that nothing else rests on. */
const source = 'map-of-the-street';
const incident = 'zj-2019-09-13-a';

beforeAll(async () => {
  pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 2 });
  await seed(pool);
  [reader, editor] = [await addViewer(pool, 'reader'), await addViewer(pool, 'editor')];
  await pool.query(
    `INSERT INTO sources (id, ref, outlet, headline, kind, language)
      VALUES (gen_random_uuid(), $1, 'A map', 'The street', 'social-media', 'zh')`,
    [source],
  );
  await pool.query(
    `INSERT INTO claims (incident_id, ordinal, field, value, source_id, basis, followed)
      SELECT i.id, 900 + n, (ARRAY['latitude', 'longitude'])[n], '21.9', s.id, 'stated', true
      FROM incidents i, sources s, generate_series(1, 2) n WHERE i.ref = $1 AND s.ref = $2`,
    [incident, source],
  );
});
afterAll(() => pool.end());

const sort = { key: 'date', descending: false } as const;

/** Where the source, or that something rests on it, can be read by a viewer. */
async function seenBy(viewer: Viewer): Promise<string[]> {
  const seen: string[] = [];
  const listed = (await listSources(viewer)).find(({ ref }) => ref === source);
  if (listed) seen.push(`list of sources: ${listed.incidents}`);
  const opened = await getSource(source, viewer).catch(() => null);
  if (opened) seen.push(`its page: ${opened.incidentCount} ${opened.incidents.map(({ ref }) => ref)}`);
  const db = await openSnapshot();
  try {
    const rows = await listIncidents(db, noFilters, viewer, { sort, limit: 200 });
    if (rows.some(({ sources }) => sources.some(({ ref }) => ref === source))) seen.push('list of incidents');
    for await (const batch of streamIncidents(db, noFilters, viewer, sort))
      if (batch.some(({ sources }) => sources.some(({ ref }) => ref === source)))
        seen.push('file of incidents');
    const filters = { ...noFilters, source: choice([source]) };
    const columns = await freshColumns();
    const inColumns = columnCounter(columns, localScanner(columns), async () => new Uint8Array());
    for (const [way, counter] of Object.entries({ sql: sqlCounter(db, viewer), columns: inColumns })) {
      const { incidents } = await counter.totals(filters);
      if (incidents > 0) seen.push(`filter by ${way}`);
      if ((await counter.facets(noFilters)).source.has(source)) seen.push(`facet by ${way}`);
      if ((await counter.sources(noFilters)).includes(source)) seen.push(`sources by ${way}`);
    }
    for await (const batch of streamSources(db, noFilters, viewer))
      if (batch.some(({ ref }) => ref === source)) seen.push('file of sources');
  } finally {
    await db.close(true);
  }
  return seen;
}

it('a source that shows only the point of a record is read and counted once that point is public', async () => {
  expect(await seenBy(publicViewer)).toEqual([]);
  expect(await seenBy(reader)).toEqual([]);
  // Editors choose from it; what is counted means the same whoever asks.
  expect(await seenBy(editor)).toEqual(['list of sources: 0', 'its page: 0 ']);
  await pool.query('UPDATE incidents SET point_public = true WHERE ref = $1', [incident]);
  expect(await seenBy(publicViewer)).toEqual([
    'list of sources: 1',
    `its page: 1 ${incident}`,
    'list of incidents',
    'file of incidents',
    'filter by sql',
    'facet by sql',
    'sources by sql',
    'filter by columns',
    'facet by columns',
    'sources by columns',
    'file of sources',
  ]);
});
