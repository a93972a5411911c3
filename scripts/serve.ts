import { existsSync } from 'node:fs';
import path from 'node:path';
import { publicRead, readCommandSettings } from '@/lib/env';
import { columnsFile } from './steps/columns-file';
import { openDatabase, prepareDatabase, startDatabase } from './steps/database';
import { runCommand, say } from './steps/lifecycle';
import { lockDataFolder } from './steps/lock';
import { findPort } from './steps/ports';
import { prepareBuild, prepareFonts, preparePrisma } from './steps/prepare';
import { startWeb } from './steps/web';

/** What `npm start` does once the packages are installed: database, build, web server; until a signal ends it. */
async function serve(): Promise<number> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const settings = readCommandSettings(process.env);
  const dev = process.argv.includes('--dev');
  const home = path.resolve(settings.DAYBOOK_DATA_DIR);
  const noteUrl = settings.DATABASE_URL ? () => {} : lockDataFolder(home);

  await prepareFonts();
  await preparePrisma();
  const database = settings.DATABASE_URL
    ? await openDatabase(settings.DATABASE_URL, settings.DATABASE_OWNER_URL)
    : await startDatabase(home);
  await prepareDatabase(database);
  if (!dev) await prepareBuild();

  const port = await findPort(settings.PORT, settings.HOST);
  if (port !== settings.PORT) say(`Port ${settings.PORT} is in use, so Daybook takes ${port}.`);
  const file = columnsFile(settings);
  if (file !== null) process.env.DAYBOOK_COLUMNS_FILE = file;
  const web = await startWeb({
    dev,
    host: settings.HOST,
    port,
    databaseUrl: database.appUrl,
    publicRead: publicRead(settings),
  });
  const url = `http://localhost:${port}`;
  noteUrl(url);
  say(`Daybook is running at ${url}`);
  // Needs Prisma's client, which a fresh clone has only since `preparePrisma`.
  const { sayFirstLink } = await import('./steps/first-link');
  await sayFirstLink(database.ownerUrl, settings.DAYBOOK_ORIGIN ?? url);
  const code = await web.ended;
  throw new Error(`The web server ended by itself (code ${code}).`);
}

await runCommand(serve);
