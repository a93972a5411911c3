import { existsSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { AppError } from '@/lib/errors';
import { publicData } from '@/lib/i18n/messages/public-data';
import { looksLikeAddress } from '@/lib/imports/public/address';
import { catalogue, findPublicData } from '@/lib/imports/public/catalogue';
import { fetchPublicData, handCommand, refuseToPublish, sumFor } from '@/lib/imports/public/fetch';
import { type GetArguments, readDataArguments } from './steps/data-arguments';
import { aboutOf, downloadProgress, tableOf } from './steps/data-report';
import { findDatabase } from './steps/find-database';
import { endImport, importProgress } from './steps/import-report';
import { atEnd, runCommand, say } from './steps/lifecycle';

/** Lists public data sets, or gets one; see `scripts/data.mjs`. 0 = everything was taken, 2 = rows were refused. */
async function run(): Promise<number> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const asked = readDataArguments(process.argv.slice(2));
  if (asked.does === 'get') return get(asked);
  for (const line of tableOf(catalogue)) say(line);
  say('Get one with: npm run data -- get NAME --dry-run');
  return 0;
}

async function get(asked: GetArguments): Promise<number> {
  const entry = findPublicData(asked.name);
  refuseToPublish(entry, asked.status);
  for (const line of aboutOf(entry, asked.from, sumFor({ entry, ...asked }))) say(line);
  const fetches = asked.from === null || looksLikeAddress(asked.from);
  if (fetches && !asked.yes && !(await agreed())) throw new AppError('conflict', publicData.notAgreed);
  const folder = mkdtempSync(path.join(tmpdir(), 'daybook-data-'));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  const progress = downloadProgress();
  const wanted = { entry, from: asked.from, sha256: asked.sha256, keep: asked.keep, tell: progress.show };
  const file = await fetchPublicData(wanted, folder).finally(() => progress.end());
  if (asked.keep !== null) say(`Kept in ${asked.keep}`);
  process.env.DATABASE_URL = await findDatabase();
  try {
    return await importFile(asked, file);
  } catch (thrown) {
    if (fetches) say(again(asked));
    throw thrown;
  }
}

/** How to go on without fetching everything again. */
function again({ name, keep }: GetArguments): string {
  const command = handCommand(findPublicData(name), keep ?? 'FILE');
  return keep === null
    ? `The file is not kept. With --keep FILE it is, and ${command} then imports it without fetching it again.`
    : `To try again without fetching the file: ${command}`;
}

async function importFile(asked: GetArguments, file: string): Promise<number> {
  const entry = findPublicData(asked.name);
  // Asks for the settings of the database, which stand only now.
  const [{ importPublicData }, { closePool }, { refusedWriter }] = await Promise.all([
    import('@/lib/imports/public/import'),
    import('@/lib/db/pool'),
    import('@/lib/imports/refused'),
  ]);
  atEnd(() => closePool());
  const progress = importProgress();
  const target = asked.refused === null ? null : openSync(asked.refused, 'w');
  const refusals = refusedWriter(async (piece) => {
    if (target !== null) writeSync(target, piece);
  });
  const { status, withoutRefused, careReason, encoding } = asked;
  const imported = importPublicData({
    ...{ entry, file, status, withoutRefused, careReason, encoding },
    dataset: asked.dataset ?? entry.dataset,
    write: !asked.dryRun,
    watch: {
      tell: async (rows) => progress.show(rows),
      ...(target === null ? {} : { refused: refusals.refused }),
    },
  }).finally(async () => {
    progress.end();
    await refusals.end();
  });
  return endImport(imported, { written: !asked.dryRun });
}

/** Asks whether to fetch; where nobody can answer, no. */
function agreed(): Promise<boolean> {
  if (!process.stdin.isTTY) return Promise.resolve(false);
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  return new Promise((resolve) => {
    terminal.on('close', () => resolve(false));
    terminal.on('SIGINT', () => terminal.close());
    terminal.question('Fetch it under these terms? [y/N] ', (answer) => {
      resolve(/^y(es)?$/i.test(answer.trim()));
      terminal.close();
    });
  });
}

await runCommand(run);
