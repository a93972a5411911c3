import 'server-only';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { type Account, canEnter, chooseAccount, run } from './postgres/account';
import { type Binaries, findBinaries, sharedHome } from './postgres/binaries';
import { findServer, removeStaleLock } from './postgres/lock-file';
import { leastShared, machineMemory, sharedMegabytes } from './postgres/memory';
import { freePort } from './postgres/port';
import { pause } from './postgres/processes';
import {
  type DatabaseUrls,
  databaseUrls,
  ensureDatabase,
  ensureRoles,
  type Passwords,
} from './postgres/roles';

/** A running Postgres of our own. It listens on the loopback only. */
export type EmbeddedServer = {
  port: number;
  /** Addresses of a database on it. The database need not exist. */
  urls: (database: string) => DatabaseUrls;
  /** Makes a database where it is missing, empty or as a copy of another; returns its addresses. */
  createDatabase: (name: string, template?: string) => Promise<DatabaseUrls>;
  isRunning: () => boolean;
  /** Starts it again on the same port after it was lost. */
  restart: () => Promise<void>;
  /** Ends it cleanly. Does nothing when it does not run. */
  stop: () => Promise<void>;
};

type Place = { home: string; folder: string; log: string; account: Account; binaries: Binaries };

const attempts = 40;
const pauseBetween = 250;
const stopWithin = 20_000;

/**
 * Starts the Postgres that comes with the packages on a data folder, which is made on first use. A lock that a
 * killed server left behind is removed; a server that outlived its starter is stopped first. The caller sees
 * to it that no two starters use one folder. `say` gets sentences for the user.
 */
export async function startEmbedded(
  home: string,
  say: (sentence: string) => void = () => {},
): Promise<EmbeddedServer> {
  mkdirSync(home, { recursive: true });
  const place = await findPlace(path.resolve(home), say);
  const passwords = readPasswords(place);
  if (!existsSync(path.join(place.folder, 'PG_VERSION'))) initialise(place, passwords.admin);
  const port = await start(place);
  const urls = (database: string) => databaseUrls(port, passwords, database);
  await ensureRoles(urls('postgres').admin, passwords);
  return {
    port,
    urls,
    async createDatabase(name, template) {
      await ensureDatabase(urls('postgres').admin, name, template);
      return urls(name);
    },
    isRunning: () => findServer(place.folder) !== null,
    async restart() {
      await start(place, port);
    },
    stop: () => stop(place),
  };
}

/** The addresses of a database on the server that runs on a data folder now; null = none runs. */
export function runningUrls(home: string, database: string): DatabaseUrls | null {
  const elsewhere = path.join(home, 'location');
  const folder = existsSync(elsewhere) ? readFileSync(elsewhere, 'utf8').trim() : path.join(home, 'pg');
  const server = findServer(folder);
  const passwords = path.join(home, 'database.json');
  if (!server?.port || !existsSync(passwords)) return null;
  return databaseUrls(server.port, JSON.parse(readFileSync(passwords, 'utf8')), database);
}

/** Where the cluster lies, and as whom it runs. An account that may not enter the folder gets one elsewhere. */
async function findPlace(home: string, say: (sentence: string) => void): Promise<Place> {
  const note = path.join(home, 'location');
  const elsewhere = existsSync(note) ? readFileSync(note, 'utf8').trim() : null;
  let folder = elsewhere ?? path.join(home, 'pg');
  const account = chooseAccount(folder);
  if (account && !elsewhere) {
    chmodSync(home, statSync(home).mode | 0o011);
    if (!canEnter(home, account)) {
      folder = path.join(sharedHome, randomBytes(6).toString('hex'));
      mkdirSync(sharedHome, { recursive: true, mode: 0o755 });
      writeFileSync(note, `${folder}\n`);
      say(`${account.name} may not enter ${home}, so the database is kept in ${folder}.`);
    }
  }
  const log = path.join(
    account && !canEnter(home, account) ? `${folder}.log` : path.join(home, 'postgres.log'),
  );
  return { home, folder, log, account, binaries: await findBinaries(account) };
}

function readPasswords({ home, folder }: Place): Passwords {
  const file = path.join(home, 'database.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  if (existsSync(folder)) {
    throw new Error(
      `The passwords of the database (${file}) are gone. Remove ${home} and ${folder} to start anew.`,
    );
  }
  const word = () => randomBytes(24).toString('hex');
  const passwords = { admin: word(), owner: word(), app: word() };
  writeFileSync(file, JSON.stringify(passwords), { mode: 0o600 });
  return passwords;
}

/** Makes the cluster beside its place and moves it there when it is whole. */
function initialise({ home, folder, account, binaries }: Place, password: string): void {
  const half = `${folder}.new`;
  const passwordFile = `${folder}.password`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account) for (const file of [half, passwordFile]) chownSync(file, account.uid, account.gid);
  try {
    const args = ['-D', half, '-U', 'postgres', '--pwfile', passwordFile, '--auth=scram-sha-256'];
    const { status, stderr, error } = run(
      binaries.initdb,
      [...args, '--encoding=UTF8', '--locale=C'],
      account,
    );
    if (status !== 0)
      throw new Error(`The database could not be made in ${home}: ${stderr || error?.message}`);
    renameSync(half, folder);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(half, { recursive: true, force: true });
  }
}

/** Starts the server, and tries again while remains of a killed one are in the way; returns the port. */
async function start(place: Place, fixedPort?: number): Promise<number> {
  openLog(place);
  await stop(place);
  let report = '';
  let shared = sharedMegabytes(machineMemory());
  for (let attempt = 0; attempt < attempts; attempt++) {
    removeStaleLock(place.folder);
    const port = fixedPort ?? (await freePort());
    const logged = statSync(place.log).size;
    const started = run(place.binaries.pgCtl, startArguments(place, port, shared), place.account);
    if (started.status === 0) return port;
    report = readFileSync(place.log).subarray(logged).toString() || started.stderr;
    if (/could not (map|create).*shared memory/i.test(report) && shared > leastShared) shared = leastShared;
    else if (/still in use|lock file|could not bind|Address already in use/i.test(report))
      await pause(pauseBetween);
    else break;
  }
  throw new Error(`The database did not start. Its log (${place.log}) says:\n${report.trim().slice(-2_000)}`);
}

function startArguments({ folder, log }: Place, port: number, shared: number): string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: "''",
    max_connections: '60',
    shared_buffers: `${shared}MB`,
    // Who needs a page reads it: processes that read for others take processors from those who wait.
    io_method: 'sync',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
  };
  const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
  // pg_ctl puts the server into a session of its own, so that the terminal's Ctrl-C does not reach it.
  return ['start', '-w', '-t', '60', '-D', folder, '-l', log, '-o', [`-p ${port}`, ...options].join(' ')];
}

/** Asks for an end that lets go of clients at once and saves everything; after some time, for any end. */
async function stop({ folder }: Place): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    const server = findServer(folder);
    if (!server) return;
    process.kill(server.pid, signal);
    const until = Date.now() + stopWithin;
    while (findServer(folder) && Date.now() < until) await pause(20);
  }
}

const largestLog = 5_000_000;

function openLog({ log, account }: Place): void {
  if (existsSync(log) && statSync(log).size > largestLog) renameSync(log, `${log}.1`);
  writeFileSync(log, '', { flag: 'a', mode: 0o600 });
  if (account) chownSync(log, account.uid, account.gid);
}
