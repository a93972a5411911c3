import { Pool, type PoolClient } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ensureDatabase, withClient } from '@/lib/db/postgres/roles';
import { type DemoProgress, makeDemo, removeDemo, settleDemo } from '@/prisma/demo/fill';
import { demoRecord, demoWorld } from '@/prisma/demo/generate';
import { mayRebuild } from '@/prisma/demo/indexes';
import { loadSeed } from '@/prisma/seed/load';
import { loadPlaces, type PlaceRow } from '@/prisma/seed/places';
import type { PeriodRow } from '@/prisma/seed/schema';
import { seed } from '@/prisma/seed/seed';

let pool: Pool;
let client: PoolClient;
let places: PlaceRow[];
let periods: PeriodRow[];
let untouched: Record<string, string>;

beforeAll(async () => {
  pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 2 });
  await seed(pool);
  client = await pool.connect();
  places = loadPlaces().places;
  periods = (await loadSeed(new Set(places.map(({ id }) => id)))).periods;
  untouched = await fingerprint();
});

afterAll(async () => {
  client.release();
  await pool.end();
});

const make = (incidents: number, onProgress?: (progress: DemoProgress) => void) =>
  makeDemo(client, { incidents, seed: 1, places, periods }, onProgress);

async function ask<Row extends object>(text: string): Promise<Row[]> {
  return (await pool.query<Row>(text)).rows;
}

async function one<Row extends object>(text: string): Promise<Row> {
  const [row] = await ask<Row>(text);
  if (!row) throw new Error('The question has no answer.');
  return row;
}

const demo = `(SELECT id FROM datasets WHERE slug = 'demo')`;
const ofDemo = `(SELECT id FROM incidents WHERE dataset_id = ${demo})`;
const directivesOfDemo = `(SELECT id FROM directives WHERE dataset_id = ${demo})`;

/** What does not belong to the demo set, by table. */
const others: Record<string, string> = {
  places: 'true',
  populations: 'true',
  reference_periods: 'true',
  datasets: `slug <> 'demo'`,
  sources: `ref NOT LIKE 'demo-source-%'`,
  incidents: `NOT coalesce(dataset_id = ${demo}, false)`,
  responses: `incident_id NOT IN ${ofDemo}`,
  claims: `incident_id NOT IN ${ofDemo}`,
  directives: `NOT coalesce(dataset_id = ${demo}, false)`,
  directive_incidents: `incident_id NOT IN ${ofDemo}`,
  directive_claims: `directive_id NOT IN ${directivesOfDemo}`,
  reported_figures: 'true',
  changes: `actor_name <> 'demo'`,
};

async function fingerprint(): Promise<Record<string, string>> {
  const digests: Record<string, string> = {};
  for (const [table, condition] of Object.entries(others)) {
    const { digest } = await one<{ digest: string }>(
      `SELECT count(*) || ':' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS digest
        FROM "${table}" t WHERE ${condition}`,
    );
    digests[table] = digest;
  }
  return digests;
}

const counts = () =>
  one<{ incidents: number; rows: number }>(
    `SELECT (SELECT count(*)::int FROM incidents WHERE dataset_id = ${demo}) AS incidents,
      (SELECT count(*) FROM incidents WHERE dataset_id = ${demo})::int
      + (SELECT count(*) FROM responses WHERE incident_id IN ${ofDemo})::int
      + (SELECT count(*) FROM claims WHERE incident_id IN ${ofDemo})::int
      + (SELECT count(*) FROM directives WHERE dataset_id = ${demo})::int
      + (SELECT count(*) FROM directive_incidents WHERE incident_id IN ${ofDemo})::int
      + (SELECT count(*) FROM directive_claims WHERE directive_id IN ${directivesOfDemo})::int AS rows`,
  );

/** All that the set holds, but for the times at which rows were made. */
const content = () =>
  one<{ digest: string }>(
    `SELECT md5(string_agg((to_jsonb(i) - 'created_at' - 'updated_at')::text, '|' ORDER BY i.ref)) AS digest
      FROM incidents i WHERE dataset_id = ${demo}`,
  );

/** Every index and every constraint there is. */
const structure = () =>
  ask(`SELECT indexdef AS rule FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
    ORDER BY rule`);

const version = async () =>
  Number((await one<{ version: string }>('SELECT version::text FROM data_version')).version);

describe('the demo data set in the database', () => {
  it('is written whole, through every constraint, and says how far it is', async () => {
    const before = await version();
    const steps: DemoProgress[] = [];
    const made = await make(2_000, (progress) => steps.push(progress));
    expect(await counts()).toEqual(made);
    expect(steps.at(-1)).toEqual(made);
    expect(await version()).toBe(before + 1);
    const [set] = await ask(`SELECT origin, ref_prefix, coverage_place_id,
      coverage_from::text AS from, coverage_to::text AS to FROM datasets WHERE slug = 'demo'`);
    expect(set).toEqual({
      origin: 'synthetic',
      ref_prefix: 'demo',
      coverage_place_id: 'CN',
      from: '2010-01-01',
      to: '2025-12-31',
    });
    expect(await fingerprint()).toEqual(untouched);
  });

  it('holds what the generator makes', async () => {
    const { incident, responses, claims } = demoRecord(demoWorld(1, places, periods), 13);
    const { row } = await one<{ row: object }>(
      `SELECT to_jsonb(i) AS row FROM incidents i WHERE ref = '${incident.ref}'`,
    );
    expect(row).toMatchObject(incident);
    const answers = await ask(
      `SELECT kind, count, duration_days, size_text FROM responses WHERE incident_id = '${incident.id}' ORDER BY ordinal`,
    );
    expect(answers).toEqual(responses);
    const evidence = await ask(`SELECT field, value, printed, source_id, locator, basis, followed, note
      FROM claims WHERE incident_id = '${incident.id}' ORDER BY ordinal`);
    expect(evidence).toEqual(claims);
  });

  it('is the same when it is made again, and is made smaller whole', async () => {
    const before = await content();
    await make(2_000);
    expect(await content()).toEqual(before);
    const made = await make(300);
    expect(made.incidents).toBe(300);
    expect(await counts()).toEqual(made);
    expect(await fingerprint()).toEqual(untouched);
  });

  it('notes each run once in the audit trail', async () => {
    const trail = await ask<{ version: number; action: string; incidents: number }>(
      `SELECT version, action, (changes->'incidents'->>'to')::int AS incidents FROM changes
        WHERE actor_name = 'demo' ORDER BY version`,
    );
    expect(trail).toEqual([
      { version: 1, action: 'demo.made', incidents: 2_000 },
      { version: 2, action: 'demo.made', incidents: 2_000 },
      { version: 3, action: 'demo.made', incidents: 300 },
    ]);
  });

  it('is the same when indexes and foreign keys are set aside meanwhile, which are back afterwards', async () => {
    const before = await content();
    const rules = await structure();
    const owner = new Pool({ connectionString: process.env.DATABASE_OWNER_URL, max: 1 });
    const own = await owner.connect();
    const abroad = places.map((place) =>
      place.level === 'county' ? { ...place, id: `${place.id}x` } : place,
    );
    const order = { incidents: 300, seed: 1, periods, rebuildIndexes: true };
    try {
      await makeDemo(own, { ...order, places });
      expect(await content()).toEqual(before);
      expect(await structure()).toEqual(rules);
      await expect(makeDemo(own, { ...order, places: abroad })).rejects.toThrow(/_place_id_fkey/);
      expect(await content()).toEqual(before);
      expect(await structure()).toEqual(rules);
    } finally {
      own.release();
      await owner.end();
    }
  });

  it('keeps indexes up while others use the database, or for a role that does not own the tables', async () => {
    const name = `demo_alone_${process.pid}`;
    const at = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
    const may = (url: string) => withClient(at(url), mayRebuild);
    const server = inject('adminUrl');
    await ensureDatabase(server, name, inject('template'));
    try {
      expect(await may(inject('ownerUrl'))).toBe(true);
      expect(await may(inject('appUrl'))).toBe(false);
      expect(await withClient(at(server), () => may(inject('ownerUrl')))).toBe(false);
    } finally {
      await withClient(server, (admin) => admin.query(`DROP DATABASE ${name} WITH (FORCE)`));
    }
  });

  it('stays as it was when a run fails on the way, and others can read it meanwhile', async () => {
    const [before, kept] = [await counts(), await content()];
    const failing = make(5_000, ({ incidents }) => {
      if (incidents >= 4_000) throw new Error('The terminal is gone.');
    });
    const [seen] = await Promise.all([counts(), expect(failing).rejects.toThrow('The terminal is gone.')]);
    expect(seen).toEqual(before);
    expect(await counts()).toEqual(before);
    expect(await content()).toEqual(kept);
  });

  it('stays as it was when the database refuses a row', async () => {
    const before = await content();
    const abroad = places.map((place) =>
      place.level === 'county' ? { ...place, id: `${place.id}x` } : place,
    );
    await expect(makeDemo(client, { incidents: 100, seed: 1, places: abroad, periods })).rejects.toThrow(
      /incidents_place_id_fkey/,
    );
    expect(await content()).toEqual(before);
    expect(await fingerprint()).toEqual(untouched);
  });

  it('is made by one run at a time', async () => {
    const second = await pool.connect();
    try {
      await second.query('BEGIN');
      await second.query('SELECT pg_advisory_xact_lock(20261126)');
      await expect(make(10)).rejects.toThrow('Another run is making the demo data set just now.');
    } finally {
      await second.query('ROLLBACK');
      second.release();
    }
  });

  it('is removed with all that hangs on it', async () => {
    expect(await removeDemo(client)).toBe(300);
    await settleDemo(client);
    const left = await one<{ left: number }>(
      `SELECT (SELECT count(*) FROM datasets WHERE slug = 'demo')::int
        + (SELECT count(*) FROM incidents WHERE ref LIKE 'demo-%')::int
        + (SELECT count(*) FROM directives WHERE ref LIKE 'demo-%')::int
        + (SELECT count(*) FROM sources WHERE ref LIKE 'demo-%')::int AS left`,
    );
    expect(left).toEqual({ left: 0 });
    expect(await fingerprint()).toEqual(untouched);
    expect(await removeDemo(client)).toBe(0);
  });

  it('leaves a set alone that has its name and is not synthetic', async () => {
    await make(10);
    await pool.query(`UPDATE datasets SET origin = 'import' WHERE slug = 'demo'`);
    await expect(make(20)).rejects.toThrow('is not synthetic');
    await expect(removeDemo(client)).rejects.toThrow('is not synthetic');
    expect((await counts()).incidents).toBe(10);
  });
});
