import { Pool } from 'pg';
import { type EmbeddedServer, startEmbedded } from '@/lib/db/embedded';
import { isEmpty, migrate } from '@/lib/db/migrate';
import { roleNames, withClient } from '@/lib/db/postgres/roles';
import { atEnd, isEnding, say } from './lifecycle';

/** A database that answers: the address for the app, and the one for changes of the schema. */
type Database = { appUrl: string; ownerUrl: string; appRole?: string };

const checkEvery = 1_000;

/** The database of `DATABASE_URL`. Throws, with a sentence for the user, when it does not answer. */
export async function openDatabase(appUrl: string, ownerUrl = appUrl): Promise<Database> {
  for (const [name, url] of [
    ['DATABASE_URL', appUrl],
    ['DATABASE_OWNER_URL', ownerUrl],
  ] as const) {
    try {
      await withClient(url, (client) => client.query('SELECT 1'));
    } catch (thrown) {
      const { host, pathname } = new URL(url);
      throw new Error(
        `The database ${pathname.slice(1)} at ${host} (${name}) can't be reached: ${reason(thrown)}. ` +
          'Check that it runs and that the address is right, or unset DATABASE_URL to use the database that comes with Daybook.',
      );
    }
  }
  const appRole = decodeURIComponent(new URL(appUrl).username);
  const same = appRole === decodeURIComponent(new URL(ownerUrl).username);
  return { appUrl, ownerUrl, ...(same ? {} : { appRole }) };
}

/** The database that comes with Daybook, started on a data folder and stopped at the end of the command. */
export async function startDatabase(home: string): Promise<Database> {
  const server = await startEmbedded(home, say);
  atEnd(() => server.stop());
  keepRunning(server);
  const { app, owner } = await server.createDatabase('daybook');
  return { appUrl: app, ownerUrl: owner, appRole: roleNames.app };
}

/** Brings a database to the newest schema and fills it when it is empty. */
export async function prepareDatabase({ ownerUrl, appRole }: Database): Promise<void> {
  const applied = await migrate(ownerUrl, appRole);
  if (applied.length > 0) say(`Migrated the database: ${applied.join(', ')}.`);
  if (!(await isEmpty(ownerUrl))) return;
  const { seed } = await import('@/prisma/seed/seed');
  const pool = new Pool({ connectionString: ownerUrl, max: 2 });
  try {
    const report = await seed(pool);
    const rows = Object.entries(report).filter(([, count]) => count > 0);
    say(
      `Filled the empty database: ${rows.map(([table, count]) => `${count} ${table.replaceAll('_', ' ')}`).join(', ')}.`,
    );
  } finally {
    await pool.end();
  }
}

/** Starts the server again when it is lost, so that the app answers again without a human. */
function keepRunning(server: EmbeddedServer): void {
  const timer = setInterval(async () => {
    if (isEnding() || server.isRunning()) return;
    timer.refresh();
    say('The database was lost; starting it again …');
    await server.restart().catch((thrown: unknown) => console.error(reason(thrown)));
  }, checkEvery);
  timer.unref();
}

function reason(thrown: unknown): string {
  if (thrown instanceof AggregateError && thrown.errors[0] instanceof Error) return thrown.errors[0].message;
  return thrown instanceof Error ? thrown.message : String(thrown);
}
