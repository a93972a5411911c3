import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client, Pool } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { publicViewer } from '@/lib/auth/viewer';
import { startEmbedded } from '@/lib/db/embedded';
import { migrate } from '@/lib/db/migrate';
import { pool } from '@/lib/db/pool';
import { roleNames } from '@/lib/db/postgres/roles';
import { loadReference } from '@/lib/explore/reference';
import { defaultView } from '@/lib/explore/view';
import type { RecordFormat } from '@/lib/exports/formats';
import { openExport } from '@/lib/exports/records';
import { streamResponse } from '@/lib/http/respond';
import { incidentsToExport } from '@/lib/incidents/queries';
import { defaultSort } from '@/lib/incidents/row';
import { noFilters } from '@/lib/incidents/selection';
import { makeDemo, settleDemo } from '@/prisma/demo/fill';
import { loadSeed } from '@/prisma/seed/load';
import { loadPlaces } from '@/prisma/seed/places';
import { seed } from '@/prisma/seed/seed';

/**
 * What exports cost, on a throw-away database with the demo data set, in one process: the CSV against a bare
 * `COPY (SELECT …) TO STDOUT` of the same columns through Node, in turns; the time to the first byte; the highest
 * memory of the process over what it had before; then each other format once. Prints ratios, and last one JSON object.
 * Usage: npm run bench -- export [--incidents 200000] [--turns 3] [--formats xlsx,parquet]. `DAYBOOK_BENCH_DATA` names a
 * folder in which the database is kept for the next run.
 */
const argument = (name: string, usual: string): string => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? usual : (process.argv[at + 1] ?? usual);
};
const incidents = Number(argument('incidents', '200000'));
const turns = Number(argument('turns', '3'));
const others = argument('formats', 'ndjson,json,geojson,parquet,arrow,zip,xlsx').split(',').filter(Boolean);
const limits = { ratio: 2, firstByte: 300, overIdle: 200 };
const mb = (bytes: number) => Math.round(bytes / 1024 / 1024);
const median = (values: number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const given = process.env.DAYBOOK_BENCH_DATA;
const home = given ?? mkdtempSync(path.join(tmpdir(), 'daybook-bench-'));
const server = await startEmbedded(home);
try {
  const { owner, app } = await server.createDatabase('bench');
  await migrate(owner, roleNames.app);
  process.env.DATABASE_URL = app;
  await fill(owner);
  await measure(app);
  await pool().end();
} finally {
  await server.stop();
  if (!given) rmSync(home, { recursive: true, force: true });
}

async function fill(owner: string): Promise<void> {
  const filling = new Pool({ connectionString: owner, max: 1 });
  const { rows } = await filling.query(`SELECT count(*)::int AS n FROM incidents WHERE ref LIKE 'demo-%'`);
  if (rows[0].n < incidents) {
    await seed(filling);
    const { places } = loadPlaces();
    const { periods } = await loadSeed(new Set(places.map(({ id }) => id)));
    const client = await filling.connect();
    await makeDemo(client, { incidents, seed: 1, places, periods, rebuildIndexes: true }, () => {});
    await settleDemo(client);
    client.release();
  }
  await filling.end();
}

/** One whole answer: seconds, milliseconds to the first byte, bytes, and the highest memory meanwhile. */
type Run = { seconds: number; first: number; bytes: number; highest: number; rows: number };

async function measure(app: string): Promise<void> {
  await exported('csv');
  global.gc?.();
  const idle = process.memoryUsage.rss();
  const bare: Run[] = [];
  const ours: Run[] = [];
  for (let turn = 0; turn < turns; turn++) {
    bare.push(await copied(app));
    ours.push(await exported('csv'));
  }
  const of = (runs: Run[], key: keyof Run) => median(runs.map((run) => run[key]));
  const [copy, csv] = [of(bare, 'seconds'), of(ours, 'seconds')];
  const overIdle = mb(Math.max(...ours.map(({ highest }) => highest)) - idle);
  const { rows = 0, bytes = 0 } = ours[0] ?? {};
  console.log(`${rows} incidents, ${mb(bytes)} MB of CSV; ${turns} turns, medians`);
  console.log(
    `COPY ${copy.toFixed(2)} s, CSV ${csv.toFixed(2)} s: ${(csv / copy).toFixed(2)} × (of ${limits.ratio})`,
  );
  console.log(`first byte of the CSV ${of(ours, 'first').toFixed(0)} ms (of ${limits.firstByte})`);
  console.log(`memory ${mb(idle)} MB idle, ${overIdle} MB over it with the CSV (of ${limits.overIdle})`);
  const result: Record<string, number> = {
    rows,
    copySeconds: copy,
    csvSeconds: csv,
    csvToCopy: csv / copy,
    firstByteMs: of(ours, 'first'),
    idleMb: mb(idle),
    csvOverIdleMb: overIdle,
  };
  for (const format of others) {
    const run = await exported(format as RecordFormat);
    console.log(
      `${format}: ${run.seconds.toFixed(1)} s, ${(run.seconds / copy).toFixed(2)} × COPY, first byte ${run.first.toFixed(0)} ms, ` +
        `${mb(run.bytes)} MB, memory ${mb(run.highest)} MB at most`,
    );
    result[`${format}ToCopy`] = run.seconds / copy;
    result[`${format}HighestMb`] = mb(run.highest);
  }
  console.log(JSON.stringify(result));
}

async function exported(format: RecordFormat): Promise<Run> {
  const meter = startMeter();
  const { about, pieces } = await openExport(
    format,
    {
      selection: { filters: noFilters, view: defaultView },
      reference: await loadReference(publicViewer),
      viewer: publicViewer,
      locale: 'en',
      origin: 'http://localhost',
    },
    { values: 'codes', bom: false },
  );
  const { body } = await streamResponse(pieces, { type: 'x/y', fileName: 'a', mark: null });
  for await (const piece of body ?? []) meter.take(piece.length);
  return meter.end(about.counts.exported);
}

async function copied(app: string): Promise<Run> {
  const { text, values } = incidentsToExport(noFilters, publicViewer, defaultSort);
  if (values.length > 0) throw new Error('the statement takes values, which COPY does not');
  const client = new Client({ connectionString: app });
  await client.connect();
  const meter = startMeter();
  for await (const piece of client.query(copyTo(`COPY (${text}) TO STDOUT`))) meter.take(piece.length);
  const run = meter.end(0);
  await client.end();
  return run;
}

function startMeter() {
  const began = performance.now();
  let [first, bytes, highest] = [0, 0, 0];
  return {
    take(length: number) {
      if (bytes === 0) first = performance.now() - began;
      bytes += length;
      highest = Math.max(highest, process.memoryUsage.rss());
    },
    end: (rows: number): Run => ({
      seconds: (performance.now() - began) / 1000,
      first,
      bytes,
      highest,
      rows,
    }),
  };
}
