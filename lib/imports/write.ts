import 'server-only';
import { appendChanges } from '@/lib/audit/mutations';
import { type Bulk, bulkTransaction } from '@/lib/db/bulk';
import { type Db, database } from '@/lib/db/query';
import { diffRecords } from '@/lib/edit/diff';
import { AppError } from '@/lib/errors';
import { importFaults } from '@/lib/i18n/messages/import-faults';
import type { ImportedIncident } from './convert/types';
import { type ReadCounts, readRecords, type Sink } from './engine';
import {
  addCountries,
  commitBatch,
  datasetOf,
  ensureSource,
  isFileOf,
  makeDataset,
} from './filling/mutations';
import { type Filled, readDataset } from './filling/queries';
import type { IncidentMapping } from './plan';
import { RowsRefused } from './refusal';
import type { ImportReport } from './report';
import { importedRef, makeIds, rowName } from './staging/identity';
import {
  claimLines,
  incidentLine,
  responseLines,
  stagedClaimColumns,
  stagedColumns,
  stagedResponseColumns,
} from './staging/lines';
import {
  type ComparedField,
  compareNothing,
  compareStaged,
  insertStaged,
  makeStaging,
  type RecordsToUpdate,
  updateStaged,
} from './staging/mutations';
import {
  countChangedFields,
  countKnown,
  findLikely,
  hasPublished,
  hasRecords,
  listChanged,
  listClaims,
} from './staging/queries';
import type { ImportWork } from './work';

/** An import whose rows become incidents. */
export type IncidentWork = ImportWork & { plan: { mapping: IncidentMapping } };

/** Bytes of lines that are copied at once. */
const copyAt = 4_000_000;
/** Changed records that are written and noted at once. */
const changeAtOnce = 2_000;

/** A sink that copies records into the staging tables while the next ones are read. */
function stagingSink(
  db: Bulk,
  { id, prefix }: Pick<Filled, 'id' | 'prefix'>,
  evidence: boolean,
): Sink & { end: () => Promise<void> } {
  const idOf = makeIds(id);
  let lines = { incidents: '', responses: '', claims: '' };
  let copying: Promise<void> = Promise.resolve();
  const copy = async (taken: typeof lines) => {
    await db.copy('staged_incidents', stagedColumns, taken.incidents);
    await db.copy('staged_responses', stagedResponseColumns, taken.responses);
    await db.copy('staged_claims', stagedClaimColumns, taken.claims);
  };
  const flush = async () => {
    await copying;
    const taken = lines;
    lines = { incidents: '', responses: '', claims: '' };
    copying = copy(taken);
    // Looked at in the next round; until then an error must not count as one that nobody handles.
    copying.catch(() => {});
  };
  return {
    writes: evidence,
    add(incident: ImportedIncident, time: number) {
      const key = incident.externalId ?? rowName(incident, time);
      const uuid = idOf(key);
      lines.incidents += incidentLine(incident, uuid, importedRef(prefix, incident.externalId, uuid));
      if (incident.responses.length > 0) lines.responses += responseLines(incident, uuid);
      if (evidence && incident.claims.length > 0)
        lines.claims += claimLines(incident, uuid, `row ${incident.row}`);
    },
    async ready() {
      if (lines.incidents.length + lines.claims.length >= copyAt) await flush();
    },
    async end() {
      await flush();
      await copying;
    },
  };
}

/** A sink that only counts. */
const noSink: Sink = { writes: false, add: () => {}, ready: async () => {} };

const mayReachReaders = async (db: Db, { plan }: IncidentWork, datasetId: string | null): Promise<boolean> =>
  plan.status === 'published' || (datasetId !== null && (await hasPublished(db, datasetId)));

/**
 * Reads everything, compares it with what is there, and counts what an import would do. Nothing is written.
 * @throws AppError `invalid` for a file that can't be read or a plan that does not fit.
 */
export async function checkImport(work: IncidentWork): Promise<ImportReport> {
  const begun = Date.now();
  const { plan } = work;
  const dataset = await readDataset(database, plan.dataset);
  const fresh = dataset === null || !(await hasRecords(database, dataset.id));
  const reachesReaders = await mayReachReaders(database, work, dataset?.id ?? null);
  const reading = { ...work, reachesReaders };
  if (fresh) return reportOf(await readRecords(reading, noSink), begun, null);
  return bulkTransaction(
    async (db) => {
      await makeStaging(db);
      const sink = stagingSink(db, dataset, false);
      const counts = await readRecords(reading, sink);
      await sink.end();
      const { fields, withResponses } = fieldsOf(work);
      await compareStaged(db, fields, { withResponses, keepEdited: plan.edited === 'keep' });
      return reportOf(counts, begun, await comparison(db, work, dataset.id));
    },
    { keep: false, stop: work.stop },
  );
}

/**
 * Imports everything as one batch, all or nothing.
 * @throws AppError `invalid` where rows were refused and the plan does not say to go on without them; nothing is written.
 */
export async function writeImport(work: IncidentWork): Promise<ImportReport> {
  const begun = Date.now();
  const { plan, batch, actor } = work;
  return bulkTransaction(
    async (db) => {
      await makeStaging(db);
      const dataset = await datasetOf(db, plan.dataset);
      const sink = stagingSink(db, dataset, plan.evidence);
      const reachesReaders = await mayReachReaders(db, work, dataset.id);
      const counts = await readRecords({ ...work, reachesReaders }, sink);
      await sink.end();
      if (counts.refused > 0 && !plan.withoutRefused) throw new RowsRefused(reportOf(counts, begun, null));
      if (counts.accepted === 0) throw new AppError('invalid', importFaults.nothingToWrite);
      await work.watch.writing?.();
      // From here on other writers wait until this is done; while files are read, nobody does.
      await makeDataset(db, plan.dataset, dataset);
      await addCountries(db, counts.countries);
      const { fields, withResponses } = fieldsOf(work);
      if (await hasRecords(db, dataset.id))
        await compareStaged(db, fields, { withResponses, keepEdited: plan.edited === 'keep' });
      else await compareNothing(db);
      const found = await comparison(db, work, dataset.id);
      const sourceId = plan.evidence ? await ensureSource(db, dataset, batch) : null;
      const report = reportOf(counts, begun, found);
      const made = await insertStaged(db, {
        batchId: batch.id,
        datasetId: dataset.id,
        status: plan.status,
        authorId: actor.id,
        sourceId,
      });
      await changeRecords(db, work, sourceId === null ? null : { sourceId, isFile: isFileOf(dataset) });
      const done = { ...report, made, seconds: (Date.now() - begun) / 1000 };
      await commitBatch(db, work, dataset, done);
      return done;
    },
    { keep: true, stop: work.stop },
  );
}

/** Writes the records that the file changes, in their order, and notes each change. */
async function changeRecords(
  db: Bulk,
  { plan, batch, actor }: IncidentWork,
  evidence: RecordsToUpdate['evidence'],
): Promise<void> {
  const { fields, withResponses } = fieldsOf({ plan });
  let after: string | null = null;
  for (;;) {
    const page: Awaited<ReturnType<typeof listChanged>> = await listChanged(db, fields, withResponses, {
      after,
      limit: changeAtOnce,
    });
    if (page.length === 0) break;
    after = page.at(-1)?.id ?? null;
    const ids = page.map(({ id }) => id);
    const before = evidence === null ? null : await listClaims(db, ids);
    const others = page.filter(({ fields: changes }) => 'responses' in changes).map(({ id }) => id);
    await updateStaged(db, { ids, fields, withResponses: others, evidence });
    const now = evidence === null ? null : await listClaims(db, ids);
    await appendChanges(
      { query: db.query },
      page.map(({ id, version, fields: changes }) => ({
        subjectId: id,
        version: version + 1,
        subjectType: 'incident',
        action: 'incident.imported',
        actor,
        batchId: batch.id,
        changes: {
          ...changes,
          ...diffRecords({ claims: before?.get(id) ?? [] }, { claims: now?.get(id) ?? [] }),
        },
        reason: null,
      })),
    );
  }
}

type Comparison = {
  known: number;
  changed: number;
  kept: number;
  changedSample: ImportReport['changedSample'];
  changedFields: ImportReport['changedFields'];
  likely: ImportReport['likely'];
};

/** Changed records that a report shows. */
const shown = 20;

async function comparison(db: Bulk, work: IncidentWork, datasetId: string): Promise<Comparison> {
  const { fields, withResponses } = fieldsOf(work);
  const sample = await listChanged(db, fields, withResponses, { after: null, limit: shown });
  return {
    ...(await countKnown(db)),
    changedSample: sample.map(({ ref, row, fields: changes }) => ({ ref, row, fields: changes })),
    changedFields: await countChangedFields(db, fields, withResponses),
    likely: await findLikely(db, datasetId),
  };
}

function reportOf(counts: ReadCounts, begun: number, found: Comparison | null): ImportReport {
  const { countries: _, ...read } = counts;
  const kept = found?.kept ?? 0;
  return {
    ...read,
    made: counts.accepted - (found?.known ?? 0),
    changed: (found?.changed ?? 0) - kept,
    unchanged: (found?.known ?? 0) - (found?.changed ?? 0),
    kept,
    changedFields: found?.changedFields ?? [],
    changedSample: found?.changedSample ?? [],
    likely: found?.likely ?? { count: 0, sample: [] },
    seconds: (Date.now() - begun) / 1000,
  };
}

/** The fields that the mapping brings: only these are compared and changed. */
function fieldsOf({ plan }: Pick<IncidentWork, 'plan'>): { fields: ComparedField[]; withResponses: boolean } {
  const { mapping } = plan;
  const targets = new Set([...mapping.bindings, ...mapping.constants].map(({ target }) => target));
  const fields = new Set<ComparedField>([
    'startsOn',
    'endsOn',
    'datePrecision',
    'placeId',
    'placePrecision',
    'extra',
  ]);
  for (const target of targets) {
    if (target === 'size')
      for (const field of ['sizeMin', 'sizeMax', 'sizeApprox', 'sizeText'] as const) fields.add(field);
    else if (target === 'destination') fields.add('destinationPlaceId');
    else if (target !== 'responses' && target !== 'externalId') fields.add(target);
  }
  if (mapping.place.latitude !== null)
    for (const field of ['latitude', 'longitude'] as const) fields.add(field);
  return { fields: [...fields], withResponses: targets.has('responses') };
}
