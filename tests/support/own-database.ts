import { randomBytes } from 'node:crypto';
import { afterAll, inject } from 'vitest';
import { ensureDatabase, withClient } from '@/lib/db/postgres/roles';

/**
 * Gives each test file a database of its own, migrated and empty, so that files neither see nor wait for each
 * other. `DATABASE_URL` is the app's role, as in the product; `DATABASE_OWNER_URL` may change the schema, and
 * `DATABASE_ADMIN_URL` may do anything on the throw-away server.
 */
const name = `test_${randomBytes(6).toString('hex')}`;
const at = (url: string, database: string) => Object.assign(new URL(url), { pathname: `/${database}` }).href;
const server = at(inject('adminUrl'), 'postgres');

await ensureDatabase(server, name, inject('template'));
process.env.DATABASE_URL = at(inject('appUrl'), name);
process.env.DATABASE_OWNER_URL = at(inject('ownerUrl'), name);
process.env.DATABASE_ADMIN_URL = at(inject('adminUrl'), name);

afterAll(() => withClient(server, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`)));
