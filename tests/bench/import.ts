import { once } from 'node:events';
import { createReadStream, createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Client, Pool } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { startEmbedded } from '@/lib/db/embedded';
import { migrate } from '@/lib/db/migrate';
import { closePool } from '@/lib/db/pool';
import { roleNames } from '@/lib/db/postgres/roles';
import { importFiles } from '@/lib/imports/command';
import { seed } from '@/prisma/seed/seed';

/**
 * What imports cost, on a throw-away database: a CSV of 12 mapped columns is checked and written by the engine, and
 * copied bare through Node, in one process: into a table of those 12 columns without anything else, and into one with
 * the columns, constraints and indexes of `incidents`. Prints ratios, and last one JSON object.
 * Usage: npm run bench -- import [--rows 200000] [--evidence] [--check]; with `--check` nothing is written.
 */
const rows = Number(process.argv[process.argv.indexOf('--rows') + 1] || 200_000) || 200_000;
const evidence = process.argv.includes('--evidence');
const limits = { write: 3, checkPerSecond: 150_000, memory: 400 };
const nothing = { seconds: Number.NaN, peak: 0 };
const home = mkdtempSync(path.join(tmpdir(), 'daybook-bench-'));
const server = await startEmbedded(home);
const file = path.join(home, 'rows.csv');
const columns =
  'external_id text, starts_on date, title text, summary text, type text, place_id text, size_min int, size_max int, issue text, form text, "group" text, target text';

try {
  const { owner, app } = await server.createDatabase('bench');
  await migrate(owner, roleNames.app);
  process.env.DATABASE_URL = app;
  const admin = new Pool({ connectionString: owner, max: 1 });
  await seed(admin);
  await admin.query(`CREATE TABLE bare (${columns})`);
  await admin.query('CREATE TABLE whole (LIKE incidents INCLUDING ALL)');
  await writeRows();

  const bare = await timed(() => copy(owner, 'COPY bare FROM STDIN (FORMAT csv, HEADER)'));
  const idle = process.memoryUsage().rss;
  const check = await timed(() => run(false));
  const onlyCheck = process.argv.includes('--check');
  const write = onlyCheck ? nothing : await timed(() => run(true));
  const whole = onlyCheck ? nothing : await timed(() => copyWhole(owner));
  const found = {
    rows,
    evidence,
    checkRowsPerSecond: Math.round(rows / check.seconds),
    writeVsBareCopy: ratio(write.seconds, bare.seconds),
    writeVsCopyIntoIncidents: ratio(write.seconds, whole.seconds),
    checkVsBareCopy: ratio(check.seconds, bare.seconds),
    memoryMb: Math.round(Math.max(check.peak, write.peak) / 1024 / 1024),
    overIdleMb: Math.round((Math.max(check.peak, write.peak) - idle) / 1024 / 1024),
  };
  const line = (what: string, seconds: number, note = '') =>
    console.log(
      `${what.padEnd(54)} ${seconds.toFixed(1).padStart(7)} s  ${Math.round(rows / seconds)
        .toLocaleString('en')
        .padStart(9)} rows/s  ${note}`,
    );
  line('COPY of the 12 columns into a bare table', bare.seconds);
  line('COPY into a table like incidents, indexes and all', whole.seconds);
  line(
    'check of the whole file',
    check.seconds,
    `limit ${limits.checkPerSecond.toLocaleString('en')} rows/s`,
  );
  line(
    `import${evidence ? ' with evidence' : ''}`,
    write.seconds,
    `${found.writeVsCopyIntoIncidents}× of the copy into such a table, ${found.writeVsBareCopy}× of the bare one; limit ${limits.write}×`,
  );
  console.log(
    `Highest memory of the process: ${found.memoryMb} MB (limit ${limits.memory}), ${found.overIdleMb} MB over idle`,
  );
  console.log(JSON.stringify(found));
  await admin.end();
  await closePool();
} finally {
  await server.stop();
  rmSync(home, { recursive: true, force: true });
}

function ratio(a: number, b: number): number {
  return Math.round((a / b) * 100) / 100;
}

async function timed(work: () => Promise<unknown>): Promise<{ seconds: number; peak: number }> {
  const begun = performance.now();
  let peak = process.memoryUsage().rss;
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 50);
  await work();
  clearInterval(timer);
  return { seconds: (performance.now() - begun) / 1000, peak };
}

/** Made-up rows, written a few at a time. */
async function writeRows(): Promise<void> {
  const places = readFileSync('prisma/seed/places.csv', 'utf8')
    .split('\n')
    .map((line) => line.split(',')[0] ?? '')
    .filter((code) => /^\d{6}$/.test(code));
  const of = <Value>(list: readonly Value[], index: number) => list[index % list.length] as Value;
  const out = createWriteStream(file);
  out.write('id,date,title,summary,type,place_code,size_min,size_max,issues,forms,groups,targets\n');
  for (let row = 0; row < rows; row++) {
    const day = new Date(Date.UTC(2015, 0, 1) + (row % 2_500) * 86_400_000).toISOString().slice(0, 10);
    const type = of(['strike', 'petition', 'mass-incident', 'other'], row);
    const issue = of(['wage-arrears', 'land-acquisition', 'demolition', 'pandemic'], row >> 1);
    const rest = `${of(['gathering', 'blockade', 'strike', 'march'], row)},${of(['workers', 'villagers', 'teachers'], row)},${of(['court', 'police', 'school'], row)}`;
    const text = `e${row},${day},Made-up incident ${row},"People gathered, and asked for what they were owed (${row % 97}).",${type},${of(places, row)},${10 + (row % 500)},${600 + (row % 500)},${issue},${rest}\n`;
    if (!out.write(text)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}

async function copy(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await pipeline(createReadStream(file), client.query(copyFrom(statement)));
  await client.end();
}

/** What the import wrote, copied as it stands into a table with the same constraints and indexes. */
async function copyWhole(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const names = (
    await client.query<{ name: string }>(
      `SELECT quote_ident(column_name) AS name FROM information_schema.columns
        WHERE table_name = 'incidents' AND is_generated = 'NEVER' ORDER BY ordinal_position`,
    )
  ).rows
    .map(({ name }) => name)
    .join(', ');
  const lines = path.join(home, 'whole.copy');
  await pipeline(
    client.query(copyTo(`COPY (SELECT ${names} FROM incidents WHERE import_batch_id IS NOT NULL) TO STDOUT`)),
    createWriteStream(lines),
  );
  await pipeline(createReadStream(lines), client.query(copyFrom(`COPY whole (${names}) FROM STDIN`)));
  await client.end();
}

function run(write: boolean) {
  return importFiles({
    paths: [file],
    dataset: 'bench',
    title: 'Bench',
    preset: null,
    map: null,
    write,
    change: (plan) => ({ ...plan, status: 'published', evidence }),
    watch: { tell: async () => {} },
  });
}
