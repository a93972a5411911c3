import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client, Pool } from 'pg';
import { startEmbedded } from '@/lib/db/embedded';
import { migrate } from '@/lib/db/migrate';
import { pool } from '@/lib/db/pool';
import { roleNames } from '@/lib/db/postgres/roles';
import { loadColumns } from '@/lib/incidents/columns/load/load';
import type { Columns } from '@/lib/incidents/columns/types';
import { makeDemo, settleDemo } from '@/prisma/demo/fill';
import { loadSeed } from '@/prisma/seed/load';
import { loadPlaces } from '@/prisma/seed/places';
import { seed } from '@/prisma/seed/seed';
import { repeated } from './repeat';

/** What is measured, and where it comes from. */
export type Data = {
  columns: Columns;
  loadMs: number;
  /** Whether the database holds the same rows, so that it can be asked too. */
  isWhole: boolean;
  /** In words. */
  origin: string;
};

/** More than so many are not made in a database for one run. */
const mostMade = 1_000_000;

/**
 * Measures on the database of `DATABASE_URL`, or on one of its own with so many demo incidents. Where more rows are
 * asked for than there are, those that were loaded are repeated in memory.
 */
export async function withData(rows: number | null, measure: (data: Data) => Promise<void>): Promise<void> {
  if (process.env.DATABASE_URL) {
    await measure(await load('the database of DATABASE_URL', rows));
    await pool().end();
    return;
  }
  const home = mkdtempSync(path.join(tmpdir(), 'daybook-bench-'));
  const server = await startEmbedded(home);
  try {
    const { owner, app } = await server.createDatabase('bench');
    await migrate(owner, roleNames.app);
    process.env.DATABASE_URL = app;
    const made = Math.min(rows ?? 200_000, mostMade);
    console.log(`filling a database of its own with ${made} demo incidents …`);
    await fill(owner, made);
    await measure(await load('a database of its own', rows === made ? null : rows));
    await pool().end();
  } finally {
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

async function load(origin: string, wanted: number | null): Promise<Data> {
  const connection = { connectionString: process.env.DATABASE_URL };
  const [client, beside] = [new Client(connection), new Client(connection)];
  await Promise.all([client.connect(), beside.connect()]);
  const start = performance.now();
  const columns = await loadColumns(client, { beside });
  const loadMs = performance.now() - start;
  await Promise.all([client.end(), beside.end()]);
  const isWhole = wanted === null || wanted <= columns.rows * 1.05;
  if (isWhole) return { columns, loadMs, isWhole, origin };
  const made = `${columns.rows} rows of ${origin}, repeated in memory`;
  return { columns: repeated(columns, wanted), loadMs, isWhole, origin: made };
}

async function fill(owner: string, incidents: number): Promise<void> {
  const filling = new Pool({ connectionString: owner, max: 1 });
  await seed(filling);
  const { places } = loadPlaces();
  const { periods } = await loadSeed(new Set(places.map(({ id }) => id)));
  const client = await filling.connect();
  await makeDemo(client, { incidents, seed: 1, places, periods, rebuildIndexes: true }, () => {});
  await settleDemo(client);
  client.release();
  await filling.end();
}
