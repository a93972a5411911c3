/**
 * What comes before anything is installed: plain Node, no packages. Checks Node, installs the packages where
 * they are missing or not those of package-lock.json, and hands over to the TypeScript of the command.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

const stampFile = path.join(root, 'node_modules/.daybook-install');
const read = (file) => readFileSync(path.join(root, file), 'utf8');

/** Ends with a clear sentence when this Node is too old for Daybook. */
export function requireNode() {
  const needed = JSON.parse(read('package.json')).engines.node.replace(/[^\d.]/g, '');
  const [major, minor] = needed.split('.').map(Number);
  const [thisMajor, thisMinor] = process.versions.node.split('.').map(Number);
  if (thisMajor > major || (thisMajor === major && thisMinor >= minor)) return;
  console.error(`Daybook needs Node ${needed} or newer, and this is Node ${process.versions.node}.`);
  process.exit(1);
}

/** Installs the packages unless those of the lock file are there. */
export function install() {
  const lock = read('package-lock.json');
  const stamp = `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}`;
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  if (!isInstalled(lock)) {
    console.log('Installing the packages (this takes a minute the first time) …');
    const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
    const npm = process.env.npm_execpath;
    const { status } = npm?.endsWith('.js')
      ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: 'inherit' })
      : spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
    if (status !== 0) {
      console.error('The packages could not be installed; see above for what npm says.');
      process.exit(1);
    }
  }
  writeFileSync(stampFile, stamp);
}

/** Whether somebody ran `npm ci` by hand: npm's own record in node_modules names the same versions. */
function isInstalled(lock) {
  const record = path.join(root, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const have = JSON.parse(readFileSync(record, 'utf8')).packages;
  return Object.entries(JSON.parse(lock).packages).every(
    ([place, { version, optional }]) =>
      place === '' || have[place]?.version === version || (optional && !have[place]),
  );
}

/**
 * Heap of a process that imports, in megabytes. Without a limit Node lets garbage grow for as long as the machine has
 * memory: what an import holds at a time is some 60 MB. The app's own imports have the same (lib/imports/jobs/queue).
 */
export const importHeap = 1024;

/**
 * Runs a TypeScript file to its end and returns its exit code. Signals are passed on; the file stops cleanly
 * when this process is gone. Server modules of the product can be imported there. `heap`: its most, in megabytes.
 */
export function runTypeScript(file, args = [], { heap = 0 } = {}) {
  const flags = ['--conditions=react-server', '--import', 'tsx'];
  if (heap > 0) flags.unshift(`--max-old-space-size=${heap}`);
  const child = spawn(process.execPath, [...flags, file, ...args], {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', CHECKPOINT_DISABLE: '1' },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  onShellGone(() => child.kill('SIGTERM'));
  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.on('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}

/**
 * Under npm there is a shell between npm and this process. Whoever ends npm ends that shell, which tells nobody;
 * that it is gone shows by another parent.
 */
function onShellGone(act) {
  if (!process.env.npm_lifecycle_event) return;
  const shell = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(timer);
    act();
  }, 300);
}
