import path from 'node:path';
import { runningUrls } from '@/lib/db/embedded';
import { isEmpty } from '@/lib/db/migrate';
import { readCommandSettings } from '@/lib/env';
import { openDatabase, prepareDatabase, startDatabase } from './database';
import { lockDataFolder } from './lock';

/**
 * The address of the app's database, for its owner: a running one is used as it is, else it is started and brought up
 * to date, and stopped at the end of the command. Throws, with a sentence for the user, when there is none to use.
 */
export async function findDatabase(): Promise<string> {
  const settings = readCommandSettings(process.env);
  if (settings.DATABASE_URL) {
    const database = await openDatabase(settings.DATABASE_URL, settings.DATABASE_OWNER_URL);
    await prepareDatabase(database);
    return database.ownerUrl;
  }
  const home = path.resolve(settings.DAYBOOK_DATA_DIR);
  const running = runningUrls(home, 'daybook');
  if (running) {
    if (await isEmpty(running.owner).catch(() => true))
      throw new Error(`The database in ${home} is being set up just now. Try again when Daybook runs.`);
    return running.owner;
  }
  lockDataFolder(home);
  const database = await startDatabase(home);
  await prepareDatabase(database);
  return database.ownerUrl;
}
