import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicViewer } from '@/lib/auth/viewer';
import { listDatasets } from '@/lib/datasets/queries';
import { getDirective } from '@/lib/directives/queries';
import { getIncidentRecord } from '@/lib/incidents/record/queries';
import { getSource, listSources } from '@/lib/sources/queries';
import { makeDemo } from '@/prisma/demo/fill';
import { type DemoRecord, demoRecord, demoWorld } from '@/prisma/demo/generate';
import { loadSeed } from '@/prisma/seed/load';
import { loadPlaces } from '@/prisma/seed/places';
import { seededDatabase } from '../support/database';

const count = 1_500;

let pool: Pool;
let end: () => Promise<void>;
let records: DemoRecord[];

beforeAll(async () => {
  ({ pool, end } = await seededDatabase());
  const { places } = loadPlaces();
  const { periods } = await loadSeed(new Set(places.map(({ id }) => id)));
  const client = await pool.connect();
  await makeDemo(client, { incidents: count, seed: 1, places, periods });
  client.release();
  const world = demoWorld(1, places, periods);
  records = Array.from({ length: count }, (_, index) => demoRecord(world, index + 1));
});

afterAll(() => end());

const published = ({ incident }: DemoRecord) => incident.status === 'published';

describe('the demo data set on screen', () => {
  it('stands last among the data sets, as synthetic, with its published incidents only', async () => {
    const set = (await listDatasets(publicViewer)).at(-1);
    expect(set).toMatchObject({
      slug: 'demo',
      origin: 'synthetic',
      incidents: records.filter(published).length,
    });
  });

  it('hides what is not published', async () => {
    const hidden = records.filter((record) => !published(record));
    expect(new Set(hidden.map(({ incident }) => incident.status))).toEqual(
      new Set(['draft', 'in-review', 'withdrawn']),
    );
    for (const { incident } of hidden)
      await expect(getIncidentRecord(incident.ref, publicViewer)).rejects.toMatchObject({
        code: 'not-found',
      });
    const directives = records.flatMap((record) => record.directives);
    const shelved = directives.filter(({ status }) => status !== 'published');
    expect(shelved.length).toBeGreaterThan(0);
    for (const { ref } of shelved)
      await expect(getDirective(ref, publicViewer)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('says of a record, a directive and a source that they are made up', async () => {
    const noted = records.find(
      (record) => published(record) && record.directives.some(({ status }) => status === 'published'),
    );
    const directive = noted?.directives.find(({ status }) => status === 'published');
    expect((await getIncidentRecord(noted?.incident.ref ?? '', publicViewer)).dataset.origin).toBe(
      'synthetic',
    );
    expect((await getDirective(directive?.ref ?? '', publicViewer)).synthetic).toBe(true);
    expect((await getSource('demo-source-30', publicViewer)).synthetic).toBe(true);
  });

  it('marks its own sources and no others', async () => {
    const sources = await listSources(publicViewer);
    expect(sources.filter(({ synthetic }) => synthetic)).toHaveLength(60);
    expect(sources.filter(({ synthetic }) => !synthetic).every(({ ref }) => !ref.startsWith('demo-'))).toBe(
      true,
    );
    expect((await getSource('epoch-times-2020-10-22', publicViewer)).synthetic).toBe(false);
  });
});
