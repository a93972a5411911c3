import 'server-only';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Client } from 'pg';
import { withClient } from './postgres/roles';
import { migrateQueue, queueSchema } from './queue';
import { applyMigrations, type MigrationList, withEngine } from './schema-engine';

/** Number of the advisory lock that one starter holds while it migrates; the others wait for it. */
const migrationLock = 20_261_125;
const lockTimeout = '120s';

/** Tables that the app may only add to. */
const appendOnly = ['changes', 'saved_views'];

/**
 * Brings a database to the newest schema and returns the names of the migrations that it lacked. Safe to run
 * by several starters at once. `appRole` is the role of the web app, when it is not the owner: it gets the
 * right to read and write rows, and nothing else.
 */
export async function migrate(ownerUrl: string, appRole?: string): Promise<string[]> {
  return withClient(ownerUrl, async (client) => {
    await client.query(`SET lock_timeout = '${lockTimeout}'`);
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    const applied = await withEngine(ownerUrl, (engine) => applyMigrations(engine, readMigrations()));
    await migrateQueue(ownerUrl);
    if (appRole) await grant(client, appRole);
    return applied;
  });
}

/** Whether nothing has been put into a migrated database yet. */
export function isEmpty(url: string): Promise<boolean> {
  return withClient(url, async (client) => {
    const { rowCount } = await client.query('SELECT FROM datasets LIMIT 1');
    return rowCount === 0;
  });
}

async function grant(client: Client, appRole: string): Promise<void> {
  const role = client.escapeIdentifier(appRole);
  await client.query(`GRANT USAGE ON SCHEMA public TO ${role}`);
  await client.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${role}`);
  await client.query(`GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO ${role}`);
  await client.query(`GRANT USAGE ON SCHEMA ${queueSchema} TO ${role}`);
  await client.query(
    `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${queueSchema} TO ${role}`,
  );
  await client.query(`GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${queueSchema} TO ${role}`);
  // Imports lay the rows of files down in tables of their own transaction.
  const { rows } = await client.query<{ name: string }>('SELECT quote_ident(current_database()) AS name');
  await client.query(`GRANT TEMPORARY ON DATABASE ${rows[0]?.name} TO ${role}`);
  await client.query(`REVOKE INSERT, UPDATE, DELETE ON _prisma_migrations FROM ${role}`);
  for (const table of appendOnly) await client.query(`REVOKE UPDATE, DELETE ON ${table} FROM ${role}`);
}

function readMigrations(): MigrationList {
  const baseDir = path.resolve('prisma/migrations');
  const names = readdirSync(baseDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  const lock = readFileSync(path.join(baseDir, 'migration_lock.toml'), 'utf8');
  return {
    baseDir,
    lockfile: { path: 'migration_lock.toml', content: lock },
    shadowDbInitScript: '',
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: readFileSync(path.join(baseDir, name, 'migration.sql'), 'utf8') },
      },
    })),
  };
}
