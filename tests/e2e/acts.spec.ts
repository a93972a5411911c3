import type { Page } from '@playwright/test';
import { Client } from 'pg';
import { addAccount, type TestAccount } from '../support/accounts';
import { addDraft, addMadeUpDataset, incidentLike } from '../support/incidents';
import { be, expect, expectAccessible, test } from './support';

let client: Client;
test.beforeAll(async () => {
  client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
});
test.afterAll(() => client.end());

const open = async (page: Page, account: TestAccount, path: string) => {
  await be(page, account);
  await page.goto(path, { waitUntil: 'networkidle' });
};
/** What axe finds in both themes. */
async function expectAccessibleInBoth(page: Page): Promise<void> {
  for (const theme of ['dark', 'light']) {
    await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme);
    await expectAccessible(page);
  }
}
const stored = async (ref: string) =>
  (await client.query('SELECT * FROM incidents WHERE ref = $1', [ref])).rows[0];
const word = () => Math.random().toString(36).slice(2, 12);
const main = (page: Page) => page.locator('main');

/** Some drafts in a data set of their own. */
async function drafts(account: TestAccount, count: number) {
  const dataset = await addMadeUpDataset(client);
  const refs: string[] = [];
  for (let n = 0; n < count; n += 1) refs.push(await addDraft(account, incidentLike(), dataset));
  return { dataset, refs };
}

test('all records of a filter are previewed, changed, and changed back', async ({ page }) => {
  const editor = await addAccount(client, 'editor');
  const { dataset, refs } = await drafts(editor, 3);
  await open(page, editor, `/incidents?dataset=${dataset}&status=draft`);
  await page.getByRole('button', { name: 'Change all 3 …' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('heading', { name: 'Change 3 records' })).toBeVisible();
  await expectAccessibleInBoth(page);
  await dialog.getByLabel('Type', { exact: true }).selectOption('petition');
  const first = dialog.getByRole('group', { name: 'Code 1' });
  await first.getByLabel('Code', { exact: true }).selectOption('layoffs');
  await dialog.getByRole('button', { name: 'Another code' }).click();
  const second = dialog.getByRole('group', { name: 'Code 2' });
  await second.getByLabel('Do what').selectOption('remove');
  await second.getByLabel('Code', { exact: true }).selectOption('wage-arrears');
  await dialog.getByRole('button', { name: 'See what would change' }).click();
  await expect(dialog).toContainText('3 records chosen');
  await expect(dialog).toContainText('3 will change');
  await expect(dialog.getByRole('table')).toContainText('Wage arrears → Layoffs');
  await expectAccessibleInBoth(page);
  expect((await stored(refs[0] ?? '')).version).toBe(1);
  await dialog.getByLabel('Why').fill('The coding rule changed.');
  await dialog.getByRole('button', { name: 'Change 3 records' }).click();
  await expect(dialog).toContainText('3 records were changed.');
  expect(await stored(refs[0] ?? '')).toMatchObject({ version: 2, type: 'petition', issues: ['layoffs'] });

  await dialog.getByRole('link', { name: 'To the act' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Codes changed: 3 records');
  await expect(main(page)).toContainText('The coding rule changed.');
  await expectAccessibleInBoth(page);
  // One of them is changed meanwhile.
  await client.query('UPDATE incidents SET version = 3 WHERE ref = $1', [refs[1]]);
  await page.reload();
  await expect(main(page)).toContainText('1 record was changed since.');
  await page.getByRole('button', { name: 'Take it back' }).click();
  await expect(page.getByRole('dialog')).toContainText('2 records become what they were before');
  await page.getByRole('dialog').getByRole('button', { name: 'Take it back' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Taken back: 2 records');
  await expect(main(page).getByRole('link', { name: refs[1] })).toBeVisible();
  expect(await stored(refs[0] ?? '')).toMatchObject({ version: 3, type: 'strike', issues: ['wage-arrears'] });
  await page.getByRole('link', { name: 'To the act that it took back' }).click();
  await expect(page.getByRole('link', { name: 'To the act that took it back' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Take it back' })).toHaveCount(0);
  await page.goto('/history');
  await page.getByRole('link', { name: 'Acts on many records' }).click();
  await expect(page.getByRole('table')).toContainText('was taken back');
  await expectAccessibleInBoth(page);
});

test('ticked rows are changed alone, and a selection that changed is shown anew', async ({ page, quiet }) => {
  quiet.expectErrors(/409/);
  const editor = await addAccount(client, 'editor');
  const { dataset, refs } = await drafts(editor, 3);
  await open(page, editor, `/incidents?dataset=${dataset}&status=draft`);
  const boxes = page.getByRole('table').first().locator('tbody').getByRole('checkbox');
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  await page.getByRole('button', { name: 'Change 2 …' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'Publish' }).check();
  await dialog.getByRole('button', { name: 'See what would change' }).click();
  await expect(dialog).toContainText('2 will change');
  await client.query('UPDATE incidents SET version = 2 WHERE ref = ANY($1)', [refs]);
  await dialog.getByRole('button', { name: 'Change 2 records' }).click();
  await expect(dialog.getByRole('alert')).toContainText('nothing was done');
  await dialog.getByRole('button', { name: 'Change 2 records' }).click();
  await expect(dialog).toContainText('2 records were changed.');
  const { rows } = await client.query('SELECT status FROM incidents WHERE ref = ANY($1)', [refs]);
  const states = rows.map(({ status }) => status);
  expect(states.sort()).toEqual(['draft', 'published', 'published']);
});

test('what may name a person is listed and stays a draft; withdrawing asks why', async ({ page }) => {
  const editor = await addAccount(client, 'editor');
  const dataset = await addMadeUpDataset(client);
  const title = `${word()} ${word()}`;
  const held = await addDraft(editor, incidentLike({ title, summary: 'Call 13812345678.' }), dataset);
  const free = await addDraft(editor, incidentLike(), dataset);
  await open(page, editor, `/?dataset=${dataset}&status=draft`);
  await page.getByRole('button', { name: 'Change all 2 …' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'Publish' }).check();
  await dialog.getByRole('button', { name: 'See what would change' }).click();
  await expect(dialog).toContainText('1 will change');
  await expect(dialog.getByRole('region', { name: 'Where personal data may be' })).toContainText(title);
  await expectAccessibleInBoth(page);
  await dialog.getByRole('button', { name: 'Change 1 record' }).click();
  await expect(dialog).toContainText('1 record was changed.');
  expect([(await stored(held)).status, (await stored(free)).status]).toEqual(['draft', 'published']);
  await page.goto(`/?dataset=${dataset}`, { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: 'Change the 1 record …' }).click();
  await dialog.getByRole('radio', { name: 'Withdraw' }).check();
  await dialog.getByRole('button', { name: 'See what would change' }).click();
  const confirm = dialog.getByRole('button', { name: 'Change 1 record' });
  await expect(confirm).toHaveAttribute('aria-disabled', 'true');
  await dialog.getByLabel('Why').fill('A test.');
  await confirm.click();
  await expect(dialog).toContainText('1 record was changed.');
});

test('drafts are ticked and published from what is in work; coders have no such button', async ({ page }) => {
  const editor = await addAccount(client, 'editor');
  const title = `${word()} ${word()}`;
  const ref = await addDraft(editor, incidentLike({ title }), await addMadeUpDataset(client));
  await open(page, editor, '/review');
  await expect(
    page.getByRole('button', { name: /^Change all [\d,]+ incidents …$|^Change the 1 incident …$/ }),
  ).toBeVisible();
  await page.getByRole('checkbox', { name: `Tick ${title}` }).check();
  await expectAccessibleInBoth(page);
  await page.getByRole('button', { name: 'Change 1 …' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'Publish' }).check();
  await dialog.getByRole('button', { name: 'See what would change' }).click();
  await dialog.getByRole('button', { name: 'Change 1 record' }).click();
  await dialog.getByRole('button', { name: 'Show the records anew' }).click();
  await expect(page.getByRole('checkbox', { name: `Tick ${title}` })).toHaveCount(0);
  expect((await stored(ref)).status).toBe('published');
  await open(page, await addAccount(client, 'coder'), '/incidents');
  await expect(page.getByRole('button', { name: /^Change / })).toHaveCount(0);
});

test('a record goes into another one field by field, its address leads there, and it is had back', async ({
  page,
  browser,
}) => {
  const editor = await addAccount(client, 'editor');
  const dataset = await addMadeUpDataset(client);
  const title = `${word()} ${word()} at the mill`;
  const kept = await addDraft(editor, incidentLike({ title, sizeMin: 20 }), dataset);
  const dropped = await addDraft(
    editor,
    incidentLike({ title: `${title} gate`, titleZh: '标题', sizeMin: 50 }),
    dataset,
  );
  await open(page, editor, `/incidents/${kept}`);
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByRole('button', { name: 'Withdraw' })).toBeVisible();
  await page.getByRole('link', { name: 'Merge …' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Merge another record into ${kept}`);
  await expectAccessibleInBoth(page);
  await page.getByRole('link', { name: `Compare with ${title} gate` }).click();
  const side = (field: string, name: string) =>
    page.getByRole('group', { name: field, exact: true }).getByRole('radio', { name });
  await expect(side('Title', 'of the record that stays')).toBeChecked();
  await expect(side('Title in Chinese', 'of the other one')).toBeChecked();
  await expectAccessibleInBoth(page);
  await page
    .getByRole('group', { name: /at least/ })
    .getByRole('radio', { name: 'of the other one' })
    .check();
  await page.getByLabel('Why').fill('One event.');
  await page.getByRole('button', { name: `Merge ${dropped} into ${kept}` }).click();
  await page.waitForURL(`**/incidents/${kept}`);
  expect(await stored(kept)).toMatchObject({ title, title_zh: '标题', size_min: 50 });
  expect(await stored(dropped)).toMatchObject({ status: 'withdrawn' });

  // The old address leads on, for visitors too, as a page and as data.
  const site = process.env.BASE_URL ?? '';
  for (const [from, to] of [
    [`/incidents/${dropped}`, `/incidents/${kept}`],
    [`/incidents/${dropped}/record.json`, `/incidents/${kept}/record.json`],
    [`/incidents/${dropped}/cite.bib`, `/incidents/${kept}/cite.bib`],
  ] as const) {
    const answer = await fetch(site + from, { redirect: 'manual' });
    expect(answer.status, from).toBe(308);
    expect(new URL(answer.headers.get('location') ?? '', site).pathname).toBe(to);
    expect(answer.headers.get('cache-control')).toContain('no-store');
  }
  const visitor = await (await browser.newContext({ baseURL: site })).newPage();
  await visitor.goto(`/incidents/${dropped}`);
  await expect(visitor.getByRole('heading', { level: 1 })).toHaveText(title);

  await page.goto(`/incidents/${dropped}/edit`);
  await expect(page).toHaveURL(new RegExp(`/incidents/${dropped}/history$`));
  await expect(main(page)).toContainText('went into another record');
  await page.getByRole('link', { name: 'To the act' }).first().click();
  await page.getByRole('button', { name: 'Take it back' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take it back' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Taken back: 2 records');
  expect((await fetch(`${site}/incidents/${dropped}`, { redirect: 'manual' })).status).toBe(404);
  expect(await stored(kept)).toMatchObject({ title_zh: null, size_min: 20 });
  await page.goto(`/incidents/${dropped}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${title} gate`);
  await visitor.context().close();
});

test('acts and merges are in Chinese too', async ({ page }) => {
  const editor = await addAccount(client, 'editor');
  const { dataset, refs } = await drafts(editor, 2);
  await page.context().addCookies([{ name: 'lang', value: 'zh', url: process.env.BASE_URL ?? '' }]);
  await open(page, editor, `/incidents?dataset=${dataset}&status=draft`);
  await page.getByRole('button', { name: '修改全部 2 条……' }).click();
  await page.getByRole('dialog').getByRole('radio', { name: '发布' }).check();
  await page.getByRole('dialog').getByRole('button', { name: '查看将有哪些修改' }).click();
  await expect(page.getByRole('dialog')).toContainText('将修改 2 条');
  await page.goto(`/incidents/${refs[0]}/merge?with=${refs[1]}`);
  await expect(page.getByRole('button', { name: `将 ${refs[1]} 并入 ${refs[0]}` })).toBeVisible();
  await expectAccessible(page);
});
