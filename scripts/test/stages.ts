import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '@/lib/db/postgres/port';
import { auditPackages } from '../steps/audit';
import { findBrowser } from '../steps/browser';
import { prepareDatabase, startDatabase } from '../steps/database';
import { atEnd } from '../steps/lifecycle';
import { prepareBuild } from '../steps/prepare';
import { programs, runProgram } from '../steps/programs';
import { startWeb } from '../steps/web';
import { freshClone } from './fresh-clone';
import { startGate } from './gate';
import { personalLines } from './log';
import {
  add,
  type Count,
  count,
  mergeOutcomes,
  type Outcomes,
  readPlaywrightReport,
  readVitestReport,
  withCrash,
} from './reports';

/** Zones of the machine in which unit tests have to hold: none, behind UTC with summer time, and ahead of it. */
const zones = ['UTC', 'America/Los_Angeles', 'Asia/Shanghai'];

/** The parts of `npm test`, in order. */
export const stages: Record<string, { title: string; run: () => Promise<Count> }> = {
  packages: { title: 'Packages', run: auditPackages },
  unit: { title: `Unit tests (all that a time zone can touch in ${zones.join(', ')})`, run: unit },
  db: { title: 'Database tests', run: () => vitest('db', [{}]) },
  e2e: { title: 'Browser tests', run: e2e },
  clone: { title: 'Commands on a fresh clone', run: clone },
};

async function unit(): Promise<Count> {
  const inZones = await vitest(
    'unit',
    zones.map((TZ) => ({ TZ })),
  );
  return add(inZones, await vitest('unit-any-zone', [{}]));
}

/** Runs a project of Vitest once for each environment; shows the output of the first run that fails. */
async function vitest(project: string, environments: readonly Record<string, string>[]): Promise<Count> {
  const folder = temporaryFolder('report');
  const runs: { code: number; outcomes: Outcomes }[] = [];
  for (const [index, env] of environments.entries()) {
    const report = path.join(folder, `${project}-${index}.json`);
    const args = [
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ];
    const { code, output } = await runProgram(programs.vitest, args, { quiet: true, env });
    if (code !== 0 && runs.every((run) => run.code === 0)) console.log(output);
    runs.push({ code, outcomes: readVitestReport(report) });
  }
  const merged = count(mergeOutcomes(runs.map(({ outcomes }) => outcomes)));
  return withCrash(
    merged,
    runs.map(({ code }) => code),
  );
}

/**
 * Runs Playwright against the built app on a throw-away database with the seed. The tests that take the database
 * away come after the others, through a gate that stands before it, and those that publish records last.
 */
async function e2e(): Promise<Count> {
  // All that the browser asks for comes from one address; what is limited has tests of its own.
  process.env.DAYBOOK_LIMITS = '0';
  const browser = await findBrowser();
  await prepareBuild();
  const database = await startDatabase(temporaryFolder('e2e'));
  await prepareDatabase(database);
  const gate = await startGate(database.appUrl);
  atEnd(() => gate.close());
  const log: Buffer[] = [];
  const serve = async (databaseUrl: string, publicRead: 'on' | 'off') => {
    const port = await freePort();
    const onOutput = (piece: Buffer) => void log.push(piece);
    await startWeb({ dev: false, host: '127.0.0.1', port, databaseUrl, publicRead, onOutput });
    return `http://127.0.0.1:${port}`;
  };
  const env = {
    BASE_URL: await serve(gate.databaseUrl, 'on'),
    // The same data, closed to visitors without an account.
    CLOSED_URL: await serve(database.appUrl, 'off'),
    CHROMIUM_PATH: browser,
    DATABASE_GATE: gate.controlUrl,
    DATABASE_URL: database.appUrl,
  };
  let count = await playwright('pages', env);
  for (const project of ['outage', 'changes']) count = add(count, await playwright(project, env));
  return add(count, logTest(Buffer.concat(log).toString()));
}

/** Whatever the browser tests sent, the log of the servers must not repeat what is personal in it. */
function logTest(log: string): Count {
  const lines = personalLines(log);
  if (lines.length > 0) console.log(`Personal data stands in the log of the server:\n${lines.join('\n')}`);
  return { passed: lines.length === 0 ? 1 : 0, failed: lines.length === 0 ? 0 : 1, skipped: 0 };
}

/** What the README promises of a clone, on the app that the browser tests were run against. */
async function clone(): Promise<Count> {
  await prepareBuild();
  return freshClone(temporaryFolder('clone'));
}

async function playwright(project: string, environment: Record<string, string>): Promise<Count> {
  const report = path.join(temporaryFolder('report'), 'playwright.json');
  const args = ['test', `--project=${project}`, '--reporter=line,json'];
  const env = { ...environment, PLAYWRIGHT_JSON_OUTPUT_NAME: report };
  const { code, output } = await runProgram(programs.playwright, args, { quiet: true, env });
  if (code !== 0) console.log(output);
  const { notes, ...result } = readPlaywrightReport(report);
  for (const note of notes) console.log(note);
  return withCrash(result, [code]);
}

/** A folder that is gone at the end of the command. */
function temporaryFolder(name: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), `daybook-${name}-`));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
