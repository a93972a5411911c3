import 'server-only';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { toAppError } from '@/lib/db/errors';
import { database } from '@/lib/db/query';
import { AppError } from '@/lib/errors';
import { importFaults } from '@/lib/i18n/messages/import-faults';
import { isImpersonal } from '@/lib/privacy/impersonal';
import { listDatasetNames } from './batches/lists/queries';
import { insertBatch, refuseUnfit, setFiles, sumOf } from './batches/mutations';
import { readMapping } from './batches/queries';
import type { BatchFile } from './batches/types';
import { failBatch } from './jobs/mutations';
import { type ImportPlan, type Mapping, mapping as mappingSchema } from './plan';
import { findPreset, presets } from './presets/presets';
import { freePrefix, mappingOf, proposePlan } from './propose';
import { sketchFile } from './read/open';
import type { FileOnDisk } from './read/types';
import type { ImportReport } from './report';
import { runImport } from './run';
import type { Watch } from './watch';

/** What a command imports. */
export type CommandImport = {
  paths: readonly string[];
  /** What is said of how it is done; what is not said is proposed. */
  change: (plan: ImportPlan) => ImportPlan;
  preset: string | null;
  /** The text of a mapping, or the name of one that was kept; null = proposed. */
  map: string | null;
  dataset: string;
  title: string | null;
  write: boolean;
  watch: Watch;
};

/** What was found or done, and the batch that was written; null = it was only checked. */
type Imported = { report: ImportReport; batch: string | null };

/**
 * Imports files of this machine as one batch, or only checks them. The engine, the plan and the counts are those of the pages.
 * @throws AppError `invalid` for what can't be read or does not fit, `full` where a disk is full.
 */
export async function importFiles(wanted: CommandImport): Promise<Imported> {
  try {
    return await importAll(wanted);
  } catch (thrown) {
    throw toAppError(thrown);
  }
}

async function importAll(wanted: CommandImport): Promise<Imported> {
  const files: FileOnDisk[] = wanted.paths.map((place) => ({ name: path.basename(place), path: place }));
  const plan = await planOf(wanted, files);
  refuseUnfit(plan);
  refusePersonal(plan);
  const summed: BatchFile[] = [];
  for (const file of files) summed.push(await sumUp(file));
  const fileName = files
    .map(({ name }) => name)
    .join(', ')
    .slice(0, 500);
  const actor = { id: null, name: 'import', role: null };
  const common = { files, plan, watch: wanted.watch, actor };
  const sha256 = sumOf(summed);
  if (!wanted.write) {
    const batch = { id: '00000000-0000-4000-8000-000000000000', fileName, sha256 };
    return { report: await runImport({ ...common, batch }, 'check'), batch: null };
  }
  const id = await insertBatch(database, { id: null, name: 'import' }, summed, plan);
  await setFiles(database, id, summed);
  try {
    return { report: await runImport({ ...common, batch: { id, fileName, sha256 } }, 'write'), batch: id };
  } catch (thrown) {
    await failBatch(id, toAppError(thrown));
    throw thrown;
  }
}

/** The title of a new data set, which readers see, and the reason, which the history keeps, hold no personal data. */
function refusePersonal({ dataset, careReason }: ImportPlan): void {
  const title = 'make' in dataset ? dataset.make.title : '';
  if (!isImpersonal(title)) throw new AppError('invalid', importFaults.personalText(title));
  if (careReason !== null && !isImpersonal(careReason))
    throw new AppError('invalid', importFaults.personalText(careReason));
}

async function planOf(wanted: CommandImport, files: readonly FileOnDisk[]): Promise<ImportPlan> {
  const { preset: name, map, dataset, title, change } = wanted;
  const read = change(proposePlan([], '', [], null).plan).read;
  const tables = [];
  for (const file of files) tables.push(...(await sketchFile(file, read)));
  const unsure = tables.flatMap(({ questions }) => questions)[0];
  if (unsure && read.encoding === undefined)
    throw new AppError(
      'invalid',
      importFaults.encodingUnsure(unsure.candidates.map((one) => one.name).join(', ')),
    );
  const { plan } = proposePlan(tables, dataset, [], null);
  const datasets = await listDatasetNames(database);
  const made = { ...plan, ...(await mappingFor(name, map, tables[0], plan)) };
  const found = findPreset(made.preset?.id ?? '')?.dataset;
  made.dataset = datasets.some(({ slug }) => slug === dataset)
    ? { slug: dataset }
    : {
        make: {
          description: found?.description ?? '',
          licence: found?.licence ?? null,
          redistributable: found?.redistributable ?? false,
          citation: found?.citation ?? title ?? dataset,
          slug: dataset,
          refPrefix: freePrefix(dataset, datasets),
          title: title ?? found?.title ?? dataset,
        },
      };
  return change(made);
}

async function mappingFor(
  name: string | null,
  map: string | null,
  table: Parameters<typeof mappingOf>[0] | undefined,
  plan: ImportPlan,
): Promise<Pick<ImportPlan, 'mapping' | 'preset'>> {
  if (map !== null) return { preset: plan.preset, mapping: await readMap(map) };
  if (name === null || !table) return { preset: plan.preset, mapping: plan.mapping };
  const preset = findPreset(name);
  if (!preset)
    throw new AppError('invalid', importFaults.noPreset(name, presets.map(({ id }) => id).join(', ')));
  return { preset: { id: preset.id, version: preset.version }, mapping: mappingOf(table, preset).mapping };
}

/** A mapping as `mapping.json` of an import holds it, or one that was kept. */
async function readMap(text: string): Promise<Mapping> {
  const kept = await readMapping(database, text.trim());
  if (kept) return kept.mapping;
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new AppError('invalid', importFaults.noMapping);
  }
  const found = mappingSchema.safeParse(parsed);
  if (found.success) return found.data;
  const where = found.error.issues[0]?.path.join('.') ?? '';
  throw new AppError('invalid', importFaults.badMapping(where));
}

async function sumUp({ name, path: place }: FileOnDisk): Promise<BatchFile> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(place)) hash.update(piece as Buffer);
  return { name, size: (await stat(place)).size, sha256: hash.digest('hex') };
}
