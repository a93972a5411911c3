import type { Pool } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { verifyHistory } from '@/lib/audit/queries';
import { database } from '@/lib/db/query';
import { datasetId } from '@/lib/ids';
import { importFiles } from '@/lib/imports/command';
import type { ImportPlan } from '@/lib/imports/plan';
import { undoImport } from '@/lib/imports/undo/mutations';
import { type SeededDatabase, seededDatabase } from '../support/database';
import { importFolder } from '../support/import-files';

/* What imports change of records that are there, what they leave, and what an undo sets back. */

let seeded: SeededDatabase;
let pool: Pool;
const folder = importFolder();
const actor = { id: null, name: 'import', role: null };

beforeAll(async () => {
  seeded = await seededDatabase();
  ({ pool } = seeded);
});
afterAll(async () => {
  folder.remove();
  await seeded.end();
});

let dataset = '';
let count = 0;
beforeEach(() => {
  count += 1;
  dataset = `changes-${count}`;
});

type Options = { change?: (plan: ImportPlan) => ImportPlan; tell?: () => Promise<void>; write?: boolean };
const run = (
  text: string,
  { change = (plan) => plan, tell = async () => {}, write = true }: Options = {},
) => {
  const { path } = folder.write('log.csv', text);
  const wanted = { paths: [path], dataset, title: 'A log', preset: null, map: null };
  return importFiles({ ...wanted, write, change, watch: { tell } });
};
const file = (...rows: string[]) => `${['id,date,title,place,type,arrests', ...rows].join('\n')}\n`;
const counting = (plan: ImportPlan): ImportPlan => {
  if (plan.mapping.kind !== 'incidents') throw new Error('no mapping of incidents');
  const arrests = {
    target: 'responses' as const,
    column: 'arrests',
    split: null,
    crosswalk: null,
    pick: null,
  };
  const others = plan.mapping.bindings.filter(({ column }) => column !== 'arrests');
  const bindings = [...others, { ...arrests, counts: 'arrest' }];
  return { ...plan, edited: 'overwrite', mapping: { ...plan.mapping, bindings } };
};
const records = async () =>
  (
    await pool.query('SELECT * FROM incidents WHERE dataset_id = $1 ORDER BY external_id', [
      datasetId(dataset),
    ])
  ).rows;
const responses = async (id: string) =>
  (
    await pool.query(
      'SELECT kind, count, duration_days, size_text FROM responses WHERE incident_id = $1 ORDER BY ordinal',
      [id],
    )
  ).rows;
const claims = async (id: string) =>
  (
    await pool.query(
      `SELECT field, value, printed, s.ref, locator, followed, c.note FROM claims c
        JOIN sources s ON s.id = c.source_id WHERE incident_id = $1 ORDER BY ordinal`,
      [id],
    )
  ).rows;

describe('a file that comes again', () => {
  test('leaves what files don’t say of responses, and an undo brings back what it replaced', async () => {
    await run(file('1,2019-09-13,Unpaid work,Leizhou,strike,3'), { change: counting });
    const [{ id }] = await records();
    await pool.query(`UPDATE responses SET duration_days = 5, size_text = 'three' WHERE incident_id = $1`, [
      id,
    ]);
    const told = [{ kind: 'arrest', count: 3, duration_days: 5, size_text: 'three' }];
    await run(file('1,2019-09-13,Unpaid work again,Leizhou,strike,3'), { change: counting });
    expect(await records()).toMatchObject([{ title: 'Unpaid work again', version: 2 }]);
    expect(await responses(id)).toEqual(told);
    const { batch } = await run(file('1,2019-09-13,Unpaid work again,Leizhou,strike,4'), {
      change: counting,
    });
    expect(await responses(id)).toEqual([{ kind: 'arrest', count: 4, duration_days: null, size_text: null }]);
    await undoImport(batch ?? '', actor);
    expect(await responses(id)).toEqual(told);
  });

  test('notes the evidence that it replaced, and an undo sets it back', async () => {
    await run(file('1,2019-09-13,Unpaid work,Leizhou,strike,'));
    const [{ id }] = await records();
    const before = await claims(id);
    const { batch } = await run(file('1,2019-09-14,Unpaid work,Leizhou,strike,'));
    const after = await claims(id);
    expect(after).toContainEqual(expect.objectContaining({ field: 'startsOn', value: '2019-09-14' }));
    expect(after.map(({ ref }) => ref)).not.toContain(before[0].ref);
    const { rows } = await pool.query('SELECT changes FROM changes WHERE subject_id = $1', [id]);
    expect(rows[0].changes.claims.from).toHaveLength(before.length);
    expect(rows[0].changes.claims.to).toHaveLength(after.length);
    await undoImport(batch ?? '', actor);
    expect(await records()).toMatchObject([{ starts_on: '2019-09-13', version: 3 }]);
    expect(await claims(id)).toEqual(before);
  });

  test('leaves the evidence of other sources, however these are called', async () => {
    await run(file('1,2019-09-13,Unpaid work,Leizhou,strike,'));
    const [{ id }] = await records();
    const source = '11111111-1111-4111-8111-111111111111';
    await pool.query(
      `INSERT INTO sources (id, ref, outlet, headline, kind, language)
        VALUES ($1, 'import-duties-2019', 'A paper', 'Duties', 'news', 'en') ON CONFLICT DO NOTHING`,
      [source],
    );
    await pool.query(
      `INSERT INTO claims (incident_id, ordinal, field, value, source_id, basis)
        VALUES ($1, 99, 'type', 'strike', $2, 'stated')`,
      [id, source],
    );
    await run(file('1,2019-09-14,Unpaid work,Leizhou,strike,'));
    expect((await claims(id)).map(({ ref }) => ref)).toContain('import-duties-2019');
  });

  test('counts in all records which fields it changes', async () => {
    const rows = (title: string) =>
      file(
        ...Array.from({ length: 700 }, (_, row) => `${row + 1},2019-09-13,${title} ${row},Leizhou,strike,`),
      );
    await run(rows('Number'));
    const { report } = await run(rows('Item'), { write: false });
    expect(report).toMatchObject({ changed: 700, changedFields: [{ field: 'title', count: 700 }] });
    expect(report.changedSample).toHaveLength(20);
  });

  test('leaves a record that went into another one', async () => {
    await run(file('1,2019-09-13,Unpaid work,Leizhou,strike,', '2,2019-09-13,The same,Leizhou,strike,'));
    const [one, two] = await records();
    await pool.query(
      `WITH act AS (INSERT INTO acts (id, kind, details, actor_id, actor_name, matched, changed)
          VALUES (gen_random_uuid(), 'merge', '{}', gen_random_uuid(), 'somebody', 1, 1) RETURNING id)
        INSERT INTO incident_redirects (ref, incident_id, act_id) SELECT $1, $2, id FROM act`,
      [two.ref, one.id],
    );
    const { report } = await run(file('2,2019-09-14,The same,Leizhou,strike,'), {
      change: (plan) => ({ ...plan, edited: 'overwrite' }),
    });
    expect(report).toMatchObject({ changed: 0, kept: 1 });
    expect((await records())[1]).toMatchObject({ starts_on: '2019-09-13', version: 1 });
  });
});

test('others write while the files of an import are read', async () => {
  const other = await pool.connect();
  let written = 0;
  try {
    await other.query('SET lock_timeout = 500');
    await run(file('1,2019-09-13,Unpaid work,Leizhou,strike,'), {
      async tell() {
        written += (await other.query(`UPDATE datasets SET description = description`)).rowCount ?? 0;
      },
    });
  } finally {
    other.release();
  }
  expect(written).toBeGreaterThan(0);
});

test('a petition that was taken abroad makes the country that it needs', async () => {
  await run('id,date,title,place,type,destination\n1,2019-09-13,A petition,Leizhou,petition,France\n', {
    change(plan) {
      if (plan.mapping.kind !== 'incidents') throw new Error('no mapping of incidents');
      const more = { split: null, crosswalk: null, pick: null, counts: null };
      const bindings = plan.mapping.bindings.filter(({ column }) => column !== 'destination');
      const destination = { target: 'destination' as const, column: 'destination', ...more };
      return { ...plan, mapping: { ...plan.mapping, bindings: [...bindings, destination] } };
    },
  });
  expect(await records()).toMatchObject([{ destination_place_id: 'FR' }]);
});

test('the history of all that holds', async () => {
  expect(await verifyHistory(database)).toMatchObject({ fault: null });
});
