import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { publicViewer, type Viewer } from '@/lib/auth/viewer';
import {
  addPiece,
  askJob,
  beginImport,
  discardImport,
  finishUpload,
  keepMapping,
  savePlan,
  stopJob,
} from '@/lib/imports/batches/mutations';
import { getBatch, listBatches, listMappings, openRefused } from '@/lib/imports/batches/queries';
import { closeQueue } from '@/lib/imports/jobs/boss';
import { holdBatch, takeUp } from '@/lib/imports/jobs/mutations';
import { takeUpLost } from '@/lib/imports/jobs/queue';
import { runImportJob } from '@/lib/imports/jobs/run';
import type { ImportPlan } from '@/lib/imports/plan';
import { type SeededDatabase, seededDatabase } from '../support/database';
import { addViewer } from '../support/editing';

let seeded: SeededDatabase;
let pool: Pool;
let editor: Viewer;

beforeAll(async () => {
  seeded = await seededDatabase();
  ({ pool } = seeded);
  editor = await addViewer(pool, 'editor');
});
afterAll(async () => {
  await closeQueue();
  await seeded.end();
});

const text =
  'id,date,title,place,type,issues\n1,2019-09-13,Unpaid work,Leizhou,strike,wage-arrears\n2,2019-13-01,No day,Leizhou,strike,pay\n';

async function upload(content: string | Buffer, name = 'log.csv'): Promise<string> {
  const bytes = Buffer.from(content as string);
  const { batch } = await beginImport(editor, { files: [{ name, size: bytes.length }] });
  const half = Math.ceil(bytes.length / 2);
  for (const [part, piece] of [bytes.subarray(0, half), bytes.subarray(half)].entries())
    if (piece.length > 0) await addPiece(editor, { batch, file: 1, part, bytes: piece.toString('base64') });
  await finishUpload(editor, { batch });
  return batch;
}

/** An import that was looked into, with its plan changed. */
async function ready(
  content: string,
  slug: string,
  change: (plan: ImportPlan) => ImportPlan = (plan) => plan,
) {
  const batch = await upload(content);
  await runImportJob(batch);
  const { plan } = await getBatch(editor, batch);
  if (!plan) throw new Error('no plan was proposed');
  const make = {
    slug,
    refPrefix: slug.replaceAll('-', ''),
    title: slug,
    description: '',
    licence: null,
    redistributable: true,
    citation: slug,
  };
  await savePlan(editor, { batch, plan: change({ ...plan, dataset: { make } }) });
  return batch;
}
async function does(batch: string, job: 'check' | 'write' | 'undo') {
  await askJob(editor, { batch, job });
  await runImportJob(batch);
  return getBatch(editor, batch);
}
const without = (plan: ImportPlan): ImportPlan => ({ ...plan, withoutRefused: true });

describe('an import through the pages', () => {
  test('goes from its pieces to a proposal, a check, records, and back', async () => {
    const batch = await ready(text, 'by-pages', without);
    const looked = await getBatch(editor, batch);
    expect(looked).toMatchObject({
      status: 'ready',
      job: null,
      fileName: 'log.csv',
      files: [
        { name: 'log.csv', size: text.length, sha256: createHash('sha256').update(text).digest('hex') },
      ],
      sketch: { tables: [{ name: 'log.csv', headers: ['id', 'date', 'title', 'place', 'type', 'issues'] }] },
    });
    const checked = await does(batch, 'check');
    expect(checked).toMatchObject({
      status: 'checked',
      hasRefused: true,
      fault: null,
      report: { rows: 2, accepted: 1, refused: 1, made: 1 },
    });
    const pieces: Buffer[] = [];
    for await (const piece of await openRefused(editor, batch)) pieces.push(piece);
    const refused = Buffer.concat(pieces).toString();
    expect(refused).toContain('id,date,title,place,type,issues,daybook_table,daybook_row,daybook_reason');
    expect(refused).toContain('2,2019-13-01,No day,Leizhou,strike,pay,log.csv,3,');
    const written = await does(batch, 'write');
    expect(written).toMatchObject({
      status: 'committed',
      dataset: 'by-pages',
      rowsRead: 2,
      rowsKept: 1,
      editedSince: 0,
    });
    const { rows: kept } = await pool.query(
      'SELECT count(*)::int AS files FROM import_parts WHERE batch_id = $1 AND file > 0',
      [batch],
    );
    expect(kept).toEqual([{ files: 0 }]);
    const { rows: noted } = await pool.query(`SELECT actor_name FROM changes WHERE subject_id = $1`, [batch]);
    expect(noted).toEqual([{ actor_name: 'Test editor' }]);
    const undone = await does(batch, 'undo');
    expect(undone).toMatchObject({
      status: 'undone',
      report: { undone: { removed: 1, restored: 0, left: [], leftCount: 0 } },
    });
    expect((await listBatches(editor))[0]).toMatchObject({ id: batch, status: 'undone' });
  });

  test('whose file can’t be read says why in both languages, and can be thrown away', async () => {
    const batch = await upload(
      Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1, 2, 3, 0, 0xff, 0xfe, 0x80]),
      'program.csv',
    );
    await runImportJob(batch);
    const failed = await getBatch(editor, batch);
    expect(failed).toMatchObject({ status: 'failed', job: null, fault: { en: { code: 'invalid' } } });
    expect(failed.fault?.en.message).toContain('program.csv');
    expect(failed.fault?.zh.message).toContain('program.csv');
    await discardImport(editor, { batch });
    await expect(getBatch(editor, batch)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('that refused rows and is written all the same says so and writes nothing', async () => {
    const batch = await ready(text, 'all-or-nothing');
    await does(batch, 'check');
    const failed = await does(batch, 'write');
    expect(failed).toMatchObject({
      status: 'checked',
      job: null,
      fault: { en: { code: 'invalid' } },
      dataset: null,
    });
    const { rows } = await pool.query(`SELECT FROM datasets WHERE slug = 'all-or-nothing'`);
    expect(rows).toEqual([]);
  });

  test('has to be checked again once its mapping changed', async () => {
    const batch = await ready(text, 'again', without);
    await does(batch, 'check');
    const { plan } = await getBatch(editor, batch);
    if (plan) await savePlan(editor, { batch, plan: { ...plan, status: 'published' } });
    await expect(askJob(editor, { batch, job: 'write' })).rejects.toMatchObject({ code: 'conflict' });
  });

  test('can be broken off, and nothing is written', async () => {
    const batch = await ready(text, 'broken-off', without);
    await does(batch, 'check');
    await askJob(editor, { batch, job: 'write' });
    await stopJob(editor, { batch });
    await runImportJob(batch);
    const stopped = await getBatch(editor, batch);
    expect(stopped).toMatchObject({ status: 'checked', job: null, fault: { en: { code: 'conflict' } } });
    const { rows } = await pool.query(`SELECT FROM datasets WHERE slug = 'broken-off'`);
    expect(rows).toEqual([]);
    expect(await does(batch, 'write')).toMatchObject({ status: 'committed' });
  });

  test('is worked on by one at a time, and is not begun twice', async () => {
    const batch = await ready(text, 'one-at-a-time', without);
    await askJob(editor, { batch, job: 'check' });
    await expect(askJob(editor, { batch, job: 'check' })).rejects.toMatchObject({ code: 'conflict' });
    const hold = await holdBatch(batch);
    await runImportJob(batch);
    expect(await getBatch(editor, batch)).toMatchObject({ job: 'check', status: 'ready' });
    await hold?.release();
    await runImportJob(batch);
    expect(await getBatch(editor, batch)).toMatchObject({ job: null, status: 'checked' });
  });

  test('whose process was killed is begun again, and given up after some tries', async () => {
    const batch = await ready(text, 'killed', without);
    await askJob(editor, { batch, job: 'check' });
    // What a process leaves that died while it read.
    await pool.query(`UPDATE import_batches SET progress = '{"rows":1,"tries":1}' WHERE id = $1`, [batch]);
    const again = () => takeUp(batch, { begun: true });
    expect([await again(), await again(), await again()]).toEqual([true, true, false]);
    expect(await getBatch(editor, batch)).toMatchObject({
      job: null,
      status: 'ready',
      fault: { en: { code: 'unavailable' } },
    });
    expect(await again()).toBe(false);
  });

  test('whose process never comes as far as to begin is given up after some tries', async () => {
    const batch = await ready(text, 'never-begun', without);
    await askJob(editor, { batch, job: 'check' });
    const again = () => takeUp(batch, { begun: true });
    expect([await again(), await again(), await again()]).toEqual([true, true, false]);
    expect(await getBatch(editor, batch)).toMatchObject({
      job: null,
      fault: { en: { code: 'unavailable' } },
    });
  });

  test('of which the queue lost the message is put into it again, once', async () => {
    const batch = await ready(text, 'lost', without);
    await pool.query(`UPDATE import_batches SET job = 'check' WHERE id = $1`, [batch]);
    await pool.query(`DELETE FROM pgboss.job`);
    const messages = async () =>
      (
        await pool.query(`SELECT state FROM pgboss.job WHERE state = 'created' AND data->>'batch' = $1`, [
          batch,
        ])
      ).rows;
    const hold = await holdBatch(batch);
    await takeUpLost();
    expect(await messages()).toEqual([]);
    await hold?.release();
    await takeUpLost();
    await takeUpLost();
    expect(await messages()).toEqual([{ state: 'created' }]);
    expect(await getBatch(editor, batch)).toMatchObject({ job: 'check', progress: null });
    await runImportJob(batch);
    expect(await getBatch(editor, batch)).toMatchObject({ job: null, status: 'checked' });
  });

  /** Lets an act come as far as to write to an import that somebody else just changes. */
  async function meanwhile(batch: string, change: string, act: () => Promise<unknown>) {
    const other = await pool.connect();
    try {
      await other.query('BEGIN');
      await other.query(`UPDATE import_batches SET ${change} WHERE id = $1`, [batch]);
      const acting = act().then(
        () => 'done',
        (thrown: { code: string }) => thrown.code,
      );
      const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      while ((await pool.query(waiting)).rowCount === 0);
      await other.query('COMMIT');
      return await acting;
    } finally {
      other.release();
    }
  }

  test('is not given another plan once it is begun, nor begun once its plan is another', async () => {
    const batch = await ready(text, 'raced', without);
    await does(batch, 'check');
    const { plan } = await getBatch(editor, batch);
    if (!plan) throw new Error('no plan');
    const other = { ...plan, status: 'published' as const };
    const save = () => savePlan(editor, { batch, plan: other });
    expect(await meanwhile(batch, `job = 'write'`, save)).toBe('conflict');
    expect(await getBatch(editor, batch)).toMatchObject({ job: 'write', status: 'checked', plan });
    await pool.query('UPDATE import_batches SET job = NULL WHERE id = $1', [batch]);
    const write = () => askJob(editor, { batch, job: 'write' });
    expect(await meanwhile(batch, `status = 'ready'`, write)).toBe('conflict');
    expect(await getBatch(editor, batch)).toMatchObject({ job: null, status: 'ready' });
    const discard = () => discardImport(editor, { batch });
    expect(await meanwhile(batch, `job = 'check'`, discard)).toBe('conflict');
  });

  test('whose file is another than the one that was summed up is not read', async () => {
    const batch = await ready(text, 'other-file', without);
    await pool.query(
      `UPDATE import_parts SET bytes = convert_to('id,date', 'UTF8') WHERE batch_id = $1 AND part = 1`,
      [batch],
    );
    expect(await does(batch, 'check')).toMatchObject({ status: 'ready', fault: { en: { code: 'invalid' } } });
  });

  test('leaves no file on the disk, whatever comes of it', async () => {
    const batch = await ready(text, 'no-files', without);
    const folder = mkdtempSync(path.join(tmpdir(), 'daybook-folder-'));
    vi.stubEnv('TMPDIR', folder);
    await does(batch, 'check');
    await askJob(editor, { batch, job: 'write' });
    await stopJob(editor, { batch });
    await runImportJob(batch);
    expect(readdirSync(folder)).toEqual([]);
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });

  test('that did not arrive whole is refused', async () => {
    const { batch } = await beginImport(editor, { files: [{ name: 'a.csv', size: 10 }] });
    await addPiece(editor, { batch, file: 1, part: 0, bytes: Buffer.from('abc').toString('base64') });
    await expect(finishUpload(editor, { batch })).rejects.toMatchObject({ code: 'invalid' });
  });

  test('names no code that the codebook lacks', async () => {
    const batch = await ready(text, 'codes');
    const { plan } = await getBatch(editor, batch);
    if (plan?.mapping.kind !== 'incidents') throw new Error('no mapping of incidents');
    const crosswalks = [
      { name: 'x', vocabulary: 'type' as const, entries: [{ from: 'a', to: ['parade'] }], otherwise: null },
    ];
    const changed = { ...plan, mapping: { ...plan.mapping, crosswalks } };
    await expect(savePlan(editor, { batch, plan: changed })).rejects.toMatchObject({ code: 'invalid' });
  });

  test('codes nothing with the words of another vocabulary', async () => {
    const batch = await ready(text, 'strays');
    const { plan } = await getBatch(editor, batch);
    if (plan?.mapping.kind !== 'incidents') throw new Error('no mapping of incidents');
    const { mapping } = plan;
    const binding = { target: 'type' as const, column: 'type', split: null, pick: null };
    const issues = { name: 'x', vocabulary: 'issue' as const, entries: [], otherwise: null };
    for (const changed of [
      { ...mapping, crosswalks: [issues], bindings: [{ ...binding, crosswalk: 'x', counts: null }] },
      {
        ...mapping,
        bindings: [
          ...mapping.bindings,
          { ...binding, target: 'responses' as const, crosswalk: null, counts: 'arrests\n0\t1' },
        ],
      },
    ])
      await expect(savePlan(editor, { batch, plan: { ...plan, mapping: changed } })).rejects.toMatchObject({
        code: 'invalid',
      });
  });
});

describe('mappings', () => {
  test('are kept under a name, each time as another version', async () => {
    const batch = await ready(text, 'mapped');
    const { plan } = await getBatch(editor, batch);
    if (!plan) throw new Error('no plan');
    const { mapping } = plan;
    expect(await keepMapping(editor, { name: 'Weekly log', mapping })).toEqual({ version: 1 });
    expect(await keepMapping(editor, { name: 'Weekly log', mapping })).toEqual({ version: 2 });
    expect(await listMappings(editor)).toMatchObject([
      { name: 'Weekly log', version: 2, authorName: 'Test editor' },
    ]);
  });
});

test('nobody but editors imports', async () => {
  const coder = await addViewer(pool, 'coder');
  const batch = await upload(text);
  for (const viewer of [coder, publicViewer])
    for (const act of [
      () => beginImport(viewer, { files: [{ name: 'a', size: 1 }] }),
      () => addPiece(viewer, { batch, file: 1, part: 0, bytes: 'YQ==' }),
      () => finishUpload(viewer, { batch }),
      () => askJob(viewer, { batch, job: 'sketch' }),
      () => stopJob(viewer, { batch }),
      () => discardImport(viewer, { batch }),
      () => listBatches(viewer),
      () => getBatch(viewer, batch),
      () => listMappings(viewer),
      () => openRefused(viewer, batch),
    ])
      await expect(act()).rejects.toMatchObject({ code: viewer === coder ? 'forbidden' : 'unauthenticated' });
});
