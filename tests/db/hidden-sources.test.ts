import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publicViewer, stranger, type Viewer } from '@/lib/auth/viewer';
import { openExplore, openSelection } from '@/lib/explore/open';
import { loadReference } from '@/lib/explore/reference';
import { askReference } from '@/lib/explore/send-reference';
import { addAccount } from '../support/accounts';
import { seededDatabase } from '../support/database';

const hidden = 'hidden-paper-undated';
const open = 'epoch-times-2020-10-22';

let pool: Pool;
let end: () => Promise<void>;
let reader: Viewer;
let coder: Viewer;
let draft: string;

/** A source that nothing rests on but a draft. */
beforeAll(async () => {
  ({ pool, end } = await seededDatabase());
  const viewer = async (role: 'reader' | 'coder'): Promise<Viewer> => {
    const { id } = await addAccount(pool, role);
    return { kind: 'account', id, name: `Test ${role}`, role };
  };
  [reader, coder] = [await viewer('reader'), await viewer('coder')];
  draft = randomUUID();
  await pool.query(
    `INSERT INTO incidents (id, ref, dataset_id, title, summary, type, starts_on, ends_on, date_precision, place_id,
        place_precision, status)
      SELECT $1, 'zj-draft-of-hidden', id, 'A draft', '', 'strike', '2019-05-01', '2019-05-01', 'day', '440883', 'county',
        'draft' FROM datasets WHERE slug = 'zhanjiang-log'`,
    [draft],
  );
  await pool.query(
    `WITH s AS (INSERT INTO sources (id, ref, outlet, headline, kind, language)
        VALUES (gen_random_uuid(), $2, 'A hidden paper', 'What is being worked on', 'news-report', 'en') RETURNING id)
      INSERT INTO claims (incident_id, ordinal, field, value, source_id, basis)
      SELECT $1, 1, 'type', 'strike', id, 'stated' FROM s`,
    [draft, hidden],
  );
});
afterAll(() => end());

const asker = (viewer: Viewer) => ({ viewer, locale: 'en', origin: 'http://localhost' }) as const;
const query = new URLSearchParams({ source: hidden });

test('a source that nothing published rests on has a name for those who code, and for nobody else', async () => {
  for (const viewer of [publicViewer, reader]) {
    const { sources, known } = await loadReference(viewer);
    expect([sources.has(open), sources.has(hidden), known.source(hidden)]).toEqual([true, false, false]);
    const sent = await (await askReference(asker(viewer))).open();
    expect(JSON.stringify(sent)).not.toMatch(/hidden/i);
    const page = await openExplore(query, asker(viewer));
    expect(page.ignored).toEqual([expect.objectContaining({ param: 'source', value: hidden })]);
    expect(JSON.stringify(page)).not.toContain('hidden paper');
    await expect(openSelection(query, asker(viewer))).rejects.toMatchObject({ code: 'invalid' });
  }
  expect((await loadReference(coder)).sources.get(hidden)).toMatchObject({ outlet: 'A hidden paper' });
  expect((await openExplore(query, asker(coder))).ignored).toEqual([]);
});

test('somebody who may read nothing is told of no source', async () => {
  await expect(loadReference(stranger)).rejects.toMatchObject({ code: 'unauthenticated' });
});

test('it has a name for everybody once something that rests on it is published', async () => {
  await pool.query(`UPDATE incidents SET status = 'published' WHERE id = $1`, [draft]);
  expect((await loadReference(publicViewer)).sources.has(hidden)).toBe(true);
  await pool.query(`UPDATE incidents SET status = 'withdrawn' WHERE id = $1`, [draft]);
  expect((await loadReference(publicViewer)).sources.has(hidden)).toBe(false);
});
