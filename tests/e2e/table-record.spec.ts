import { expect, expectAccessible, test } from './support';
import { log, panelOf, pretendMany, rowsOf, tableOf } from './table-support';

test('Esc closes the record from anywhere, after what lies above it and after a field with text', async ({
  page,
}) => {
  const record = `${log}&record=zj-2020-03-11-a`;
  await page.goto(record, { waitUntil: 'networkidle' });
  const panel = panelOf(page);
  await expect(panel).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await expect(page).not.toHaveURL(/record=/);

  await rowsOf(page).nth(0).locator('[data-opens]').click();
  await expect(panel.getByRole('heading', { level: 2 })).toBeFocused();
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);

  await page.goto(record, { waitUntil: 'networkidle' });
  const columns = page.getByRole('button', { name: 'Columns' });
  await columns.focus();
  await page.keyboard.press('Enter');
  await expect(columns).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Escape');
  await expect(columns).toHaveAttribute('aria-expanded', 'false');
  await expect(panel).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(panel).toBeVisible();

  const search = page.getByRole('searchbox', { name: 'Search title, summary and directive' });
  await search.fill('plaza');
  await search.press('Escape');
  await expect(panel).toBeVisible();
  await search.fill('');
  await search.press('Escape');
  await expect(panel).toHaveCount(0);
});

test('the first key goes on from a record that came with the address', async ({ page }) => {
  await page.goto(log);
  const refs = await rowsOf(page).evaluateAll((rows) => rows.map((row) => row.getAttribute('data-ref')));
  for (const key of ['j', 'ArrowDown']) {
    await page.goto(`${log}&record=${refs[5]}`, { waitUntil: 'networkidle' });
    await expect(panelOf(page)).toContainText('Row 6 of 8');
    await page.keyboard.press(key);
    await expect(panelOf(page)).toContainText('Row 7 of 8');
    await expect(page).toHaveURL(new RegExp(`record=${refs[6]}`));
    await page.keyboard.press(key);
    await expect(panelOf(page)).toContainText('Row 8 of 8');
  }
});

test('no key is lost of many that come at once', async ({ page, quiet }) => {
  quiet.expectErrors(/Failed to load resource/);
  await pretendMany(page, 230);
  await page.route('**/incidents/made-*/record.json', async (route) => {
    const ref = route.request().url().split('/').at(-2);
    const address = route
      .request()
      .url()
      .replace(ref ?? '', 'zj-2020-03-11-a');
    const response = await route.fetch({ url: address });
    await route.fulfill({ response, json: { ...(await response.json()), ref, title: ref } });
  });
  await page.goto(log, { waitUntil: 'networkidle' });
  await tableOf(page).getByRole('link', { name: 'Incident', exact: true }).click();
  const first = rowsOf(page).nth(0).locator('[data-opens]');
  await expect(first).toHaveText('Made-up record 1');
  await first.click();
  await expect(panelOf(page).getByRole('heading', { level: 2 })).toBeFocused();
  await Promise.all(Array.from({ length: 115 }, () => page.keyboard.press('j')));
  await expect(panelOf(page)).toContainText('Row 116 of 230');
  await expect(page).toHaveURL(/record=made-116(&|$)/);
  await expect(panelOf(page).getByRole('heading', { level: 2 })).toHaveText('made-116');
});

test('a wide window makes room for the record, from the first paint where the address names it', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  for (const path of ['/', '/incidents']) {
    await page.goto(`${path}?dataset=zhanjiang-log&record=zj-2020-03-11-a`, { waitUntil: 'networkidle' });
    const panel = await panelOf(page).boundingBox();
    const left = panel?.x ?? 0;
    expect(left).toBeGreaterThan(800);
    // Of all that can be used, nothing is under the panel.
    const covered = await page.evaluate(
      (edge) =>
        [...document.querySelectorAll('a[href], button, input')]
          .filter((one) => one.checkVisibility() && !one.closest('[data-record-panel], table'))
          .filter((one) => one.getBoundingClientRect().right > edge + 1)
          .map((one) => one.outerHTML.slice(0, 120)),
      left,
    );
    expect(covered).toEqual([]);
    const shift = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
          }).observe({ type: 'layout-shift', buffered: true });
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
        }),
    );
    expect(shift).toBeLessThan(0.05);
    await expectAccessible(page);
  }
  await page.goto(log.replace('/incidents', '/'), { waitUntil: 'networkidle' });
  const row = rowsOf(page).nth(2).locator('[data-opens]');
  await row.scrollIntoViewIfNeeded();
  const top = async () => Math.round((await row.boundingBox())?.y ?? 0);
  const before = await top();
  // The row stays under the pointer, also while the charts above it are drawn in another width.
  await row.click();
  await expect(panelOf(page).getByRole('heading', { level: 2 })).toBeFocused();
  await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThan(3);
  await page.keyboard.press('Escape');
  await expect(panelOf(page)).toHaveCount(0);
  await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThan(3);

  await page.setViewportSize({ width: 1100, height: 900 });
  expect(await page.evaluate(() => getComputedStyle(document.body).paddingRight)).toBe('0px');
});
