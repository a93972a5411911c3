import { existsSync } from 'node:fs';
import path from 'node:path';
import { Pool } from 'pg';
import { runningUrls } from '@/lib/db/embedded';
import { isEmpty } from '@/lib/db/migrate';
import { readCommandSettings } from '@/lib/env';
import { makeDemo, removeDemo, settleDemo } from '@/prisma/demo/fill';
import { mayRebuild, rebuildFrom } from '@/prisma/demo/indexes';
import { loadSeed } from '@/prisma/seed/load';
import { loadPlaces } from '@/prisma/seed/places';
import { openDatabase, prepareDatabase, startDatabase } from './steps/database';
import { readDemoArguments } from './steps/demo-arguments';
import { showProgress } from './steps/demo-progress';
import { atEnd, runCommand, say } from './steps/lifecycle';
import { lockDataFolder } from './steps/lock';

const count = (value: number) => value.toLocaleString('en');

/** Makes or removes the demo data set in the database of the app; see `scripts/demo.mjs`. */
async function demo(): Promise<number> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const asked = readDemoArguments(process.argv.slice(2));
  const pool = new Pool({ connectionString: await findDatabase(), max: 1, application_name: 'daybook-demo' });
  pool.on('error', () => {});
  const client = await pool.connect();
  client.on('error', () => {});
  atEnd(() => client.release(true));
  if (asked.remove) {
    const removed = await removeDemo(client);
    say(`Removed the demo data set with ${count(removed)} incidents.`);
    await settleDemo(client);
    return 0;
  }
  const { places } = loadPlaces();
  const { periods } = await loadSeed(new Set(places.map(({ id }) => id)));
  const large = asked.incidents >= rebuildFrom;
  const rebuildIndexes = large && (await mayRebuild(client));
  if (large && !rebuildIndexes)
    say(
      'Others may use the database meanwhile, so its indexes are kept up. It is faster while Daybook is stopped.',
    );
  const progress = showProgress(asked.incidents);
  let whole = false;
  atEnd(() => {
    if (!whole) say('The run did not end, so the demo data set is as it was before.');
  });
  const made = await makeDemo(client, { ...asked, places, periods, rebuildIndexes }, progress.show);
  whole = true;
  const seconds = progress.end();
  say(
    `Made the demo data set: ${count(made.incidents)} incidents, ${count(made.rows)} rows in ${seconds.toFixed(1)} s ` +
      `(${count(Math.round(made.rows / seconds))} rows a second).`,
  );
  await settleDemo(client);
  return 0;
}

/** The address of the app's database: a running one is used as it is, else it is started and brought up to date. */
async function findDatabase(): Promise<string> {
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

await runCommand(demo);
