import { Client, Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publicViewer } from '@/lib/auth/viewer';
import { storedCodesOf } from '@/lib/codebook/vocabularies';
import type { Db, Snapshot, Sql } from '@/lib/db/query';
import { sqlCounter } from '@/lib/incidents/counts/queries';
import { listIncidents } from '@/lib/incidents/queries';
import { getIncidentRecord } from '@/lib/incidents/record/queries';
import { type SortKey, sortKeys } from '@/lib/incidents/row';
import { type IncidentFilters, noFilters } from '@/lib/incidents/selection';
import { choice } from '@/lib/url/params';
import { insertManyIncidents } from '../factories/many';
import { type SeededDatabase, seededDatabase } from '../support/database';

/** A million takes some minutes. */
const rows = Number(process.env.DAYBOOK_PLANS ?? 60_000);
let seeded: SeededDatabase;
let pool: Pool;

beforeAll(async () => {
  seeded = await seededDatabase();
  const owner = new Client({ connectionString: process.env.DATABASE_OWNER_URL });
  await owner.connect();
  await insertManyIncidents(owner, rows);
  await owner.end();
  pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 1 });
}, 1_200_000);
afterAll(async () => {
  await pool.end();
  await seeded.end();
});

/** How the database means to answer the statements of a question; it keeps all its ways. */
async function plansOf(ask: (db: Snapshot) => Promise<unknown>): Promise<string[]> {
  const statements: Sql[] = [];
  const query: Db['query'] = async <Row>(statement: Sql) => {
    statements.push(statement);
    return [{}] as Row[];
  };
  await ask({ query, each: async () => {} }).catch(() => {});
  expect(statements.length).toBeGreaterThan(0);
  return Promise.all(
    statements.map(async ({ text, values }) => {
      const { rows } = await pool.query<Record<string, string>>({ text: `EXPLAIN ${text}`, values });
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    }),
  );
}

const large = /Seq Scan on (incidents|claims|responses|directive_incidents)\b/;
const rarest = (name: Parameters<typeof storedCodesOf>[0]) =>
  choice(
    storedCodesOf(name)
      .filter((code) => code !== 'unknown')
      .slice(-1),
  );

/** Filters that keep few of the records. */
const selective: Record<string, Partial<IncidentFilters>> = {
  'one county': { place: choice(['440883']) },
  'a place alone': { place: choice(['@440883']) },
  'one month': { from: '2015-03', to: '2015-03' },
  'one month for certain': { from: '2015-03', to: '2015-03', match: 'certain' },
  'the last days': { from: '2024-12-20' },
  'one data set and month': { dataset: choice(['many']), from: '2015-03', to: '2015-03' },
  'one type and place': { type: choice(['strike']), place: choice(['440800']) },
  'a part of a chart': { starts: '2015-03' },
  'a destination': { destination: choice(['110000']) },
  'a category of the source': { category: choice(['as printed 7']) },
  'a source': { source: choice(['many-s-7']) },
  'an issue': { issue: rarest('issue') },
  'a group': { group: rarest('group') },
  'a form': { form: rarest('form') },
  'a target': { target: rarest('target') },
  'a response': { response: rarest('response') },
  'an order': { order: rarest('order') },
  'an office': { office: rarest('office') },
  'a size': { size: choice(['10000-plus']) },
  'a size and others': { size: choice(['5000-9999', '10000-plus']), type: choice([], ['strike']) },
  'two words': { q: 'brewery xuwen' },
  'a word of two Chinese characters': { q: '湛江' },
  'a longer Chinese word': { q: '雷州市' },
  'a Chinese word and not another': { q: '湛江 -罢工' },
};

describe('without reading a large table from end to end', () => {
  test.each(Object.entries(selective))('%s is listed and summed up', async (_, own) => {
    const filters = { ...noFilters, ...own };
    const list = { sort: { key: 'date', descending: true }, limit: 25 } as const;
    const [listed] = await plansOf((db) => listIncidents(db, filters, publicViewer, list));
    const [summed] = await plansOf((db) => sqlCounter(db, publicViewer).totals(filters));
    expect(listed).not.toMatch(large);
    expect(summed).not.toMatch(large);
  });

  const cursor: Record<SortKey, (string | number)[]> = {
    date: ['2015-03-04', '2015-03-04'],
    title: ['mine'],
    type: ['petition'],
    place: ['CN/440000/440800/440883/'],
    size: [60],
  };
  const sorts = sortKeys.flatMap((key) => [false, true].map((descending) => ({ key, descending })));
  test.each(sorts)('a page by $key, descending $descending, goes on after a cursor', async (sort) => {
    const after = { values: cursor[sort.key], id: '7191d2a0-0000-5000-8000-000000000001' };
    for (const own of [{}, ...Object.values(selective)]) {
      const filters = { ...noFilters, ...own };
      const [plan] = await plansOf((db) =>
        listIncidents(db, filters, publicViewer, { sort, limit: 25, after }),
      );
      expect(plan, JSON.stringify(own)).not.toMatch(large);
    }
  });

  test('a record is found by its ref, with what hangs on it', async () => {
    for (const [text, value] of [
      ['SELECT * FROM incidents WHERE ref = $1', 'many-77'],
      ['SELECT * FROM claims WHERE incident_id = $1', '7191d2a0-0000-5000-8000-000000000001'],
      ['SELECT * FROM responses WHERE incident_id = $1', '7191d2a0-0000-5000-8000-000000000001'],
      ['SELECT * FROM directive_incidents WHERE incident_id = $1', '7191d2a0-0000-5000-8000-000000000001'],
    ]) {
      const { rows } = await pool.query({ text: `EXPLAIN ${text}`, values: [value] });
      expect(JSON.stringify(rows)).toContain('Index');
      expect(JSON.stringify(rows)).not.toMatch(large);
    }
    expect(await getIncidentRecord('many-77', publicViewer)).toMatchObject({ ref: 'many-77' });
  });
});

describe('what an index is asked for', () => {
  const idsOf = async (own: Partial<IncidentFilters>) => {
    const db: Db = {
      query: async <Row>({ text, values }: Sql) => (await pool.query({ text, values })).rows as Row[],
    };
    return (await sqlCounter(db, publicViewer).totals({ ...noFilters, ...own })).incidents;
  };
  const count = async (condition: string) =>
    (
      await pool.query<{ n: number }>(
        `SELECT count(*) AS n FROM incidents i WHERE i.status = 'published' AND ${condition}`,
      )
    ).rows[0]?.n;

  test.each([
    ['湛江', `i.search_text LIKE '%湛江%'`],
    ['罢工', `i.search_text LIKE '%罢工%'`],
    ['工人 罢工', `i.search_text LIKE '%工人%' AND i.search_text LIKE '%罢工%'`],
    ['罢工 -工人', `i.search_text LIKE '%罢工%' AND i.search_text NOT LIKE '%工人%'`],
    ['江', `i.search_text LIKE '%江%'`],
    ['”湛', `i.search_text LIKE '%”湛%'`],
  ])('Chinese words are those that LIKE finds: %s', async (q, like) => {
    // Directives are written in English, so that only the text of the record counts.
    expect(await idsOf({ q })).toBe(await count(like));
  });

  test('intervals of more than a year are among those that touch a range', async () => {
    const owner = new Client({ connectionString: process.env.DATABASE_OWNER_URL });
    await owner.connect();
    await owner.query(`UPDATE incidents SET ends_on = CASE ref WHEN 'many-1' THEN DATE '2026-05-05'
      WHEN 'many-2' THEN starts_on + 366 ELSE starts_on + 367 END, date_precision = 'days'
      WHERE ref IN ('many-1', 'many-2', 'many-3')`);
    await owner.end();
    for (const [from, to] of [
      ['2026-05-05', '2026-05-05'],
      ['2026-05-06', '2026-12-31'],
      ['2018-02-02', '2018-02-02'],
      ['2015-01-01', '2016-01-05'],
      ['2011-07-01', '2011-07-31'],
    ])
      expect(await idsOf({ from: from ?? '', to: to ?? '' })).toBe(
        await count(`i.starts_on <= '${to}' AND i.ends_on >= '${from}'`),
      );
    expect(await idsOf({ from: '2026-05-05' })).toBe(1);
  });
});
