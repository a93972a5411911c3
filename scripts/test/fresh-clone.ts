import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, linkSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { freePort } from '@/lib/db/postgres/port';
import { atEnd, say } from '../steps/lifecycle';
import { buildFolder } from '../steps/prepare';
import type { Count } from './reports';

/** Longest that one command may take; far more than it needs. */
const longest = 120_000;

/**
 * Copies the tracked files to a new folder, as a clone has them, and runs there the commands of the README, on a database
 * of their own. Packages are linked, and so is the built app: what it was built from is compared as at any start, so that it is
 * built anew where the copy differs.
 */
export async function freshClone(folder: string): Promise<Count> {
  const clone = path.join(folder, 'daybook');
  // Where root runs the tests, the database is another user's, who has to get in.
  chmodSync(folder, 0o755);
  for (const file of execFileSync('git', ['ls-files', '-z']).toString().split('\0').filter(Boolean))
    if (existsSync(file)) cpSync(file, path.join(clone, file));
  symlinkSync(path.resolve('node_modules'), path.join(clone, 'node_modules'), 'junction');
  linkTree(buildFolder, path.join(clone, '.next'));

  const port = await freePort();
  const run = (args: string[]) =>
    npm(args, clone, { PORT: String(port), DAYBOOK_DATA_DIR: path.join(folder, 'data') });
  const count: Count = { passed: 0, failed: 0, skipped: 0 };
  const check = async (args: string[], work: (command: Command) => Promise<string | null>) => {
    const command = run(args);
    const fault = await work(command);
    if (fault === null) {
      count.passed += 1;
      return;
    }
    count.failed += 1;
    say(`npm ${args.join(' ')}, in a fresh clone: ${fault}\n${command.output()}`);
  };

  await check(['run', 'verify-history'], ends(/History holds/));
  await check(['run', 'demo', '--', '--incidents', '200'], ends(/Made the demo data set: 200 incidents/));
  await check(['start'], (command) => serves(command, `http://127.0.0.1:${port}`));
  return count;
}

type Command = { child: ChildProcess; ended: Promise<number>; output: () => string };

/** Starts npm in a folder, with an environment that names no database and no build of ours. */
function npm(args: string[], cwd: string, own: Record<string, string>): Command {
  const { DATABASE_URL: _, DATABASE_OWNER_URL: __, NEXT_DIST_DIR: ___, ...env } = process.env;
  const child = spawn('npm', args, {
    cwd,
    env: { ...env, ...own, NO_COLOR: '1' },
    shell: process.platform === 'win32',
  });
  const pieces: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => pieces.push(piece));
  const timer = setTimeout(() => child.kill(), longest);
  atEnd(() => void child.kill());
  const ended = new Promise<number>((resolve) => {
    child.once('error', () => resolve(1));
    child.once('close', (code) => resolve(code ?? 1));
  }).finally(() => clearTimeout(timer));
  return { child, ended, output: () => Buffer.concat(pieces).toString() };
}

/** A command that has to end well and say something. */
const ends =
  (saying: RegExp) =>
  async ({ ended, output }: Command): Promise<string | null> => {
    const code = await ended;
    if (code !== 0) return `it ended with code ${code}`;
    return saying.test(output()) ? null : `it did not say ${saying}`;
  };

/** The app has to answer, and to end when it is told to. */
async function serves({ child, ended, output }: Command, site: string): Promise<string | null> {
  const running = new Promise<true>((resolve) => {
    child.stdout?.on('data', () => {
      if (output().includes('Daybook is running at')) resolve(true);
    });
  });
  const started = await Promise.race([running, ended.then(() => false)]);
  if (!started) return 'it ended before it ran';
  const answers = await Promise.all(
    ['/healthz', '/readyz', '/incidents'].map(async (at) => (await fetch(site + at)).status),
  );
  child.kill('SIGTERM');
  await ended;
  if (answers.some((status) => status !== 200)) return `it answered ${answers.join(', ')}`;
  const left = await fetch(`${site}/healthz`).then(
    () => true,
    () => false,
  );
  return left ? 'it still answers after it was told to end' : null;
}

/** The same tree with each file linked, but for what Next keeps for later builds. */
function linkTree(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.name === 'cache' || entry.name === 'dev') continue;
    if (entry.isDirectory()) linkTree(source, target);
    else if (entry.isSymbolicLink()) cpSync(source, target, { verbatimSymlinks: true });
    else link(source, target);
  }
}

function link(source: string, target: string): void {
  try {
    linkSync(source, target);
  } catch {
    cpSync(source, target);
  }
}
