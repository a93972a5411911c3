import { Client } from 'pg';
import { addAccount, type TestAccount } from '../support/accounts';
import { incidentLike } from '../support/incidents';
import { expect, expectAccessible, test } from './support';

let editor: TestAccount;
let admin: TestAccount;

test.beforeAll(async () => {
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  editor = await addAccount(client, 'editor');
  admin = await addAccount(client, 'admin');
  await client.end();
});

const site = () => process.env.BASE_URL ?? '';
const post = async (path: string, body: object) => {
  const response = await fetch(site() + path, {
    method: 'POST',
    headers: { cookie: editor.cookie, origin: site(), 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return response.json();
};

test('a change is found in the history, and a version is restored by keyboard', async ({ page }) => {
  const title = `Kiln ${Math.random().toString(36).slice(2)}`;
  const { ref } = await post('/api/incidents', {
    dataset: 'zhanjiang-log',
    incident: incidentLike({ title }),
    notDuplicate: true,
  });
  await post('/api/incidents/change', {
    ref,
    version: 1,
    incident: incidentLike({ title, sizeMin: 50 }),
    reason: 'a second report',
  });
  await page.context().addCookies([{ name: 'daybook-session', value: editor.token, url: site() }]);

  await page.goto('/history?type=incident&action=incident.changed', { waitUntil: 'networkidle' });
  const row = page.getByRole('row').filter({ hasText: title });
  await expect(row).toContainText('a second report');
  await row.locator('summary').focus();
  await page.keyboard.press('Enter');
  await expect(row).toContainText('was: 20');
  await expect(row).toContainText('became: 50');
  await expectAccessible(page);

  await page.goto(`/incidents/${ref}/history`, { waitUntil: 'networkidle' });
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Restore version 1' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row').filter({ hasText: 'restored' })).toContainText('became: 20');

  await page.goto('/review', { waitUntil: 'networkidle' });
  await expect(page.getByRole('link', { name: title })).toBeVisible();
  await expectAccessible(page);
});

test('says what of an address it could not read, and that nothing fits', async ({ page }) => {
  await page.context().addCookies([
    { name: 'daybook-session', value: editor.token, url: site() },
    { name: 'lang', value: 'zh', url: site() },
  ]);
  await page.goto('/history?from=2019-02-30&type=person&to=2001-01-01');
  await expect(page.getByText('无法识别，已忽略：type, from。')).toBeVisible();
  await expect(page.getByText('没有符合的修改。')).toBeVisible();
  await expect(page.getByText('结束日早于起始日，请核对。')).toBeHidden();
  await page.goto('/history?from=2019-02-02&to=2001-01-01');
  await expect(page.getByText('结束日早于起始日，请核对。')).toBeVisible();
  await expectAccessible(page);
});

test('an admin takes a number out of an entry, and the entry says so', async ({ page, quiet }) => {
  quiet.expectErrors(/400/);
  const title = `Ferry ${Math.random().toString(36).slice(2)}`;
  const incident = (summary: string) => incidentLike({ title, summary });
  const { ref } = await post('/api/incidents', {
    dataset: 'zhanjiang-log',
    incident: incident('Call 13812345678.'),
    notDuplicate: true,
  });
  await post('/api/incidents/change', { ref, version: 1, incident: incident('Call nobody.') });
  await page.context().addCookies([{ name: 'daybook-session', value: admin.token, url: site() }]);
  await page.goto('/history?type=incident&action=incident.changed', { waitUntil: 'networkidle' });
  await page.getByRole('row').filter({ hasText: title }).getByRole('link', { name: 'Redact …' }).click();
  const entry = page.getByRole('row').filter({ hasText: title });
  await expect(entry).toContainText('was: Call 13812345678.');
  await expect(page.getByRole('checkbox', { name: '13812345678' })).toBeChecked();
  await expectAccessible(page);
  const submit = page.getByRole('button', { name: 'Take them out for good' });
  await submit.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Say why it is taken out.')).toBeVisible();
  await page.getByLabel('Other passages').fill('nobody');
  await page.getByLabel('Why', { exact: true }).fill('The number of a person.');
  await submit.focus();
  await page.keyboard.press('Enter');
  await expect(entry).toContainText('was: Call […].');
  await expect(entry).toContainText('became: Call […].');
  await expect(entry).toContainText(/Passages were taken out of this entry; entry [\d,]+ tells why\./);
  await expect(page.getByText('Nothing in it looks like personal data.', { exact: false })).toBeVisible();
  await expectAccessible(page);

  await page.goto('/history?type=history');
  await expect(page.getByRole('row').filter({ hasText: 'The number of a person.' })).toContainText(
    'passages taken out',
  );
});
