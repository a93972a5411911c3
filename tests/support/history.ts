import { Client } from 'pg';
import { v7 as randomId } from 'uuid';
import { appendChanges } from '@/lib/audit/mutations';
import type { NewChange } from '@/lib/audit/types';
import { type Db, dbOf } from '@/lib/db/query';

/** Version 1 of a record of its own, with what a test cares about in place of the usual. */
export function newChange(parts: Partial<NewChange> = {}): NewChange {
  return {
    subjectId: randomId(),
    version: 1,
    subjectType: 'incident',
    action: 'incident.updated',
    actor: { id: null, name: 'test', role: null },
    batchId: null,
    changes: { title: { from: 'A', to: 'B' } },
    reason: null,
    ...parts,
  };
}

/** Works on a connection of its own. */
export async function connected<Result>(
  url: string | undefined,
  work: (client: Client, db: Db) => Promise<Result>,
): Promise<Result> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client, dbOf(client));
  } finally {
    await client.end();
  }
}

/** Appends changes in a transaction of their own, that holds or, unless `keep`, does not. */
export async function append(client: Client, changes: NewChange[], keep = true): Promise<void> {
  await client.query('BEGIN');
  try {
    await appendChanges(dbOf(client), changes);
    await client.query(keep ? 'COMMIT' : 'ROLLBACK');
  } catch (thrown) {
    await client.query('ROLLBACK');
    throw thrown;
  }
}
