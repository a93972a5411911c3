import 'server-only';
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';

/** The system account that Postgres runs under; null = the account of this process. */
export type Account = { name: string; uid: number; gid: number } | null;

/**
 * Postgres refuses to run as root. For root it runs as the owner of an existing data folder, or else as
 * `postgres`, which is made when the machine does not have it.
 */
export function chooseAccount(folder: string): Account {
  if (process.getuid?.() !== 0) return null;
  if (existsSync(folder)) {
    const { uid, gid } = statSync(folder);
    if (uid !== 0) return { name: `user ${uid}`, uid, gid };
  }
  return findAccount('postgres') ?? makeAccount('postgres');
}

/** Runs a program to its end as the account, with no settings of another Postgres in the environment. */
export function run(program: string, args: string[], account: Account): SpawnSyncReturns<string> {
  return spawnSync(program, args, {
    ...(account ? { uid: account.uid, gid: account.gid } : {}),
    // The folder of this process may be closed to the account.
    cwd: account ? '/' : undefined,
    env: cleanEnvironment(),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 120_000,
  });
}

/** Whether the account may enter a folder. */
export function canEnter(folder: string, account: Account): boolean {
  return account === null || run('test', ['-x', folder], account).status === 0;
}

function findAccount(name: string): Account {
  const id = (flag: string) => {
    const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8' });
    return status === 0 ? Number(stdout) : undefined;
  };
  const [uid, gid] = [id('-u'), id('-g')];
  return uid === undefined || gid === undefined ? null : { name, uid, gid };
}

function makeAccount(name: string): Account {
  const args = ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', name];
  const made = spawnSync('useradd', args, { encoding: 'utf8' });
  const account = made.status === 0 ? findAccount(name) : null;
  if (account) return account;
  throw new Error(
    `Postgres refuses to run as root, and a user "${name}" could not be made (${made.stderr?.trim() || made.error}). ` +
      'Run the command as an ordinary user, or set DATABASE_URL to a database of your own.',
  );
}

function cleanEnvironment(): NodeJS.ProcessEnv {
  const environment: NodeJS.ProcessEnv = { ...process.env, LC_ALL: 'C' };
  for (const name of Object.keys(environment)) if (name.startsWith('PG')) delete environment[name];
  return environment;
}
