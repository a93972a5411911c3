import { expect, test } from '@playwright/test';
import { Client } from 'pg';
import { addAccount, type TestAccount } from '../../support/accounts';
import { incidentLike } from '../../support/incidents';

/** Personal data that is sent along with each fault; the log of the server is searched for it after the browser tests. */
const personal = '13912345678 11010519491231002X someone@mail.example.org';
const coded = encodeURIComponent(personal);

let coder: TestAccount;
test.beforeAll(async () => {
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  coder = await addAccount(client, 'coder');
  await client.end();
});

type Fault = { path: string; status: number; body?: string; type?: string; origin?: string; method?: string };
const json = (value: unknown) => JSON.stringify(value);
const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;

const faults: Record<string, Fault> = {
  'a body that is cut off': { path: '/api/incidents', body: `{"title":"${personal}`, status: 400 },
  'a body that is too deep': { path: '/api/incidents', body: `{"dataset":${deep}}`, status: 400 },
  'a body that is no object': { path: '/api/incidents', body: json(personal), status: 400 },
  'a body of another type': {
    path: '/api/incidents',
    body: `a=${coded}`,
    type: 'application/x-www-form-urlencoded',
    status: 400,
  },
  'a body that is too large': { path: '/api/views', body: json({ name: personal.repeat(400) }), status: 413 },
  'half a character': { path: '/api/incidents', body: '{"a":"\\ud800"}', status: 400 },
  'a page of another site': {
    path: '/api/incidents',
    body: json({}),
    origin: 'https://evil.example',
    status: 403,
  },
  'a data set that is not there': {
    path: '/api/incidents',
    body: json({ dataset: 'no-such', incident: incidentLike({ summary: personal }) }),
    status: 400,
  },
  'a record that is not there': {
    path: '/api/incidents/step',
    body: json({ ref: 'no-such', version: 1, to: 'in-review', reason: 'It is done.' }),
    status: 404,
  },
  'a reason that names somebody': {
    path: '/api/incidents/step',
    body: json({ ref: 'no-such', version: 1, to: 'in-review', reason: personal }),
    status: 400,
  },
  'a number that is too large': {
    path: '/api/incidents/step',
    body: '{"ref":"a","version":1e400,"to":"draft"}',
    status: 400,
  },
  'wrong words to sign in with': {
    path: '/api/sign-in',
    body: json({ login: personal, password: personal }),
    status: 401,
  },
  'a method that is not taken': { path: `/incidents.csv?q=${coded}`, method: 'DELETE', status: 405 },
  'a filter that is not known': { path: `/incidents.csv?type=${coded}`, status: 400 },
  'a date that is none': { path: `/rows.json?from=${coded}`, status: 400 },
  'a place in a list that is none': { path: `/rows.json?after=${coded}`, status: 400 },
  'a size of an image that is none': { path: `/charts/over-time.png?scale=${coded}`, status: 400 },
  'a chart that is not there': { path: `/charts/${coded}.svg`, status: 404 },
  'an address that can’t be read': { path: '/incidents/%ff.csv', status: 400 },
  'a question that holds NUL': { path: `/history?who=%00${coded}`, status: 400 },
  'an address that is too long': { path: `/rows.json?q=${coded.repeat(80)}`, status: 414 },
  'outlines of nothing': { path: `/geo/shapes.json?scope=${coded}&level=county`, status: 400 },
  'a page that is not there': { path: `/${coded}`, status: 404 },
  'a view that is not there': { path: `/v/${coded}`, status: 404 },
  'a search that finds nothing': { path: `/incidents?q=${coded}`, status: 200 },
};

/** What would tell how the server is made: SQL, places of files, calls, versions, addresses of the database. */
const telling =
  /\b(SELECT|INSERT INTO|UPDATE \w+ SET|FROM \w+ (WHERE|JOIN))\b|\bat \S+ \(|\/work\/|\/app\/\.next|node_modules|node:internal|postgres(ql)?:|PL\/pgSQL|relation "|DatabaseError|ZodError|PrismaClient|ECONNREFUSED|next@|"?stack"?:|Node\.js v|\b(16\.\d+\.\d+|19\.\d+\.\d+)\b/;

for (const [name, fault] of Object.entries(faults))
  test(`${name} is answered without telling how the server is made`, async ({ baseURL }) => {
    const { path, body, type = 'application/json', origin = baseURL ?? '', status } = fault;
    const response = await fetch(baseURL + path, {
      method: fault.method ?? (body === undefined ? 'GET' : 'POST'),
      redirect: 'manual',
      headers: { cookie: coder.cookie, origin, ...(body === undefined ? {} : { 'content-type': type }) },
      body,
    });
    const text = await response.text();
    expect(response.status, text.slice(0, 300)).toBe(status);
    // What is said to people, without the scripts and the names of files that a page is made of.
    const said = text.replaceAll(/<script\b[\s\S]*?<\/script>|<link\b[^>]*>/g, '');
    expect(telling.exec(said)?.[0]).toBeUndefined();
    expect(
      telling.exec([...response.headers].map((pair) => pair.join(': ')).join('\n'))?.[0],
    ).toBeUndefined();
  });
