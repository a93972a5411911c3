import 'server-only';
import type { Viewer } from '@/lib/auth/viewer';
import { AppError } from '@/lib/errors';
import { readInput } from '@/lib/http/input';
import type { Sender } from '@/lib/http/write';
import { importFaults } from '@/lib/i18n/messages/import-faults';
import { importProblems } from '@/lib/i18n/messages/import-problems';
import { type BatchInput, batchInputs } from './batches/input';
import {
  addPiece,
  askJob,
  beginImport,
  discardImport,
  finishUpload,
  keepMapping,
  savePlan,
  stopJob,
} from './batches/mutations';
import { getBatch, openMapping } from './batches/queries';
import type { Mapping } from './plan';
import { namesOf, type ProposedMapping, proposedMapping } from './proposals';

const read = <Kind extends keyof typeof batchInputs>(kind: Kind, body: unknown, { locale }: Sender) =>
  readInput(batchInputs[kind] as never, body, importProblems[locale]) as BatchInput<Kind>;

/** Begins an import: `{ files: [{ name, size }] }`. */
export async function handleBeginImport(body: unknown, sender: Sender): Promise<{ batch: string }> {
  return beginImport(sender.viewer, read('begin', body, sender));
}

/** Takes a piece of a file: `{ batch, file, part, bytes }`. */
export async function handleAddPiece(body: unknown, sender: Sender): Promise<void> {
  await addPiece(sender.viewer, read('piece', body, sender));
}

/** Takes the files as whole: `{ batch }`. */
export async function handleFinishUpload(body: unknown, sender: Sender): Promise<void> {
  await finishUpload(sender.viewer, read('uploaded', body, sender));
}

/** Keeps how an import is mapped: `{ batch, plan }`. */
export async function handleSavePlan(body: unknown, sender: Sender): Promise<void> {
  await savePlan(sender.viewer, read('plan', body, sender));
}

/** Asks for something to be done in the background: `{ batch, job }`. */
export async function handleAskJob(body: unknown, sender: Sender): Promise<void> {
  await askJob(sender.viewer, read('job', body, sender));
}

/** Breaks off what is being done: `{ batch }`. */
export async function handleStopJob(body: unknown, sender: Sender): Promise<void> {
  await stopJob(sender.viewer, read('stop', body, sender));
}

/** Lets an import go that was never written: `{ batch }`. */
export async function handleDiscardImport(body: unknown, sender: Sender): Promise<void> {
  await discardImport(sender.viewer, read('discard', body, sender));
}

/** Keeps a mapping for files like it: `{ name, mapping }`. */
export async function handleKeepMapping(body: unknown, sender: Sender): Promise<{ version: number }> {
  return keepMapping(sender.viewer, read('keep', body, sender));
}

/**
 * How the files of an import would be mapped by a kind of file that is known (`preset`), by a mapping that was kept
 * (`kept`), or by the names and contents of the columns. @throws AppError `not-found`, `forbidden`.
 */
export async function openProposal(
  viewer: Viewer,
  id: string,
  asked: { preset: string | null; kept: string | null },
): Promise<ProposedMapping> {
  const { sketch } = await getBatch(viewer, id);
  if (!sketch) throw new AppError('not-found', importFaults.noBatch);
  if (asked.kept === null) {
    const proposed = proposedMapping(sketch.tables, asked.preset);
    if (proposed) return proposed;
  } else {
    const kept = await openMapping(viewer, asked.kept);
    if (kept)
      return { mapping: kept, preset: null, dataset: null, reasons: [], names: namesOf(sketch.tables, null) };
  }
  throw new AppError('not-found', importFaults.noBatch);
}

/** How an import is mapped, as a file. @throws AppError `not-found`, `forbidden`. */
export async function openMappingOf(viewer: Viewer, id: string): Promise<Mapping> {
  const { plan } = await getBatch(viewer, id);
  if (!plan) throw new AppError('not-found', importFaults.noBatch);
  return plan.mapping;
}
