import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { publicViewer, type Viewer } from '@/lib/auth/viewer';
import { pool } from '@/lib/db/pool';
import { database, sql } from '@/lib/db/query';
import { askExplore, openExplore } from '@/lib/explore/open';
import { askPlacesByText, askPlaceTree } from '@/lib/explore/places';
import { askRows } from '@/lib/explore/rows';
import { answerJson } from '@/lib/http/answers';
import { dataVersion } from '@/lib/incidents/columns/queries';
import { type SeededDatabase, seededDatabase } from '../support/database';

const asker = { viewer: publicViewer, locale: 'en', origin: 'http://localhost' } as const;
const account = (id: string, role: 'coder' | 'editor'): Viewer => ({ kind: 'account', id, name: 'A', role });
const query = (text = '') => new URLSearchParams(text);
const state = async () => `a-build ${await dataVersion(database)}`;
const explored = (text: string, headers: Record<string, string> = {}, own: Partial<typeof asker> = {}) =>
  answerJson(new Request('http://localhost/explore.json', { headers }), {
    state,
    ask: () => askExplore(query(text), { ...asker, ...own }),
  });

let seeded: SeededDatabase;
let owner: Client;
beforeAll(async () => {
  seeded = await seededDatabase();
  owner = new Client({ connectionString: process.env.DATABASE_OWNER_URL });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await seeded.end();
});

describe('the same question', () => {
  test('asked by many at once is answered once, from one list of rows', async () => {
    const client = await pool().connect();
    const asking = vi.spyOn(Object.getPrototypeOf(client), 'query');
    client.release();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => openExplore(query('type=petition'), asker)),
    );
    const listings = asking.mock.calls.filter(([asked]) =>
      /(listIncidents.* DESC LIMIT|knownIncidents.*,i.id DESC)/.test(JSON.stringify(asked)),
    );
    asking.mockRestore();
    expect(listings).toHaveLength(1);
    for (const answer of answers) expect(answer).toBe(answers[0]);
  });

  test('is another for another viewer, language, address of the site, filter or view', async () => {
    const keys = await Promise.all([
      askExplore(query(), asker),
      askExplore(query(), { ...asker, viewer: account('00000000-0000-4000-8000-000000000001', 'coder') }),
      askExplore(query(), { ...asker, viewer: account('00000000-0000-4000-8000-000000000002', 'coder') }),
      askExplore(query(), { ...asker, viewer: account('00000000-0000-4000-8000-000000000001', 'editor') }),
      askExplore(query(), { ...asker, locale: 'zh' }),
      askExplore(query(), { ...asker, origin: 'https://daybook.example' }),
      askExplore(query('type=petition'), asker),
      askExplore(query('sort=title'), asker),
      askExplore(query('typ=petition'), asker),
      askRows(query(), asker),
      askRows(query('sort=title'), asker),
      askPlaceTree(query('field=place'), asker),
      askPlaceTree(query('field=place&parent='), asker),
      askPlacesByText('', asker),
      askPlacesByText('leizhou', asker),
    ]);
    expect(new Set(keys.map(({ key }) => key)).size).toBe(keys.length);
    const [one, same] = await Promise.all([
      askExplore(query('type=petition&from=2019'), asker),
      askExplore(query('from=2019&type=petition'), asker),
    ]);
    expect(one.key).toBe(same.key);
  });

  test('is refused to strangers before anything kept is given', async () => {
    const stranger = { ...asker, viewer: { kind: 'stranger' } } as const;
    for (const ask of [
      () => askExplore(query(), stranger),
      () => askRows(query(), stranger),
      () => askPlaceTree(query('field=place'), stranger),
      () => askPlacesByText('leizhou', stranger),
    ])
      await expect(ask()).rejects.toMatchObject({ code: 'unauthenticated' });
  });
});

describe('a tag', () => {
  test.each([
    ['an incident', "UPDATE incidents SET title = title || '.' WHERE ref = 'zj-2019-09-13-a'"],
    ['a population', 'UPDATE populations SET people = people + 1 WHERE preferred'],
    ['a reference period', "UPDATE reference_periods SET name_en = name_en || '.'"],
    ['a reported figure', 'UPDATE reported_figures SET value = value + 1'],
    ['a source', "UPDATE sources SET outlet = outlet || '.'"],
    ['the name of a place', "UPDATE places SET name_en = name_en || '.' WHERE id = '440800'"],
  ])('holds until %s changes', async (_, change) => {
    const first = await explored('from=2019');
    const etag = first.headers.get('etag') ?? '';
    expect(etag).not.toBe('');
    expect((await explored('from=2019', { 'if-none-match': etag })).status).toBe(304);
    expect((await explored('from=2019&type=petition', { 'if-none-match': etag })).status).toBe(200);
    await owner.query(change);
    const next = await explored('from=2019', { 'if-none-match': etag });
    expect(next.status).toBe(200);
    expect(next.headers.get('etag')).not.toBe(etag);
  });

  test('is not given where a write comes between', async () => {
    const ask = async () => {
      const { key, open } = await askExplore(query('from=2020'), asker);
      return {
        key,
        async open() {
          await owner.query("UPDATE sources SET outlet = outlet || '.'");
          return open();
        },
      };
    };
    const response = await answerJson(new Request('http://localhost/'), { state, ask });
    expect(response.headers.get('etag')).toBeNull();
    const [row] = await database.query<{ version: number }>(sql`SELECT version FROM data_version`);
    expect(row?.version).toBe(await dataVersion(database));
  });
});
