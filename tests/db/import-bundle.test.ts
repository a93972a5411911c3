import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/lib/auth/viewer';
import { addPiece, askJob, beginImport, finishUpload, savePlan } from '@/lib/imports/batches/mutations';
import { getBatch } from '@/lib/imports/batches/queries';
import { closeQueue } from '@/lib/imports/jobs/boss';
import { bundle } from '@/scripts/steps/bundle';
import { type SeededDatabase, seededDatabase } from '../support/database';
import { addViewer } from '../support/editing';

let seeded: SeededDatabase;
let editor: Viewer;
/** What the image of the app holds of what the worker needs: one file, and the outlines. */
const app = mkdtempSync(path.join(tmpdir(), 'daybook-image-'));

beforeAll(async () => {
  seeded = await seededDatabase();
  editor = await addViewer(seeded.pool, 'editor');
  cpSync('public/geo', path.join(app, 'public/geo'), { recursive: true });
  await bundle('scripts/import-worker.ts', path.join(app, '.next/import-worker.mjs'));
});
afterAll(async () => {
  await closeQueue();
  await seeded.end();
  rmSync(app, { recursive: true, force: true });
});

async function work(batch: string): Promise<string> {
  const child = spawn(process.execPath, [path.join('.next', 'import-worker.mjs'), batch], {
    cwd: app,
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (said += piece));
  await once(child, 'close');
  return said;
}

test('the worker as one file does an import without sources and packages beside it', async () => {
  const bytes = Buffer.from(
    'id,date,title,type,latitude,longitude\n1,2019-09-13,At sea,strike,23.13,113.26\n',
  );
  const { batch } = await beginImport(editor, { files: [{ name: 'points.csv', size: bytes.length }] });
  await addPiece(editor, { batch, file: 1, part: 0, bytes: bytes.toString('base64') });
  await finishUpload(editor, { batch });
  expect(await work(batch)).toBe('');
  const { plan } = await getBatch(editor, batch);
  if (plan?.mapping.kind !== 'incidents') throw new Error('no mapping of incidents was proposed');
  const place = { ...plan.mapping.place, latitude: 'latitude', longitude: 'longitude' };
  await savePlan(editor, { batch, plan: { ...plan, mapping: { ...plan.mapping, place } } });
  for (const job of ['check', 'write'] as const) {
    await askJob(editor, { batch, job });
    expect(await work(batch)).toBe('');
  }
  expect(await getBatch(editor, batch)).toMatchObject({
    status: 'committed',
    report: { made: 1, sample: [{ placeId: '440104' }] },
  });
});
