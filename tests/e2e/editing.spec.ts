import type { Page } from '@playwright/test';
import { Client } from 'pg';
import { addAccount } from '../support/accounts';
import { addDraft, addMadeUpDataset, incidentLike } from '../support/incidents';
import { expect, expectAccessible, expectAccessibleInBoth, openAs as open, test } from './support';

let client: Client;
test.beforeAll(async () => {
  client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
});
test.afterAll(() => client.end());

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const stored = async (ref: string) =>
  (await client.query('SELECT * FROM incidents WHERE ref = $1', [ref])).rows[0];
const word = () => Math.random().toString(36).slice(2, 12);

test('a draft is made by keyboard alone, evidence and all', async ({ page }) => {
  const title = `${word()} ${word()}`;
  await open(page, await addAccount(client, 'coder'), '/incidents');
  await page.getByRole('link', { name: 'New incident' }).focus();
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText('New incident');
  await page.getByLabel('Title', { exact: true }).focus();
  await page.keyboard.type(title);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Workers stood before the gate.');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Date precision', { exact: true })).toBeFocused();
  await page.keyboard.type('Mon');
  await page.keyboard.press('Tab');
  await page.keyboard.type('05082019');
  await expect(page.getByLabel('Last day', { exact: true })).toHaveValue('2019-05-31');
  await page.getByLabel('Part of the day', { exact: true }).focus();
  await expect(page.getByLabel('First day', { exact: true })).toHaveValue('2019-05-01');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('combobox', { name: 'Place', exact: true })).toBeFocused();
  await page.keyboard.type('wuchuan');
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(3);
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('listbox').getByRole('option', { name: 'Wuchuan Zhanjiang' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Place', exact: true })).toHaveValue(
    'Wuchuan, Zhanjiang, Guangdong',
  );
  await page.keyboard.press('Tab');
  await page.keyboard.type('Cou');
  await page.getByLabel('Type', { exact: true }).focus();
  await page.keyboard.type('Str');
  await expect(page.getByText('People stop their work together')).toBeVisible();
  await page.locator('summary', { hasText: 'Issues' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('checkbox', { name: 'Wage arrears' }).focus();
  await page.keyboard.press('Space');
  await expect(page.locator('summary', { hasText: 'Issues' })).toContainText('Wage arrears');
  await expect(page.locator('summary', { hasText: 'Issues' })).toContainText('no evidence yet');
  await page.getByRole('button', { name: 'Add a response' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Kind', { exact: true })).toBeFocused();
  await page.keyboard.type('Med');
  await page.getByRole('button', { name: 'Add evidence for Issues: Wage arrears' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Source', { exact: true })).toBeFocused();
  await page.keyboard.type('Ep');
  await expect(page.getByRole('button', { name: 'Add evidence for Issues: Wage arrears' })).toHaveCount(0);
  await page.keyboard.press('Control+s');
  await page.waitForURL(/\/incidents\/zj-[0-9a-f]{8}\/edit\?saved=1/);
  await expect(heading(page)).toHaveText(title);
  await expect(page.getByText('Saved as version 1.')).toBeVisible();
  const ref = new URL(page.url()).pathname.split('/')[2] ?? '';
  expect(await stored(ref)).toMatchObject({
    title,
    status: 'draft',
    place_id: '440883',
    date_precision: 'month',
    issues: ['wage-arrears'],
    type: 'strike',
  });

  await page.getByRole('link', { name: 'To the record' }).click();
  await page.getByRole('button', { name: 'Hand in for review' }).click();
  await page.getByRole('button', { name: 'Take back' }).click();
  await expectAccessible(page);
  await page.getByRole('textbox', { name: 'Why' }).fill('A source is missing.');
  await page.getByRole('dialog').getByRole('button', { name: 'Take back' }).click();
  await expect(page.getByRole('button', { name: 'Hand in for review' })).toBeVisible();
  expect(await stored(ref)).toMatchObject({ status: 'draft', version: 3 });
});

test('what the server finds wrong stands at its field, and the first one has the focus', async ({
  page,
  quiet,
}) => {
  quiet.expectErrors(/400/);
  await open(page, await addAccount(client, 'coder'), '/incidents/new');
  await expectAccessibleInBoth(page);
  await page.getByLabel('Title', { exact: true }).fill('A title');
  await page.getByLabel('First day', { exact: true }).fill('2019-05-08');
  await expect(page.getByLabel('Last day', { exact: true })).toHaveValue('2019-05-08');
  await page.getByLabel('Participants, at least', { exact: true }).fill('many');
  await page.getByRole('button', { name: 'Add evidence', exact: true }).click();
  await page.getByLabel('Printed words').fill('a b c d e f g h i j k l m');
  await page.getByRole('button', { name: 'Save draft' }).click();
  await expect(page.getByRole('combobox', { name: 'Place', exact: true })).toBeFocused();
  await expect(page.getByLabel('Participants, at least', { exact: true })).toHaveAccessibleDescription(
    /whole number/,
  );
  await expect(page.getByLabel('Printed words')).toHaveAccessibleDescription(/At most 12 printed words/);
  await expectAccessibleInBoth(page);
  await page.getByRole('alert').getByRole('link', { name: 'Evidence 1: Printed words' }).click();
  await expect(page.getByLabel('Printed words')).toBeFocused();
  await expect(page.getByLabel('Title', { exact: true })).toHaveValue('A title');
});

test('a megabyte in a title is refused at the title, and stays there', async ({ page, quiet }) => {
  quiet.expectErrors(/413/);
  await open(page, await addAccount(client, 'coder'), '/incidents/new');
  const title = page.getByLabel('Title', { exact: true });
  await title.fill('y'.repeat(1_000_000));
  await page.keyboard.press('Control+s');
  await expect(title).toHaveAccessibleDescription(/too long \(1000000 characters\)/);
  await expect(title).toBeFocused();
  await expect(title).toHaveValue(/^y{1000000}$/);
});

test('a new record can’t be typed into between its saving and the opening of its own form', async ({
  page,
}) => {
  await open(page, await addAccount(client, 'coder'), '/incidents/new');
  const title = page.getByLabel('Title', { exact: true });
  await title.fill(`${word()} ${word()}`);
  await page.getByLabel('First day', { exact: true }).fill('2018-03-04');
  await page.getByRole('combobox', { name: 'Place', exact: true }).fill('wuchuan');
  await page.getByRole('listbox').getByRole('option').first().click();
  await page.getByLabel('Place precision', { exact: true }).selectOption('county');
  await page.getByLabel('Type', { exact: true }).selectOption('strike');
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(/\/edit\?saved=1/, async (route) => {
    await held;
    await route.continue();
  });
  await page.getByRole('button', { name: 'Save draft' }).click();
  await expect(page.getByRole('button', { name: 'Opening …' })).toBeVisible();
  await expect(page.getByText('Saved as version 1.')).toBeVisible();
  await expect(page.locator('[inert]').filter({ has: page.locator('#field-title') })).toHaveCount(1);
  await page.locator('#field-summary').focus();
  await expect(page.locator('#field-summary')).not.toBeFocused();
  letGo();
  await page.waitForURL(/\/edit\?saved=1/);
  await expect(page.getByRole('button', { name: 'Save draft' })).toBeVisible();
  await expect(page.getByText('Saved as version 1.')).toBeVisible();
  await page.getByLabel('Summary').fill('Workers stood before the gate.');
  await page.getByRole('button', { name: 'Save draft' }).click();
  await expect(page.getByText('Saved as version 2.')).toBeVisible();
});

test('only editors make an exact place public, which a coder is told in the form', async ({ page }) => {
  const ref = await addDraft(await addAccount(client, 'editor'), incidentLike());
  const box = page.getByRole('checkbox', { name: 'Exact place public' });
  await open(page, await addAccount(client, 'coder'), '/incidents/new');
  await expect(box).toHaveAttribute('aria-disabled', 'true');
  await expect(box).toHaveAccessibleDescription(/for editors only/);
  await box.focus();
  await page.keyboard.press('Space');
  await expect(box).not.toBeChecked();
  await expectAccessibleInBoth(page);
  await open(page, await addAccount(client, 'editor'), `/incidents/${ref}/edit`);
  await expect(box).toHaveAttribute('aria-disabled', 'false');
  await expect(box).not.toHaveAccessibleDescription(/for editors only/);
  await box.check();
  await page.getByRole('button', { name: 'Save draft' }).click();
  await expect(page.getByText('Saved as version 2.')).toBeVisible();
  expect(await stored(ref)).toMatchObject({ point_public: true });
});

test('a record that is there already is shown before another one is made', async ({ page, quiet }) => {
  quiet.expectErrors(/409/);
  const account = await addAccount(client, 'coder');
  const title = `${word()} ${word()} at the mill`;
  const ref = await addDraft(account, incidentLike({ title, startsOn: '2016-07-04', endsOn: '2016-07-04' }));
  const other = await addDraft(account, incidentLike({ startsOn: '2016-09-04', endsOn: '2016-09-04' }));
  await open(page, account, `/incidents/${other}/edit`);
  await page.getByLabel('Title', { exact: true }).fill(title);
  await page.getByLabel('First day', { exact: true }).fill('2016-07-05');
  await page.getByRole('button', { name: 'Save draft' }).click();
  const panel = page.getByRole('region', { name: 'This may be recorded already' });
  await expect(panel.getByRole('link', { name: title })).toHaveAttribute('href', `/incidents/${ref}`);
  await expect(panel).toContainText('titles 100 % alike');
  await expectAccessibleInBoth(page);
  await panel.getByRole('button', { name: 'Back to editing' }).click();
  await expect(panel).toHaveCount(0);
  expect((await stored(other)).version).toBe(1);
  await page.getByRole('button', { name: 'Save draft' }).click();
  await panel.getByRole('button', { name: 'It is another event: save' }).click();
  await expect(page.getByText('Saved as version 2.')).toBeVisible();
});

test('two who change the same record see both versions field by field, and nothing is lost', async ({
  page,
  browser,
  quiet,
}) => {
  quiet.expectErrors(/409/);
  const [mine, theirs] = [await addAccount(client, 'editor'), await addAccount(client, 'editor')];
  const ref = await addDraft(mine, incidentLike());
  const [myTitle, theirTitle] = [`${word()} ${word()}`, `${word()} ${word()}`];
  const other = await browser.newContext({ baseURL: process.env.BASE_URL });
  const elsewhere = await other.newPage();
  await open(page, mine, `/incidents/${ref}/edit`);
  await open(elsewhere, theirs, `/incidents/${ref}/edit`);

  await elsewhere.getByLabel('Title', { exact: true }).fill(theirTitle);
  await elsewhere.getByLabel('Summary').fill('Their summary.');
  await elsewhere.getByLabel('Participants, at most', { exact: true }).fill('90');
  await elsewhere.getByLabel('Why').fill('A second report.');
  await elsewhere.keyboard.press('Control+s');
  await expect(elsewhere.getByText('Saved as version 2.')).toBeVisible();
  await other.close();

  await page.getByLabel('Title', { exact: true }).fill(myTitle);
  await page.getByLabel('Participants, at most', { exact: true }).fill('40');
  await page.getByLabel('Coding note').fill('My note.');
  await page.getByRole('button', { name: 'Save draft' }).click();
  const panel = page.getByRole('region', { name: 'Somebody changed this record meanwhile' });
  const side = (field: string, name: string) =>
    panel.getByRole('group', { name: field }).getByRole('radio', { name });
  await expect(panel.getByRole('group')).toHaveCount(4);
  await expect(side('Title', 'Keep mine')).toBeChecked();
  await expect(side('Summary', 'Take theirs')).toBeChecked();
  await expect(side('Coding note', 'Keep mine')).toBeChecked();
  await expect(panel.getByRole('group', { name: 'Title' })).toContainText(theirTitle);
  await expectAccessibleInBoth(page);
  await side('Participants, at most', 'Take theirs').check();
  await panel.getByRole('button', { name: 'Save with these' }).click();
  await expect(page.getByText('Saved as version 3.')).toBeVisible();
  await expect(page.getByLabel('Summary')).toHaveValue('Their summary.');
  expect(await stored(ref)).toMatchObject({
    version: 3,
    title: myTitle,
    summary: 'Their summary.',
    size_max: 90,
    coding_note: 'My note.',
  });
});

test('personal data keeps a record from being published until it is redacted', async ({ page, quiet }) => {
  quiet.expectErrors(/400|409/);
  const editor = await addAccount(client, 'editor');
  const ref = await addDraft(
    editor,
    incidentLike({ summary: 'Call 13812345678 for more.' }),
    await addMadeUpDataset(client),
  );
  await open(page, editor, `/incidents/${ref}`);
  await expect(page.locator('main').getByText('Draft', { exact: true }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Publish' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Summary: mobile number');
  await expect(dialog).toContainText('13812345678');
  await expect(dialog.getByRole('textbox', { name: 'Why it may stay' })).toBeFocused();
  await expectAccessibleInBoth(page);
  await dialog.getByRole('link', { name: 'Redact in the form' }).click();
  const panel = page.getByRole('region', { name: 'The texts hold what looks like personal data' });
  await expect(panel).toContainText('13812345678');
  await expectAccessibleInBoth(page);
  await panel.getByRole('button', { name: 'Redact Summary' }).click();
  await expect(page.getByLabel('Summary')).toHaveValue('Call [mobile number removed] for more.');
  await expect(panel).toContainText('Nothing of the kind is left.');
  await panel.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved as version 2.')).toBeVisible();
  await page.getByRole('link', { name: 'To the record' }).click();
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByRole('button', { name: 'Withdraw' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Publish' })).toHaveCount(0);

  // What is published already is asked about when it is saved; a reason lets it stay.
  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  await page.getByLabel('Coding note').fill('Ring 13812345678.');
  await page.getByLabel('Summary').focus();
  await expect(page.getByText('This looks like personal data:')).toBeVisible();
  await page.getByRole('button', { name: 'Save changes' }).click();
  // The history keeps the reason for good, so that it must not hold such data itself.
  const reason = panel.getByLabel('Why it may stay');
  await reason.fill('13812345678 is the number of an office.');
  await panel.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(reason).toHaveAccessibleDescription(/Say it without names and numbers of persons/);
  await expect(reason).toBeFocused();
  await expect(reason).toHaveValue('13812345678 is the number of an office.');
  await expectAccessibleInBoth(page);
  await reason.fill('The number of an office.');
  await panel.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved as version 4.')).toBeVisible();
});

test('what was typed is offered after the page was left, and leaving asks', async ({ page }) => {
  const account = await addAccount(client, 'coder');
  const ref = await addDraft(account, incidentLike());
  await open(page, account, `/incidents/${ref}/edit`);
  await page.getByLabel('Summary').fill('Typed and not saved.');
  await page.waitForFunction(() =>
    Object.keys(localStorage).some((key) => key.startsWith('daybook-unsaved')),
  );
  page.once('dialog', (dialog) => dialog.dismiss());
  await page.getByRole('link', { name: 'Sources' }).first().click();
  await expect(page.getByLabel('Summary')).toHaveValue('Typed and not saved.');
  await page.reload({ waitUntil: 'networkidle' });
  await expect(page.getByLabel('Summary')).toHaveValue('Workers stood before the gate.');
  await expect(page.getByText('Unsaved text from')).toBeVisible();
  await expectAccessibleInBoth(page);
  await page.getByRole('button', { name: 'Take it up' }).click();
  await expect(page.getByLabel('Summary')).toHaveValue('Typed and not saved.');
  await page.getByRole('button', { name: 'Save draft' }).click();
  await expect(page.getByText('Saved as version 2.')).toBeVisible();
  await page.reload({ waitUntil: 'networkidle' });
  await expect(page.getByText('Unsaved text from')).toHaveCount(0);
  await expect(page.getByLabel('Summary')).toHaveValue('Typed and not saved.');
});

test('the form is in Chinese too', async ({ page, quiet }) => {
  quiet.expectErrors(/400/);
  const account = await addAccount(client, 'coder');
  await page.context().addCookies([{ name: 'lang', value: 'zh', url: process.env.BASE_URL ?? '' }]);
  await open(page, account, '/incidents/new');
  await expect(heading(page)).toHaveText('新建事件');
  await page.getByRole('combobox', { name: '地点', exact: true }).fill('吴川');
  await page.getByRole('listbox').getByRole('option').first().click();
  await expect(page.getByRole('combobox', { name: '地点', exact: true })).toHaveValue('广东省湛江市吴川市');
  await page.getByRole('button', { name: '保存草稿' }).click();
  await expect(page.getByLabel('标题', { exact: true })).toBeFocused();
  await expect(page.getByLabel('标题', { exact: true })).toHaveAccessibleDescription(/此项不能为空/);
  await expectAccessibleInBoth(page);
});
