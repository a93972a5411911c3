import { Client } from 'pg';
import { addAccount } from '../support/accounts';
import { addDraft, addMadeUpDataset, incidentLike } from '../support/incidents';
import { expect, test } from './support';

let client: Client;
test.beforeAll(async () => {
  client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
});
test.afterAll(() => client.end());

const publish = (ref: string) =>
  client.query("UPDATE incidents SET status = 'published' WHERE ref = $1", [ref]);

test('what is published meanwhile reaches the columns of a page that is open', async ({ page }) => {
  const dataset = await addMadeUpDataset(client);
  const coder = await addAccount(client, 'coder');
  const [strike, petition, later] = await Promise.all(
    (['strike', 'petition', 'petition'] as const).map((type) =>
      addDraft(coder, incidentLike({ type }), dataset),
    ),
  );
  await publish(strike ?? '');
  await publish(petition ?? '');
  const columns = page.locator('[data-columns]');
  // An answer that came while the server had none of this version offers none, as other tests change data too.
  await expect(async () => {
    await page.goto(`/?dataset=${dataset}&split=none&by=month`);
    await expect(columns).toHaveAttribute('data-columns', 'ready', { timeout: 5_000 });
  }).toPass({ timeout: 40_000 });
  await publish(later ?? '');

  const fetched = page.waitForResponse(/explore\.arrow/);
  await page.getByRole('button', { name: /^Type/ }).click();
  await page.getByRole('link', { name: /^Petition 1/ }).click();
  await expect(page.getByText('2 records match', { exact: true })).toBeVisible();
  expect((await fetched).status()).toBe(200);
  await expect(columns).toHaveAttribute('data-columns', 'ready');

  // Now the server is not heard any more: what is shown is counted here, from what it sent.
  await page.route('**/explore.json*', () => {});
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Type/ }).click();
  await page.getByRole('link', { name: /^Strike 1/ }).click();
  await expect(page.getByText('3 records match', { exact: true })).toBeVisible();
});
