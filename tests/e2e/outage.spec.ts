import { expect, expectAccessibleInBoth, test } from './support';

const gate = process.env.DATABASE_GATE ?? '';

async function turn(state: 'shut' | 'open'): Promise<void> {
  const response = await fetch(`${gate}/${state}`, { method: 'POST' });
  if (!response.ok) throw new Error(`The gate to the database did not ${state}.`);
}

test.afterEach(() => turn('open'));

test('a database that is away is a 503 that says so, and the page comes back by itself', async ({
  page,
  request,
  quiet,
}) => {
  quiet.expectErrors(/503/);
  await turn('shut');
  await expect.poll(async () => (await request.get('/readyz')).status()).toBe(503);
  expect((await request.get('/healthz')).status()).toBe(200);

  const answer = await page.goto('/?type=petition');
  expect(answer?.status()).toBe(503);
  expect(answer?.headers()['retry-after']).toBeTruthy();
  await expect(page.locator('body')).toContainText(/database/i);
  await expect(page.locator('body')).not.toContainText(/No record matches|at Object|node_modules/);

  for (const path of ['/incidents.csv', '/incidents.json', '/charts/over-time.svg', '/places.json?q=w']) {
    const refused = await request.get(path);
    expect(refused.status(), path).toBe(503);
    expect((await refused.json()).error.code, path).toBe('unavailable');
  }

  await turn('open');
  await expect(page.getByText('3 records match', { exact: true })).toBeVisible({ timeout: 20_000 });
});

test('a page that is open when the database goes says so on the next click, and goes on when it is back', async ({
  page,
  request,
  quiet,
}) => {
  quiet.expectErrors(/503|Failed to fetch|RSC/);
  await page.goto('/');
  await turn('shut');
  await expect.poll(async () => (await request.get('/readyz')).status()).toBe(503);
  await page.getByRole('link', { name: 'Petition', exact: true }).first().click();
  const alert = page.getByRole('alert').filter({ hasText: /database/i });
  await expect(alert).toBeVisible({ timeout: 20_000 });
  // Wherever on the page the click was.
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  await expect(alert).toBeInViewport();
  await expectAccessibleInBoth(page);
  await turn('open');
  await expect.poll(async () => (await request.get('/readyz')).status()).toBe(200);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('3 records match', { exact: true })).toBeVisible({ timeout: 20_000 });
});
