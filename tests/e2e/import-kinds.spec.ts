import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { Client } from 'pg';
import { ZipFile } from 'yazl';
import { addAccount, type TestAccount } from '../support/accounts';
import { workbookOf } from './import-support';
import { expect, openAs, test } from './support';

let client: Client;
let editor: TestAccount;
test.beforeAll(async () => {
  client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  editor = await addAccount(client, 'editor');
});
test.afterAll(() => client.end());

const fixtures = path.join(import.meta.dirname, '../fixtures/imports/presets');
type Sent = { name: string; buffer: Buffer };

/** Sends a file, has all its rows checked, and tells what the page counts. */
async function checked(page: Page, { name, buffer }: Sent) {
  await openAs(page, editor, '/data/import');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  await page.getByRole('button', { name: /^Send 1 file/ }).click();
  await page.waitForURL(/\/data\/import\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('button', { name: 'Check all rows' })).toBeVisible({ timeout: 30_000 });
  const preset = await page.getByLabel('The file is').inputValue();
  await page.getByRole('button', { name: 'Check all rows' }).click();
  await expect(page.getByRole('heading', { name: 'What an import would do' })).toBeVisible({
    timeout: 30_000,
  });
  const count = async (key: string) =>
    Number(((await page.locator(`[data-count="${key}"] dd`).textContent()) ?? '').replace(/\D/g, ''));
  return { preset, made: await count('made'), refused: await count('refused') };
}

const sheet = (): string[][] => {
  const { sheets } = JSON.parse(readFileSync(path.join(fixtures, 'clb-strike-map.json'), 'utf8')) as {
    sheets: { rows: (string | number)[][] }[];
  };
  const day = (serial: number) => new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10);
  return (sheets[0]?.rows ?? []).map((row) =>
    row.map((cell) => (typeof cell === 'number' ? day(cell) : cell)),
  );
};

for (const [name, preset] of [
  ['acled.csv', 'acled'],
  ['acled-2022.csv', 'acled'],
  ['ucdp-ged.csv', 'ucdp-ged'],
  ['ucdp-ged-no-header.csv', 'ucdp-ged'],
  ['mass-mobilization.csv', 'mass-mobilization'],
  ['ccc.csv', 'ccc'],
  ['gdelt.tsv', 'gdelt'],
  ['monthly-counts.csv', 'monthly-counts'],
] as const)
  test(`${name} is known as ${preset}, and its rows are good`, async ({ page }) => {
    const found = await checked(page, { name, buffer: readFileSync(path.join(fixtures, name)) });
    expect(found.preset).toContain(preset);
    expect(found.made).toBeGreaterThan(0);
  });

test('a workbook of the strike map is known', async ({ page }) => {
  const rows = sheet();
  const found = await checked(page, { name: 'strikes.xlsx', buffer: await workbookOf(rows) });
  expect(found).toMatchObject({ made: rows.length - 1, refused: 0 });
  expect(found.preset).toContain('clb-strike-map');
});

const headers = ['id', 'date', 'title', 'longitude', 'latitude', 'type', 'issues'];
const rows = [
  ['a-1', '2019-09-13', 'Unpaid work', '110.36', '21.27', 'strike', 'wage-arrears'],
  ['a-2', '2019-10-02', 'Land taken', '110.36', '21.27', 'petition', 'land-acquisition'],
];
const text = (sign: string) => Buffer.from([headers, ...rows].map((cells) => cells.join(sign)).join('\n'));
const records = rows.map((cells) => Object.fromEntries(headers.map((key, at) => [key, cells[at]])));

async function zip(entry: string, bytes: Buffer): Promise<Buffer> {
  const file = new ZipFile();
  file.addBuffer(bytes, entry);
  file.end();
  const pieces: Buffer[] = [];
  for await (const piece of file.outputStream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

const formats: Record<string, () => Buffer | Promise<Buffer>> = {
  'rows.csv': () => text(','),
  'rows.tsv': () => text('\t'),
  'rows.csv.gz': () => gzipSync(text(',')),
  'rows.zip': () => zip('rows.csv', text(',')),
  'rows.xlsx': () => workbookOf([headers, ...rows]),
  'rows.json': () => Buffer.from(JSON.stringify(records)),
  'rows.ndjson': () => Buffer.from(records.map((one) => JSON.stringify(one)).join('\n')),
  'rows.geojson': () =>
    Buffer.from(
      JSON.stringify({
        type: 'FeatureCollection',
        features: records.map(({ longitude, latitude, ...properties }) => ({
          type: 'Feature',
          properties,
          geometry: { type: 'Point', coordinates: [Number(longitude), Number(latitude)] },
        })),
      }),
    ),
  'rows.parquet': () =>
    Buffer.from(
      parquetWriteBuffer({
        columnData: headers.map((name, at) => ({
          name,
          type: 'STRING',
          data: rows.map((cells) => cells[at] ?? ''),
        })),
      }),
    ),
};

for (const [name, made] of Object.entries(formats))
  test(`${name} brings the same two records`, async ({ page }) => {
    expect(await checked(page, { name, buffer: await made() })).toMatchObject({ made: 2, refused: 0 });
  });
