import type { PoolClient } from 'pg';
import { entriesOf } from '@/lib/audit/entries';
import type { NewChange } from '@/lib/audit/types';

/** Adds changes to the end of the history, within the transaction of the client. */
export async function addChanges(client: PoolClient, changes: readonly NewChange[]): Promise<void> {
  if (changes.length > 0) await client.query('SELECT append_changes($1::jsonb)', [entriesOf(changes)]);
}

/** Notes that records were made, but for those of which the history says so already. Returns how many were noted. */
export async function noteMade(
  client: PoolClient,
  subjectType: 'incident' | 'directive',
  ids: readonly string[],
): Promise<number> {
  const { rows } = await client.query<{ id: string }>(
    'SELECT subject_id AS id FROM changes WHERE version = 1 AND subject_id = ANY ($1::uuid[])',
    [ids],
  );
  const known = new Set(rows.map(({ id }) => id));
  const fresh = ids.filter((id) => !known.has(id));
  await addChanges(
    client,
    fresh.map((subjectId) => ({
      subjectId,
      version: 1,
      subjectType,
      action: `${subjectType}.created`,
      actor: { id: null, name: 'seed', role: null },
      batchId: null,
      changes: {},
      reason: null,
    })),
  );
  return fresh.length;
}
