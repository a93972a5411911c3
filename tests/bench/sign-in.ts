import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { signIn } from '@/lib/accounts/sign-in';
import { hashPassword } from '@/lib/auth/passwords';
import { startEmbedded } from '@/lib/db/embedded';
import { migrate } from '@/lib/db/migrate';
import { pool } from '@/lib/db/pool';
import { roleNames } from '@/lib/db/postgres/roles';
import { database, sql } from '@/lib/db/query';

/**
 * Whether the time of a refusal tells which logins there are: wrong passwords of accounts that exist against logins
 * that do not, in turns, each from an address of its own. Prints the difference of the medians and its ratio to what
 * may be noticed (20 ms).
 * Usage: npm run bench -- sign-in
 */
const pairs = 200;
const noticed = 20;

const home = mkdtempSync(path.join(tmpdir(), 'daybook-bench-'));
const server = await startEmbedded(home);
try {
  const { owner, app } = await server.createDatabase('bench');
  await migrate(owner, roleNames.app);
  process.env.DATABASE_URL = app;
  const hash = await hashPassword('seven green kettles hum');
  for (let n = 0; n < pairs; n += 1)
    await database.query(sql`INSERT INTO accounts (id, login, name, role, password_hash)
      VALUES (${randomUUID()}::uuid, ${`known-${n}`}, 'Known', 'reader', ${hash})`);
  const times = { known: [] as number[], unknown: [] as number[] };
  let addresses = 0;
  for (let n = 0; n < pairs; n += 1)
    for (const kind of ['known', 'unknown'] as const) {
      const start = performance.now();
      await refused(`${kind}-${n}`, `198.51.${Math.floor(addresses / 200)}.${(addresses++ % 200) + 1}`);
      times[kind].push(performance.now() - start);
    }
  const [known, unknown] = [median(times.known), median(times.unknown)];
  const apart = Math.abs(known - unknown);
  console.log(
    `a wrong password takes ${known.toFixed(1)} ms, an unknown login ${unknown.toFixed(1)} ms: ` +
      `${apart.toFixed(1)} ms apart, ${(apart / noticed).toFixed(2)} of what may be noticed`,
  );
  console.log(JSON.stringify({ 'apart of noticed': Number((apart / noticed).toFixed(3)) }));
  await pool().end();
} finally {
  await server.stop();
  rmSync(home, { recursive: true, force: true });
}

async function refused(login: string, address: string): Promise<void> {
  const browser = { address, words: 'Bench', session: null, device: null };
  await signIn({ login, password: 'wrong password' }, browser, 'en').then(
    () => {
      throw new Error('a wrong password was taken');
    },
    ({ code }: { code: string }) => {
      if (code !== 'unauthenticated') throw new Error(`refused with ${code}`);
    },
  );
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
