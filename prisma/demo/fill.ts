import { setImmediate } from 'node:timers/promises';
import type { PoolClient } from 'pg';
import { AppError } from '@/lib/errors';
import { insertMissing } from '../seed/insert';
import { datasetTableRow, periodTableRow } from '../seed/rows';
import type { PeriodRow } from '../seed/schema';
import { addRecord, type Batch, emptyBatch } from './batch';
import { clearDemo } from './clear';
import { copyInto, copyTables } from './copy';
import { demoDataset } from './dataset';
import { type DemoWorld, demoRecord, demoWorld } from './generate';
import { setIndexesAside } from './indexes';
import { noteRun } from './note';
import type { DemoPlace } from './places';

/** What is to be made. */
export type DemoOrder = {
  incidents: number;
  seed: number;
  places: readonly DemoPlace[];
  periods: readonly PeriodRow[];
  /** Build indexes and foreign keys anew at the end: several times faster, but readers wait until the run ends. */
  rebuildIndexes?: boolean;
};

/** How far a run is: incidents and rows of all tables written so far. */
export type DemoProgress = { incidents: number; rows: number };

/** Incidents that are copied at once; what is in memory at any time. */
const batchSize = 2_000;

/** Number of the advisory lock that one run holds while it works. */
const demoLock = 20_261_126;

/**
 * Makes the demo set anew, in one transaction: readers see the old one until the new one is whole, and a run that
 * fails leaves the old one. Rows are made and copied batch by batch. Reference periods that the database lacks are
 * added. Throws `conflict` while another run is under way, or when the name is taken by a set that is not synthetic.
 */
export async function makeDemo(
  client: PoolClient,
  { incidents, seed, places, periods, rebuildIndexes = false }: DemoOrder,
  onProgress: (progress: DemoProgress) => void = () => {},
): Promise<DemoProgress> {
  const world = demoWorld(seed, places, periods);
  return inOneRun(client, async () => {
    const removed = await clearDemo(client);
    await insertMissing(client, 'reference_periods', periods.map(periodTableRow));
    if ((await insertMissing(client, 'datasets', [datasetTableRow(demoDataset)])) === 0)
      throw new AppError('conflict', `Another data set uses the prefix “${demoDataset.refPrefix}” already.`);
    await insertMissing(client, 'sources', [...world.sources.dated, ...world.sources.undated]);
    const makeIndexes = rebuildIndexes ? await setIndexesAside(client) : undefined;
    let rows = 0;
    let copying: Promise<void> = Promise.resolve();
    for await (const { batch, to } of batches(world, incidents)) {
      await copying;
      rows += batch.rows;
      const progress = { incidents: to, rows };
      copying = copyBatch(client, batch).then(() => onProgress(progress));
      // Looked at in the next round; until then an error must not count as one that nobody handles.
      copying.catch(() => {});
    }
    await copying;
    await makeIndexes?.();
    await noteRun(client, 'demo.made', {
      incidents: { from: removed, to: incidents },
      seed: { from: null, to: seed },
    });
    return { incidents, rows };
  });
}

/** Makes the batches one after another, and lets the connection work meanwhile. */
async function* batches(world: DemoWorld, incidents: number): AsyncGenerator<{ batch: Batch; to: number }> {
  for (let from = 1; from <= incidents; from += batchSize) {
    const to = Math.min(incidents, from + batchSize - 1);
    const batch = emptyBatch();
    for (let number = from; number <= to; number++) {
      addRecord(batch, demoRecord(world, number));
      if (number % 100 === 0) await setImmediate();
    }
    yield { batch, to };
  }
}

async function copyBatch(client: PoolClient, { lines }: Batch): Promise<void> {
  for (const table of copyTables) await copyInto(client, table, lines[table]);
}

/** Removes the demo set with all that hangs on it. Returns the number of incidents that it had. */
export async function removeDemo(client: PoolClient): Promise<number> {
  return inOneRun(client, async () => {
    const removed = await clearDemo(client);
    if (removed === null) return 0;
    await noteRun(client, 'demo.removed', { incidents: { from: removed, to: null } });
    return removed;
  });
}

/** Lets the database tidy up after a run and count anew, so that the first questions are answered fast. */
export async function settleDemo(client: PoolClient): Promise<void> {
  for (const table of [...copyTables, 'sources', 'datasets'])
    await client.query(`VACUUM (ANALYZE) "${table}"`);
}

async function inOneRun<Result>(client: PoolClient, work: () => Promise<Result>): Promise<Result> {
  await client.query('BEGIN');
  try {
    await client.query(
      `SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0;
       SET LOCAL synchronous_commit = off; SET LOCAL gin_pending_list_limit = '32MB'`,
    );
    const { rows } = await client.query<{ free: boolean }>('SELECT pg_try_advisory_xact_lock($1) AS free', [
      demoLock,
    ]);
    if (!rows[0]?.free) throw new AppError('conflict', 'Another run is making the demo data set just now.');
    const result = await work();
    await client.query('COMMIT');
    return result;
  } catch (thrown) {
    await client.query('ROLLBACK').catch(() => {});
    throw thrown;
  }
}
