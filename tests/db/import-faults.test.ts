import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client, Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EmbeddedServer, startEmbedded } from '@/lib/db/embedded';
import { migrate } from '@/lib/db/migrate';
import { roleNames } from '@/lib/db/postgres/roles';
import { seed } from '@/prisma/seed/seed';

/*
 * An import whose process is killed, or whose database is, while it writes. On a server of its own, since that is killed.
 */

const home = mkdtempSync(path.join(tmpdir(), 'daybook-import-faults-'));
let server: EmbeddedServer;
let url = '';

beforeAll(async () => {
  server = await startEmbedded(home);
  const { owner, app } = await server.createDatabase('daybook');
  await migrate(owner, roleNames.app);
  url = app;
  const pool = new Pool({ connectionString: owner, max: 1 });
  await seed(pool);
  await pool.end();
});
afterAll(async () => {
  await server.stop();
  rmSync(home, { recursive: true, force: true });
});

const rows = 20_000;
const file = ['id,date,title,place,type,issues'];
for (let row = 1; row <= rows; row += 1)
  file.push(`${row},2019-09-13,Number ${row} of a made-up list,Leizhou,strike,pay`);
const bytes = Buffer.from(`${file.join('\n')}\n`);

async function ask<Row = Record<string, unknown>>(
  text: string,
  values: unknown[] = [],
  connectionString = url,
): Promise<Row[]> {
  const client = new Client({ connectionString });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(text, values)).rows as Row[];
  } finally {
    await client.end().catch(() => {});
  }
}

/** An import that is to be written. */
async function toBeWritten(slug: string): Promise<string> {
  const { proposePlan } = await import('@/lib/imports/propose');
  const headers = ['id', 'date', 'title', 'place', 'type', 'issues'];
  const table = {
    name: 'log.csv',
    format: 'csv' as const,
    encoding: 'utf-8',
    delimiter: ',',
    headerRow: 1,
    headers,
    notes: [],
    columns: 6,
    questions: [],
    sample: file.slice(1, 4).map((line, index) => ({ number: index + 2, cells: line.split(',') })),
  };
  const { plan } = proposePlan([table], slug, [], null);
  const [batch] = await ask<{ id: string }>(
    `INSERT INTO import_batches (id, file_name, sha256, status, job, files, plan)
      VALUES (gen_random_uuid(), 'log.csv', repeat('0', 64), 'checked', 'write', $1, $2) RETURNING id`,
    [JSON.stringify([{ name: 'log.csv', size: bytes.length, sha256: '' }]), JSON.stringify(plan)],
  );
  for (let part = 0; part * 1_000_000 < bytes.length; part += 1)
    await ask('INSERT INTO import_parts VALUES ($1, 1, $2, $3)', [
      batch?.id,
      part,
      bytes.subarray(part * 1_000_000, (part + 1) * 1_000_000),
    ]);
  return batch?.id ?? '';
}

function work(batch: string) {
  const args = ['--conditions=react-server', '--import', 'tsx', 'scripts/import-worker.ts', batch];
  const child = spawn(process.execPath, args, {
    env: { ...process.env, DATABASE_URL: url },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  return { child, ended: once(child, 'exit') };
}

/** Waits until a transaction of an import has copied rows that nobody else sees yet. */
async function untilWriting(): Promise<void> {
  const until = Date.now() + 60_000;
  while (Date.now() < until) {
    const busy = await ask(
      `SELECT FROM pg_stat_activity WHERE datname = current_database() AND xact_start IS NOT NULL
        AND (query LIKE 'COPY "staged_incidents"%' OR query LIKE '%INSERT INTO incidents%') AND pid <> pg_backend_pid()`,
    );
    if (busy.length > 0) return;
  }
  throw new Error('the import did not begin to write');
}

const made = async (batch: string) =>
  (
    await ask<{ count: number }>('SELECT count(*)::int AS count FROM incidents WHERE import_batch_id = $1', [
      batch,
    ])
  )[0]?.count;

describe('an import', () => {
  test('whose process is killed leaves no record, and can be done anew', async () => {
    const batch = await toBeWritten('killed');
    const { child, ended } = work(batch);
    await untilWriting();
    child.kill('SIGKILL');
    await ended;
    expect(await made(batch)).toBe(0);
    expect(await ask(`SELECT FROM datasets WHERE slug = 'killed'`)).toEqual([]);
    const again = work(batch);
    await again.ended;
    expect(await made(batch)).toBe(rows);
    expect(await ask('SELECT status, job FROM import_batches WHERE id = $1', [batch])).toEqual([
      { status: 'committed', job: null },
    ]);
    expect(await ask(`SELECT count(*)::int AS count FROM changes WHERE subject_id = $1`, [batch])).toEqual([
      { count: 1 },
    ]);
  });

  test('whose database is killed leaves no record, and can be done anew when it is back', async () => {
    const batch = await toBeWritten('without-database');
    const [place] = await ask<{ data_directory: string }>(
      'SHOW data_directory',
      [],
      server.urls('daybook').admin,
    );
    const note = readFileSync(path.join(place?.data_directory ?? '', 'postmaster.pid'), 'utf8');
    const postmaster = Number(note.split('\n')[0]);
    const { ended } = work(batch);
    await untilWriting();
    process.kill(postmaster, 'SIGKILL');
    const [code] = await ended;
    expect(code).toBe(1);
    await server.restart();
    expect(await made(batch)).toBe(0);
    expect(await ask('SELECT status, job FROM import_batches WHERE id = $1', [batch])).toEqual([
      { status: 'checked', job: 'write' },
    ]);
    await work(batch).ended;
    expect(await made(batch)).toBe(rows);
  });
});
