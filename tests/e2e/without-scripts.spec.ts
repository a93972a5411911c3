import { expect, type Locator, test } from '@playwright/test';

test.use({ javaScriptEnabled: false });

test('a search keeps the other filters and the view', async ({ page }) => {
  for (const path of ['/', '/incidents']) {
    await page.goto(`${path}?type=petition&from=2019&sort=title&page=2&record=zj-2019-09-13-a`);
    const box = page.locator('main').getByRole('searchbox');
    await box.fill('road');
    await box.press('Enter');
    await page.waitForURL(/q=road/);
    const { pathname, searchParams } = new URL(page.url());
    expect([pathname, Object.fromEntries(searchParams)]).toEqual([
      path,
      { q: 'road', type: 'petition', from: '2019', sort: 'title' },
    ]);
  }
});

test('what needs scripts says so, and where its numbers are', async ({ page, request }) => {
  await page.goto('/?type=petition');
  await expect(page.getByText('The map is being fetched.')).toBeHidden();
  // Texts are not looked for inside of noscript.
  const [menus, ...drawings] = await page.locator('noscript > p').all();
  await expect(menus as Locator).toBeVisible();
  await expect(menus as Locator).toContainText('The menus need JavaScript.');
  expect(drawings).toHaveLength(2);
  for (const one of drawings) {
    await expect(one).toBeVisible();
    await expect(one).toContainText('This drawing needs JavaScript.');
    const href = await one.getByRole('link', { name: 'View as table' }).getAttribute('href');
    expect(href).toMatch(/^\/charts\/(by-district|matrix)\.csv\?type=petition$/);
    const answer = await request.get(href ?? '');
    expect(answer.headers()['content-type']).toContain('text/csv');
  }
});

test('the chart over time is an image with nothing said twice, and nothing lies across it', async ({
  page,
}) => {
  for (const width of [390, 1280, 1900]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('/?by=month');
    const card = page.getByRole('region', { name: 'Incidents over time' });
    const image = card.getByRole('img', { name: /^Incidents over time/ });
    await expect(image).toBeVisible();
    const legend = card.getByRole('list').filter({ hasText: 'Petition' });
    await expect(legend).toBeHidden();
    const table = await card.getByRole('link', { name: 'View as table' }).boundingBox();
    const source = await card.getByText(/^Source: /).boundingBox();
    const drawn = await image.boundingBox();
    if (!table || !source || !drawn) throw new Error('not shown');
    expect(drawn.y + drawn.height).toBeLessThanOrEqual(table.y + 1);
    expect(table.y + table.height).toBeLessThanOrEqual(source.y + 1);
  }
});
