import { datasetId, incidentId } from '@/lib/ids';
import { type CopyTable, copyLine, copyTables } from './copy';
import { type DemoRecord, demoName, demoSlug } from './generate';

/** Lines of COPY for each table, and how many. */
export type Batch = { lines: Record<CopyTable, string>; rows: number };

const dataset = datasetId(demoSlug);

/** A batch with nothing in it. */
export function emptyBatch(): Batch {
  return { lines: Object.fromEntries(copyTables.map((table) => [table, ''])) as Batch['lines'], rows: 0 };
}

/** Adds an incident with all that hangs on it to a batch. */
export function addRecord(batch: Batch, { incident, responses, claims, directives }: DemoRecord): void {
  const { lines } = batch;
  lines.incidents += copyLine('incidents', incident);
  for (const [index, response] of responses.entries())
    lines.responses += copyLine('responses', { incident_id: incident.id, ordinal: index + 1, ...response });
  for (const [index, claim] of claims.entries())
    lines.claims += copyLine('claims', { incident_id: incident.id, ordinal: index + 1, ...claim });
  batch.rows += 1 + responses.length + claims.length;
  for (const { claims: evidence, incidents, ...directive } of directives) {
    lines.directives += copyLine('directives', { dataset_id: dataset, ...directive });
    for (const number of incidents)
      lines.directive_incidents += copyLine('directive_incidents', {
        incident_id: incidentId(dataset, demoName(number)),
        directive_id: directive.id,
      });
    for (const [index, claim] of evidence.entries())
      lines.directive_claims += copyLine('directive_claims', {
        directive_id: directive.id,
        ordinal: index + 1,
        ...claim,
      });
    batch.rows += 1 + incidents.length + evidence.length;
  }
}
