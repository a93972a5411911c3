import { Client, type Pool } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { publicViewer } from '@/lib/auth/viewer';
import { codebookVersion } from '@/lib/codebook/vocabularies';
import { database } from '@/lib/db/query';
import { takeTurn, transaction } from '@/lib/db/write';
import { openExplore } from '@/lib/explore/open';
import { viewParams } from '@/lib/explore/view';
import { filterParams } from '@/lib/incidents/selection';
import { isViewId } from '@/lib/saved-views/id';
import { openViewList } from '@/lib/saved-views/list';
import { savesAnHour } from '@/lib/saved-views/mutations';
import { getSavedView, listSavedViews, savedViewOf } from '@/lib/saved-views/queries';
import { saveView } from '@/lib/saved-views/save';
import { viewQuery } from '@/lib/saved-views/state';
import { seededDatabase } from '../support/database';

const origin = 'https://daybook.example';
const visitor = (name: string) => Buffer.from(name).toString('hex').padEnd(64, '0');
const saver = { viewer: publicViewer, visitor: visitor('a'), locale: 'en', origin } as const;
const petitions = {
  name: 'Petitions in Zhanjiang',
  description: 'For the chapter on land.',
  page: '/',
  query: '?type=petition&place=440800&by=month',
};

let pool: Pool;
let end: () => Promise<void>;

beforeAll(async () => {
  ({ pool, end } = await seededDatabase());
});
afterAll(() => end());
beforeEach(() => asOwner('TRUNCATE saved_views, write_counts'));

async function asOwner(statement: string, values: unknown[] = []): Promise<void> {
  const client = new Client({ connectionString: process.env.DATABASE_OWNER_URL });
  await client.connect();
  try {
    await client.query(statement, values);
  } finally {
    await client.end();
  }
}

const asker = { viewer: { kind: 'public' }, locale: 'en', origin } as const;

describe('a saved view', () => {
  test('is stored with every parameter and opens what was saved', async () => {
    const link = await saveView(petitions, saver);
    expect(isViewId(link.id)).toBe(true);
    expect(link).toEqual({
      id: link.id,
      name: petitions.name,
      path: `/v/${link.id}`,
      url: `${origin}/v/${link.id}`,
    });
    const view = await getSavedView(link.id, publicViewer);
    expect(view).toMatchObject({
      name: petitions.name,
      description: petitions.description,
      page: '/',
      codebookVersion,
    });
    expect(view?.createdAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(Object.keys(view?.state ?? {}).sort()).toEqual([...filterParams, ...viewParams].sort());
    expect(view && viewQuery(view)).toBe(`?place=440800&type=petition&by=month&view=${link.id}`);
    const page = await openExplore(new URLSearchParams(view ? viewQuery(view) : ''), asker);
    expect([page.ignored, page.savedView?.name, page.totals.incidents]).toEqual([[], petitions.name, 3]);
  });

  test.each([
    ['type', 'type=riot'],
    ['typ', 'typ=petition'],
    ['from', 'from=2019-02-30'],
    ['place', 'place=999999'],
  ])('is not stored when its %s can’t be read', async (field, query) => {
    await expect(saveView({ ...petitions, query }, saver)).rejects.toMatchObject({
      code: 'invalid',
      fields: [expect.objectContaining({ field })],
    });
    expect((await listSavedViews(1, publicViewer)).total).toBe(0);
    expect((await pool.query('SELECT FROM write_counts')).rowCount).toBe(0);
  });

  test('is not stored when its link could not be opened: an address has 4,000 characters at most', async () => {
    const query = `category=${'湛'.repeat(200)}~${'江'.repeat(200)}~${'市'.repeat(200)}`;
    await expect(saveView({ ...petitions, query }, saver)).rejects.toMatchObject({
      code: 'invalid',
      fields: [expect.objectContaining({ field: 'query' })],
    });
  });

  test('is found by its id alone', async () => {
    await saveView(petitions, saver);
    for (const id of ['ABCDEFGHJK2', '', "' OR 1=1 --", '%'])
      expect(await getSavedView(id, publicViewer)).toBeNull();
  });

  test('opens with its name when a code or a place is gone, and says what was left out', async () => {
    const { id } = await saveView(petitions, saver);
    const state = { type: 'petition~sit-in', place: '449999', by: 'month', gone: 'x' };
    await asOwner('ALTER TABLE saved_views DISABLE TRIGGER USER');
    await asOwner('UPDATE saved_views SET state = $1', [JSON.stringify(state)]);
    await asOwner('ALTER TABLE saved_views ENABLE TRIGGER USER');
    const view = await getSavedView(id, publicViewer);
    const page = await openExplore(new URLSearchParams(view ? viewQuery(view) : ''), asker);
    expect(page.ignored.map(({ param, value }) => [param, value]).sort()).toEqual([
      ['gone', 'x'],
      ['place', '449999'],
      ['type', 'sit-in'],
    ]);
    expect(page.savedView?.id).toBe(id);
    expect(page.totals.incidents).toBe(3);
    expect((await openViewList(1, publicViewer, 'en')).views[0]).toMatchObject({
      sentence: 'Type: Petition',
      leftOut: 3,
    });
  });

  test('lends its name to no other selection', async () => {
    const { id } = await saveView(petitions, saver);
    expect(await savedViewOf(new URLSearchParams(`type=strike&view=${id}`), publicViewer)).toBeNull();
    expect(await savedViewOf({ view: 'ABCDEFGHJK2' }, publicViewer)).toBeNull();
    expect(await savedViewOf({ type: 'petition' }, publicViewer)).toBeNull();
  });

  test('is listed newest first, with its filter in words in either language', async () => {
    await saveView(petitions, saver);
    await saveView({ name: 'Everything', page: '/incidents', query: '' }, saver);
    await asOwner(`UPDATE saved_views SET name = 'Old' WHERE name = 'nobody'`);
    const { views, total, page, pages } = await openViewList(9, publicViewer, 'en');
    expect([total, page, pages]).toEqual([2, 1, 1]);
    expect(views.map(({ name, sentence, leftOut }) => [name, sentence, leftOut])).toEqual(
      expect.arrayContaining([
        ['Everything', 'All records', 0],
        [petitions.name, 'Place: Zhanjiang · Type: Petition', 0],
      ]),
    );
    expect((await openViewList(1, publicViewer, 'zh')).views.map(({ sentence }) => sentence)).toContain(
      '地点：湛江市 · 类型：上访',
    );
  });
});

describe('what a link opens never changes', () => {
  const changes = [
    `UPDATE saved_views SET state = '{}'`,
    `UPDATE saved_views SET page = '/incidents'`,
    `UPDATE saved_views SET id = 'ABCDEFGHJK3'`,
    `UPDATE saved_views SET codebook_version = '1'`,
    'UPDATE saved_views SET created_at = now()',
  ];

  test.each(changes)('the owner may not: %s', async (statement) => {
    await saveView(petitions, saver);
    await expect(asOwner(statement)).rejects.toMatchObject({ constraint: 'saved_views_never_change' });
  });

  test.each([...changes, `UPDATE saved_views SET name = 'x'`, 'DELETE FROM saved_views'])(
    'the role of the app may not: %s',
    async (statement) => {
      await expect(pool.query(statement)).rejects.toMatchObject({ code: '42501' });
    },
  );

  test('the owner may strike out a name, and remove a view', async () => {
    const { id } = await saveView(petitions, saver);
    await asOwner(`UPDATE saved_views SET name = 'Removed', description = NULL`);
    expect(await getSavedView(id, publicViewer)).toMatchObject({ name: 'Removed', description: null });
    await asOwner('DELETE FROM saved_views');
    expect(await getSavedView(id, publicViewer)).toBeNull();
  });
});

describe('the limit', () => {
  test('stops a visitor after 30 views in an hour, and nobody else', async () => {
    for (let n = 0; n < savesAnHour; n += 1) await saveView(petitions, saver);
    await expect(saveView(petitions, saver)).rejects.toMatchObject({ code: 'too-many' });
    await expect(saveView(petitions, saver)).rejects.toMatchObject({ code: 'too-many' });
    expect((await listSavedViews(1, publicViewer)).total).toBe(savesAnHour);
    await saveView(petitions, { ...saver, visitor: visitor('b') });
    expect((await pool.query('SELECT count FROM write_counts ORDER BY visitor')).rows).toEqual([
      { count: savesAnHour },
      { count: 1 },
    ]);
  });

  test('holds when views are saved at the same time', async () => {
    const turn = { kind: 'saved-view', visitor: visitor('c'), limit: 5 };
    const taken = await Promise.all(
      Array.from({ length: 12 }, () => transaction((db) => takeTurn(db, turn))),
    );
    expect(taken.filter(Boolean)).toHaveLength(5);
  });

  test('begins anew with the hour, and forgets the hours before', async () => {
    await pool.query(
      `INSERT INTO write_counts VALUES ('saved-view', $1, date_trunc('hour', now()) - interval '1 hour', 30)`,
      [saver.visitor],
    );
    await saveView(petitions, saver);
    expect((await pool.query('SELECT count FROM write_counts')).rows).toEqual([{ count: 1 }]);
  });

  test('counts nothing when the view can’t be stored', async () => {
    const failing = transaction(async (db) => {
      await takeTurn(db, { kind: 'saved-view', visitor: visitor('d'), limit: 5 });
      await db.query({ text: 'SELECT 1/0', values: [] } as never);
    });
    await expect(failing).rejects.toMatchObject({ code: '22012' });
    expect((await pool.query('SELECT FROM write_counts')).rowCount).toBe(0);
    expect(await database.query({ text: 'SELECT 1 AS one', values: [] } as never)).toEqual([{ one: 1 }]);
  });
});
