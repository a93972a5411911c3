import { expect, test } from '@playwright/test';
import { Client } from 'pg';
import { type Role, roles } from '@/lib/auth/permissions';
import { writePaths } from '@/lib/http/security';
import { addAccount, type TestAccount } from '../../support/accounts';
import { inTurns } from '../../support/answers';
import { writeBodies } from '../../support/write-bodies';

// One worker, so that what the accounts of the file did can be counted.
test.describe.configure({ mode: 'default' });

const keys = ['role', 'status', 'authorId', 'author_id', 'version', 'id', 'constructor', '__proto__'];
/** What stands behind each key; would be taken where somebody takes all that is sent. */
const worth: Record<string, unknown> = {
  role: 'admin',
  status: 'published',
  version: 999,
  constructor: { prototype: { role: 'admin' } },
};

let client: Client;
let accounts: Record<Role, TestAccount>;
test.beforeAll(async () => {
  client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  const made = await inTurns(roles, (role) => addAccount(client, role), 1);
  accounts = Object.fromEntries(made.map((account) => [account.role, account])) as Record<Role, TestAccount>;
});
test.afterAll(() => client.end());

/** The body once for each object in it and each key that it does not know, with that key put in. */
function* withMore(body: object): Generator<{ key: string; json: string }> {
  const objects = (part: unknown): object[] =>
    typeof part !== 'object' || part === null
      ? []
      : [...(Array.isArray(part) ? [] : [part]), ...Object.values(part).flatMap(objects)];
  for (const [at] of objects(body).entries())
    for (const key of keys) {
      const copy = structuredClone(body);
      const target = objects(copy)[at] ?? {};
      if (Object.hasOwn(target, key)) continue;
      const value = Object.hasOwn(worth, key) ? worth[key] : '00000000-0000-4000-8000-000000000000';
      Object.defineProperty(target, key, {
        value: key === '__proto__' ? { role: 'admin', status: 'published', polluted: true } : value,
        enumerable: true,
      });
      yield { key, json: JSON.stringify(copy) };
    }
}

const post = (path: string, json: string, account: TestAccount) =>
  fetch(`${process.env.BASE_URL}${path}`, {
    method: 'POST',
    headers: {
      origin: process.env.BASE_URL ?? '',
      'content-type': 'application/json',
      // Signing out would end the session of the other tests.
      ...(path === '/api/sign-out' ? {} : { cookie: account.cookie }),
    },
    body: json,
  });

/** What the accounts of this file are and did. */
const state = async () => {
  const ids = roles.map((role) => accounts[role].id);
  const own = await client.query(
    `SELECT role, login, name, version, closed_at, password_hash FROM accounts WHERE id = ANY($1::uuid[]) ORDER BY login`,
    [ids],
  );
  const done = await client.query(
    'SELECT count(*) AS count, coalesce(max(seq), 0) AS last FROM changes WHERE actor_id = ANY($1::uuid[])',
    [ids],
  );
  return { own: own.rows, done: done.rows };
};

test('every address that takes something stands in the table of bodies', () => {
  expect(Object.keys(writeBodies).sort()).toEqual([...writePaths].sort());
});

for (const [path, { as, body, status }] of Object.entries(writeBodies))
  test(`${path} takes no key that it does not know, and changes nothing for one`, async () => {
    const before = await state();
    const answers = await inTurns([...withMore(body)], async ({ key, json }) => {
      const response = await post(path, json, accounts[as]);
      return { key, json, status: response.status, text: await response.text() };
    });
    for (const { json, ...answer } of answers) {
      expect(answer.status, `${json}\n${answer.text}`).toBe(400);
      expect(JSON.parse(answer.text).error.code).toBe('invalid');
    }
    expect(await state()).toEqual(before);
    // Without the key the same body comes through to what it asks for.
    const plain = await post(path, JSON.stringify(body), accounts[as]);
    expect(plain.status, await plain.text()).toBe(status);
  });
