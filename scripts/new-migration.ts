import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findDrift } from '@/lib/db/drift';
import { startEmbedded } from '@/lib/db/embedded';
import { migrate } from '@/lib/db/migrate';

/**
 * Writes the next migration: the SQL from the state after all migrations to `prisma/schema.prisma`.
 *
 *     npm run migration -- add-witness-count
 *
 * Read it before you commit it: a renamed column looks to Prisma like one dropped and one added. Checks,
 * triggers, generated columns and indexes that Prisma has no words for are written by hand.
 */
const name = process.argv[2] ?? '';
if (!/^[a-z0-9]+([-_][a-z0-9]+)*$/.test(name)) {
  console.error(
    'Give the migration a name in lowercase letters, e.g. `npm run migration -- add-witness-count`.',
  );
  process.exit(1);
}

const home = mkdtempSync(path.join(tmpdir(), 'daybook-migration-'));
const server = await startEmbedded(home);
try {
  const { owner } = await server.createDatabase('daybook');
  await migrate(owner);
  const sql = await findDrift(owner);
  if (sql === null) {
    console.log('The migrations lead to prisma/schema.prisma already; nothing to write.');
  } else {
    const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
    const folder = path.join('prisma/migrations', `${stamp}_${name.replaceAll('-', '_')}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'migration.sql'), sql);
    console.log(`Written: ${folder}/migration.sql`);
  }
} finally {
  await server.stop();
  rmSync(home, { recursive: true, force: true });
}
