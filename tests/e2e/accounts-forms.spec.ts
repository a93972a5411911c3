import { Client } from 'pg';
import { addAccount } from '../support/accounts';
import { be, expect, test } from './support';

let client: Client;

test.beforeAll(async () => {
  client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
});
test.afterAll(() => client.end());

test('who types before the scripts have come loses nothing', async ({ page }) => {
  let come = () => {};
  const scripts = new Promise<void>((resolve) => {
    come = resolve;
  });
  await page.route('**/*.js', async (route) => {
    await scripts;
    await route.continue();
  });
  const { login, password } = await addAccount(client, 'reader');
  const opened = page.goto('/sign-in');
  await page.getByLabel('Login').fill(login);
  await page.getByLabel('Password').fill(password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main').getByRole('button', { name: 'Sign in' })).toBeDisabled();
  await expect(page.getByLabel('Login')).toHaveValue(login);
  come();
  await opened;
  await page.keyboard.press('Enter');
  await page.waitForURL('/');
});

test('of invitations that are made one after another the last link alone is shown', async ({ page }) => {
  await be(page, await addAccount(client, 'admin'));
  await page.goto('/accounts', { waitUntil: 'networkidle' });
  const shown = page.getByLabel('This link is shown once');
  const links = new Set<string>();
  for (const made of [1, 2, 3]) {
    const answered = page.waitForResponse('/api/accounts/invitations');
    await page.getByRole('button', { name: 'Make the link' }).click();
    const { link } = await (await answered).json();
    links.add(link);
    await expect(shown).toHaveValue(link);
    await expect(shown).toBeFocused();
    expect(links.size).toBe(made);
  }
});
