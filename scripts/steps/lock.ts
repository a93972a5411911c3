import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { commandOf } from '@/lib/db/postgres/processes';
import { atEnd } from './lifecycle';

/** Who runs on a data folder. */
type Holder = { pid: number; url: string | null };

/**
 * Takes a data folder for this process until the end of the command, so that no second Daybook starts on it.
 * Throws, with a sentence for the user, while another one runs. A lock whose process is gone does not count.
 * Returns a function that notes the address of the running app for that sentence.
 */
export function lockDataFolder(home: string): (url: string) => void {
  const file = path.join(home, 'daybook.pid');
  mkdirSync(home, { recursive: true });
  if (!take(file)) {
    const holder = readHolder(file);
    if (holder && isDaybook(commandOf(holder.pid))) {
      const where = holder.url ? ` at ${holder.url}` : '';
      throw new Error(
        `Another Daybook (process ${holder.pid}) runs on ${home} already${where}. ` +
          'Stop it first, or set DAYBOOK_DATA_DIR to another folder.',
      );
    }
    rmSync(file, { force: true });
    if (!take(file)) throw new Error(`Another Daybook is starting on ${home} just now.`);
  }
  atEnd(() => rmSync(file, { force: true }));
  return (url) => writeFileSync(file, holderText(url));
}

/** Whether a command line is one of ours that hold a data folder; numbers of processes are used again. */
export function isDaybook(command: string | null): boolean {
  return command !== null && /\b(serve|demo|verify-history)\.ts\b/.test(command);
}

function take(file: string): boolean {
  try {
    writeFileSync(file, holderText(null), { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
}

function holderText(url: string | null): string {
  const holder: Holder = { pid: process.pid, url };
  return JSON.stringify(holder);
}

function readHolder(file: string): Holder | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
