import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publicViewer } from '@/lib/auth/viewer';
import { getDataPage, listDatasets } from '@/lib/datasets/queries';
import { getDirective, listDirectives } from '@/lib/directives/queries';
import type { DirectiveFilter } from '@/lib/directives/types';
import { getIncidentRecord } from '@/lib/incidents/record/queries';
import { getSource, listSources } from '@/lib/sources/queries';
import { seededDatabase } from '../support/database';

const all: DirectiveFilter = { dataset: null, kind: null, office: null, order: null };
const village = 'zj-2019-09-13-a';
const log = 'epoch-times-2020-10-22';

let pool: Pool;
let end: () => Promise<void>;

beforeAll(async () => {
  ({ pool, end } = await seededDatabase());
});

afterAll(() => end());

/** Runs some work while one row has another status. */
async function withStatus(
  table: 'incidents' | 'directives',
  ref: string,
  status: string,
  work: () => Promise<void>,
) {
  const set = (to: string) => pool.query(`UPDATE ${table} SET status = $1 WHERE ref = $2`, [to, ref]);
  await set(status);
  try {
    await work();
  } finally {
    await set('published');
  }
}

describe('an incident', () => {
  test('has its responses, directives, evidence, places and history', async () => {
    const incident = await getIncidentRecord(village, publicViewer);
    expect(incident).toMatchObject({
      ref: village,
      startsOn: '2019-09-13',
      endsOn: '2019-09-13',
      dayPart: 'morning',
      sizeMin: 60,
      sizeMax: null,
      dataset: { slug: 'zhanjiang-log', origin: 'source' },
      responses: [],
      changes: [{ version: 1, action: 'incident.created', fields: [] }],
    });
    expect(incident.directives.map(({ issuerOffice }) => issuerOffice)).toEqual(['mayor']);
    expect(incident.claims.every(({ source }) => source.ref === log)).toBe(true);
    expect(incident.claims[0]?.source.publishedOn).toBe('2020-10-22');
    expect(incident.places[incident.placeId]?.map(({ level }) => level)).toEqual([
      'village',
      'township',
      'county',
      'prefecture',
      'province',
    ]);
    expect(incident.updatedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  });

  test('is made of nothing but plain values', async () => {
    const incident = await getIncidentRecord(village, publicViewer);
    expect(JSON.parse(JSON.stringify(incident))).toEqual(incident);
  });

  test('has its neighbours by date, and none beyond the ends', async () => {
    const [first, middle, last] = await Promise.all(
      ['zj-2019-02-25-a', village, 'zj-2020-03-11-a'].map((ref) => getIncidentRecord(ref, publicViewer)),
    );
    expect(first?.previous).toBeNull();
    expect([middle?.previous?.ref, middle?.next?.ref]).toEqual(['zj-2019-06-08-a', 'zj-2019-10-02-a']);
    expect(last?.next).toBeNull();
  });

  test('has related records with the reason, never itself, at most five', async () => {
    const { related } = await getIncidentRecord('zj-2019-10-02-a', publicViewer);
    expect(related.length).toBeGreaterThan(0);
    expect(related.length).toBeLessThanOrEqual(5);
    expect(related.map(({ ref }) => ref)).not.toContain('zj-2019-10-02-a');
    expect(new Set(related.map(({ ref }) => ref)).size).toBe(related.length);
    expect(related[0]).toMatchObject({ relation: 'place' });
  });

  test.each(['no-such', '', "' OR 1=1 --", 'zj-2019-09-13-a/', '湛江', '%'])(
    '“%s” is not found',
    async (ref) => {
      await expect(getIncidentRecord(ref, publicViewer)).rejects.toMatchObject({ code: 'not-found' });
    },
  );

  test.each(['draft', 'in-review', 'withdrawn'])('that is %s is seen nowhere', async (status) => {
    await withStatus('incidents', village, status, async () => {
      await expect(getIncidentRecord(village, publicViewer)).rejects.toMatchObject({ code: 'not-found' });
      const before = await getIncidentRecord('zj-2019-06-08-a', publicViewer);
      expect(before.next?.ref).toBe('zj-2019-10-02-a');
      const directive = await getDirective('zj-d-2019-09-13-a', publicViewer);
      expect(directive.incidents).toEqual([]);
      const { rows } = await listDirectives(publicViewer, all);
      expect(rows.find(({ ref }) => ref === 'zj-d-2019-09-13-a')?.incidents).toBe(0);
      const source = await getSource(log, publicViewer);
      expect(source.incidents.map(({ ref }) => ref)).not.toContain(village);
      expect(source.incidentCount).toBe(7);
      expect((await listSources(publicViewer)).find(({ ref }) => ref === log)?.incidents).toBe(7);
      expect((await listDatasets(publicViewer))[0]?.incidents).toBe(7);
      const everything = await Promise.all(
        ['zj-2019-11-01-a', 'zj-2020-03-11-a', 'zj-2019-10-02-a'].map((ref) =>
          getIncidentRecord(ref, publicViewer),
        ),
      );
      expect(JSON.stringify(everything.map(({ related }) => related))).not.toContain(village);
    });
  });
});

describe('a directive', () => {
  test('has its incidents and evidence', async () => {
    const directive = await getDirective('zj-d-2019-09-13-a', publicViewer);
    expect(directive).toMatchObject({ issuerOffice: 'mayor', issuedFrom: null, synthetic: false });
    expect(directive.incidents.map(({ ref }) => ref)).toEqual([village]);
    expect(directive.claims.length).toBeGreaterThan(0);
    expect(JSON.parse(JSON.stringify(directive))).toEqual(directive);
  });

  test('is not found by a name that none has', async () => {
    await expect(getDirective('no-such', publicViewer)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('that is a draft is seen nowhere', async () => {
    await withStatus('directives', 'zj-d-2019-09-13-a', 'draft', async () => {
      await expect(getDirective('zj-d-2019-09-13-a', publicViewer)).rejects.toMatchObject({
        code: 'not-found',
      });
      expect((await getIncidentRecord(village, publicViewer)).directives).toEqual([]);
      const { rows, total } = await listDirectives(publicViewer, all);
      expect(rows.map(({ ref }) => ref)).not.toContain('zj-d-2019-09-13-a');
      expect(total).toBe(10);
      expect((await getSource(log, publicViewer)).directives.map(({ ref }) => ref)).not.toContain(
        'zj-d-2019-09-13-a',
      );
      expect((await listDatasets(publicViewer))[0]?.directives).toBe(7);
    });
  });
});

describe('the list of directives', () => {
  test('holds all, the dated first', async () => {
    const list = await listDirectives(publicViewer, all);
    expect(list).toMatchObject({ total: 11, page: 1, pages: 1 });
    expect(list.rows[0]).toMatchObject({ issuedFrom: '2018-04-05', kind: 'policy-document' });
    expect(list.rows.slice(1).every(({ issuedFrom }) => issuedFrom === null)).toBe(true);
  });

  test('counts by value are those of the lists that the values bring, and leave out their own filter', async () => {
    const filter = { ...all, kind: 'incident-note', order: 'prevent-escalation' };
    const { counts } = await listDirectives(publicViewer, filter);
    for (const part of ['kind', 'office', 'order'] as const) {
      expect(counts[part].length).toBeGreaterThan(0);
      for (const { code, count } of counts[part])
        expect(
          (await listDirectives(publicViewer, { ...filter, [part]: code })).total,
          `${part} ${code}`,
        ).toBe(count);
    }
    expect(counts.kind.map(({ code }) => code)).toContain('incident-note');
  });

  test('a page beyond the last is the last', async () => {
    expect((await listDirectives(publicViewer, all, 99)).page).toBe(1);
  });
});

describe('sources and data sets', () => {
  test('a source has what rests on it', async () => {
    const source = await getSource(log, publicViewer);
    expect(source).toMatchObject({ incidentCount: 8, directiveCount: 8, textLength: null });
    expect(source.figures.map(({ value }) => value)).toEqual(
      expect.arrayContaining([293, 117, 176, 7_360_000]),
    );
    expect(source.places['440800']?.[0]?.nameEn).toBe('Zhanjiang');
    await expect(getSource('no-such', publicViewer)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('the list counts what the page lists', async () => {
    for (const row of await listSources(publicViewer)) {
      const source = await getSource(row.ref, publicViewer);
      expect([row.incidents, row.directives, row.figures], row.ref).toEqual([
        source.incidentCount,
        source.directiveCount,
        source.figures.length,
      ]);
    }
  });

  test('a data set is described against what its source reports', async () => {
    const { datasets, figures, places } = await getDataPage(publicViewer);
    expect(datasets).toHaveLength(1);
    expect(datasets[0]).toMatchObject({
      slug: 'zhanjiang-log',
      incidents: 8,
      directives: 8,
      coverageFrom: '2019-01-02',
      coverageTo: '2020-06-28',
      firstDay: '2019-02-25',
      lastDay: '2020-03-11',
    });
    const total = figures.find(
      ({ dataset, metric }) => dataset === 'zhanjiang-log' && metric === 'incidents',
    );
    expect(total).toMatchObject({ value: 293, bound: 'exact', unit: 'incidents' });
    expect(figures.some(({ dataset }) => dataset === null)).toBe(true);
    expect(places['440800']).toBeDefined();
  });
});
