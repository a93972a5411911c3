import { expect, test } from '@playwright/test';
import { Client } from 'pg';
import { addAccount, type TestAccount } from '../../support/accounts';
import { askAs, inTurns, textOf } from '../../support/answers';
import { addHidden, type Hidden, leak, secretSource, secretWord } from '../../support/hidden-records';
import { incidentLike, sendAs } from '../../support/incidents';
import { permissionMatrix } from '../../support/permission-matrix';

// One worker, so that the records of the file are made once.
test.describe.configure({ mode: 'default' });

let hidden: Hidden;
let accounts: Record<'reader' | 'coder' | 'editor' | 'author', TestAccount>;

test.beforeAll(async () => {
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    const [reader, coder, editor, author] = [
      await addAccount(client, 'reader'),
      await addAccount(client, 'coder'),
      await addAccount(client, 'editor'),
      await addAccount(client, 'coder'),
    ];
    accounts = { reader, coder, editor, author };
    hidden = await addHidden(client, author, editor);
  } finally {
    await client.end();
  }
});

/** The ways in which something could come out, each with addresses that would show it. */
function channels(): Record<string, string[]> {
  const { dataset, draft, withdrawn, directive, published } = hidden;
  const asked = [`q=${secretWord}`, `dataset=${dataset}&status=draft~in-review~withdrawn~published`];
  const all = (path: string) => asked.map((query) => `${path}?${query}`);
  const records = [draft, withdrawn, published].map((ref) => `/incidents/${ref}`);
  return {
    'every route': Object.values(permissionMatrix)
      .flat()
      .filter(({ method }) => method === undefined)
      .map(({ path }) => path),
    'pages of records': [...records, `/directives/${directive}`, '/sources/epoch-times-2020-10-22'],
    'pages of lists': [...all('/'), ...all('/incidents'), '/directives', `/views`, '/review', '/data'],
    'a record beside the table': [draft, withdrawn].map(
      (ref) => `/incidents?dataset=${dataset}&record=${ref}`,
    ),
    forms: records.map((path) => `${path}/edit`),
    histories: [...records.map((path) => `${path}/history`), '/history', '/history?type=incident'],
    'record as JSON': records.map((path) => `${path}/record.json`),
    citations: records.flatMap((path) => ['txt', 'bib', 'ris', 'json'].map((end) => `${path}/cite.${end}`)),
    CSV: all('/incidents.csv'),
    XLSX: all('/incidents.xlsx'),
    JSON: all('/incidents.json'),
    GeoJSON: all('/incidents.geojson'),
    'the package': all('/incidents.zip'),
    charts: ['over-time', 'by-district', 'matrix', 'type', 'issue'].flatMap((name) => [
      `/charts/${name}.svg?dataset=${dataset}`,
      `/charts/${name}.csv?q=${secretWord}`,
    ]),
    'facets and figures': all('/explore.json'),
    'rows and their order': [
      ...all('/rows.json'),
      ...['title', '-title', 'sizeMin', '-startsOn'].map(
        (sort) => `/rows.json?dataset=${dataset}&sort=${sort}`,
      ),
    ],
    'records before and after': records.map((path) => `${path}?dataset=${dataset}&sort=title`),
    'a selection before export': [...all('/selection/about.json'), ...all('/selection/cite.txt')],
    places: ['/places.json?q=leizhou', `/places.json?field=place&dataset=${dataset}`],
    'error text': [
      `/incidents/${draft}/nothing.txt`,
      `/incidents.csv?status=${secretWord}`,
      `/incidents.csv?record=${draft}`,
      `/rows.json?after=${draft}`,
      `/v/${draft}`,
    ],
  };
}

type Asker = { name: string; site: string | undefined; account?: TestAccount };
const askers = (): Asker[] => [
  { name: 'stranger', site: process.env.CLOSED_URL },
  { name: 'public', site: process.env.BASE_URL },
  { name: 'reader', site: process.env.BASE_URL, account: accounts.reader },
  { name: 'another coder', site: process.env.BASE_URL, account: accounts.coder },
];

const ask = (path: string, { site, account }: Asker, headers: Record<string, string> = {}) =>
  askAs((site ?? '') + path, { ...headers, ...(account ? { cookie: account.cookie } : {}) });

/** The addresses that show a secret, or the ref of a hidden record that was not asked for. */
async function leaksAt(
  asked: { way: string; path: string }[],
  asker: Asker,
  headers: Record<string, string> = {},
): Promise<string[]> {
  const { draft, withdrawn, directive } = hidden;
  const found = await inTurns(asked, async ({ way, path }) => {
    const response = await ask(path, asker, headers);
    const text = await textOf(response);
    const refs = [draft, withdrawn, directive].filter((ref) => !path.includes(ref) && text.includes(ref));
    const shown = [leak.exec(text)?.[0], ...refs].filter((one) => one !== undefined);
    if (response.status >= 500) shown.push(String(response.status));
    return shown.map((one) => `${asker.name}, ${way}, ${path}: ${one}`);
  });
  return found.flat();
}

test('the secrets are found where an editor may see them, in each kind of file', async () => {
  const editor: Asker = { name: 'editor', site: process.env.BASE_URL, account: accounts.editor };
  const { draft, dataset, directive, published } = hidden;
  const asked = `dataset=${dataset}&status=draft~withdrawn`;
  for (const path of [
    `/incidents/${draft}`,
    `/incidents/${draft}/record.json`,
    `/incidents/${draft}/cite.bib`,
    `/directives/${directive}`,
    `/incidents/${published}/history`,
    '/history?type=incident',
    `/incidents?${asked}`,
    `/rows.json?${asked}`,
    ...['csv', 'xlsx', 'json', 'ndjson', 'geojson', 'arrow', 'zip'].map(
      (end) => `/incidents.${end}?${asked}`,
    ),
  ])
    expect(await textOf(await ask(path, editor)), path).toMatch(leak);
  const payload = await ask(`/incidents/${draft}`, editor, { rsc: '1' });
  expect(payload.headers.get('content-type')).toContain('text/x-component');
  expect(await textOf(payload)).toMatch(leak);
});

test('nothing hidden comes out by any channel, to anybody who may not see it', async () => {
  const found: string[] = [];
  const ways = channels();
  expect(Object.keys(ways).length).toBeGreaterThanOrEqual(15);
  for (const asker of askers()) {
    const asked = Object.entries(ways).flatMap(([way, paths]) =>
      paths.map((path) => ({ way, path, isPage: /page|forms|hist/.test(way) })),
    );
    found.push(...(await leaksAt(asked, asker)));
    // The payload of a page holds what the page holds; that somebody who may read nothing gets none is asked elsewhere.
    const pages = asked.filter(({ isPage }) => isPage).map((one) => ({ ...one, way: 'payload' }));
    if (asker.account) found.push(...(await leaksAt(pages, asker, { rsc: '1' })));
  }
  expect(found).toEqual([]);
});

test('a source that nothing published rests on is named to those who code, and to nobody else', async () => {
  const { source, dataset } = hidden;
  const ways = [
    '/sources',
    `/sources/${source}`,
    '/explore-reference.json',
    ...[
      '/',
      '/incidents',
      '/explore.json',
      '/rows.json',
      '/incidents.csv',
      '/incidents.zip',
      '/selection/cite.txt',
    ].map((path) => `${path}?source=${source}`),
    ...['over-time.svg', 'source.svg', 'source.csv'].map((name) => `/charts/${name}?source=${source}`),
    `/charts/matrix.csv?matrix=status~source&dataset=${dataset}`,
  ];
  const named = new RegExp(`${secretSource} (outlet|headline)`);
  for (const asker of askers().slice(0, 3))
    for (const path of ways) {
      const text = await textOf(await ask(path, asker));
      expect(named.exec(text)?.[0], `${asker.name}, ${path}`).toBeUndefined();
      if (!path.includes(source)) expect(text, `${asker.name}, ${path}`).not.toContain(source);
    }
  const coder: Asker = { name: 'coder', site: process.env.BASE_URL, account: accounts.coder };
  for (const path of ['/sources', `/sources/${source}`, '/explore-reference.json'])
    expect(await textOf(await ask(path, coder)), path).toMatch(named);
});

test('a search for a secret finds nothing, whatever it is asked with', async () => {
  for (const asker of askers().slice(1))
    for (const word of ['title', 'titleZh', 'summary', 'note', 'size', 'category']) {
      const query = `q=${secretWord}-${word}&status=draft~withdrawn~published`;
      const response = await ask(`/incidents.csv?${query}`, asker);
      expect(response.headers.get('x-daybook-count'), `${asker.name}: ${query}`).toBe('0');
    }
});

test('what a coder sends is answered without the secrets of others', async () => {
  const { draft, withdrawn, directive, dataset } = hidden;
  const coder = accounts.coder;
  const incident = incidentLike({ title: `${secretWord} title`, titleZh: `${secretWord} titleZh` });
  const bodies: [string, object][] = [
    ['/api/incidents', { dataset, incident }],
    ['/api/incidents', { dataset, incident: { ...incident, directives: [directive] }, notDuplicate: true }],
    ...[draft, withdrawn].flatMap((ref): [string, object][] => [
      ['/api/incidents/change', { ref, version: 1, incident }],
      ['/api/incidents/step', { ref, version: 1, to: 'in-review' }],
      ['/api/incidents/restore', { ref, version: 1, to: 1 }],
    ]),
    [
      '/api/views',
      { name: 'All', description: null, page: '/incidents', query: `dataset=${dataset}&status=draft` },
    ],
  ];
  for (const [path, body] of bodies) {
    const text = await (await sendAs(coder, path, body)).text();
    expect(text, path).not.toMatch(leak);
    expect(text, path).not.toContain('changed-meanwhile');
  }
});
