import { makeFirstLink } from '@/lib/accounts/new-link/mutations';
import { linkHours } from '@/lib/auth/terms';
import { withClient } from '@/lib/db/postgres/roles';
import type { Sql } from '@/lib/db/query';
import { say } from './lifecycle';

/** While nobody has an account: says the link with which its owner makes the first one. */
export async function sayFirstLink(databaseUrl: string, site: string): Promise<void> {
  const token = await withClient(databaseUrl, async (client) => {
    await client.query('BEGIN');
    const made = await makeFirstLink({
      query: async <Row>({ text, values }: Sql) => (await client.query({ text, values })).rows as Row[],
    });
    await client.query('COMMIT');
    return made;
  });
  if (token === null) return;
  say(
    `Nobody has an account yet. Make the first one, an admin, within ${linkHours.first} hours: ${site.replace(/\/$/, '')}/link/${token}`,
  );
}
