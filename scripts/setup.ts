import { readCommandSettings } from '@/lib/env';
import { openDatabase, prepareDatabase } from './steps/database';
import { runCommand } from './steps/lifecycle';

/**
 * Brings the database of `DATABASE_URL` to the newest schema and fills it when it is empty. The image runs it
 * before the app. With `DATABASE_OWNER_URL` the schema belongs to a role that the app does not have.
 */
async function setup(): Promise<number> {
  const { DATABASE_URL, DATABASE_OWNER_URL } = readCommandSettings(process.env);
  if (!DATABASE_URL) throw new Error('DATABASE_URL is not set.');
  await prepareDatabase(await openDatabase(DATABASE_URL, DATABASE_OWNER_URL));
  return 0;
}

await runCommand(setup);
