import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { Client } from 'pg';
import { addAccount } from '../support/accounts';
import { check, counted, intoNewDataset, main, sendFiles, word, write } from './import-steps';
import { gb18030, workbookOf } from './import-support';
import { be, expect, expectAccessibleInBoth, openAs, test } from './support';

let client: Client;
test.beforeAll(async () => {
  client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
});
test.afterAll(() => client.end());

const typed = `日期,标题,地点,人数,类型
2019年3月4日,码头司机停驶,湛江,六十余人,罢工
2019/3/9,村民到市政府,雷州市,约30人,请愿示威
2019-03-11,家长在校门口聚集,湛江市赤坎区,数百人,群体性事件
2019-03-12,村民到镇政府,雷州市,约20人,请愿示威
`;

test('a sheet typed in Chinese is mapped, checked, coded out of the report, written and undone', async ({
  page,
}) => {
  const editor = await addAccount(client, 'editor');
  const slug = word();
  await sendFiles(page, editor, [{ name: `${slug}.csv`, buffer: gb18030(typed) }]);
  await expect(page.getByRole('heading', { name: 'Columns' })).toBeVisible({ timeout: 30_000 });
  // Where the encoding is not certain it is asked.
  const question = page.getByRole('group', { name: 'In which encoding is the file?' });
  if (await question.isVisible()) {
    await question.getByText('GB18030').click();
    await question.getByRole('button', { name: 'Read it so' }).click();
    await expect(question).toHaveCount(0, { timeout: 30_000 });
  }
  await expect(main(page)).toContainText('GB18030');
  const columns = page.getByRole('region', { name: 'Columns of the file and what they become' });
  await expect(columns).toContainText('码头司机停驶');
  await expect(page.getByLabel('What 日期 becomes')).toHaveValue('start');
  await expect(page.getByLabel('What 标题 becomes')).toHaveValue('title');
  await expect(page.getByLabel('What 人数 becomes')).toHaveValue('size');
  await expect(main(page)).toContainText('1 not decided');
  await expectAccessibleInBoth(page);
  await intoNewDataset(page, slug);
  await check(page);

  await expect(counted(page, 'rows')).toHaveText('4');
  await expect(counted(page, 'made')).toHaveText('2');
  await expect(counted(page, 'refused')).toHaveText('2');
  const faults = page.getByRole('region', { name: 'Faults, the most frequent first' });
  await expect(faults).toContainText('It is not said what this value is coded as.');
  await expect(faults).toContainText('请愿示威');
  await expect(page.getByRole('button', { name: /^Write 2 records/ })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Refused rows as CSV' }).click(),
  ]);
  expect(readFileSync(await file.path(), 'utf8')).toContain('村民到市政府');
  await expectAccessibleInBoth(page);

  // Coded beside the report, and checked again.
  await page.getByLabel('Code of 请愿示威').selectOption('petition');
  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(counted(page, 'made')).toHaveText('4', { timeout: 30_000 });
  await expect(counted(page, 'refused')).toHaveText('0');
  await write(page, 4);
  await expect(main(page)).toContainText('SHA-256');
  await expectAccessibleInBoth(page);
  const address = page.url();
  await page.getByRole('link', { name: 'See the records' }).click();
  await page.waitForURL(new RegExp(`dataset=${slug}`));
  await expect(main(page)).toContainText('码头司机停驶');

  // One is edited; the undo names it and leaves it.
  const { rows } = await client.query(
    `UPDATE incidents SET version = 2 WHERE id = (SELECT i.id FROM incidents i JOIN datasets d ON d.id = i.dataset_id
      WHERE d.slug = $1 ORDER BY i.ref LIMIT 1) RETURNING ref`,
    [slug],
  );
  await page.goto(address);
  await page.getByRole('button', { name: 'Undo the import' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('1 record was edited here since. It stays as it is.');
  await expectAccessibleInBoth(page);
  await dialog.getByRole('button', { name: 'Undo it' }).click();
  await expect(main(page)).toContainText('3 records removed', { timeout: 30_000 });
  await expect(main(page)).toContainText(rows[0].ref);
});

test('a file of ACLED is known, and can be imported twice without a change', async ({ page }) => {
  const editor = await addAccount(client, 'editor');
  const slug = word();
  const file = {
    name: 'acled.csv',
    buffer: readFileSync('tests/fixtures/imports/presets/acled.csv'),
  };
  await sendFiles(page, editor, [file]);
  await expect(page.getByLabel('The file is')).toHaveValue('preset acled', { timeout: 30_000 });
  await expect(main(page)).toContainText('ACLED has no field of demands');
  await intoNewDataset(page, slug);
  await check(page);
  await expect(counted(page, 'refused')).toHaveText('0');
  const made = Number(await counted(page, 'made').textContent());
  expect(made).toBeGreaterThan(0);
  await write(page, made);

  await sendFiles(page, editor, [file]);
  const target = page.locator('#target');
  await target.getByLabel('Data set', { exact: true }).selectOption(`slug ${slug}`);
  await check(page);
  await expect(counted(page, 'unchanged')).toHaveText(String(made));
  await expect(main(page)).toContainText('There is nothing to write.');
});

test('a workbook whose days can be read both ways is not guessed at, and names places that are chosen', async ({
  page,
}) => {
  const editor = await addAccount(client, 'editor');
  const slug = word();
  const buffer = await workbookOf([
    ['Date', 'Title', 'Place', 'Type', 'Remark'],
    ['03/04/2019', 'Drivers stop work', 'Qwertyville', 'strike', 'first'],
    ['05/06/2019', 'Villagers at the gate', 'Zhanjiang', 'petition', 'second'],
  ]);
  await sendFiles(page, editor, [{ name: `${slug}.xlsx`, buffer }]);
  await expect(page.getByRole('heading', { name: 'Columns' })).toBeVisible({ timeout: 30_000 });
  await expect(main(page)).toContainText('as in “03/04/2019”. It is not guessed.');
  await page.getByLabel('What Remark becomes').selectOption('left');
  await intoNewDataset(page, slug);
  await check(page);
  await expect(counted(page, 'refused')).toHaveText('2');
  await page.getByLabel('day first: 3 April 2019').check();
  await page.getByRole('combobox', { name: 'Place of Qwertyville' }).fill('Wuchuan');
  await page
    .getByRole('listbox', { name: 'Place of Qwertyville' })
    .getByRole('option', { name: /Zhanjiang/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(counted(page, 'made')).toHaveText('2', { timeout: 30_000 });
  await expect(main(page)).toContainText('2019-04-03');
});

test('files that can’t be read say why, and a check can be broken off', async ({ page }) => {
  const editor = await addAccount(client, 'editor');
  await sendFiles(page, editor, [{ name: 'broken.json', buffer: Buffer.from('[{"a": 1},') }]);
  await expect(page.getByText('The files can’t be read')).toBeVisible({ timeout: 30_000 });
  await expect(main(page)).toContainText('broken.json');
  await expectAccessibleInBoth(page);
  await page.getByRole('button', { name: 'Let this import go' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Let this import go' }).click();
  await page.waitForURL(/\/data\/import$/);

  const rows = Array.from({ length: 150_000 }, (_, n) => `2019-03-04,Event ${n},Zhanjiang,strike`);
  await sendFiles(page, editor, [
    { name: 'many.csv', buffer: Buffer.from(`Date,Title,Place,Type\n${rows.join('\n')}\n`) },
  ]);
  await expect(page.getByRole('heading', { name: 'Columns' })).toBeVisible({ timeout: 30_000 });
  await intoNewDataset(page, word());
  await page.getByRole('button', { name: 'Check all rows' }).click();
  await expect(page.getByRole('heading', { name: 'Checking every row' })).toBeVisible();
  await page.getByRole('button', { name: 'Break off' }).click();
  await expect(main(page)).toContainText('The import was broken off. Nothing was written.', {
    timeout: 30_000,
  });
});

/** Opens the command palette and types into it; what is searched for is always offered. */
async function searchPalette(page: Page, text: string): Promise<void> {
  const field = page.getByRole('dialog').getByRole('combobox');
  await page.keyboard.press('Control+k');
  await expect(field).toBeFocused();
  await page.keyboard.type(text);
  await expect(page.getByRole('option', { name: text }).first()).toBeVisible();
}

test('only who edits imports, and it can be done in Chinese', async ({ page, baseURL, quiet }) => {
  quiet.expectErrors(/404/);
  const coder = await addAccount(client, 'coder');
  await be(page, coder);
  expect((await page.goto('/data/import'))?.status()).toBe(404);
  await page.goto('/data');
  await expect(page.getByRole('link', { name: 'Import …' })).toHaveCount(0);
  await searchPalette(page, 'import');
  await expect(page.getByRole('option', { name: 'Import files' })).toHaveCount(0);

  const editor = await addAccount(client, 'editor');
  await page.context().addCookies([{ name: 'lang', value: 'zh', url: baseURL ?? '' }]);
  await openAs(page, editor, '/data');
  await expect(page.getByRole('link', { name: '导入……' })).toBeVisible();
  await searchPalette(page, 'import');
  await expect(page.getByRole('option', { name: '导入文件' })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/data\/import$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('导入');
  await page.locator('input[type=file]').setInputFiles({
    name: '事件.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(typed),
  });
  await page.getByRole('button', { name: '上传 1 个文件' }).click();
  await expect(page.getByRole('heading', { name: '编码值' })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByLabel('日期 对应为')).toHaveValue('start');
  await page.getByRole('button', { name: '核对所有行' }).click();
  await expect(main(page)).toContainText('未说明此值编为何码', { timeout: 30_000 });
  await expectAccessibleInBoth(page);
});
