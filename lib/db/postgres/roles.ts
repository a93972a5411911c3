import 'server-only';
import { Client } from 'pg';

/** The roles of the embedded server, each with its password. `admin` is the superuser and used at set-up only. */
export type Passwords = { admin: string; owner: string; app: string };

/** Addresses of one database, one for each role. */
export type DatabaseUrls = { admin: string; owner: string; app: string };

/** Names of the roles: the owner makes and changes tables, the app reads and writes rows. */
export const roleNames = { admin: 'postgres', owner: 'daybook_owner', app: 'daybook_app' } as const;

/** Extensions that the migrations count on. A superuser makes them; the owner may not. */
const extensions = ['pg_trgm', 'btree_gin', 'uuid-ossp'];

/**
 * Names of the locale that classifies characters of every script. Without one, `lower` and trigrams would
 * pass over Chinese. Systems spell it differently; the first that exists is taken.
 */
const characterLocales = ['C.UTF-8', 'C.utf8', 'en_US.UTF-8', 'UTF-8'];

/** The addresses of a database on the embedded server. */
export function databaseUrls(port: number, passwords: Passwords, database: string): DatabaseUrls {
  const url = (role: keyof typeof roleNames) =>
    `postgresql://${roleNames[role]}:${passwords[role]}@127.0.0.1:${port}/${database}`;
  return { admin: url('admin'), owner: url('owner'), app: url('app') };
}

/** Makes the two ordinary roles where they are missing, and closes the server's own databases to them. */
export async function ensureRoles(adminUrl: string, passwords: Passwords): Promise<void> {
  await withClient(adminUrl, async (client) => {
    await client.query('REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC');
    const { rows } = await client.query<{ rolname: string }>('SELECT rolname FROM pg_roles');
    for (const role of ['owner', 'app'] as const) {
      if (rows.some(({ rolname }) => rolname === roleNames[role])) continue;
      await client.query(
        `CREATE ROLE ${roleNames[role]} LOGIN PASSWORD ${client.escapeLiteral(passwords[role])}`,
      );
    }
  });
}

/**
 * Makes a database where it is missing: owned by the owner's role, closed to all but the two roles, with the
 * extensions. `template` copies another database instead. Returns whether it was made.
 */
export async function ensureDatabase(adminUrl: string, name: string, template?: string): Promise<boolean> {
  const made = await withClient(adminUrl, async (client) => {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rowCount !== 0) return false;
    const quoted = client.escapeIdentifier(name);
    if (template) {
      await client.query(
        `CREATE DATABASE ${quoted} TEMPLATE ${client.escapeIdentifier(template)} OWNER ${roleNames.owner}`,
      );
    } else {
      await createInFirstLocale(client, quoted);
    }
    await client.query(`REVOKE ALL ON DATABASE ${quoted} FROM PUBLIC`);
    await client.query(`GRANT CONNECT, TEMPORARY ON DATABASE ${quoted} TO ${roleNames.app}`);
    return true;
  });
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  await withClient(url.href, async (client) => {
    for (const extension of extensions) {
      await client.query(`CREATE EXTENSION IF NOT EXISTS ${client.escapeIdentifier(extension)}`);
    }
    await client.query(`ALTER SCHEMA public OWNER TO ${roleNames.owner}`);
  });
  return made;
}

async function createInFirstLocale(client: Client, quoted: string): Promise<void> {
  for (const [index, locale] of characterLocales.entries()) {
    try {
      await client.query(
        `CREATE DATABASE ${quoted} OWNER ${roleNames.owner} TEMPLATE template0 ENCODING 'UTF8' ` +
          `LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LC_COLLATE 'C' LC_CTYPE '${locale}'`,
      );
      return;
    } catch (thrown) {
      if (index === characterLocales.length - 1) throw thrown;
    }
  }
}

/** Runs some work on one connection and closes it. */
export async function withClient<Result>(
  url: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    application_name: 'daybook-setup',
  });
  // A connection that is lost meanwhile fails the query that waits on it; without a listener it would end the process.
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
