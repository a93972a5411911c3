import { readCommandSettings } from '@/lib/env';
import { openDatabase, prepareDatabase } from './steps/database';
import { sayFirstLink } from './steps/first-link';
import { runCommand } from './steps/lifecycle';

/**
 * Brings the database of `DATABASE_URL` to the newest schema and fills it when it is empty. The image runs it
 * before the app. With `DATABASE_OWNER_URL` the schema belongs to a role that the app does not have.
 */
async function setup(): Promise<number> {
  const { DATABASE_URL, DATABASE_OWNER_URL, DAYBOOK_ORIGIN } = readCommandSettings(process.env);
  if (!DATABASE_URL) throw new Error('DATABASE_URL is not set.');
  const database = await openDatabase(DATABASE_URL, DATABASE_OWNER_URL);
  await prepareDatabase(database);
  await sayFirstLink(database.ownerUrl, DAYBOOK_ORIGIN ?? 'http://localhost:3000');
  return 0;
}

await runCommand(setup);
