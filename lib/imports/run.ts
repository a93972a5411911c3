import 'server-only';
import { runFigures } from './figures/run';
import type { ImportReport } from './report';
import type { ImportWork } from './work';
import { checkImport, type IncidentWork, writeImport } from './write';

/** Whether the rows of an import become incidents. */
const isOfIncidents = (work: ImportWork): work is IncidentWork => work.plan.mapping.kind === 'incidents';

/**
 * Reads the files of an import and counts what it would do (`check`), or does it (`write`): the one engine behind the
 * pages and the commands.
 */
export function runImport(work: ImportWork, job: 'check' | 'write'): Promise<ImportReport> {
  if (isOfIncidents(work)) return job === 'check' ? checkImport(work) : writeImport(work);
  const { mapping } = work.plan;
  if (mapping.kind !== 'figures') throw new TypeError('a mapping is of incidents or of figures');
  return runFigures(work, mapping, { write: job === 'write' });
}
