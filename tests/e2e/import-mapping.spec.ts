import type { Page } from '@playwright/test';
import { Client } from 'pg';
import { addAccount } from '../support/accounts';
import { check, counted, intoNewDataset, main, sendFiles, word, write } from './import-steps';
import { expect, expectAccessibleInBoth, test } from './support';

let client: Client;
test.beforeAll(async () => {
  client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
});
test.afterAll(() => client.end());

/** What was imported into a data set. */
async function imported(slug: string) {
  const { rows } = await client.query(
    `SELECT i.title, i.type, i.issues, i.forms, i.place_id, i.size_min, i.coding_note FROM incidents i
      JOIN datasets d ON d.id = i.dataset_id WHERE d.slug = $1 ORDER BY i.starts_on, i.title`,
    [slug],
  );
  return rows;
}

/** Sends a CSV of rows that are told apart by their titles, and waits for its mapping. */
async function map(page: Page, slug: string, header: string, rows: readonly string[]): Promise<void> {
  const editor = await addAccount(client, 'editor');
  await sendFiles(page, editor, [
    { name: `${slug}.csv`, buffer: Buffer.from(`${header}\n${rows.join('\n')}\n`) },
  ]);
  await expect(page.getByRole('heading', { name: 'Columns' })).toBeVisible({ timeout: 30_000 });
  await intoNewDataset(page, slug);
}

/** Goes from the result of a check to the mapping. */
const backToMapping = async (page: Page) => {
  await page.getByRole('link', { name: 'Back to the mapping' }).click();
  await expect(page.getByRole('heading', { name: 'Columns' })).toBeVisible();
};

/** Saves a mapping, after which what was checked before is gone. */
async function saveAndForget(page: Page): Promise<void> {
  await expect(page.getByRole('link', { name: 'To the result of the check' })).toBeVisible();
  await page.getByRole('button', { name: 'Save the mapping' }).click();
  await expect(page.getByRole('region', { name: 'Save and check' })).toContainText('Saved.');
  const state = await page.request.get(`${new URL(page.url()).pathname}/state.json`);
  expect(await state.json()).toMatchObject({ status: 'ready' });
  await page.reload();
  await expect(page.getByRole('link', { name: 'To the result of the check' })).toHaveCount(0);
}

/** Rows of a file, more of them than the page shows. */
const rowsOf = (count: number, row: (n: number) => string) => Array.from({ length: count }, (_, n) => row(n));

test('rows are passed over by what stands in a column, and come back when the condition goes', async ({
  page,
  quiet,
}) => {
  quiet.expectErrors(/400/);
  const slug = word();
  // The third state stands below the rows that the page shows.
  const state = (n: number) => (n === 300 ? 'retracted' : n % 3 === 0 ? 'void' : n % 10 === 1 ? '' : 'good');
  const rows = rowsOf(301, (n) => `2019-03-04,Event ${n},Zhanjiang,strike,${state(n)}`);
  await map(page, slug, 'Date,Title,Place,Type,State', rows);
  const card = page.locator('#skip');
  await expect(card).toContainText('No row is passed over.');

  await card.getByLabel('Column to pass rows over by').selectOption('State');
  await card.getByRole('button', { name: 'Add a condition' }).click();
  const condition = card.getByRole('group', { name: 'Condition 1' });
  await expect(condition.getByLabel('Column', { exact: true })).toBeFocused();
  // A condition without a value is refused by the server, at its field.
  await page.getByRole('button', { name: 'Save the mapping' }).click();
  await expect(condition.getByRole('checkbox', { name: /^void/ })).toHaveAttribute('aria-invalid', 'true');
  await expect(condition).toContainText('Choose at least one value, or remove the condition.');
  await expect(main(page)).toContainText('Rows to pass over: Condition 1 Choose at least one value');
  await expectAccessibleInBoth(page);

  await condition.getByRole('checkbox', { name: /^void/ }).check();
  await condition.getByRole('checkbox', { name: /^nothing/ }).check();
  await expect(condition).not.toContainText('Choose at least one value');
  await condition.getByLabel('Another value').fill('retracted');
  await page.keyboard.press('Enter');
  await expect(condition.getByRole('checkbox', { name: 'retracted' })).toBeChecked();
  await expect(condition.getByLabel('Another value')).toBeFocused();
  await condition.getByLabel('Another value').fill('void');
  await page.keyboard.press('Enter');
  await expect(condition).toContainText('This value is there already.');
  await check(page);
  const gone = rows.filter((_, n) => state(n) !== 'good').length;
  await expect(counted(page, 'skipped')).toHaveText(String(gone));
  await expect(counted(page, 'made')).toHaveText(String(301 - gone));
  await expect(counted(page, 'refused')).toHaveText('0');

  await backToMapping(page);
  await expect(condition.getByRole('checkbox', { name: 'retracted' })).toBeChecked();
  await condition.getByRole('checkbox', { name: 'retracted' }).uncheck();
  await saveAndForget(page);
  await check(page);
  await expect(counted(page, 'made')).toHaveText(String(302 - gone));
  await write(page, 302 - gone);
  const titles = (await imported(slug)).map(({ title }) => title);
  expect(titles).toHaveLength(302 - gone);
  expect(titles).toContain('Event 300');
  expect(titles).not.toContain('Event 3');
  await main(page).getByText('Show the mapping').click();
  await expect(page.getByRole('region', { name: 'Rows that were passed over' })).toContainText('void');

  // Without the condition all rows are taken.
  const again = word();
  await map(page, again, 'Date,Title,Place,Type,State', rows);
  await card.getByLabel('Column to pass rows over by').selectOption('State');
  await card.getByRole('button', { name: 'Add a condition' }).click();
  await card.getByRole('button', { name: 'Remove condition 1 (State)' }).click();
  await expect(card.getByLabel('Column to pass rows over by')).toBeFocused();
  await check(page);
  await expect(counted(page, 'made')).toHaveText('301');
});

test('what no column says is said for all rows, and what a field can’t hold is refused at it', async ({
  page,
  quiet,
}) => {
  quiet.expectErrors(/400/);
  const slug = word();
  const rows = [
    '2019-03-04,A walkout,land-acquisition#social-insurance',
    '2019-03-05,A march,',
    '2019-03-06,A letter,',
  ];
  await map(page, slug, 'Date,Title,Issue', rows);
  const card = page.locator('#constants');
  const say = async (field: string) => {
    await card.getByLabel('Field to say for all rows').selectOption({ label: field });
    await card.getByRole('button', { name: 'Say it for all rows' }).click();
    const control = card.getByLabel(`${field}, in all rows`, { exact: true });
    await expect(control).toBeFocused();
    return control;
  };
  // A sign that is none of the usual ones.
  await page.getByLabel('Sign between several values of Issue').selectOption({ label: 'another sign …' });
  await page.getByLabel('The sign between values of Issue').fill('#');
  await card.getByLabel('Type, where no column says it').selectOption('petition');
  const issues = await say('Issues');
  await issues.selectOption('wage-arrears');
  await card.getByLabel('Another code of Issues, in all rows').selectOption('pensions-benefits');
  await (await say('Coding note')).fill('From the list of the bureau.');
  const bound = await say('Size, lower bound');
  await bound.fill('many');
  const forms = await say('Forms');
  await expectAccessibleInBoth(page);
  await page.getByRole('button', { name: 'Save the mapping' }).click();
  await expect(forms).toHaveAttribute('aria-invalid', 'true');
  await expect(main(page)).toContainText('Forms, in all rows This must not be empty.');
  await card.getByRole('button', { name: 'Remove Forms' }).click();
  await expect(card.getByLabel('Field to say for all rows')).toBeFocused();
  await page.getByRole('button', { name: 'Save the mapping' }).click();
  await expect(bound).toHaveAttribute('aria-invalid', 'true');
  await expect(bound).toHaveAccessibleDescription(/“many” is no whole number of 1 or more/);
  await bound.fill('40');
  await expect(bound).not.toHaveAttribute('aria-invalid', 'true');

  const place = page.locator('#places').getByRole('combobox', { name: 'Place of rows that name none' });
  await place.fill('Leizhou');
  await page
    .locator('#places')
    .getByRole('option', { name: /^Leizhou/ })
    .first()
    .click();
  await check(page);
  await expect(counted(page, 'made')).toHaveText('3');
  await backToMapping(page);
  await expect(issues).toHaveValue('wage-arrears');
  await bound.fill('50');
  await saveAndForget(page);
  await check(page);
  await write(page, 3);
  const records = await imported(slug);
  expect(records).toHaveLength(3);
  for (const record of records)
    expect(record).toMatchObject({
      type: 'petition',
      place_id: '440882',
      size_min: 50,
      coding_note: 'From the list of the bureau.',
    });
  for (const code of ['wage-arrears', 'pensions-benefits'])
    expect(records.every(({ issues: codes }) => codes.includes(code))).toBe(true);
  for (const code of ['land-acquisition', 'social-insurance'])
    expect(records.filter(({ issues: codes }) => codes.includes(code))).toHaveLength(1);
  await main(page).getByText('Show the mapping').click();
  await expect(page.getByRole('region', { name: 'What was said for all rows' })).toContainText(
    'From the list of the bureau.',
  );
});

test('a word that the first rows do not show is coded beforehand, and taken out again', async ({ page }) => {
  const slug = word();
  const rows = rowsOf(301, (n) => `2019-03-04,Event ${n},Zhanjiang,${n >= 298 ? 'wildcat' : 'strike'}`);
  await map(page, slug, 'Date,Title,Place,Type', rows);
  const card = page.locator('#codes');
  await card.getByText('Type', { exact: true }).first().click();
  const form = card.getByRole('group', { name: 'A value that is not listed' }).first();
  await form.getByRole('button', { name: 'Add a value of Type' }).click();
  await expect(form.getByLabel('Value as it stands in the file')).toBeFocused();
  await expect(form).toContainText('Write the value first.');
  await page.keyboard.type('Wildcat');
  await page.keyboard.press('Enter');
  await expect(form).toContainText('Choose what it is coded as.');
  await form.getByLabel('Coded as').selectOption('strike');
  await form.getByRole('button', { name: 'Add a value of Type' }).click();
  await expect(card.getByLabel('Code of Wildcat')).toHaveValue('strike');
  await expect(form.getByLabel('Value as it stands in the file')).toBeFocused();
  await page.keyboard.type('march past');
  await form.getByLabel('Coded as').selectOption('petition');
  await form.getByRole('button', { name: 'Add a value of Type' }).click();
  await expectAccessibleInBoth(page);
  await card.getByRole('button', { name: 'Remove Wildcat' }).click();
  await expect(card.getByLabel('Code of Wildcat')).toHaveCount(0);
  await expect(card.getByRole('button', { name: 'Remove march past' })).toBeFocused();
  await check(page);
  await expect(counted(page, 'refused')).toHaveText('3');

  await backToMapping(page);
  await card.getByLabel('Value as it stands in the file').fill('WILDCAT');
  await card.getByLabel('Coded as').last().selectOption('strike');
  await card.getByRole('button', { name: 'Add a value of Type' }).click();
  await saveAndForget(page);
  await check(page);
  await expect(counted(page, 'refused')).toHaveText('0');
  await write(page, 301);
  const records = await imported(slug);
  expect(records).toHaveLength(301);
  expect(new Set(records.map(({ type }) => type))).toEqual(new Set(['strike']));
});
