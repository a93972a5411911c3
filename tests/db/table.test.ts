import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publicViewer } from '@/lib/auth/viewer';
import { openSnapshot, type Sql } from '@/lib/db/query';
import { openExplore } from '@/lib/explore/open';
import { openBrief } from '@/lib/explore/record-brief';
import { openRows } from '@/lib/explore/rows';
import { openSteps } from '@/lib/explore/steps';
import { pageSize } from '@/lib/explore/view';
import { writeCursor } from '@/lib/incidents/cursor';
import { listIncidents, streamIncidents } from '@/lib/incidents/queries';
import { type Sort, sortKeys } from '@/lib/incidents/row';
import { noFilters } from '@/lib/incidents/selection';
import { choice } from '@/lib/url/params';
import { buildDirectives, buildIncidents, insertMadeUp } from '../factories/incidents';
import { random } from '../factories/random';
import { seededDatabase } from '../support/database';

const asker = { viewer: publicViewer, locale: 'en', origin: 'http://localhost' } as const;
const sorts = sortKeys.flatMap((key): Sort[] => [
  { key, descending: false },
  { key, descending: true },
]);
const textOf = ({ key, descending }: Sort) => (descending ? `-${key}` : key);

let pool: Pool;
let end: () => Promise<void>;

beforeAll(async () => {
  ({ pool, end } = await seededDatabase());
  const chance = random(41);
  const directives = buildDirectives(chance, 20);
  const places = ['CN', '440000', '440800', '440882', '440883', '440883.changqi.su', '110000'];
  const incidents = buildIncidents(chance, 260, { places, directives });
  // Many titles, days and places alike, so that the id has to break ties.
  await insertMadeUp(
    pool,
    directives,
    incidents.map((incident, index) =>
      index % 3 === 0
        ? {
            ...incident,
            title: 'The same TITLE',
            startsOn: '2019-05-06',
            endsOn: '2019-05-06',
            datePrecision: 'day',
          }
        : incident,
    ),
  );
});
afterAll(() => end());

/** The refs of all rows of a query, page after page. */
async function walk(query: string, limit: number): Promise<string[]> {
  const refs: string[] = [];
  for (let after: string | null = ''; after !== null; ) {
    const params: URLSearchParams = new URLSearchParams(query);
    params.set('limit', String(limit));
    if (after) params.set('after', after);
    const answer = await openRows(params, asker);
    refs.push(...answer.rows.map(({ ref }) => ref));
    if (answer.next !== null) expect(answer.rows).toHaveLength(limit);
    after = answer.next;
  }
  return refs;
}

/** The refs in the order of the exports. */
async function exported(filters: typeof noFilters, sort: Sort): Promise<string[]> {
  const db = await openSnapshot();
  const refs: string[] = [];
  for await (const rows of streamIncidents(db, filters, publicViewer, sort))
    refs.push(...rows.map(({ ref }) => ref));
  await db.close(true);
  return refs;
}

describe('rows by cursor', () => {
  test.each(sorts)(
    'by $key, descending $descending: every row once, in the order of the export',
    async (sort) => {
      const whole = await exported(noFilters, sort);
      expect(whole.length).toBeGreaterThan(150);
      expect(await walk(`sort=${textOf(sort)}`, 7)).toEqual(whole);
      expect(await walk(`sort=${textOf(sort)}`, 100)).toEqual(whole);
      expect(new Set(whole).size).toBe(whole.length);
      const some = { ...noFilters, order: choice([], ['none']), place: choice(['440000']) };
      expect(await walk(`sort=${textOf(sort)}&order=!none&place=440000`, 7)).toEqual(
        await exported(some, sort),
      );
    },
  );

  test.each(['size', '-size'])('by %s: unknown sizes come last', async (sort) => {
    const refs = await walk(`sort=${sort}`, 50);
    const { rows } = await pool.query<{ ref: string }>(
      'SELECT ref FROM incidents WHERE size_min IS NULL AND size_max IS NULL',
    );
    const unknown = new Set(rows.map(({ ref }) => ref));
    const first = refs.findIndex((ref) => unknown.has(ref));
    expect(first).toBeGreaterThan(0);
    expect(refs.slice(first).every((ref) => unknown.has(ref))).toBe(true);
  });

  test('go on after the first page, and say how many there are', async () => {
    const page = await openExplore(new URLSearchParams('sort=title'), asker);
    const params = new URLSearchParams({ sort: 'title', after: page.table.next ?? '', limit: '7' });
    const answer = await openRows(params, asker);
    const whole = await exported(noFilters, { key: 'title', descending: false });
    expect(answer.rows.map(({ ref }) => ref)).toEqual(whole.slice(pageSize, pageSize + 7));
    expect(answer.total).toBe(whole.length);
    const last = await openExplore(new URLSearchParams('page=9999'), asker);
    expect(last.table.next).toBeNull();
  });

  test.each([
    ['after=nonsense', 'after'],
    ['after=', 'after'],
    [`after=${'A'.repeat(3_000)}`, 'after'],
    [
      `sort=title&after=${writeCursor({ key: 'date', descending: true }, { values: ['2019-01-01', '2019-01-01'], id: '0191d2a0-0000-5000-8000-000000000001' })}`,
      'after',
    ],
    ['after=a&after=b', 'after'],
    ['typ=petition', 'typ'],
    ['type=nonsense', 'type'],
    ['limit=0', 'limit'],
    ['limit=101', 'limit'],
    ['limit=2.5', 'limit'],
    ['limit=5&limit=6', 'limit'],
  ])('“%s” is refused and %s is named', async (query, field) => {
    await expect(openRows(new URLSearchParams(query), asker)).rejects.toMatchObject({
      code: 'invalid',
      fields: [{ field }],
    });
  });

  test.each(sorts)('by $key, descending $descending, are read in the order of an index', async (sort) => {
    const statements: Sql[] = [];
    const listen = { query: async <Row>(statement: Sql) => [statements.push(statement), []][1] as Row[] };
    const after = {
      values: sort.key === 'size' ? [60] : sort.key === 'date' ? ['2019-01-01', '2019-01-01'] : ['m'],
      id: '0191d2a0-0000-5000-8000-000000000001',
    };
    await listIncidents(listen, noFilters, publicViewer, { sort, limit: 26, after });
    const client = await pool.connect();
    try {
      await client.query(
        'BEGIN; SET LOCAL enable_seqscan = off; SET LOCAL enable_sort = off; SET LOCAL enable_hashjoin = off',
      );
      const [statement] = statements;
      const { rows } = await client.query<Record<string, string>>({
        text: `EXPLAIN ${statement?.text}`,
        values: statement?.values,
      });
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
      const index = {
        date: 'incidents_starts_on_id_idx',
        title: 'incidents_title_order_idx',
        type: 'incidents_type_id_idx',
        place: 'places_path_idx',
        size: sort.descending ? 'incidents_size_down_idx' : 'incidents_size_up_idx',
      }[sort.key];
      expect(plan).toContain(index);
      expect(plan.slice(plan.indexOf('Limit'), plan.indexOf(index)), plan).not.toMatch(
        /(?<!Incremental )Sort/,
      );
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  });
});

describe('the records beside one', () => {
  test.each(sorts)('by $key, descending $descending, are its neighbours in the table', async (sort) => {
    const query = `type=petition~strike~mass-incident&sort=${textOf(sort)}`;
    const refs = await walk(query, 100);
    for (const at of [0, 1, Math.floor(refs.length / 2), refs.length - 1]) {
      const steps = await openSteps(refs[at] ?? '', new URLSearchParams(query), publicViewer);
      expect([steps.previous?.ref, steps.next?.ref]).toEqual([refs[at - 1], refs[at + 1]]);
    }
  });

  test('of a record that the filter does not keep are those around its place', async () => {
    const { rows } = await openRows(new URLSearchParams('type=!petition&sort=date'), asker);
    const outside = rows[40]?.ref ?? '';
    const { previous, next } = await openSteps(
      outside,
      new URLSearchParams('type=petition&sort=date'),
      publicViewer,
    );
    expect([previous?.type, next?.type]).toEqual(['petition', 'petition']);
  });

  test('an unknown record has none', async () => {
    expect(await openSteps('no-such', new URLSearchParams(), publicViewer)).toEqual({
      previous: null,
      next: null,
    });
  });
});

describe('a record in short', () => {
  test('says what the page of the record says, in words', async () => {
    const brief = await openBrief('zj-2019-09-13-a', publicViewer, 'en');
    expect(brief).toMatchObject({ ref: 'zj-2019-09-13-a', date: '13 Sep 2019, morning', synthetic: false });
    expect(brief.facts.find(({ key }) => key === 'size')?.value).toBe('60 or more');
    expect(brief.directives.map(({ issuer }) => issuer)).toEqual(['Mayor']);
    expect(brief.evidence.some(({ printed }) => printed?.includes('over 60 villagers'))).toBe(true);
    expect(brief.evidence.every(({ source }) => source.label.startsWith('Epoch Times, 22 Oct 2020'))).toBe(
      true,
    );
  });

  test('has the same fields in the same order for every record, in either language', async () => {
    const [one, other] = await Promise.all(
      (['en', 'zh'] as const).map((locale, at) =>
        openBrief(['zj-2019-09-13-a', 'zj-2020-03-11-a'][at] ?? '', publicViewer, locale),
      ),
    );
    expect(one?.facts.map(({ key }) => key)).toEqual(other?.facts.map(({ key }) => key));
    expect(other?.facts.find(({ key }) => key === 'type')?.label).toMatch(/[一-鿿]/);
  });

  test('of a record that nobody may see is not found', async () => {
    await expect(openBrief('no-such', publicViewer, 'en')).rejects.toMatchObject({ code: 'not-found' });
  });
});
