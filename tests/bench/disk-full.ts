import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client, Pool } from 'pg';
import { type EmbeddedServer, startEmbedded } from '@/lib/db/embedded';
import { migrate } from '@/lib/db/migrate';
import { closePool } from '@/lib/db/pool';
import { type DatabaseUrls, roleNames } from '@/lib/db/postgres/roles';
import { errorResponse } from '@/lib/errors';
import { importFiles } from '@/lib/imports/command';
import { seed } from '@/prisma/seed/seed';

/**
 * A drill: the disk of the database is really full while an import writes. The server lies on a file system in memory
 * of a stated size, which is mounted for it, so that it needs Linux and the right to mount. Where the records fill it,
 * it prints whether the import is refused with the sentence for a full disk, whether reads go on meanwhile, whether what
 * was there is there, and whether a small import succeeds once there is room. With `--log` the log of the server
 * fills it, which ends the server; it prints whether all is as before once there is room and the server is begun again. Ends with 1 when
 * one of them does not hold.
 * Usage: npm run bench -- disk-full [--log] [--megabytes 260] [--rows 200000]
 */
const argument = (name: string, usual: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  return Number(at < 0 ? usual : (process.argv[at + 1] ?? usual));
};
const megabytes = argument('megabytes', 260);
const rows = argument('rows', 200_000);
const result: Record<string, boolean | number> = {};
const held = (what: string, holds: boolean): void => {
  console.log(`${holds ? 'holds ' : 'FAILS '} ${what}`);
  result[what] = holds;
};

const files = mkdtempSync(path.join(tmpdir(), 'daybook-drill-files-'));
try {
  // On a disk this small the log would take all of it: it may grow to 1 GB unless it is told otherwise.
  if (process.argv.includes('--log')) await drill([], fillWithLog);
  else await drill(["max_wal_size = '48MB'", "min_wal_size = '32MB'"], fillWithRecords);
} finally {
  rmSync(files, { recursive: true, force: true });
}
console.log(JSON.stringify(result));
process.exitCode = Object.values(result).includes(false) ? 1 : 0;

type Place = { home: string; server: EmbeddedServer; urls: DatabaseUrls };

async function drill(settings: readonly string[], work: (place: Place) => Promise<void>): Promise<void> {
  const home = mkdtempSync(path.join(tmpdir(), 'daybook-drill-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0755`, 'tmpfs', home]);
  try {
    const server = await startEmbedded(home);
    try {
      const urls = await server.createDatabase('drill');
      for (const setting of settings) await ask(urls.admin, `ALTER SYSTEM SET ${setting}`);
      await ask(urls.admin, 'SELECT pg_reload_conf()');
      await migrate(urls.owner, roleNames.app);
      process.env.DATABASE_URL = urls.app;
      const seeding = new Pool({ connectionString: urls.owner, max: 1 });
      await seed(seeding);
      await seeding.end();
      await work({ home, server, urls });
    } finally {
      await closePool();
      await server.stop();
    }
  } finally {
    execFileSync('umount', [home]);
    rmSync(home, { recursive: true, force: true });
  }
}

async function fillWithLog({ home, server, urls: { app } }: Place): Promise<void> {
  const before = await digest(app);
  const { status, message } = await tryLarge();
  console.log(`${status}: ${message} (${free(home)} MB free)`);
  held('the import fails with a sentence that is no fault of ours', status === 503 || status === 507);
  execFileSync('mount', ['-o', `remount,size=${4 * megabytes}m`, home]);
  if (
    !(await ask(app, 'SELECT').then(
      () => true,
      () => false,
    ))
  )
    await server.restart();
  held('once there is room, all is as before', (await digest(app)) === before);
  await bring('small', 100);
  held('a small import succeeds then', (await digest(app)) !== before);
}

async function fillWithRecords({ home, urls: { app, owner } }: Place): Promise<void> {
  const before = await digest(app);
  let unread = 0;
  let reads = 0;
  const reading = setInterval(() => {
    reads += 1;
    digest(app).then(
      (now) => (unread += now === before ? 0 : 1),
      () => (unread += 1),
    );
  }, 200);
  const { status, message } = await tryLarge();
  clearInterval(reading);
  console.log(`${status}: ${message} (${free(home)} MB free)`);
  held('the import is refused since the disk is full', status === 507);
  held(`every one of ${reads} reads meanwhile sees what was there`, unread === 0);
  held('nothing of the import is there', (await digest(app)) === before);
  const [batch] = await ask(app, `SELECT status, fault->'en'->>'code' AS code FROM import_batches`);
  held('the batch says that it failed, and why', batch?.status === 'failed' && batch.code === 'full');
  await ask(owner, 'VACUUM FULL incidents');
  await bring('small', 100);
  held('a small import succeeds once there is room', (await digest(app)) !== before);
}

/** What is said of an import that is too large for the disk. */
async function tryLarge(): Promise<{ status: number; message: string }> {
  try {
    await bring('large', rows);
  } catch (thrown) {
    const { status, body } = errorResponse(thrown, 'en');
    return { status, message: body.error.message };
  }
  return { status: 0, message: 'The import was written: the disk was not full.' };
}

/** How many megabytes are left. */
function free(home: string): number {
  const { bavail, bsize } = statfsSync(home);
  return Math.floor((bavail * bsize) / 2 ** 20);
}

async function bring(name: string, count: number): Promise<void> {
  const lines = ['id,date,title,place,type,issues'];
  for (let row = 1; row <= count; row += 1)
    lines.push(`${row},2019-09-13,Number ${row} of a made-up list,Leizhou,strike,pay`);
  const file = path.join(files, `${name}.csv`);
  writeFileSync(file, `${lines.join('\n')}\n`);
  await importFiles({
    paths: [file],
    dataset: name,
    title: name,
    preset: null,
    map: null,
    write: true,
    change: (plan) => plan,
    watch: { tell: async () => {}, refused: async () => {} },
  });
}

/** One text for all that an import may write. */
async function digest(url: string): Promise<string> {
  const [row] = await ask(
    url,
    `SELECT concat_ws(' ', (SELECT count(*) FROM incidents), (SELECT count(*) FROM claims),
      (SELECT count(*) FROM datasets), (SELECT md5(string_agg(i::text, '|' ORDER BY i.id)) FROM incidents i)) AS text`,
  );
  return row?.text ?? '';
}

async function ask(url: string, text: string): Promise<Record<string, string>[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<Record<string, string>>(text)).rows;
  } finally {
    await client.end();
  }
}
