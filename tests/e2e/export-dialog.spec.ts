import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { tableFromIPC } from 'apache-arrow';
import { parse } from 'csv-parse/sync';
import { parquetReadObjects } from 'hyparquet';
import readWorkbook from 'read-excel-file/node';
import { unzip } from '../support/archive';
import { expect, expectAccessible, test } from './support';

const rowsOf = (csv: Buffer | undefined): Record<string, string>[] =>
  parse(csv ?? '', { columns: true, bom: true });

/** How many incidents a file of each format holds, read by a program that is not ours. */
const counts: Record<string, (file: Buffer) => number | Promise<number>> = {
  CSV: (file) => rowsOf(file).length,
  'CSV for Excel': (file) => rowsOf(file).length,
  XLSX: async (file) => ((await readWorkbook(file))[0]?.data.length ?? 0) - 1,
  JSON: (file) => JSON.parse(file.toString()).incidents.length,
  NDJSON: (file) => file.toString().trimEnd().split('\n').length,
  GeoJSON: (file) => JSON.parse(file.toString()).features.length,
  Parquet: async (file) => (await parquetReadObjects({ file: new Uint8Array(file).buffer })).length,
  Arrow: (file) => tableFromIPC(file).numRows,
  Package: async (file) => rowsOf((await unzip(file)).get('incidents.csv')).length,
};

async function openDialog(page: Page, address: string): Promise<Locator> {
  await page.goto(address);
  await page.getByRole('button', { name: 'Export: Incidents over time' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export: Incidents over time' });
  await expect(dialog.getByText('3 incidents of 8 in all data sets')).toBeVisible();
  return dialog;
}

async function downloaded(page: Page, link: Locator): Promise<Buffer> {
  const waiting = page.waitForEvent('download');
  await link.click();
  return readFile(await (await waiting).path());
}

test.describe('The export dialog', () => {
  test('is used by keyboard, says the filter, and is accessible in every tab', async ({ page }) => {
    const dialog = await openDialog(page, '/?type=petition');
    await expect(dialog.getByText('Filter Type: Petition')).toBeVisible();
    await dialog.getByRole('tab', { name: 'Image' }).focus();
    for (const [key, tab] of [
      ['End', 'Cite'],
      ['ArrowRight', 'Image'],
      ['ArrowRight', 'Data'],
    ] as const) {
      await page.keyboard.press(key);
      await expect(dialog.getByRole('tab', { name: tab })).toBeFocused();
      await expect(dialog.getByRole('tabpanel', { name: tab })).toBeVisible();
      await expectAccessible(page);
    }
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('button', { name: 'Export: Incidents over time' })).toBeFocused();
  });

  test('gives the chart as PNG and SVG in the size and shape asked for', async ({ page }) => {
    const dialog = await openDialog(page, '/?type=petition');
    await expect(dialog.getByRole('img', { name: /^Preview of the image/ })).toBeVisible();
    await dialog.getByRole('radio', { name: '16:9' }).check();
    await dialog.getByRole('radio', { name: '4×' }).check();
    await expect(dialog.getByText('6,400 × 3,600 pixels')).toBeVisible();
    await dialog.getByRole('radio', { name: '1×' }).check();
    const png = await downloaded(page, dialog.getByRole('link', { name: 'Download PNG' }));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1600, 900]);
    await dialog.getByRole('radio', { name: 'SVG' }).check();
    await dialog.getByRole('radio', { name: '1:1' }).check();
    const svg = (await downloaded(page, dialog.getByRole('link', { name: 'Download SVG' }))).toString();
    expect(svg).toMatch(/<svg[^>]* width="1200" height="1200"/);
  });

  test('gives the records in every format, as many as the button says', async ({ page }) => {
    const dialog = await openDialog(page, '/?type=petition');
    await dialog.getByRole('tab', { name: 'Data' }).click();
    await dialog.getByRole('radio', { name: 'Both' }).check();
    for (const [format, count] of Object.entries(counts)) {
      await dialog.getByRole('radio', { name: format, exact: true }).check();
      const words = format === 'Package' ? 'a package' : format;
      const link = dialog.getByRole('link', { name: `Download 3 incidents as ${words}`, exact: true });
      expect(await count(await downloaded(page, link)), format).toBe(3);
    }
    await dialog.getByRole('radio', { name: 'The numbers of this chart' }).check();
    const link = dialog.getByRole('link', { name: /^Download the numbers \(/ });
    const [, said] = /\(([\d,]+) rows?, CSV\)$/.exec((await link.textContent()) ?? '') ?? [];
    expect(rowsOf(await downloaded(page, link))).toHaveLength(Number(said?.replaceAll(',', '')));
  });

  test('gives a package that tells what was changed since a day', async ({ page }) => {
    const dialog = await openDialog(page, '/?type=petition');
    await dialog.getByRole('tab', { name: 'Data' }).click();
    const since = dialog.getByLabel('With what was changed since');
    await expect(since).toHaveCount(0);
    await dialog.getByRole('radio', { name: 'Package', exact: true }).check();
    const link = dialog.getByRole('link', { name: 'Download 3 incidents as a package', exact: true });
    const without = await unzip(await downloaded(page, link));
    expect([...without.keys()]).not.toContain('CHANGES.csv');

    // A day that is only begun is none, and no file is made of it.
    await since.focus();
    await page.keyboard.type('02');
    await dialog.getByRole('radio', { name: 'Package', exact: true }).focus();
    await expect(since).toHaveAttribute('aria-invalid', 'true');
    await expect(dialog.getByRole('alert')).toHaveText(/^This is not a whole day/);
    await expect(link).toHaveCount(0);
    await expectAccessible(page);

    await since.fill('2019-01-31');
    await expect(link).toHaveAttribute('href', '/incidents.zip?type=petition&since=2019-01-31');
    const files = await unzip(await downloaded(page, link));
    const refs = new Set(rowsOf(files.get('incidents.csv')).map(({ ref }) => ref));
    const changes = rowsOf(files.get('CHANGES.csv'));
    expect(Object.keys(changes[0] ?? {})).toContain('changed_at');
    expect(new Set(changes.map(({ ref }) => ref))).toEqual(refs);

    // Another format has no such file, and what was typed is still there on the way back.
    await dialog.getByRole('radio', { name: 'JSON', exact: true }).check();
    await expect(since).toHaveCount(0);
    await expect(dialog.getByRole('link', { name: /as JSON$/ })).not.toHaveAttribute('href', /since/);
    await dialog.getByRole('radio', { name: 'Package', exact: true }).check();
    await expect(since).toHaveValue('2019-01-31');
    await since.fill('');
    await expect(link).toHaveAttribute('href', '/incidents.zip?type=petition');
  });

  test('cites the selection in four formats', async ({ page }) => {
    const dialog = await openDialog(page, '/?type=petition');
    await dialog.getByRole('tab', { name: 'Cite' }).click();
    for (const [format, beginning] of [
      ['Text', 'Daybook ('],
      ['BibTeX', '@misc{'],
      ['RIS', 'TY  - DATA'],
      ['CSL-JSON', '['],
    ] as const) {
      await dialog.getByRole('radio', { name: format }).check();
      const file = await downloaded(page, dialog.getByRole('link', { name: 'Download', exact: true }));
      expect(file.toString().startsWith(beginning), format).toBe(true);
      expect(file.toString(), format).toContain('n = 3 incidents');
    }
  });
});
