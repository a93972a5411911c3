import 'server-only';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { commandOf } from './processes';

/** What Postgres notes about itself in `postmaster.pid` of its data folder. */
export type LockFile = { pid: number; folder: string; port: number };

/** Reads the text of a `postmaster.pid`; null = it is not one, or not written to the end. */
export function parseLockFile(text: string): LockFile | null {
  const lines = text.split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  const folder = lines[1]?.trim() ?? '';
  if (!Number.isInteger(pid) || pid <= 0 || folder === '') return null;
  return { pid, folder, port: Number.isInteger(port) ? port : 0 };
}

/**
 * Whether a command line is that of the Postgres server of a data folder. The number of a process that died
 * is given to another one sooner or later, so that a living process alone proves nothing.
 */
export function isServerOf(command: string | null, folder: string): boolean {
  return command?.includes('postgres') === true && `${command} `.includes(` -D ${folder} `);
}

/** The Postgres that runs on a data folder; null = none. */
export function findServer(folder: string): LockFile | null {
  const lock = readLockFile(folder);
  return lock && isServerOf(commandOf(lock.pid), folder) ? lock : null;
}

/** Removes the lock of a server that was killed. Postgres itself still refuses to start beside remains of it. */
export function removeStaleLock(folder: string): void {
  if (findServer(folder) === null) rmSync(lockPath(folder), { force: true });
}

function readLockFile(folder: string): LockFile | null {
  try {
    return parseLockFile(readFileSync(lockPath(folder), 'utf8'));
  } catch {
    return null;
  }
}

function lockPath(folder: string): string {
  return path.join(folder, 'postmaster.pid');
}
