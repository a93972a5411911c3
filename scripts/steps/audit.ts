import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { say } from './lifecycle';
import { type Advisories, findBelowFloor, findLoosePins, findUnlocked, readAudit } from './supply';

const waitsFor = 30_000;

/** How the checks of the packages went. Advisories that nobody could be asked for were skipped, and it is said why. */
export type Audit = { passed: number; failed: number; skipped: number };

/** Checks pins, lock file and versions, then asks the registry for advisories; says what is wrong. */
export async function auditPackages(): Promise<Audit> {
  const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
  const [packageJson, lockFile] = [read('package.json'), read('package-lock.json')];
  const faults = [findLoosePins(packageJson), findUnlocked(lockFile), findBelowFloor(lockFile)];
  for (const fault of faults.flat()) say(fault);
  const failed = faults.filter((list) => list.length > 0).length;
  const result = { passed: faults.length - failed, failed, skipped: 0 };

  const advisories = await askRegistry();
  if (!advisories.ran) {
    say(`npm audit: NOT RUN (${advisories.reason})`);
    return { ...result, skipped: 1 };
  }
  if (advisories.packages.length === 0) return { ...result, passed: result.passed + 1 };
  say(`npm audit: high or critical holes are known in ${advisories.packages.join(', ')}.`);
  return { ...result, failed: result.failed + 1 };
}

/** Runs `npm audit` over what the app itself needs. npm's own exit code says nothing that its report does not. */
function askRegistry(): Promise<Advisories> {
  const args = ['audit', '--audit-level=high', '--omit=dev', '--json'];
  const npm = process.env.npm_execpath;
  const [program, before] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  const child = spawn(program, [...before, ...args], {
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: waitsFor,
    shell: program === 'npm' && process.platform === 'win32',
  });
  const pieces: Buffer[] = [];
  child.stdout.on('data', (piece: Buffer) => pieces.push(piece));
  return new Promise((resolve) => {
    child.once('error', ({ message }) => resolve({ ran: false, reason: message }));
    child.once('close', (_, signal) =>
      resolve(
        signal
          ? { ran: false, reason: `no answer within ${waitsFor / 1_000} seconds` }
          : readAudit(Buffer.concat(pieces).toString()),
      ),
    );
  });
}
