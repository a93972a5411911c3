import { existsSync } from 'node:fs';
import { Pool } from 'pg';
import { makeDemo, removeDemo, settleDemo } from '@/prisma/demo/fill';
import { mayRebuild, rebuildFrom } from '@/prisma/demo/indexes';
import { loadSeed } from '@/prisma/seed/load';
import { loadPlaces } from '@/prisma/seed/places';
import { columnsKeeper } from './steps/columns-file';
import { readDemoArguments } from './steps/demo-arguments';
import { showProgress } from './steps/demo-progress';
import { findDatabase } from './steps/find-database';
import { atEnd, runCommand, say } from './steps/lifecycle';

const count = (value: number) => value.toLocaleString('en');

/** Makes or removes the demo data set in the database of the app; see `scripts/demo.mjs`. */
async function demo(): Promise<number> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const asked = readDemoArguments(process.argv.slice(2));
  const keepColumns = columnsKeeper();
  const connectionString = await findDatabase();
  const pool = new Pool({ connectionString, max: 1, application_name: 'daybook-demo' });
  pool.on('error', () => {});
  const client = await pool.connect();
  client.on('error', () => {});
  atEnd(() => client.release(true));
  if (asked.remove) {
    const removed = await removeDemo(client);
    say(`Removed the demo data set with ${count(removed)} incidents.`);
    await settleDemo(client);
    await keepColumns(connectionString);
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
  await keepColumns(connectionString);
  return 0;
}

await runCommand(demo);
