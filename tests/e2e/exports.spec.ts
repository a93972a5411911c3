import { parse } from 'csv-parse/sync';
import { recordFiles } from '@/lib/exports/formats';
import { expect, test } from './support';

const charts = ['over-time', 'by-district', 'matrix', 'issue', 'order', 'response', 'size', 'type', 'source'];

const records = Object.values(recordFiles).map(({ path }) => path);

test.describe('Exports', () => {
  test('an image of the chart carries title, filter, legend, n, source and address', async ({ page }) => {
    await page.goto('/?type=petition');
    const card = page.getByRole('region', { name: 'Incidents over time' });
    await card.getByRole('button', { name: 'Export' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'SVG' }).check();
    const download = page.waitForEvent('download');
    await dialog.getByRole('link', { name: 'Download SVG' }).click();
    const path = await (await download).path();
    const { readFile } = await import('node:fs/promises');
    const svg = await readFile(path, 'utf8');
    const text = svg.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
    for (const expected of [
      'Incidents over time',
      'Type: Petition',
      'Petition',
      'n = 3 incidents',
      'Epoch Times',
      'type=petition',
    ])
      expect(text).toContain(expected);
    expect(svg).not.toMatch(/<script|foreignObject|href="http/);
    expect(svg).toContain('@font-face');
  });

  for (const chart of charts) {
    test(`${chart} is to be had as SVG, PNG and CSV by address, in both languages`, async ({ request }) => {
      for (const lang of ['en', 'zh']) {
        const svg = await request.get(`/charts/${chart}.svg?lang=${lang}`);
        expect(svg.status()).toBe(200);
        expect(svg.headers()['content-type']).toContain('image/svg+xml');
        const png = await request.get(`/charts/${chart}.png?lang=${lang}`);
        expect(png.status()).toBe(200);
        expect((await png.body()).subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a');
      }
      const csv = await request.get(`/charts/${chart}.csv`);
      expect(csv.headers()['x-daybook-synthetic']).toBe('0');
      const rows = parse(await csv.text(), { columns: true });
      expect(rows.length).toBeGreaterThan(0);
      // What the dialog asks before it offers the file.
      const asked = await request.head(`/charts/${chart}.csv`);
      expect(asked.headers()['x-daybook-rows']).toBe(String(rows.length));
    });
  }

  test('CSV and JSON hold the rows that the page counts', async ({ request }) => {
    const csv = await request.get('/incidents.csv?bom=1');
    expect(csv.headers()['content-type']).toBe('text/csv; charset=utf-8');
    const body = await csv.text();
    expect(body.codePointAt(0)).toBe(0xfeff);
    const rows: Record<string, string>[] = parse(body, { columns: true, bom: true });
    expect(rows).toHaveLength(8);
    const land = rows.find(({ ref }) => ref === 'zj-2019-09-13-a');
    expect(land).toMatchObject({
      place_id: '440883.changqi.su',
      size_min: '60',
      size_max: '',
      type: 'mass-incident',
    });
    const json = await (await request.get('/incidents.json')).json();
    expect([json.count, json.incidents.length, json.complete]).toEqual([8, 8, true]);
  });
});

test.describe('Bad input', () => {
  const bad = [
    ['type=riot', 'type'],
    ['from=2019-02-30', 'from'],
    ['from=2020&to=2019', 'from'],
    ["q=x&sort=date'); DROP TABLE incidents;--", 'sort'],
    ['typ=petition', 'typ'],
  ] as const;
  for (const [query, field] of bad) {
    test(`${query}: an export refuses and names ${field}; the page goes on and says so`, async ({
      page,
      request,
    }) => {
      for (const path of [...records, '/charts/over-time.svg']) {
        const response = await request.get(`${path}?${query}`);
        expect(response.status()).toBe(400);
        const { error } = await response.json();
        expect(error.code).toBe('invalid');
        expect(error.fields.map(({ field }: { field: string }) => field)).toContain(field);
      }
      const answer = await page.goto(`/?${query}`);
      expect(answer?.status()).toBe(200);
      await expect(page.getByText('Parts of this address were left out')).toBeVisible();
    });
  }

  test('a query string of 10 kB gets a clear answer', async ({ request }) => {
    const response = await request.get(`/?q=${'x'.repeat(10_000)}`);
    expect(response.status()).toBe(414);
    expect(await response.text()).toMatch(/too long/i);
  });

  test('SQL in the search box is only text', async ({ page }) => {
    await page.goto(`/?q=${encodeURIComponent("'; DROP TABLE incidents; --")}`);
    await expect(page.getByText('No record matches')).toBeVisible();
    await page.goto('/');
    await expect(page.getByText('8 records', { exact: true })).toBeVisible();
  });

  test('an unknown record, directive, source, chart and page is a 404 that helps', async ({
    page,
    request,
    quiet,
  }) => {
    quiet.expectErrors(/404/);
    for (const path of ['/incidents/zj-1999-01-01-a', '/directives/none', '/sources/none', '/nowhere']) {
      const answer = await page.goto(path);
      expect(answer?.status(), path).toBe(404);
      await expect(page.getByRole('main').getByRole('link').first()).toBeVisible();
    }
    expect((await request.get('/charts/pie.svg')).status()).toBe(404);
  });

  test('nothing can be written through the web', async ({ request }) => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH'])
      expect((await request.fetch('/', { method, data: 'x=1' })).status()).toBe(405);
  });
});
