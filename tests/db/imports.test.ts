import { renameSync } from 'node:fs';
import path from 'node:path';
import type { Pool } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { verifyHistory } from '@/lib/audit/queries';
import type { Viewer } from '@/lib/auth/viewer';
import { database } from '@/lib/db/query';
import { datasetId, incidentId } from '@/lib/ids';
import { importFiles } from '@/lib/imports/command';
import type { ImportPlan } from '@/lib/imports/plan';
import type { ImportReport } from '@/lib/imports/report';
import { undoImport } from '@/lib/imports/undo/mutations';
import { editInputs } from '@/lib/incidents/edit/input';
import { updateIncident } from '@/lib/incidents/edit/mutations';
import { openIncident } from '@/lib/incidents/edit/queries';
import { type SeededDatabase, seededDatabase } from '../support/database';
import { addViewer } from '../support/editing';
import { importFolder } from '../support/import-files';

let seeded: SeededDatabase;
let pool: Pool;
let editor: Viewer;
const folder = importFolder();

beforeAll(async () => {
  seeded = await seededDatabase();
  ({ pool } = seeded);
  editor = await addViewer(pool, 'editor');
});
afterAll(async () => {
  folder.remove();
  await seeded.end();
});

let dataset = '';
let count = 0;
beforeEach(() => {
  count += 1;
  dataset = `import-${count}`;
});

const header = 'id,date,title,place,type,issues,crowd,colour';
const lines = (...rows: string[]) => `${[header, ...rows].join('\n')}\n`;
const basic = lines(
  '1,2019-09-13,Unpaid work at the mill,Leizhou,strike,wage-arrears,about 30,first',
  '2,2019-10,Land taken,徐闻县,mass-incident,land-acquisition,数百人,',
  '3,2019-11-02,A march,440883,petition,unknown,,third',
);

type Options = {
  name?: string;
  write?: boolean;
  change?: (plan: ImportPlan) => ImportPlan;
  refused?: string[];
};
const run = async (
  text: string,
  { name = 'log.csv', write = true, change = (plan) => plan, refused = [] }: Options = {},
) => {
  const written = folder.write(name, text);
  const place = path.join(path.dirname(written.path), name);
  renameSync(written.path, place);
  return importFiles({
    paths: [place],
    dataset,
    title: 'A log typed by hand',
    preset: null,
    map: null,
    write,
    change,
    watch: {
      tell: async () => {},
      refused: async (_, __, cells, row, notes) =>
        void refused.push(`${row} ${cells[0]} ${notes.map(({ rule }) => rule)}`),
    },
  });
};
const counts = ({ made, changed, unchanged, kept, refused }: ImportReport) => ({
  made,
  changed,
  unchanged,
  kept,
  refused,
});
const rows = async (columns = '*') =>
  (
    await pool.query(`SELECT ${columns} FROM incidents i WHERE dataset_id = $1 ORDER BY import_row, ref`, [
      datasetId(dataset),
    ])
  ).rows;

describe('an import', () => {
  test('makes records with evidence, and keeps what no field took', async () => {
    const { report, batch } = await run(basic);
    expect(counts(report)).toEqual({ made: 3, changed: 0, unchanged: 0, kept: 0, refused: 0 });
    const made = await rows();
    expect(made).toMatchObject([
      {
        id: incidentId(datasetId(dataset), '1'),
        external_id: '1',
        place_id: '440882',
        type: 'strike',
        size_min: 30,
        size_max: 30,
        size_approx: true,
        size_text: 'about 30',
        status: 'draft',
        import_batch_id: batch,
        import_row: 2,
        extra: { place: 'Leizhou', colour: 'first' },
      },
      {
        starts_on: '2019-10-01',
        ends_on: '2019-10-31',
        date_precision: 'month',
        place_id: '440825',
        size_min: 200,
      },
      { issues: [], place_id: '440883', size_min: null },
    ]);
    const claims = await pool.query(
      `SELECT field, value, printed, locator, basis, s.kind FROM claims c JOIN sources s ON s.id = c.source_id
        WHERE incident_id = $1 AND field IN ('startsOn', 'sizeMin', 'issues') ORDER BY field`,
      [made[0].id],
    );
    expect(claims.rows).toEqual([
      {
        field: 'issues',
        value: 'wage-arrears',
        printed: 'wage-arrears',
        locator: 'row 2',
        basis: 'rule',
        kind: 'dataset',
      },
      {
        field: 'sizeMin',
        value: '30',
        printed: 'about 30',
        locator: 'row 2',
        basis: 'rule',
        kind: 'dataset',
      },
      {
        field: 'startsOn',
        value: '2019-09-13',
        printed: '2019-09-13',
        locator: 'row 2',
        basis: 'rule',
        kind: 'dataset',
      },
    ]);
    const { rows: noted } = await pool.query('SELECT action, changes FROM changes WHERE subject_id = $1', [
      batch,
    ]);
    expect(noted).toMatchObject([{ action: 'import.committed', changes: { made: { to: 3 } } }]);
  });

  test('of records that are published names nobody without a reason, nor does the name of its file', async () => {
    const name = 'from li.wei@example.com 13812345678.csv';
    const text = lines(
      '1,2019-09-13,A man named Zhang Wei marches,Leizhou,strike,wage-arrears,30,',
      '2,2019-09-14,Drivers stop work,Leizhou,strike,wage-arrears,30,联系人：王小明',
      '3,2019-09-15,Teachers stop work,Leizhou,strike,wage-arrears,30,',
    );
    const refused: string[] = [];
    const published = (plan: ImportPlan): ImportPlan => ({
      ...plan,
      status: 'published',
      withoutRefused: true,
    });
    const { report, batch } = await run(text, { name, refused, change: published });
    expect(counts(report)).toMatchObject({ made: 1, refused: 2 });
    expect(refused).toEqual(['2 1 personal-data', '3 2 personal-data']);
    const seen = await pool.query(
      `SELECT s.headline, c.changes->'file'->>'to' AS file FROM sources s, changes c
        WHERE s.ref LIKE $1 AND c.subject_id = $2`,
      [`import-${dataset}-%`, batch],
    );
    const file = 'from [e-mail address removed] [mobile number removed].csv';
    expect(seen.rows).toEqual([{ headline: `Rows of the file “${file}”`, file }]);
    // A draft import that would change what readers see is asked the same.
    const drafts = (plan: ImportPlan): ImportPlan => ({ ...plan, withoutRefused: true });
    const renamed = text.replace('Teachers', 'Pupils of a man named Zhang Wei');
    await expect(run(renamed, { change: drafts, refused })).rejects.toMatchObject({ code: 'invalid' });
    expect(refused.slice(2)).toEqual(['2 1 personal-data', '3 2 personal-data', '4 3 personal-data']);
    const called = (plan: ImportPlan): ImportPlan => ({ ...published(plan), careReason: 'ask 13812345678' });
    await expect(run(text, { change: called })).rejects.toMatchObject({ code: 'invalid' });
    const why = (plan: ImportPlan): ImportPlan => ({ ...published(plan), careReason: 'names of companies' });
    expect(counts((await run(text, { name, change: why })).report)).toMatchObject({ made: 2, refused: 0 });
  });

  test('of the same file again changes nothing', async () => {
    await run(basic);
    const before = await rows();
    const { report } = await run(basic);
    expect(counts(report)).toEqual({ made: 0, changed: 0, unchanged: 3, kept: 0, refused: 0 });
    expect(await rows()).toEqual(before);
  });

  test('of a file without ids is the same again too, and keeps rows that are alike', async () => {
    const text = lines(
      ',2019-09-13,Same,Leizhou,strike,,,',
      ',2019-09-13,Same,Leizhou,strike,,,',
      ',2019-09-14,Other,Leizhou,strike,,,',
    );
    const { report } = await run(text);
    expect(counts(report)).toMatchObject({ made: 3 });
    expect(report.warnings).toMatchObject([{ rule: 'identical-row', count: 1, value: '2' }]);
    expect(counts((await run(text)).report)).toMatchObject({ made: 0, unchanged: 3 });
    expect(await rows()).toHaveLength(3);
  });

  test('checked first counts the same and writes nothing', async () => {
    const { report, batch } = await run(basic, { write: false });
    expect([counts(report), batch]).toEqual([
      { made: 3, changed: 0, unchanged: 0, kept: 0, refused: 0 },
      null,
    ]);
    expect(await rows()).toEqual([]);
    await run(basic);
    const changed = basic.replace('about 30', 'over 40');
    const checked = (await run(changed, { write: false })).report;
    expect(counts(checked)).toEqual({ made: 0, changed: 1, unchanged: 2, kept: 0, refused: 0 });
    expect(checked.changedSample).toMatchObject([
      { row: 2, fields: { sizeMin: { from: 30, to: 40 }, sizeMax: { from: 30, to: null } } },
    ]);
    expect(counts((await run(changed)).report)).toEqual(counts(checked));
  });

  test('changes what the file says otherwise, as a version with an entry', async () => {
    await run(basic);
    const { batch } = await run(basic.replace('about 30', 'over 40').replace('first', 'second'));
    const [first] = await rows();
    expect(first).toMatchObject({ version: 2, size_min: 40, size_max: null, extra: { colour: 'second' } });
    const { rows: noted } = await pool.query(
      'SELECT version, action, batch_id, changes FROM changes WHERE subject_id = $1',
      [first.id],
    );
    expect(noted).toMatchObject([
      {
        version: 2,
        action: 'incident.imported',
        batch_id: batch,
        changes: { sizeMin: { from: 30, to: 40 } },
      },
    ]);
    const { rows: claims } = await pool.query(
      `SELECT value, printed FROM claims WHERE incident_id = $1 AND field = 'sizeMin'`,
      [first.id],
    );
    expect(claims).toEqual([{ value: '40', printed: 'over 40' }]);
  });

  test('leaves what somebody edited here, unless it is to be overwritten', async () => {
    await run(basic);
    const [{ ref }] = await rows('ref');
    const open = await openIncident(ref, editor);
    const edited = editInputs.update.parse({
      ref,
      version: open.version,
      incident: { ...open.incident, title: 'Edited here' },
      reason: null,
      notDuplicate: true,
    });
    await updateIncident(editor, edited);
    const changed = basic.replace('about 30', 'over 40');
    expect(counts((await run(changed)).report)).toMatchObject({ changed: 0, kept: 1, unchanged: 2 });
    expect((await rows('title, size_min'))[0]).toEqual({ title: 'Edited here', size_min: 30 });
    const overwrite = { change: (plan: ImportPlan): ImportPlan => ({ ...plan, edited: 'overwrite' }) };
    expect(counts((await run(changed, overwrite)).report)).toMatchObject({ changed: 1, kept: 0 });
    expect((await rows('title, size_min, version'))[0]).toEqual({
      title: 'Unpaid work at the mill',
      size_min: 40,
      version: 3,
    });
  });

  test('with a row that is refused writes nothing, or all others where that is chosen', async () => {
    const text = basic.replace('2019-11-02', '31.02.2019');
    const refused: string[] = [];
    await expect(run(text, { refused })).rejects.toMatchObject({ code: 'invalid' });
    expect(refused).toEqual(['4 3 not-a-day']);
    expect(await rows()).toEqual([]);
    const { rows: failed } = await pool.query(
      `SELECT status, fault->'en'->>'code' AS code FROM import_batches ORDER BY created_at DESC LIMIT 1`,
    );
    expect(failed).toEqual([{ status: 'failed', code: 'invalid' }]);
    const without = { change: (plan: ImportPlan): ImportPlan => ({ ...plan, withoutRefused: true }) };
    expect(counts((await run(text, without)).report)).toMatchObject({ made: 2, refused: 1 });
  });

  test('refuses the second of two rows with one id, and names it', async () => {
    const { report } = await run(`${basic}1,2019-12-01,Again,Leizhou,strike,,,\n`, { write: false });
    expect(report.faults).toMatchObject([
      { rule: 'duplicate-id', column: 'id', value: '1', rows: [{ row: 5 }] },
    ]);
  });

  test('counts new records that may be of the same event as one that is there', async () => {
    await run(basic);
    const { report } = await run(lines('9,2019-09-13,The mill again,Leizhou,strike,,,'), { write: false });
    expect(report.likely).toMatchObject({
      count: 1,
      sample: [{ row: 2, otherTitle: 'Unpaid work at the mill' }],
    });
  });

  test('goes into a data set that is there, and into none that is made up', async () => {
    await run(basic);
    await pool.query(`UPDATE datasets SET origin = 'synthetic' WHERE slug = $1`, [dataset]);
    await expect(run(basic)).rejects.toMatchObject({ fields: [{ field: 'dataset.slug' }] });
    await pool.query(`UPDATE datasets SET origin = 'import' WHERE slug = $1`, [dataset]);
  });

  test('of places abroad makes the countries that it needs', async () => {
    await run(lines('1,2019-09-13,A march,France,petition,,,', '2,2019-09-14,Another,法国,petition,,,'));
    expect(await rows('place_id, place_precision')).toEqual([
      { place_id: 'FR', place_precision: 'country' },
      { place_id: 'FR', place_precision: 'country' },
    ]);
  });
});

describe('taking an import back', () => {
  const actor = { id: null, name: 'import', role: null };

  test('removes what it made and sets back what it changed', async () => {
    await run(basic);
    const before = await rows();
    const { batch } = await run(
      `${basic.replace('about 30', 'over 40')}4,2019-12-01,New,Leizhou,strike,,,\n`,
    );
    const undone = await undoImport(batch ?? '', actor);
    expect(undone).toEqual({ removed: 1, restored: 1, left: [], leftCount: 0 });
    const after = await rows();
    expect(after.map(({ version: _, updated_at: __, ...row }) => row)).toEqual(
      before.map(({ version: _, updated_at: __, ...row }) => row),
    );
    expect(after[0].version).toBe(3);
    await expect(undoImport(batch ?? '', actor)).rejects.toMatchObject({ code: 'conflict' });
  });

  test('leaves and names what somebody worked on since', async () => {
    const { batch } = await run(basic);
    const [first, second] = await rows('id, ref');
    await pool.query('UPDATE incidents SET version = 2 WHERE id = $1', [first.id]);
    const { rows: directives } = await pool.query('SELECT id FROM directives LIMIT 1');
    await pool.query('INSERT INTO directive_incidents VALUES ($1, $2)', [second.id, directives[0].id]);
    const undone = await undoImport(batch ?? '', actor);
    expect(undone).toEqual({ removed: 1, restored: 0, left: [first.ref, second.ref].sort(), leftCount: 2 });
    expect(await rows('ref')).toHaveLength(2);
  });

  test('lets the file be imported again', async () => {
    const { batch } = await run(basic);
    await undoImport(batch ?? '', actor);
    expect(await rows()).toEqual([]);
    expect(counts((await run(basic)).report)).toMatchObject({ made: 3 });
  });
});

describe('totals', () => {
  const text = 'month,place,value\n2019-01,湛江市,293\n2019-02,湛江市,"1,204"\n';

  test('become reported figures, once, and can be taken back', async () => {
    const { report, batch } = await run(text);
    expect(counts(report)).toMatchObject({ made: 2, refused: 0 });
    const figures = async () =>
      (
        await pool.query(
          `SELECT value::int, from_day, to_day, place_id, printed, locator FROM reported_figures f
            JOIN datasets d ON d.id = f.dataset_id WHERE d.slug = $1 ORDER BY from_day`,
          [dataset],
        )
      ).rows;
    expect(await figures()).toEqual([
      {
        value: 293,
        from_day: '2019-01-01',
        to_day: '2019-01-31',
        place_id: '440800',
        printed: '293',
        locator: 'row 2',
      },
      {
        value: 1204,
        from_day: '2019-02-01',
        to_day: '2019-02-28',
        place_id: '440800',
        printed: '1,204',
        locator: 'row 3',
      },
    ]);
    expect(counts((await run(text)).report)).toMatchObject({ made: 0, unchanged: 2 });
    const changed = await run(text.replace('293', '294'));
    expect(counts(changed.report)).toMatchObject({ changed: 1, unchanged: 1 });
    const actor = { id: null, name: 'import', role: null };
    await undoImport(changed.batch ?? '', actor);
    expect((await figures())[0]).toMatchObject({ value: 293 });
    expect(await undoImport(batch ?? '', actor)).toMatchObject({ removed: 1, restored: 0, leftCount: 1 });
    expect(await rows()).toEqual([]);
  });

  test('rest again on the file that they came from once a later one is taken back', async () => {
    await run(text);
    const evidence = async () =>
      (
        await pool.query(
          `SELECT value::int, printed, s.ref, locator FROM reported_figures f JOIN sources s ON s.id = f.source_id
            JOIN datasets d ON d.id = f.dataset_id WHERE d.slug = $1 ORDER BY from_day`,
          [dataset],
        )
      ).rows;
    const before = await evidence();
    const later = text.replace('293', '"1,293"');
    const checked = await run(later, { write: false });
    expect(counts(checked.report)).toMatchObject({ made: 0, changed: 1, unchanged: 1 });
    const { report, batch } = await run(later);
    expect(counts(report)).toMatchObject({ made: 0, changed: 1, unchanged: 1 });
    expect((await evidence())[0]).toMatchObject({ value: 1293, printed: '1,293' });
    const actor = { id: null, name: 'import', role: null };
    expect(await undoImport(batch ?? '', actor)).toMatchObject({ removed: 0, restored: 1 });
    expect(await evidence()).toEqual(before);
    expect(counts((await run(later)).report)).toMatchObject({ changed: 1, kept: 0 });
  });

  test('of one month are given once, and numbers are taken as they are or not at all', async () => {
    const { report } = await run(`${text}2019-02,湛江市,7\n2019-03,湛江市,"1,2345"\n2019-04,France,3\n`, {
      change: (plan) => ({ ...plan, withoutRefused: true }),
    });
    expect(report).toMatchObject({ made: 3, refused: 2 });
    expect(report.faults.map(({ rule }) => rule).sort()).toEqual(['bad-count', 'duplicate-id']);
  });
});

test('the history of all that holds', async () => {
  expect(await verifyHistory(database)).toMatchObject({ fault: null });
});
