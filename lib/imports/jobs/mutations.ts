import 'server-only';
import type { ChangeActor } from '@/lib/audit/types';
import { connect, database, raw, sql } from '@/lib/db/query';
import { importQueue, queueSchema } from '@/lib/db/queue';
import { AppError, errorResponse } from '@/lib/errors';
import { importFaults } from '@/lib/i18n/messages/import-faults';
import type { BatchFault, BatchProgress, BatchSketch, ImportJob } from '../batches/types';
import type { ImportPlan } from '../plan';
import type { ImportReport } from '../report';

/** How often a job that was interrupted is begun again before it is given up. */
const mostTries = 3;

/** Holds an import, so that nobody else works on it; let go when this process ends. Null = somebody holds it. */
export async function holdBatch(id: string): Promise<{ release: () => Promise<void> } | null> {
  const client = await connect();
  try {
    // The connection only holds the lock, and may be idle for as long as the work takes.
    await client.query('SET idle_session_timeout = 0');
    const { rows } = await client.query<{ free: boolean }>(
      'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS free',
      [`import:${id}`],
    );
    if (!rows[0]?.free) {
      client.release();
      return null;
    }
  } catch (thrown) {
    client.release(true);
    throw thrown;
  }
  return {
    async release() {
      // Let go by word: a connection that is thrown away lets go of its locks only when its server notices.
      const free = client.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [`import:${id}`]);
      await free.then(
        () => client.release(),
        () => client.release(true),
      );
    },
  };
}

/** Notes how far a job is. True = somebody asked that it be broken off. */
export async function tellProgress(id: string, progress: Omit<BatchProgress, 'tries'>): Promise<boolean> {
  const [told] = await database.query<{ stop: boolean }>(sql`UPDATE import_batches
    SET progress = coalesce(progress, '{"tries":1}') || ${JSON.stringify(progress)}::jsonb
    WHERE id = ${id}::uuid AND job IS NOT NULL RETURNING stop_asked AS stop`);
  return told?.stop ?? false;
}

/** Notes what a job found. */
export async function endJob(
  id: string,
  found: { status: 'ready' | 'checked'; report?: ImportReport; sketch?: BatchSketch; plan?: ImportPlan },
): Promise<void> {
  const { status, report, sketch, plan } = found;
  const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value));
  await database.query(sql`UPDATE import_batches SET job = NULL, progress = NULL, fault = NULL, stop_asked = false,
      status = ${status}, report = ${json(report)}::jsonb, sketch = coalesce(${json(sketch)}::jsonb, sketch),
      plan = coalesce(${json(plan)}::jsonb, plan)
    WHERE id = ${id}::uuid`);
}

const faultOf = (thrown: unknown): BatchFault => ({
  en: errorResponse(thrown, 'en').body.error,
  zh: errorResponse(thrown, 'zh').body.error,
});

/** Notes why a job failed. A file that can't even be looked into makes the import one that failed. */
export async function failJob(id: string, thrown: unknown, job: ImportJob): Promise<void> {
  await database.query(sql`UPDATE import_batches SET job = NULL, progress = NULL, stop_asked = false,
      fault = ${JSON.stringify(faultOf(thrown))}::jsonb, status = CASE WHEN ${job} = 'sketch' THEN 'failed' ELSE status END
    WHERE id = ${id}::uuid AND job IS NOT NULL`);
}

/** Notes why an import of a command failed: it is not gone on with. */
export async function failBatch(id: string, thrown: unknown): Promise<void> {
  await database.query(sql`UPDATE import_batches SET fault = ${JSON.stringify(faultOf(thrown))}::jsonb, status = 'failed'
    WHERE id = ${id}::uuid AND status <> 'committed'`);
}

/** Who asked for what is done with an import, as changes name them. */
export async function askerOf(id: string): Promise<ChangeActor> {
  const [found] = await database.query<{ asker: ChangeActor | null }>(
    sql`SELECT asked_by AS asker FROM import_batches WHERE id = ${id}::uuid`,
  );
  return found?.asker ?? { id: null, name: 'import', role: null };
}

/** Ids of imports with which something is to be done and of which no message waits in the queue, the oldest first. */
export async function listLost(): Promise<string[]> {
  const rows = await database.query<{
    id: string;
  }>(sql`SELECT b.id FROM import_batches b WHERE b.job IS NOT NULL
    AND NOT EXISTS (SELECT FROM ${raw(queueSchema)}.job j WHERE j.name = ${importQueue}
      AND j.state = 'created' AND j.data->>'batch' = b.id::text)
    ORDER BY b.created_at, b.id`);
  return rows.map(({ id }) => id);
}

/**
 * What an import whose job ended without a word needs: to be begun again (true), or, after some tries, to be given up
 * and noted as interrupted. False also where somebody is at it, or nothing is to be done. `begun`: a process was begun
 * for it, so that this counts as a try even where it did not come as far as to say so.
 */
export async function takeUp(id: string, { begun }: { begun: boolean }): Promise<boolean> {
  const hold = await holdBatch(id);
  if (!hold) return false;
  try {
    const first: BatchProgress = {
      rows: 0,
      total: null,
      since: new Date().toISOString(),
      writing: false,
      tries: 2,
    };
    const [found] = await database.query<{ tries: number | null; job: ImportJob }>(sql`UPDATE import_batches
      SET progress = CASE WHEN progress IS NULL THEN ${begun ? JSON.stringify(first) : null}::jsonb
        ELSE jsonb_set(progress, '{tries}', to_jsonb((progress->>'tries')::int + 1)) END
      WHERE id = ${id}::uuid AND job IS NOT NULL RETURNING (progress->>'tries')::int AS tries, job`);
    if (!found) return false;
    if ((found.tries ?? 1) <= mostTries) return true;
    await failJob(id, new AppError('unavailable', importFaults.interrupted), found.job);
    return false;
  } finally {
    await hold.release();
  }
}
