import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { Client } from 'pg';
import { addAccount, type TestAccount } from '../support/accounts';
import { directiveLike } from '../support/directives';
import { addDraft, addMadeUpDataset, incidentLike, sendAs } from '../support/incidents';
import { expect, expectAccessibleInBoth, openAs as open, test } from './support';

let client: Client;
test.beforeAll(async () => {
  client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
});
test.afterAll(() => client.end());

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const word = () => Math.random().toString(36).slice(2, 12);
/** Adds something through the app and returns its ref. */
async function add(account: TestAccount, path: string, body: object): Promise<string> {
  const response = await sendAs(account, path, body);
  if (!response.ok) throw new Error(`It was not made: ${await response.text()}`);
  return ((await response.json()) as { ref: string }).ref;
}

test('a directive is drafted with evidence and an incident, reviewed and published', async ({
  page,
  quiet,
}) => {
  quiet.expectErrors(/400|404/);
  const dataset = await addMadeUpDataset(client);
  const [coder, editor] = [await addAccount(client, 'coder'), await addAccount(client, 'editor')];
  const incident = await addDraft(coder, incidentLike(), dataset);
  const title = `${word()} ${word()}`;
  await open(page, coder, '/directives');
  await page.getByRole('link', { name: 'New directive' }).click();
  await expect(heading(page)).toHaveText('New directive');
  await page.getByRole('button', { name: 'Save draft' }).click();
  await expect(page.getByLabel('Title', { exact: true })).toBeFocused();
  await expect(page.getByLabel('Title', { exact: true })).toHaveAccessibleDescription(/must not be empty/);
  await page.getByLabel('Title', { exact: true }).fill(title);
  await page.getByLabel('Summary', { exact: true }).fill('The office is to look into it.');
  await page.getByLabel('Kind', { exact: true }).selectOption('incident-note');
  await page.getByLabel('Data set', { exact: true }).selectOption(dataset);
  await page.getByLabel('Issued by', { exact: true }).selectOption('party-secretary');
  await expect(page.getByLabel('Issued by', { exact: true })).toHaveAccessibleDescription(
    /head of the ruling party/,
  );
  await page
    .getByRole('textbox', { name: 'Addressed to' })
    .fill('Bureau of Letters and Calls\nPublic Security Bureau');
  await page.getByLabel('Issued, first day', { exact: true }).fill('2019-05-08');
  await expect(page.getByLabel('Issued, last day', { exact: true })).toHaveValue('2019-05-08');
  await page.getByLabel('Precision of the date', { exact: true }).selectOption('month');
  await expect(page.getByLabel('Issued, last day', { exact: true })).toHaveValue('2019-05-31');
  await page.getByLabel('Ref of an incident').fill('no-such');
  await page.getByLabel('Ref of an incident').press('Enter');
  await expect(page.getByText('There is no incident “no-such”')).toBeVisible();
  await page.getByLabel('Ref of an incident').fill(incident);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('button', { name: /^Remove / }).first()).toBeVisible();
  await page.getByRole('button', { name: /Add evidence for Issued by/ }).click();
  await page.getByRole('combobox', { name: 'Source', exact: true }).selectOption('epoch-times-2020-10-22');
  await expectAccessibleInBoth(page);
  await page.getByRole('button', { name: 'Save draft' }).click();
  await expect(page.getByText('Saved as version 1.')).toBeVisible();
  await expect(page).toHaveURL(/\/directives\/.+-d-[0-9a-f]{8}\/edit/);
  await page.getByRole('link', { name: 'To the record' }).click();
  await page.getByRole('button', { name: 'Hand in for review' }).click();
  await expect(page.getByRole('button', { name: 'Take back' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Publish' })).toHaveCount(0);
  const record = page.url();

  await open(page, editor, '/review');
  await page.getByRole('link', { name: title }).click();
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByRole('button', { name: 'Withdraw' })).toBeVisible();
  await page.getByRole('link', { name: 'Versions' }).click();
  await expect(page.getByRole('button', { name: 'Restore version 1' })).toBeVisible();
  await expectAccessibleInBoth(page);
  await page.context().clearCookies();
  await page.goto(record);
  await expect(heading(page)).toHaveText(title);
  await expect(page.locator('main')).toContainText('Bureau of Letters and Calls, Public Security Bureau');
  await expect(page.getByRole('link', { name: 'Edit', exact: true })).toHaveCount(0);
});

test('two editors of a directive are shown both versions, and what was typed is kept', async ({
  page,
  quiet,
}) => {
  quiet.expectErrors(/409/);
  const editor = await addAccount(client, 'editor');
  const directive = directiveLike({ dataset: await addMadeUpDataset(client) });
  const ref = await add(editor, '/api/directives', { directive });
  await open(page, editor, `/directives/${ref}/edit`);
  const theirs = { ...directive, summary: 'Theirs.', addressees: ['Their bureau'] };
  await sendAs(editor, '/api/directives/change', { ref, version: 1, directive: theirs });
  await page.getByLabel('Summary', { exact: true }).fill('Mine.');
  await page.waitForFunction(() =>
    Object.keys(localStorage).some((key) => key.startsWith('daybook-unsaved')),
  );
  page.once('dialog', (dialog) => dialog.accept());
  await page.reload({ waitUntil: 'networkidle' });
  await page.getByRole('button', { name: 'Take it up' }).click();
  await page.getByRole('button', { name: 'Save draft' }).click();
  const panel = page.getByRole('region', { name: 'Somebody changed this record meanwhile' });
  await expect(panel.getByRole('group')).toHaveCount(2);
  await expect(panel.getByRole('group', { name: 'Addressed to' })).toContainText('Their bureau');
  await expectAccessibleInBoth(page);
  await panel.getByRole('button', { name: 'Save with these' }).click();
  await expect(page.getByText('Saved as version 3.')).toBeVisible();
  await expect(page.getByLabel('Summary', { exact: true })).toHaveValue('Mine.');
  await expect(page.getByRole('textbox', { name: 'Addressed to' })).toHaveValue('Their bureau');
});

test('a source is made by a coder and changed by an editor; its figure is made, changed and deleted', async ({
  page,
  quiet,
}) => {
  quiet.expectErrors(/400/);
  const [coder, editor] = [await addAccount(client, 'coder'), await addAccount(client, 'editor')];
  const outlet = `Paper ${word()}`;
  await open(page, coder, '/sources');
  await page.getByRole('link', { name: 'New source' }).click();
  await page.getByLabel('Outlet', { exact: true }).fill(outlet);
  await page.getByRole('textbox', { name: 'About', exact: true }).fill('On a strike');
  await page.getByLabel('Published on', { exact: true }).fill('2020-03-04');
  await page.getByLabel('Kind', { exact: true }).selectOption('news-report');
  await page.getByRole('textbox', { name: 'Language' }).fill('zh-hans');
  await page.getByRole('textbox', { name: 'Address', exact: true }).fill('javascript:alert(1)');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('textbox', { name: 'Address', exact: true })).toBeFocused();
  await expect(page.getByRole('textbox', { name: 'Address', exact: true })).toHaveAccessibleDescription(
    /begins with https/,
  );
  await expectAccessibleInBoth(page);
  await page.getByRole('textbox', { name: 'Address', exact: true }).fill('https://paper.example/strike');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page).toHaveURL(/\/sources\/paper-[a-z0-9]+-2020-03-04$/);
  await expect(page.getByRole('link', { name: 'Edit', exact: true })).toHaveCount(0);
  const record = page.url();

  await open(page, editor, record);
  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  await page.getByRole('textbox', { name: 'Remarks', exact: true }).fill('Read in translation.');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('Saved as version 2.')).toBeVisible();
  await page.getByRole('link', { name: 'To the record' }).click();

  await page.getByRole('link', { name: 'Versions' }).click();
  await expectAccessibleInBoth(page);
  await page.getByRole('button', { name: 'Restore version 1' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'restored' })).toContainText(
    'was: Read in translation.',
  );
  await page.getByRole('link', { name: 'Back to the record' }).click();

  await page.getByRole('link', { name: 'New reported figure' }).click();
  await expect(page.getByRole('combobox', { name: 'Source', exact: true })).not.toHaveValue('');
  await page.getByRole('textbox', { name: 'What is counted', exact: true }).fill(`Visas ${word()}`);
  await page.getByLabel('Metric', { exact: true }).fill('visas');
  await page.getByLabel('Number', { exact: true }).fill('1,000');
  await page.getByLabel('Unit', { exact: true }).fill('visas');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByLabel('Number', { exact: true })).toBeFocused();
  await page.getByLabel('Number', { exact: true }).fill('1000.5');
  await expectAccessibleInBoth(page);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  // What is made is opened under its own address, with a form of its own.
  await page.waitForURL(/\/figures\/[^/]+\/edit/);
  await expect(page.getByText('Saved as version 1.')).toBeVisible();
  await page.getByLabel('Bound', { exact: true }).selectOption('at-least');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('Saved as version 2.')).toBeVisible();
  await page.goto(record);
  await expect(page.locator('main')).toContainText('at least 1,000.5 visas');
  await page.getByRole('link', { name: /^Edit: Visas/ }).click();
  // The page of the source has such a link too.
  await page.waitForURL(/\/figures\/[^/]+\/edit/);
  await page.getByRole('link', { name: 'Versions' }).click();
  await page.waitForURL(/\/figures\/[^/]+\/history/);
  await page.getByRole('button', { name: 'Restore version 1' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'restored' })).toBeVisible();
  await page.goto(record);
  await expect(page.locator('main')).not.toContainText('at least 1,000.5 visas');
  await page.getByRole('link', { name: /^Edit: Visas/ }).click();
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(heading(page)).toHaveText('Data');
  await page.goto(record);
  await expect(page.locator('main')).not.toContainText('1,000.5 visas');
});

test('a version with what looks like personal data is restored once it is said why, whatever the record', async ({
  page,
  quiet,
}) => {
  quiet.expectErrors(/409/);
  const [dataset, editor] = [await addMadeUpDataset(client), await addAccount(client, 'editor')];
  const personal = 'Call 13812345678.';
  const send = async (path: string, body: object) =>
    expect((await sendAs(editor, `/api/${path}`, body)).status, path).toBe(200);
  const incident = incidentLike({ summary: personal });
  const directive = directiveLike({ dataset, summary: personal });
  const ofIncident = await addDraft(editor, incident, dataset);
  const ofDirective = await add(editor, '/api/directives', { directive });
  for (const [kind, ref, plain] of [
    ['incident', ofIncident, { ...incident, summary: 'Redacted.' }],
    ['directive', ofDirective, { ...directive, summary: 'Redacted.' }],
  ] as const) {
    await send(`${kind}s/change`, {
      ref,
      version: 1,
      [kind]: plain,
      notDuplicate: kind === 'incident' || undefined,
    });
    await send(`${kind}s/step`, { ref, version: 2, to: 'published' });
  }
  const source = {
    outlet: `Paper ${word()}`,
    headline: personal,
    headlineZh: null,
    publishedOn: '2020-03-04',
    url: null,
    archiveUrl: null,
    kind: 'news-report',
    language: 'en',
    note: null,
  };
  const careReason = 'The number of an office.';
  const ofSource = await add(editor, '/api/sources', { source, careReason });
  const figure = {
    dataset,
    metric: 'visas',
    label: personal,
    labelZh: null,
    value: 5,
    bound: 'exact',
    unit: 'visas',
    placeId: null,
    from: null,
    to: null,
    printed: null,
    source: ofSource,
    locator: null,
  };
  const ofFigure = await add(editor, '/api/figures', { figure, careReason });
  await send('sources/change', { ref: ofSource, version: 1, source: { ...source, headline: 'Redacted.' } });
  await send('figures/change', { ref: ofFigure, version: 1, figure: { ...figure, label: 'Redacted.' } });

  for (const [path, field] of [
    [`/incidents/${ofIncident}`, 'Summary'],
    [`/directives/${ofDirective}`, 'Summary'],
    [`/sources/${ofSource}`, 'About'],
    [`/figures/${ofFigure}`, 'What is counted'],
  ]) {
    await open(page, editor, `${path}/history`);
    await page.getByRole('button', { name: 'Restore version 1' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'This version holds what looks like personal data' });
    await expect(dialog).toContainText(`${field}: mobile number`);
    await expect(dialog).toContainText('13812345678');
    await expect(dialog.getByRole('textbox', { name: 'Why it may stay' })).toBeFocused();
    if (field !== 'Summary') await expectAccessibleInBoth(page);
    // Esc leaves everything as it is and goes back to where it came from.
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Restore version 1' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('textbox')).toBeFocused();
    await page.keyboard.type('It is the number of an office.');
    await page.keyboard.press('Tab');
    await expect(dialog.getByRole('button', { name: 'Restore with this reason' })).toBeFocused();
    await page.keyboard.press('Enter');
    const restored = page.getByRole('row').filter({ hasText: 'restored' });
    await expect(restored).toContainText('Why personal data stays');
    await expect(restored).toContainText('It is the number of an office.');
    await expect(dialog).toHaveCount(0);
  }

  await send('sources/change', { ref: ofSource, version: 3, source: { ...source, headline: 'Redacted.' } });
  await page.context().addCookies([{ name: 'lang', value: 'zh', url: process.env.BASE_URL ?? '' }]);
  await open(page, editor, `/sources/${ofSource}/history`);
  await page.getByRole('button', { name: '恢复版本 1' }).click();
  await expect(page.getByRole('dialog', { name: '此版本疑似含有个人信息' })).toContainText('手机号');
  await expect(page.getByLabel('保留的理由')).toBeFocused();
  await expectAccessibleInBoth(page);
});

test('another name of a place is added and removed by an editor, and seen by readers', async ({
  page,
  quiet,
}) => {
  quiet.expectErrors(/400/);
  const editor = await addAccount(client, 'editor');
  const alias = `Name ${randomUUID().slice(0, 8)}`;
  await open(page, editor, '/codebook');
  await page.getByRole('link', { name: 'Places and their names' }).click();
  await page.getByLabel('Find a place').fill('xuwen');
  await page.getByRole('button', { name: 'Find' }).click();
  const field = page.getByLabel('Another name of Xuwen', { exact: true });
  await field.fill('XUWEN');
  await field.press('Enter');
  await expect(page.getByText('is called “XUWEN” already')).toBeVisible();
  await field.fill(alias);
  await field.press('Enter');
  await expect(page.getByText(`Added: ${alias}`)).toBeVisible();
  await expectAccessibleInBoth(page);
  await page.getByLabel('Find a place').fill(alias);
  await page.getByRole('button', { name: 'Find' }).click();
  await page.getByRole('button', { name: `Remove ${alias} from Xuwen` }).click();
  await expect(page.getByText(`Removed: ${alias}`)).toBeVisible();
  await open(page, await addAccount(client, 'reader'), '/places?q=xuwen');
  await expect(page.locator('main')).toContainText('Xuwen');
  await expect(page.getByRole('button', { name: /^(Add|Remove)/ })).toHaveCount(0);
});

test('the forms are in Chinese too', async ({ page }) => {
  const editor = await addAccount(client, 'editor');
  await page.context().addCookies([{ name: 'lang', value: 'zh', url: process.env.BASE_URL ?? '' }]);
  for (const [path, title] of [
    ['/directives/new', '新建批示'],
    ['/sources/new', '新建来源'],
    ['/figures/new', '新建数字'],
    ['/places?q=吴川', '地点名称'],
  ] as const) {
    await open(page, editor, path);
    await expect(heading(page)).toHaveText(title);
    await expectAccessibleInBoth(page);
  }
});
