import 'server-only';
import { createHash } from 'node:crypto';
import { createWriteStream, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { toAppError } from '@/lib/db/errors';
import { database } from '@/lib/db/query';
import { AppError } from '@/lib/errors';
import { importFaults } from '@/lib/i18n/messages/import-faults';
import { listDatasetNames } from '../batches/lists/queries';
import { addPart, clearRefused } from '../batches/mutations';
import { readBatch, readParts } from '../batches/queries';
import type { BatchDetail } from '../batches/types';
import { proposePlan } from '../propose';
import { sketchFile } from '../read/open';
import type { FileOnDisk, TableSketch } from '../read/types';
import { refusedWriter } from '../refused';
import { runImport } from '../run';
import { undoImport } from '../undo/mutations';
import { Stopped, type Watch } from '../watch';
import { askerOf, endJob, failJob, holdBatch, tellProgress } from './mutations';

/** How often progress is told, and asked whether to stop, in milliseconds. */
const tellEach = 500;

/**
 * Does what was asked to be done with an import, if nobody else is at it. What fails is noted with the import; nothing
 * is thrown but where the database can't be reached.
 */
export async function runImportJob(id: string): Promise<void> {
  const hold = await holdBatch(id);
  if (!hold) return;
  try {
    const batch = await readBatch(database, id);
    if (batch.job === null) return;
    try {
      await doJob(batch);
    } catch (thrown) {
      const known = toAppError(thrown);
      if (!(known instanceof AppError)) console.error('An import failed:', known);
      await failJob(id, known, batch.job);
    }
  } finally {
    await hold.release();
  }
}

async function doJob(batch: BatchDetail): Promise<void> {
  const { id, job, report, plan } = batch;
  const actor = await askerOf(id);
  const stop = new AbortController();
  const watch = await follow(id, report?.rows ?? null, stop);
  try {
    if (job === 'undo') {
      await undoImport(id, actor, stop.signal);
      return;
    }
    await withFiles(batch, async (files) => {
      if (job === 'sketch') return sketch(batch, files);
      if (!plan || job === null) return;
      await clearRefused(database, id);
      const refusals = refusedWriter((piece, part) => addPart(database, id, 0, part, piece));
      const work = {
        files,
        plan,
        watch: { ...watch, refused: refusals.refused },
        batch: { id, fileName: batch.fileName, sha256: batch.sha256 },
        actor,
        stop: stop.signal,
      };
      try {
        const done = await runImport(work, job);
        if (job === 'check') await endJob(id, { status: 'checked', report: done });
      } finally {
        await refusals.end();
      }
    });
  } finally {
    watch.end();
  }
}

async function sketch(batch: BatchDetail, files: readonly FileOnDisk[]): Promise<void> {
  const tables = [];
  for (const file of files) tables.push(...(await sketchFile(file, batch.plan?.read)));
  const datasets = await listDatasetNames(database);
  const { plan, proposal } = proposePlan(tables, batch.fileName, datasets, batch.plan);
  await endJob(batch.id, { status: 'ready', sketch: { tables: tables.map(shown), proposal }, plan });
}

/** Characters of a cell that are shown before a table is read. */
const shownLength = 2_000;

/** A table as it is kept to be shown: long cells are cut, and what the database can't hold is U+FFFD. */
function shown(table: TableSketch): TableSketch {
  const text = (cell: string) => cell.slice(0, shownLength).replace(/\0|\p{Cs}/gu, '\ufffd');
  const sample = table.sample.map(({ number, cells }) => ({ number, cells: cells.map(text) }));
  const questions = table.questions.map((question) => ({
    ...question,
    candidates: question.candidates.map((one) => ({ ...one, sample: text(one.sample) })),
  }));
  return { ...table, sample, questions };
}

/** Tells how far a job is, and breaks it off when somebody asks for that. */
async function follow(
  id: string,
  total: number | null,
  stop: AbortController,
): Promise<Watch & { end: () => void }> {
  const since = new Date().toISOString();
  const state = { rows: 0, total, since, writing: false };
  const tell = async () => {
    if (await tellProgress(id, state)) stop.abort(new Stopped());
  };
  await tell();
  let told = Date.now();
  // While the database writes, no row is read that could tell.
  const timer = setInterval(() => void tell().catch(() => {}), tellEach * 2);
  const check = () => {
    if (stop.signal.aborted) throw stop.signal.reason;
  };
  return {
    async tell(rows) {
      state.rows = rows;
      check();
      if (Date.now() - told < tellEach) return;
      told = Date.now();
      await tell();
      check();
    },
    async writing() {
      state.writing = true;
      await tell();
      check();
    },
    end: () => clearInterval(timer),
  };
}

/** Lays the files of an import on the disk of this machine for as long as they are worked on. */
async function withFiles(batch: BatchDetail, work: (files: FileOnDisk[]) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'daybook-import-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  // Also where the process is told to end meanwhile.
  process.once('exit', remove);
  try {
    const files: FileOnDisk[] = [];
    for (const [index, { name, sha256 }] of batch.files.entries()) {
      const place = path.join(folder, String(index + 1));
      const hash = createHash('sha256');
      const summed = async function* (pieces: AsyncIterable<Buffer>) {
        for await (const piece of pieces) {
          hash.update(piece);
          yield piece;
        }
      };
      await pipeline(readParts(database, batch.id, index + 1), summed, createWriteStream(place));
      // The evidence names the file by its sum.
      if (sha256 !== '' && hash.digest('hex') !== sha256)
        throw new AppError('invalid', importFaults.sumDiffers(name));
      files.push({ name, path: place });
    }
    await work(files);
  } finally {
    process.off('exit', remove);
    remove();
  }
}
