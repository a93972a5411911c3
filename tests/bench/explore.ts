import { isDeepStrictEqual } from 'node:util';
import { publicViewer } from '@/lib/auth/viewer';
import { pool } from '@/lib/db/pool';
import { type Db, dbOf } from '@/lib/db/query';
import { bytesOf } from '@/lib/incidents/columns/load/bytes';
import { idsOfText } from '@/lib/incidents/columns/queries';
import { rowsOfText } from '@/lib/incidents/columns/text';
import { Threads } from '@/lib/incidents/columns/threads';
import { sqlCounter } from '@/lib/incidents/counts/queries';
import type { Facets } from '@/lib/incidents/counts/types';
import { listIncidents } from '@/lib/incidents/queries';
import { defaultSort } from '@/lib/incidents/row';
import { noFilters } from '@/lib/incidents/selection';
import { type Data, withData } from './explore/data';
import { loadDuckdb } from './explore/duckdb/load';
import { asRows, texts } from './explore/duckdb/same';
import { pages, statements } from './explore/duckdb/statements';
import { measureGrowth } from './explore/growth';
import { limitsOf } from './explore/limit/limit';
import { dashboard, filtered, type QuestionName, questions, text } from './explore/questions';
import { heads, line, ratiosOf, showTimes, type Times, type Who } from './explore/table';
import { freshCounter, inOneThread, inThreads, noMarks } from './explore/ways';
import { argument, inTurns, isGiven, median, type Way } from './support/measure';

/**
 * The questions of Explore in one process, each in turns by the columns in one thread and in several, by a bare loop
 * over the same columns that can answer nothing else ("limit"), by DuckDB with two threads, and by SQL. No answer is
 * used again; what scanners know of rows that never change is (counts of whole blocks, the fields that are one number a
 * row). Checks that all give the same numbers. On the database of `DATABASE_URL`, or on one of
 * its own with `--rows` demo incidents; where more are asked for than there are, those that were loaded are repeated.
 * Prints milliseconds (medians), then ratios of the whole dashboard under a filter as one JSON object. `--growth`: that
 * dashboard at 20,000 rows, a million and ten.
 * Usage: npm run bench -- explore [--rows 200000] [--only dashboard] [--without duckdb,sql] [--budget 4000] [--growth]
 */
const rows = argument('rows', '');
const only = argument('only', '');
const without = new Set(argument('without', '').split(','));
/** Milliseconds that each question may take in all. */
const patience = { budget: Number(argument('budget', '4000')), least: 5, most: 40 };
const duckdbThreads = Number(argument('duckdb-threads', '2'));
const threads = new Threads();

const work = isGiven('growth') ? (data: Data) => measureGrowth(data, threads) : measure;
await withData(rows ? Number(rows) : null, work);
await threads.end();

async function measure({ columns, loadMs, isWhole, origin }: Data): Promise<void> {
  const bytesPerRow = bytesOf(columns).rows / columns.rows;
  console.log(
    `${columns.rows} rows from ${origin}; ${bytesPerRow.toFixed(1)} bytes a row, loaded in ${loadMs.toFixed(0)} ms`,
  );
  if (!isWhole) console.log('SQL, text search and pages: NOT RUN, for the database holds fewer rows');
  const client = await pool().connect();
  await client.query('SET statement_timeout = 0');
  const db = dbOf(client);
  const marks = async (q: string) => rowsOfText(columns, await idsOfText(db, q));
  const limits = limitsOf(columns, isWhole ? await marks(text.q) : null);
  const bySql = isWhole && !without.has('sql') ? sqlCounter(db, publicViewer) : null;
  const duckdb = without.has('duckdb') ? null : await loadDuckdb(columns, duckdbThreads);
  const askDuckdb = async (asked: readonly string[]) => {
    const answers: unknown[][][] = [];
    for (const one of asked) answers.push((await duckdb?.runAndReadAll(one))?.getRowsJS() ?? []);
    return answers;
  };
  let ofDashboard: Times = {};
  console.log(line('milliseconds, medians', heads));
  for (const [key, ask] of Object.entries(questions)) {
    const name = key as QuestionName;
    if (!name.includes(only) || (name === 'two words by month' && !isWhole)) continue;
    const limit = limits[name];
    const asked = duckdb ? statements[name] : undefined;
    const answer = await ask(freshCounter(columns, marks));
    if (limit) same(`${name}, limit`, limit(), name === 'by issue' ? (answer as Facets).issue : answer);
    if (asked) same(`${name}, DuckDB`, (await askDuckdb(asked)).map(texts), asRows(columns, name, answer));
    if (bySql) same(`${name}, SQL`, await ask(bySql), answer);
    const times: Times = await inTurns<Who>(
      {
        one: inOneThread(columns, marks, ask),
        threads: inThreads(threads, columns, marks, ask),
        ...(limit && { limit: { run: limit } }),
        ...(asked && { duckdb: { run: () => askDuckdb(asked) } }),
        ...(bySql && { sql: { run: () => ask(bySql) } }),
      },
      patience,
    );
    if (name === 'whole dashboard, filtered') ofDashboard = times;
    showTimes(name, times);
  }
  if (isWhole && !only)
    for (const [name, run] of await listsOf(db, columns.rows)) {
      const byDuckdb: Way = { run: () => askDuckdb([pages[name]]) };
      showTimes(name, await inTurns<Who>({ sql: { run }, ...(duckdb && { duckdb: byDuckdb }) }, patience));
    }
  const counter = freshCounter(columns, noMarks);
  await dashboard(counter, filtered);
  const { again } = await inTurns({ again: { run: () => dashboard(counter, filtered) } }, patience);
  console.log(`the dashboard asked for again: ${median(again ?? []).toFixed(3)} ms`);
  const result = { bytesPerRow: Number(bytesPerRow.toFixed(1)), loadMs: Math.round(loadMs) };
  console.log(JSON.stringify({ rows: columns.rows, ...ratiosOf(ofDashboard), ...result }));
  client.release();
}

/** Pages of the list, which Postgres answers whoever counts. */
async function listsOf(db: Db, all: number): Promise<[keyof typeof pages, () => Promise<unknown>][]> {
  const first = { sort: defaultSort, limit: 25 };
  const half = { ...first, limit: 1, offset: Math.floor(all / 2) };
  const after = (await listIncidents(db, noFilters, publicViewer, half))[0]?.position ?? null;
  return [
    ['first page of 25, filtered', () => listIncidents(db, filtered, publicViewer, first)],
    ['page of 25, far in', () => listIncidents(db, noFilters, publicViewer, { ...first, after })],
  ];
}

function same(what: string, one: unknown, other: unknown): void {
  if (!isDeepStrictEqual(one, other)) throw new Error(`${what}: other numbers than ours`);
}
