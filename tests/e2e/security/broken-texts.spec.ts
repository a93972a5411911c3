import { expect, test } from '@playwright/test';
import { Client } from 'pg';
import { type Role, roles } from '@/lib/auth/permissions';
import { addAccount, addLink, type TestAccount } from '../../support/accounts';
import { inTurns } from '../../support/answers';
import { writeBodies } from '../../support/write-bodies';

// One worker, so that the accounts of the file are made once.
test.describe.configure({ mode: 'default' });

let accounts: Record<Role, TestAccount>;
let links: { invitation: string; password: string };
test.beforeAll(async () => {
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  const made = await inTurns(roles, (role) => addAccount(client, role), 1);
  accounts = Object.fromEntries(made.map((account) => [account.role, account])) as Record<Role, TestAccount>;
  const tokenOf = async (link: Parameters<typeof addLink>[1]) =>
    (await addLink(client, link)).slice('/link/'.length);
  links = {
    invitation: await tokenOf({ kind: 'invitation', role: 'reader' }),
    password: await tokenOf({ kind: 'new-password', accountId: accounts.reader.id }),
  };
  await client.end();
});

/** What no text field can hold, and what is longer than any may be. */
const broken: Record<string, string> = {
  'half a character': 'a\ud800b c',
  'the other half': 'a b\udc00',
  'the character NUL': 'a\u0000 b',
  'a very long text': 'long '.repeat(20_000),
};

type Way = (string | number)[];

/** The ways to every text in a body. */
function waysToTexts(part: unknown, way: Way = []): Way[] {
  if (typeof part === 'string') return [way];
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => waysToTexts(value, [...way, key]));
}

/** The body with another text at the end of a way. */
function withText(body: object, way: Way, text: string): object {
  const copy = structuredClone(body) as Record<string | number, unknown>;
  const holder = way
    .slice(0, -1)
    .reduce<Record<string | number, unknown>>(
      (part, key) => part[key] as Record<string | number, unknown>,
      copy,
    );
  holder[way.at(-1) ?? ''] = text;
  return copy;
}

/** The bodies with links that are open, so that what comes with them is read. */
const opened = (path: string, body: object): object => {
  if (path === '/api/link/account') return { ...body, token: links.invitation, login: 'somebody-else' };
  return path === '/api/link/password' ? { ...body, token: links.password } : body;
};

/** Texts that may be null in a body of the table stand in it, so that they are tried too. */
const filled = (body: object): object =>
  JSON.parse(
    JSON.stringify(body, (key, value) =>
      value === null && /title|note|text|reason|locator|printed|description|headline|label|care/i.test(key)
        ? 'A text'
        : value,
    ),
  );

for (const [path, { as, body }] of Object.entries(writeBodies))
  test(`${path} refuses what is no text without a fault`, async () => {
    const whole = filled(opened(path, body));
    const cases = waysToTexts(whole).flatMap((way) =>
      Object.entries(broken).map(([name, text]) => ({ name, way, json: withText(whole, way, text) })),
    );
    const faults = await inTurns(cases, async ({ name, way, json }) => {
      const response = await fetch(`${process.env.BASE_URL}${path}`, {
        method: 'POST',
        headers: {
          origin: process.env.BASE_URL ?? '',
          'content-type': 'application/json',
          ...(path === '/api/sign-out' ? {} : { cookie: accounts[as].cookie }),
        },
        body: JSON.stringify(json),
      });
      // Names of files are cleaned.
      const cleaned = path === '/api/imports' && response.status === 200;
      return cleaned || (response.status >= 400 && response.status < 500)
        ? []
        : [`${way.join('.')}: ${name}: ${response.status}`];
    });
    expect(faults.flat()).toEqual([]);
  });
