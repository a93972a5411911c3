import { expect, expectAccessible, test } from './support';

test('a view is saved, its link copied, opened and listed', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/incidents?dataset=zhanjiang-log&type=petition&sort=title');
  await page.getByRole('button', { name: 'Save view' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await expect(dialog.getByRole('region', { name: 'What will be saved' })).toContainText('Type: Petition');
  await expectAccessible(page);

  await dialog.getByRole('button', { name: 'Save view' }).click();
  await expect(dialog.getByRole('alert').first()).toContainText('“Name” is empty');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Petitions by title');
  await dialog.getByRole('textbox', { name: /Description/ }).fill('For the chapter on land.');
  await dialog.getByRole('button', { name: 'Save view' }).click();
  const link = dialog.getByRole('textbox', { name: 'Link of the saved view' });
  await expect(link).toBeFocused();
  await dialog.getByRole('button', { name: 'Copy link' }).click();
  await expect(dialog.getByRole('button', { name: 'Copied' })).toBeVisible();
  const url = await page.evaluate(() => navigator.clipboard.readText());
  expect(url).toBe(await link.inputValue());
  expect(new URL(url).pathname).toMatch(/^\/v\/[1-9A-HJ-NP-Za-km-z]{11}$/);

  const answer = await page.request.get(url, { maxRedirects: 0 });
  expect(answer.status()).toBe(307);
  await page.goto(url);
  await expect(page).toHaveURL(/\/incidents\?dataset=zhanjiang-log&type=petition&sort=title&view=/);
  await expect(page.getByText(/Saved view “Petitions by title”, saved/)).toBeVisible();
  await expect(page.getByText('For the chapter on land.')).toBeVisible();
  await expect(page.locator('[data-command-row]')).toHaveCount(3);

  await page.goto('/views');
  const item = page.getByRole('listitem').filter({ hasText: new URL(url).pathname });
  await expect(item).toContainText(/List of incidents · .*Type: Petition/);
  await expectAccessible(page);
  await item.getByRole('link', { name: 'Petitions by title' }).click();
  await expect(page).toHaveURL(/\/incidents\?dataset=zhanjiang-log&type=petition/);
});

test('what is typed is kept when the server can’t be reached, and saved on the next try', async ({
  page,
  quiet,
}) => {
  quiet.expectErrors(/Failed to load resource/);
  await page.goto('/incidents?type=strike');
  await page.getByRole('button', { name: 'Save view' }).click();
  const dialog = page.getByRole('dialog');
  await page.route('**/api/views', (route) => route.abort());
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Strikes');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert').first()).toContainText('What you typed is kept');
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveValue('Strikes');
  await page.unroute('**/api/views');
  await dialog.getByRole('button', { name: 'Save view' }).click();
  await expect(page.getByRole('heading', { name: 'The view is saved' })).toBeVisible();
});

test('what looks like personal data is redacted by a click before a view is saved', async ({
  page,
  quiet,
}) => {
  quiet.expectErrors(/400/);
  await page.goto('/incidents?type=strike');
  await page.getByRole('button', { name: 'Save view' }).click();
  const dialog = page.getByRole('dialog');
  const name = dialog.getByRole('textbox', { name: 'Name' });
  await name.fill('Strikes, call 13812345678');
  await page.keyboard.press('Enter');
  await expect(name).toHaveAccessibleDescription(/looks like personal data/);
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Redact: Name' }).click();
  await expect(name).toHaveValue('Strikes, call [mobile number removed]');
  await expect(name).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'The view is saved' })).toBeVisible();
});

test('nothing is saved from another site, in another form, or by another method', async ({
  request,
  baseURL,
}) => {
  const data = { name: 'x', page: '/', query: '' };
  const status = async (headers: Record<string, string>, body: object | string = data) =>
    (await request.post('/api/views', { headers, data: body })).status();
  expect(await status({})).toBe(403);
  expect(await status({ Origin: 'https://elsewhere.example', 'X-Forwarded-Host': 'elsewhere.example' })).toBe(
    403,
  );
  const own = { Origin: baseURL ?? '' };
  expect(await status({ ...own, 'Sec-Fetch-Site': 'cross-site' })).toBe(403);
  expect(await status({ ...own, 'Content-Type': 'text/plain' }, '{}')).toBe(400);
  expect(await status(own, { ...data, query: 'type=riot' })).toBe(400);
  expect(await status(own, { ...data, name: 'x'.repeat(20_000) })).toBe(413);
  for (const method of ['GET', 'PUT', 'PATCH', 'DELETE']) {
    const refused = await request.fetch('/api/views', { method });
    expect([refused.status(), refused.headers().allow], method).toEqual([405, 'POST']);
  }
  expect((await request.post('/views', { data })).status()).toBe(405);
});

test('a link under which nothing is saved says so', async ({ page, quiet }) => {
  quiet.expectErrors(/404/);
  const answer = await page.goto('/v/ABCDEFGHJK2');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { name: 'There is no such saved view' })).toBeVisible();
  await expectAccessible(page);
});
