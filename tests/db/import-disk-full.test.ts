import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Viewer } from '@/lib/auth/viewer';
import { addPiece, askJob, beginImport, finishUpload } from '@/lib/imports/batches/mutations';
import { getBatch } from '@/lib/imports/batches/queries';
import { closeQueue } from '@/lib/imports/jobs/boss';
import { runImportJob } from '@/lib/imports/jobs/run';
import { badHeader, badImports, badRow } from '../support/bad-imports';
import { type SeededDatabase, seededDatabase } from '../support/database';
import { addViewer } from '../support/editing';
import { delimited, importFile, zipOf } from '../support/import-files';

/*
 * No room on the disk of the app, where files lie while they are read, or on that of the database. The app writes to
 * `/dev/full`, so that the fault is that of the system; that of the database is raised by it in the midst of writing.
 */

const disk = vi.hoisted(() => ({ full: false }));
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  const createWriteStream: typeof fs.createWriteStream = (place, options) =>
    fs.createWriteStream(disk.full ? '/dev/full' : place, options);
  return { ...fs, default: { ...fs, createWriteStream }, createWriteStream };
});

let seeded: SeededDatabase;
let pool: Pool;
let owner: Pool;
let editor: Viewer;
const { bring, fails, records, remove } = badImports(() => pool);

// A place of its own for what lies on the disk while it is read, so that nothing else is seen there.
const temporary = mkdtempSync(path.join(tmpdir(), 'daybook-full-'));

beforeAll(async () => {
  vi.stubEnv('TMPDIR', temporary);
  seeded = await seededDatabase();
  ({ pool } = seeded);
  owner = new Pool({ connectionString: process.env.DATABASE_OWNER_URL, max: 1 });
  editor = await addViewer(pool, 'editor');
});
afterAll(async () => {
  remove();
  await closeQueue();
  await owner.end();
  await seeded.end();
  vi.unstubAllEnvs();
  rmSync(temporary, { recursive: true, force: true });
});

const table = { headers: badHeader, rows: [badRow()] };
const words = /no room left on the disk, so nothing was written\. Make room, then try again/;
const leftOver = () => readdirSync(temporary);
const whileFull = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  disk.full = true;
  try {
    return await work();
  } finally {
    disk.full = false;
  }
};

describe('a disk that is full', () => {
  test('where the files of a job are laid is said in both languages, and the job can be begun anew', async () => {
    const bytes = Buffer.from(delimited(table, ','));
    const { batch } = await beginImport(editor, { files: [{ name: 'log.csv', size: bytes.length }] });
    await addPiece(editor, { batch, file: 1, part: 0, bytes: bytes.toString('base64') });
    await finishUpload(editor, { batch });
    await whileFull(() => runImportJob(batch));
    expect(leftOver()).toEqual([]);
    expect(await getBatch(editor, batch)).toMatchObject({
      status: 'failed',
      job: null,
      fault: {
        en: { code: 'full', message: expect.stringMatching(words) },
        zh: { code: 'full', message: expect.stringContaining('磁盘空间不足') },
      },
    });
    await askJob(editor, { batch, job: 'sketch' });
    await runImportJob(batch);
    expect(await getBatch(editor, batch)).toMatchObject({ status: 'ready', fault: null });
  });

  test('where tables of an archive are unpacked ends the command with that sentence', async () => {
    const zip = await zipOf([['book.xlsx', await importFile('xlsx', table)]]);
    const { status, message } = await whileFull(() => fails('packed.zip', zip));
    expect([status, message]).toEqual([507, expect.stringMatching(words)]);
    expect(leftOver()).toEqual([]);
    await bring('packed.zip', zip);
    expect(await records()).toHaveLength(1);
  });

  test.each(['incidents', 'claims', 'changes'])(
    'at the database amid its writing of %s leaves nothing, and the file can come again',
    async (name) => {
      await owner.query(`CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$`);
      await owner.query(
        `CREATE TRIGGER no_room BEFORE INSERT ON ${name} FOR EACH ROW EXECUTE FUNCTION no_room()`,
      );
      try {
        const { status, message } = await fails('log.csv', delimited(table, ','));
        expect([status, message]).toEqual([507, expect.stringMatching(words)]);
        const { rows } = await pool.query(
          `SELECT status, fault->'en'->>'code' AS code FROM import_batches ORDER BY created_at DESC LIMIT 1`,
        );
        expect(rows).toEqual([{ status: 'failed', code: 'full' }]);
      } finally {
        await owner.query('DROP FUNCTION no_room CASCADE');
      }
      await bring('log.csv', delimited(table, ','));
      expect(await records()).toHaveLength(1);
    },
  );
});
