import { readdirSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { Client } from 'pg';
import { type Principal, principals, roles } from '@/lib/auth/permissions';
import { addAccount, addUnpublished, canary } from '../support/accounts';
import { askAs, inTurns } from '../support/answers';
import { permissionMatrix } from '../support/permission-matrix';

// One worker, so that the accounts and records of the file are made once.
test.describe.configure({ mode: 'default' });

/** Cookies of one account of each role; visitors have none. */
let cookies: Partial<Record<Principal, string>>;

/** Admins who are none any more, and what was done to their session or account. */
const former = {
  'a session that has expired': `UPDATE sessions SET created_at = now() - interval '13 hours' WHERE account_id = $1`,
  'an account that was closed': 'UPDATE accounts SET closed_at = now() WHERE id = $1',
};
const formerCookies: Record<string, string> = {};

test.beforeAll(async () => {
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    cookies = {};
    for (const role of roles) {
      const account = await addAccount(client, role);
      cookies[role] = account.cookie;
      if (role === 'coder') await addUnpublished(client, account.id);
    }
    for (const [name, statement] of Object.entries(former)) {
      const { id, cookie } = await addAccount(client, 'admin');
      await client.query(statement, [id]);
      formerCookies[name] = cookie;
    }
  } finally {
    await client.end();
  }
});

/** The records that each principal must not see, whatever is asked. */
const unpublished = ['zj-draft-a', 'zj-draft-own', 'zj-withdrawn-a'];
const hidden: Record<Principal, string[]> = {
  stranger: unpublished,
  public: unpublished,
  reader: unpublished,
  coder: ['zj-draft-a', 'zj-withdrawn-a'],
  editor: [],
  admin: [],
};

const siteOf = (principal: Principal, open: string) =>
  principal === 'stranger' ? (process.env.CLOSED_URL ?? '') : open;

const routes = () =>
  readdirSync('app', { recursive: true, encoding: 'utf8' }).filter((path) =>
    /(^|\/)(page\.tsx|route\.ts)$/.test(path),
  );

test('every route stands in the table of permissions, and nothing else does', () => {
  expect(Object.keys(permissionMatrix).sort()).toEqual(routes().sort());
});

/** Everybody that the table speaks of, and those who may do what visitors may. */
const askers: [string, Principal, () => string | undefined][] = [
  ...principals.map((principal): (typeof askers)[number] => [principal, principal, () => cookies[principal]]),
  ...Object.keys(former).map((name): (typeof askers)[number] => [name, 'public', () => formerCookies[name]]),
];

for (const [name, principal, cookieOf] of askers)
  test(`${name}: each route answers as the table of permissions has it`, async ({ baseURL }) => {
    const site = siteOf(principal, baseURL ?? '');
    const cells = Object.values(permissionMatrix).flat();
    const found = await inTurns(cells, async ({ method = 'GET', path }) => {
      // Signing out would end the session that the other routes are tried with.
      const cookie = path === '/api/sign-out' ? undefined : cookieOf();
      const response = await fetch(site + path, {
        method,
        redirect: 'manual',
        headers: {
          ...(cookie ? { cookie } : {}),
          ...(method === 'POST' ? { origin: site, 'content-type': 'application/json' } : {}),
        },
        ...(method === 'POST' ? { body: '{}' } : {}),
      });
      const text = await response.text();
      if (response.status === 307)
        expect(response.headers.get('location')).toMatch(/^\/sign-in\?next=%2F|\/sign-in\?next=\//);
      for (const ref of hidden[principal])
        expect(text.includes(`${canary} ${ref}`), `${path} shows ${ref} to ${principal}`).toBe(false);
      return `${path} ${response.status}`;
    });
    expect(found).toEqual(cells.map(({ path, expected }) => `${path} ${expected[principal]}`));
  });

test('whoever has to sign in is led from there to any address that is answered', async () => {
  const site = process.env.CLOSED_URL ?? '';
  for (const query of [`q=${'%E6%B9%9B'.repeat(440)}`, `q=${'%25'.repeat(1_300)}`]) {
    const response = await fetch(`${site}/incidents?${query}`, { redirect: 'manual' });
    expect(response.status).toBe(307);
    const page = await fetch(new URL(response.headers.get('location') ?? '', site));
    expect(page.status).toBe(200);
    expect(await page.text()).toContain(query);
  }
  expect((await fetch(`${site}/incidents?q=${'a'.repeat(4_000)}`)).status).toBe(414);
});

/** Ways of asking that have made other apps forget to ask who asks. */
const disguises: Record<string, Record<string, string>> = {
  'a subrequest of the proxy': { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' },
  'a payload of the router': { rsc: '1' },
  'a prefetch': { rsc: '1', 'next-router-prefetch': '1' },
  'a prefetch of a segment': {
    rsc: '1',
    'next-router-prefetch': '1',
    'next-router-segment-prefetch': '/_tree',
  },
  'a forwarded host': { 'x-forwarded-host': 'localhost', 'x-forwarded-proto': 'https' },
};

for (const [name, headers] of Object.entries(disguises))
  test(`nothing that is not published comes out under ${name}`, async ({ baseURL }) => {
    for (const path of [
      '/incidents/zj-draft-a',
      '/directives/draft-d',
      '/?q=Qwyxalor',
      '/incidents?q=Qwyxalor&status=draft',
    ]) {
      for (const site of [baseURL ?? '', process.env.CLOSED_URL ?? '']) {
        const text = await (await askAs(site + path, headers)).text();
        // The address itself, with the words that were asked for, may stand in the answer.
        expect(text).not.toContain(`${canary} zj`);
        if (site === process.env.CLOSED_URL) expect(text).not.toContain('zj-2019');
      }
    }
  });

test('counts, lists, facets, searches and exports of a visitor know nothing of drafts', async ({
  baseURL,
}) => {
  const ask = async (path: string, cookie?: string) =>
    (await fetch((baseURL ?? '') + path, { headers: cookie ? { cookie } : {} })).text();
  const named = '/incidents.csv?status=draft~withdrawn';
  for (const cookie of [undefined, cookies.reader]) {
    for (const path of [
      named,
      '/incidents.json?q=Qwyxalor',
      '/rows.json?status=draft',
      '/explore.json?q=Qwyxalor&status=draft',
      '/incidents.csv',
    ])
      expect(await ask(path, cookie)).not.toContain(`${canary} zj`);
  }
  expect(await ask('/incidents.csv', cookies.editor)).not.toContain(canary);
  const editors = await ask(named, cookies.editor);
  for (const ref of ['zj-draft-a', 'zj-draft-own', 'zj-withdrawn-a']) expect(editors).toContain(ref);
  const coders = await ask(named, cookies.coder);
  expect(coders).toContain('zj-draft-own');
  expect(coders).not.toContain('zj-draft-a');
});
