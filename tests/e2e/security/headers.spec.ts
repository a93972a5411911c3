import { readdirSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { Client } from 'pg';
import { filePolicy, scriptPolicy } from '@/lib/http/security';
import { addAccount, type TestAccount } from '../../support/accounts';

test.describe.configure({ mode: 'default' });

let account: TestAccount;
test.beforeAll(async () => {
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  account = await addAccount(client, 'coder');
  await client.end();
});

/** A file of the build with an ending. */
const built = (ending: string) => {
  const folder = `${process.env.NEXT_DIST_DIR ?? '.next'}/static/chunks`;
  return `/_next/static/chunks/${readdirSync(folder).find((file) => file.endsWith(ending))}`;
};

/** One address of each class of answers, with the policy that it carries and what it is. */
type Case = {
  name: string;
  path: string;
  status: number;
  type?: RegExp;
  policy: 'page' | 'image' | 'file' | 'script';
  /** Whether it is the same for everybody, and may be kept. */
  shared?: true;
  /** Whether the browser may keep it, and asks each time whether it still holds. */
  asked?: true;
  method?: string;
};
const html = /^text\/html; charset=utf-8$/;
const json = /^application\/json; charset=utf-8$/;
const cases: Case[] = [
  { name: 'a page', path: '/incidents', status: 200, type: html, policy: 'page' },
  { name: 'a form', path: '/incidents/new', status: 200, type: html, policy: 'page' },
  { name: 'a page that is not there', path: '/nothing', status: 404, type: html, policy: 'page' },
  { name: 'a record that is not there', path: '/incidents/nothing', status: 404, type: html, policy: 'page' },
  { name: 'a file that is not there', path: '/fonts/nothing', status: 404, type: html, policy: 'page' },
  { name: 'robots.txt, which is not there', path: '/robots.txt', status: 404, type: html, policy: 'page' },
  { name: 'an address that can’t be read', path: '/%E0%A4%A', status: 400, type: html, policy: 'page' },
  { name: 'an address too long', path: `/?q=${'a'.repeat(4_100)}`, status: 414, type: html, policy: 'page' },
  { name: 'a method that is refused', path: '/', method: 'PUT', status: 405, type: html, policy: 'page' },
  { name: 'a page for others', path: '/accounts', status: 404, type: html, policy: 'page' },
  { name: 'JSON', path: '/incidents.json', status: 200, type: json, policy: 'page' },
  {
    name: 'GeoJSON',
    path: '/incidents.geojson',
    status: 200,
    type: /^application\/geo\+json; charset=utf-8$/,
    policy: 'page',
  },
  { name: 'CSV', path: '/incidents.csv', status: 200, type: /^text\/csv; charset=utf-8$/, policy: 'page' },
  { name: 'XLSX', path: '/incidents.xlsx', status: 200, type: /spreadsheetml/, policy: 'page' },
  { name: 'NDJSON', path: '/incidents.ndjson', status: 200, type: /^application\/x-ndjson/, policy: 'page' },
  { name: 'Parquet', path: '/incidents.parquet', status: 200, type: /apache\.parquet$/, policy: 'page' },
  { name: 'Arrow', path: '/incidents.arrow', status: 200, type: /apache\.arrow\.stream$/, policy: 'page' },
  { name: 'the package', path: '/incidents.zip', status: 200, type: /^application\/zip$/, policy: 'page' },
  {
    name: 'a citation',
    path: '/incidents/zj-2019-09-13-a/cite.bib',
    status: 200,
    type: /charset=utf-8$/,
    policy: 'page',
  },
  { name: 'what Explore shows', path: '/explore.json', status: 200, type: json, policy: 'page', asked: true },
  {
    name: 'columns',
    path: '/explore.arrow',
    status: 200,
    type: /apache\.arrow\.stream$/,
    policy: 'page',
    shared: true,
  },
  { name: 'names', path: '/explore-reference.json', status: 200, type: json, policy: 'page', asked: true },
  { name: 'rows', path: '/rows.json', status: 200, type: json, policy: 'page', asked: true },
  { name: 'places by name', path: '/places.json?q=l', status: 200, type: json, policy: 'page', asked: true },
  {
    name: 'a record beside the table',
    path: '/incidents/zj-2019-09-13-a/record.json',
    status: 200,
    type: json,
    policy: 'page',
  },
  { name: 'an error as data', path: '/incidents.csv?type=nothing', status: 400, type: json, policy: 'page' },
  {
    name: 'data that is not there',
    path: '/incidents/nothing/cite.bib',
    status: 404,
    type: json,
    policy: 'page',
  },
  { name: 'a refusal as data', path: '/api/views', status: 405, type: json, policy: 'page' },
  { name: 'a write', path: '/api/incidents', method: 'POST', status: 400, type: json, policy: 'page' },
  { name: 'an address of nothing below /api', path: '/api/nothing', status: 404, policy: 'page' },
  {
    name: 'an image',
    path: '/charts/over-time.svg',
    status: 200,
    type: /^image\/svg\+xml; charset=utf-8$/,
    policy: 'image',
  },
  {
    name: 'an image of pixels',
    path: '/charts/over-time.png',
    status: 200,
    type: /^image\/png$/,
    policy: 'page',
  },
  { name: 'a probe', path: '/healthz', status: 200, type: json, policy: 'page' },
  { name: 'another probe', path: '/readyz', status: 200, type: json, policy: 'page' },
  {
    name: 'outlines',
    path: '/geo/shapes.json?scope=CN&level=province',
    status: 200,
    type: json,
    policy: 'page',
    shared: true,
  },
  {
    name: 'a file of outlines',
    path: '/geo/110000.json',
    status: 200,
    type: /^application\/json/,
    policy: 'page',
    shared: true,
  },
  {
    name: 'the icon',
    path: '/icon.svg',
    status: 200,
    type: /^image\/svg\+xml/,
    policy: 'file',
    shared: true,
  },
  { name: 'the icon by its old name', path: '/favicon.ico', status: 200, policy: 'file', shared: true },
  {
    name: 'a style sheet',
    path: built('.css'),
    status: 200,
    type: /^text\/css; charset=utf-8$/i,
    policy: 'file',
    shared: true,
  },
  {
    name: 'a script',
    path: built('.js'),
    status: 200,
    type: /^application\/javascript; charset=utf-8$/i,
    policy: 'script',
    shared: true,
  },
  {
    name: 'a static file that is not there',
    path: '/_next/static/nothing.js',
    status: 404,
    policy: 'script',
    shared: true,
  },
  {
    name: 'an image that Next would make smaller',
    path: '/_next/image?url=x&w=1&q=1',
    status: 400,
    policy: 'file',
    shared: true,
  },
];

const page = (nonce: string) =>
  `default-src 'self'; script-src 'self' 'nonce-${nonce}' 'strict-dynamic'; style-src 'self' 'nonce-${nonce}'; ` +
  "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; " +
  "form-action 'self'; frame-ancestors 'none'";
const image =
  "default-src 'none'; style-src 'unsafe-inline'; font-src data:; frame-ancestors 'none'; sandbox";
const nonceIn = (policy: string) => /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';

const fixed: Record<string, string | null> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'permissions-policy':
    'accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  // Only by https.
  'strict-transport-security': null,
  'x-powered-by': null,
  server: null,
  'access-control-allow-origin': null,
};

const ask = (site: string, { path, method = 'GET' }: Pick<Case, 'path' | 'method'>, headers = {}) =>
  fetch(site + path, {
    method,
    redirect: 'manual',
    headers: {
      cookie: account.cookie,
      ...(method === 'POST' ? { origin: site, 'content-type': 'application/json' } : {}),
      ...headers,
    },
    ...(method === 'POST' ? { body: '{}' } : {}),
  });

const nonces = new Set<string>();
for (const one of cases)
  test(`${one.name} carries every header that guards it`, async ({ baseURL }) => {
    // There are no columns while those of another version are being loaded, and other tests change the data.
    let response = await ask(baseURL ?? '', one);
    await expect(async () => {
      if (one.name === 'columns' && response.status === 404) response = await ask(baseURL ?? '', one);
      expect(response.status).toBe(one.status);
    }).toPass();
    const { headers } = response;
    const body = await response.text();
    for (const [name, value] of Object.entries(fixed)) expect(headers.get(name), name).toBe(value);
    if (one.type) expect(headers.get('content-type')).toMatch(one.type);
    const policy = headers.get('content-security-policy') ?? '';
    const nonce = nonceIn(policy);
    expect(policy).toBe({ page: page(nonce), image, file: filePolicy, script: scriptPolicy }[one.policy]);
    if (one.policy === 'page') {
      expect(nonce).toMatch(/^[A-Za-z0-9+/]{22}==$/);
      expect(nonces.has(nonce)).toBe(false);
      nonces.add(nonce);
      if (headers.get('content-type')?.startsWith('text/html'))
        for (const [tag] of body.matchAll(/<(script|style)\b[^>]*>/g))
          expect(tag).toContain(`nonce="${nonce}"`);
    }
    if (one.asked) {
      expect(headers.get('cache-control')).toBe('private, no-cache');
      // An answer in whose time the data changed has no tag, and other tests change them.
      let tag = '';
      await expect(async () => {
        tag = (await ask(baseURL ?? '', one)).headers.get('etag') ?? '';
        expect(tag).toMatch(/^W\/"[\w-]{27}"$/);
        expect((await ask(baseURL ?? '', one, { 'if-none-match': tag })).status).toBe(304);
      }).toPass();
      const visitor = await fetch(baseURL + one.path, { headers: { 'if-none-match': tag } });
      expect(visitor.status).toBe(200);
      expect(visitor.headers.get('etag')).not.toBe(tag);
    } else if (!one.shared) {
      expect(headers.get('cache-control')).toMatch(/^private, (no-cache, )?no-store/);
    }
  });

test('somebody who may not read is sent on with every header', async () => {
  const response = await fetch(`${process.env.CLOSED_URL}/incidents`, { redirect: 'manual' });
  expect(response.status).toBe(307);
  for (const [name, value] of Object.entries(fixed)) expect(response.headers.get(name), name).toBe(value);
  const policy = response.headers.get('content-security-policy') ?? '';
  expect(policy).toBe(page(nonceIn(policy)));
  expect(response.headers.get('location')).toMatch(/^\/sign-in\?next=(\/|%2F)incidents$/);
});

test('https is asked for where a proxy says that the visitor came by it', async ({ baseURL }) => {
  const { headers } = await ask(baseURL ?? '', { path: '/incidents' }, { 'x-forwarded-proto': 'https' });
  expect(headers.get('strict-transport-security')).toBe('max-age=63072000; includeSubDomains');
});

test('signing out takes away what the browser kept', async ({ baseURL }) => {
  for (const [path, body] of [
    ['/api/account/sessions', { session: '0'.repeat(64) }],
    ['/api/account/sessions', { session: null }],
    ['/api/sign-out', {}],
  ] as const) {
    const response = await fetch(`${baseURL}${path}`, {
      method: 'POST',
      headers: { origin: baseURL ?? '', cookie: account.cookie, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const other = 'session' in body && body.session !== null;
    expect(response.status, path).toBe(other ? 404 : 200);
    expect(response.headers.get('clear-site-data'), path).toBe(other ? null : '"cache", "storage"');
    expect(response.headers.get('cache-control'), path).toBe('private, no-store');
  }
});
