import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { datasetId, incidentId } from '@/lib/ids';
import { seedTables } from '@/prisma/seed/insert';
import { type SeedReport, seed } from '@/prisma/seed/seed';

let pool: Pool;
let first: SeedReport;

beforeAll(async () => {
  pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 2 });
  first = await seed(pool);
});

afterAll(async () => {
  await pool.end();
});

async function ask<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
  return (await pool.query<Row>(text, values)).rows;
}

async function fingerprint(): Promise<Record<string, string>> {
  const entries: [string, string][] = [];
  for (const table of seedTables) {
    const [row] = await ask<{ digest: string }>(
      `SELECT count(*) || ':' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS digest FROM "${table}" t`,
    );
    entries.push([table, row?.digest ?? '']);
  }
  return Object.fromEntries(entries);
}

describe('seed', () => {
  it('leaves the database with what the report and the files say', async () => {
    expect(first.places === 0 || first.places > 3_000).toBe(true);
    const counts = await ask<{
      incidents: number;
      notes: number;
      documents: number;
      claims: number;
      sources: number;
    }>(
      `SELECT (SELECT count(*)::int FROM incidents i JOIN datasets d ON d.id = i.dataset_id
                WHERE d.slug = 'zhanjiang-log') AS incidents,
              (SELECT count(*)::int FROM directives WHERE kind = 'incident-note') AS notes,
              (SELECT count(*)::int FROM directives WHERE kind = 'policy-document') AS documents,
              (SELECT count(*)::int FROM sources) AS sources`,
    );
    expect(counts).toEqual([{ incidents: 8, notes: 8, documents: 3, sources: 8 }]);
  });

  it('keeps the totals that the source reports', async () => {
    const figures = await ask<{ metric: string; value: number }>(
      `SELECT metric, value::int AS value FROM reported_figures f JOIN datasets d ON d.id = f.dataset_id
        WHERE d.slug = 'zhanjiang-log' AND f.place_id = '440800' AND f.metric LIKE 'incidents%' ORDER BY metric`,
    );
    expect(figures).toEqual([
      { metric: 'incidents', value: 293 },
      { metric: 'incidents:mass-incident', value: 117 },
      { metric: 'incidents:petition', value: 176 },
    ]);
  });

  it('derives ids and refs from the external id', async () => {
    const rows = await ask<{ id: string; ref: string; external_id: string }>(
      `SELECT i.id, i.ref, i.external_id FROM incidents i JOIN datasets d ON d.id = i.dataset_id
        WHERE d.slug = 'zhanjiang-log'`,
    );
    for (const row of rows) {
      expect(row.ref).toBe(`zj-${row.external_id}`);
      expect(row.id).toBe(incidentId(datasetId('zhanjiang-log'), row.external_id));
    }
    expect(rows.map((row) => row.ref)).toContain('zj-2019-09-13-a');
  });

  it('records once that each incident and directive was made', async () => {
    const changes = await ask<{ action: string; rows: number; subjects: number }>(
      `SELECT action, count(*)::int AS rows, count(DISTINCT subject_id)::int AS subjects FROM changes
        WHERE actor_name = 'seed' AND version = 1 AND changes = '{}' GROUP BY action ORDER BY action`,
    );
    expect(changes).toEqual([
      { action: 'directive.created', rows: 11, subjects: 11 },
      { action: 'incident.created', rows: 8, subjects: 8 },
    ]);
  });

  it('gives every coded place and every claim its row', async () => {
    const [loose] = await ask<{ rows: number }>(
      `SELECT count(*)::int AS rows FROM incidents i WHERE NOT EXISTS (SELECT 1 FROM claims c
        WHERE c.incident_id = i.id AND c.field = 'placeId' AND c.value = i.place_id)`,
    );
    expect(loose?.rows).toBe(0);
  });

  it('changes nothing when it runs again', async () => {
    const before = await fingerprint();
    const second = await seed(pool);
    expect(Object.values(second).every((made) => made === 0)).toBe(true);
    expect(await fingerprint()).toEqual(before);
  });

  it('leaves what was edited as it is, and does not bring back what was taken from a record', async () => {
    const [taken] = await ask<{ incident_id: string; ordinal: number; kind: string; count: number }>(
      `DELETE FROM responses WHERE kind = 'guarantee-statement' RETURNING incident_id, ordinal, kind, count`,
    );
    const [source] = await ask<{ note: string }>(`SELECT note FROM sources WHERE ref = 'sohu-2020-10-12'`);
    try {
      await pool.query(`UPDATE sources SET note = 'edited' WHERE ref = 'sohu-2020-10-12'`);
      const again = await seed(pool);
      expect(Object.values(again).every((made) => made === 0)).toBe(true);
      expect(await ask(`SELECT note FROM sources WHERE ref = 'sohu-2020-10-12'`)).toEqual([
        { note: 'edited' },
      ]);
    } finally {
      await pool.query(`UPDATE sources SET note = $1 WHERE ref = 'sohu-2020-10-12'`, [source?.note]);
      await pool.query('INSERT INTO responses (incident_id, ordinal, kind, count) VALUES ($1, $2, $3, $4)', [
        taken?.incident_id,
        taken?.ordinal,
        taken?.kind,
        taken?.count,
      ]);
    }
  });
});
