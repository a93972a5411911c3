import 'server-only';
import { connect, type Db, database } from '@/lib/db/query';
import { env } from '@/lib/env';
import type { FromFile } from './kept/keep';
import { bytesOf, TooManyForMemory } from './load/bytes';
import { loadColumns } from './load/load';
import { patchColumns } from './load/patch';
import { localScanner } from './local';
import { dataVersion, roughCount } from './queries';
import type { Scanner } from './scanner';
import { startThread, ThreadLost, Threads, threadedRows } from './threads';
import type { Columns } from './types';

/** Columns of one version of the data, and who scans them. */
export type Held = {
  columns: Columns;
  scanner: Scanner;
  /** Rows in which search texts were found. */
  texts: Map<string, Promise<Uint8Array>>;
  megabytes: number;
  release: () => void;
};

/** Versions that are kept for questions that began before the data changed. */
const keptVersions = 3;

/**
 * How long a question waits until columns are loaded before the database is asked, in milliseconds: its snapshot may
 * lie idle for 10 s at most (lib/db/pool).
 */
const patience = 6_000;

/** The same where the database would answer soon, too. */
const patienceAtHand = 300;

/** Versions after which the file that keeps columns is written anew: the database tells what changed in the last thousand. */
const versionsUnkept = 400;

/** How long nothing is tried after a fault, in milliseconds. */
const pauseAfterFault = 15_000;

type State = {
  versions: Held[];
  coming: Promise<void> | null;
  threads: Threads;
  /** The version that a file keeps for the next start; null = none does. */
  kept: number | null;
  fault: { reason: 'too-large' | 'failed'; version: number; until: number } | null;
  /** Called when there are columns of another version. */
  onNew: (() => void) | null;
};

const store = globalThis as unknown as { daybookColumns?: State };

function stateNow(): State {
  store.daybookColumns ??= {
    versions: [],
    coming: null,
    threads: new Threads(),
    kept: null,
    fault: null,
    onNew: null,
  };
  return store.daybookColumns;
}

/**
 * The columns of the version that a snapshot of the database sees, brought up to date where they are older. Null =
 * the database must count: they do not fit into memory, can't be loaded, are not loaded in time, or are newer.
 */
export async function columnsFor(db: Db, longest = patience): Promise<Held | null> {
  if (env().DAYBOOK_COLUMNS_MB === 0) return null;
  const version = await dataVersion(db);
  const state = stateNow();
  const until = Date.now() + longest;
  for (;;) {
    const found = state.versions.find(({ columns }) => columns.version === version);
    if (found) return found;
    if ((state.versions[0]?.columns.version ?? 0) > version) return null;
    if (isAtFault(state, version)) return null;
    state.coming ??= bringUpToDate(state, version).finally(() => {
      state.coming = null;
    });
    if (!(await inTime(state.coming, until - Date.now()))) return null;
  }
}

/** The same for what need not wait: columns that are held, or were and only lack what changed since; none are loaded. */
export async function columnsAtHand(db: Db): Promise<Held | null> {
  return stateNow().versions.length === 0 ? null : columnsFor(db, patienceAtHand);
}

/** Loads columns ahead of the first question. What goes wrong is met again, and said, by that question. */
export async function warmColumns(): Promise<void> {
  await columnsFor(database).catch(() => null);
}

/** Has something done each time when the columns of another version have come. */
export function onNewColumns(act: () => void): void {
  stateNow().onNew = act;
}

/** What is held of the data in memory. `off` = the database counts, by choice; `failed` and `too-large`: for now. */
export type ColumnsNote = {
  status: 'off' | 'none' | 'loading' | 'ready' | 'failed' | 'too-large';
  version: number | null;
  rows: number;
  megabytes: number;
};

/** Says how counting stands, for `/readyz`. */
export function noteOfColumns(): ColumnsNote {
  const { versions, coming, fault } = stateNow();
  const columns = versions[0]?.columns;
  const status =
    env().DAYBOOK_COLUMNS_MB === 0
      ? 'off'
      : (fault?.reason ?? (coming ? 'loading' : columns ? 'ready' : 'none'));
  return {
    status,
    version: columns?.version ?? null,
    rows: columns?.rows ?? 0,
    megabytes: versions[0]?.megabytes ?? 0,
  };
}

/** Ends the threads that scan, as a fault would. */
export const endThreads = (): Promise<void> => stateNow().threads.end();

function isAtFault({ fault }: State, version: number): boolean {
  if (!fault) return false;
  // What is too large for one version may fit again when the data have changed, but it is not tried at each change.
  return fault.version === version || fault.until > Date.now();
}

async function bringUpToDate(state: State, version: number): Promise<void> {
  try {
    const newest = state.versions[0];
    const columns = (newest && (await patched(newest.columns))) ?? (await loaded(state));
    hold(state, columns);
    keepNowAndThen(state, columns);
    state.fault = null;
  } catch (thrown) {
    const reason = thrown instanceof TooManyForMemory ? 'too-large' : 'failed';
    if (reason === 'failed') console.error('Columns could not be loaded; the database counts.', thrown);
    state.fault = { reason, version, until: Date.now() + pauseAfterFault };
  }
}

function hold(state: State, columns: Columns): void {
  const bytes = bytesOf(columns);
  const threaded = columns.rows >= threadedRows ? state.threads.scannerOf(columns) : null;
  state.versions.unshift({
    columns,
    scanner: threaded?.scanner ?? localScanner(columns),
    texts: new Map(),
    megabytes: Math.round((bytes.rows + bytes.dictionaries) / 1e6),
    release: threaded?.release ?? (() => {}),
  });
  for (const old of state.versions.splice(keptVersions)) old.release();
  state.onNew?.();
}

/** Writes the file that keeps columns anew when those in it are so old that they could soon not be brought up to date. */
function keepNowAndThen(state: State, columns: Columns): void {
  const { DAYBOOK_COLUMNS_FILE: file, DATABASE_URL: url } = env();
  if (file === undefined || state.kept === null || columns.version - state.kept < versionsUnkept) return;
  state.kept = columns.version;
  startThread({ job: 'keep', url, file, columns }).once('error', () => {});
}

const mostBytes = () => env().DAYBOOK_COLUMNS_MB * 1_000_000;

async function patched(columns: Columns): Promise<Columns | null> {
  const client = await connect();
  let broken = true;
  try {
    const made = await patchColumns(client, columns);
    broken = false;
    return made;
  } finally {
    client.release(broken);
  }
}

/** Few rows are loaded here, many by a thread of its own. */
async function loaded(state: State): Promise<Columns> {
  const client = await connect();
  let broken = true;
  try {
    const few =
      (await roughCount({ query: async ({ text, values }) => (await client.query(text, values)).rows })) <
      threadedRows;
    if (few) {
      const made = await loadColumns(client, { mostBytes: mostBytes() });
      broken = false;
      return made;
    }
    broken = false;
  } finally {
    client.release(broken);
  }
  const { columns, kept } = await loadedByThread();
  state.kept = kept;
  return columns;
}

function loadedByThread(): Promise<FromFile> {
  const { DAYBOOK_COLUMNS_FILE: file = null, DATABASE_URL: url } = env();
  const thread = startThread({ job: 'load', url, mostBytes: mostBytes(), file });
  return new Promise((resolve, reject) => {
    type Answer = FromFile | { fault: { name: string; message: string } };
    thread.once('message', (answer: Answer) => {
      if ('columns' in answer) return resolve(answer);
      const { name, message } = answer.fault;
      reject(name === 'TooManyForMemory' ? new TooManyForMemory(message) : new Error(message));
    });
    thread.once('error', reject);
    thread.once('exit', () => reject(new ThreadLost('the thread that loads columns has ended')));
  });
}

/** Whether something ends within a time. */
async function inTime(work: Promise<void>, milliseconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), Math.max(0, milliseconds));
  });
  try {
    return await Promise.race([work.then(() => true as const), late]);
  } finally {
    clearTimeout(timer);
  }
}
