import type { PoolClient } from 'pg';
import type { NewChange } from '@/lib/audit/types';
import { datasetId } from '@/lib/ids';
import { addChanges } from '../seed/changes';
import { demoSlug } from './generate';

const dataset = datasetId(demoSlug);

/**
 * One line in the audit trail for the whole run. A line for each incident could never be removed again with the
 * set, and the next run would make incidents with the same ids.
 */
export async function noteRun(
  client: PoolClient,
  action: 'demo.made' | 'demo.removed',
  changes: NewChange['changes'],
): Promise<void> {
  const { rows } = await client.query<{ version: number }>(
    'SELECT coalesce(max(version), 0) + 1 AS version FROM changes WHERE subject_id = $1',
    [dataset],
  );
  await addChanges(client, [
    {
      subjectId: dataset,
      version: rows[0]?.version ?? 1,
      subjectType: 'dataset',
      action,
      actor: { id: null, name: 'demo', role: null },
      batchId: null,
      changes,
      reason: null,
    },
  ]);
}
