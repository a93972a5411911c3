import { existsSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { restoreBackup } from '@/lib/backup/mutations';
import { openBackup } from '@/lib/backup/read';
import { runningUrls } from '@/lib/db/embedded';
import { migrate } from '@/lib/db/migrate';
import { readCommandSettings } from '@/lib/env';
import { columnsKeeper } from './steps/columns-file';
import { openDatabase, startDatabase } from './steps/database';
import { atEnd, runCommand, say } from './steps/lifecycle';
import { lockDataFolder } from './steps/lock';
import { namedArguments } from './steps/named-arguments';

const count = (value: number) => value.toLocaleString('en');

/** Restores a backup into an empty database; see `scripts/restore.mjs`. */
async function restore(): Promise<number> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const [file, ...more] = namedArguments(process.argv.slice(2), []).words;
  if (file === undefined || more.length > 0)
    throw new Error('Name the backup, and nothing else: npm run restore -- FILE.zip');
  const opened = await openBackup(file);
  atEnd(() => opened.close());
  const keepColumns = columnsKeeper();
  const connectionString = await migratedDatabase();
  const client = new Client({ connectionString, application_name: 'daybook-restore' });
  client.on('error', () => {});
  await client.connect();
  atEnd(() => client.end());
  const began = performance.now();
  const { tables, rows } = await restoreBackup(client, opened);
  await client.query('ANALYZE');
  say(
    `Restored ${count(rows)} rows of ${tables} tables in ${((performance.now() - began) / 1000).toFixed(1)} s. ` +
      'The history holds. Nobody is signed in.',
  );
  await keepColumns(connectionString);
  return 0;
}

/** The database of the app for its owner, migrated but not filled; started where it does not run. */
async function migratedDatabase(): Promise<string> {
  const settings = readCommandSettings(process.env);
  if (settings.DATABASE_URL) {
    const { ownerUrl, appRole } = await openDatabase(settings.DATABASE_URL, settings.DATABASE_OWNER_URL);
    await migrate(ownerUrl, appRole);
    return ownerUrl;
  }
  const home = path.resolve(settings.DAYBOOK_DATA_DIR);
  const running = runningUrls(home, 'daybook');
  if (running) return running.owner;
  lockDataFolder(home);
  const { ownerUrl, appRole } = await startDatabase(home);
  await migrate(ownerUrl, appRole);
  return ownerUrl;
}

await runCommand(restore);
