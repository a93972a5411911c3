import { expect, expectAccessible, test } from './support';

const log = '/?dataset=zhanjiang-log';

test('pins A, makes B, opens the records behind a number, and swaps', async ({ page }) => {
  await page.goto(`${log}&type=petition`);
  await page.getByRole('link', { name: 'Pin as A' }).press('Enter');
  await expect(page).toHaveURL(/versus=dataset%3Dzhanjiang-log%26type%3Dpetition/);
  const comparison = page.getByRole('region', { name: 'Comparison', exact: true });
  await expect(comparison).toBeFocused();
  await expect(comparison).toContainText('A and B are the same selection');

  const type = page.getByRole('button', { name: /^Type/ });
  await type.focus();
  // Takes petitions out of B again; A stays as it was pinned, and so does every other address.
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-cell="in"]').first()).toBeVisible();
  for (const key of ['Tab', 'ArrowDown', 'Enter', 'Escape']) await page.keyboard.press(key);
  await expect(page).not.toHaveURL(/\?.*[?&]type=/);
  await expect(page).toHaveURL(/versus=/);
  await expect(comparison).toContainText('B has 8 incidents, A has 3 incidents.');
  await expect(comparison).toContainText('too few to compare');

  const changes = page.locator('#compare-table');
  await changes.getByRole('button', { name: 'View as table' }).click();
  await expect(changes.getByRole('row', { name: /Petition/ })).toContainText('too few to compare');
  await expect(changes.getByRole('cell', { name: /%/ })).toHaveCount(0);
  await expectAccessible(page);
  await changes.getByRole('link', { name: /^A, Petition: 3/ }).click();
  await expect(page).toHaveURL(/\/incidents\?.*type=petition/);
  await expect(page.getByText('3 records match', { exact: true })).toBeVisible();
  await page.goBack();

  await comparison.getByRole('link', { name: 'Swap A and B' }).click();
  await expect(comparison).toContainText('B has 3 incidents, A has 8 incidents.');
  await expect(page).toHaveURL(/type=petition&versus=dataset%3Dzhanjiang-log$/);
  await comparison.getByRole('link', { name: 'Unpin A' }).press('Enter');
  await expect(comparison).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Pin as A' })).toBeFocused();
});

test('holds a year against the one before, and both against each other over time', async ({ page }) => {
  await page.goto(`${log}&by=quarter`);
  await page.getByRole('link', { name: 'Compare with a year before' }).click();
  const comparison = page.getByRole('region', { name: 'Comparison', exact: true });
  await expect(comparison).toContainText('The present filter has no dates');
  await comparison.getByRole('link', { name: '2020 and the year before' }).click();
  await expect(page).toHaveURL(/from=2020&to=2020/);
  await expect(comparison).toContainText('Dates: 2019');

  const chart = page.getByRole('group', { name: 'Chart: A and B over time' });
  const first = chart.getByRole('link', { name: 'B, Q1 2020: 2; A, Q1 2019: 1' });
  await first.focus();
  await page.keyboard.press('ArrowRight');
  await expect(chart.getByRole('link', { name: 'B, Q2 2020: 0; A, Q2 2019: 1' })).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/incidents\?.*starts=2020-Q1/);
  await expect(page.getByText('2 records match', { exact: true })).toBeVisible();
  await page.goBack();

  const image = await page.request.get(`/charts/compare-over-time.svg${new URL(page.url()).search}`);
  expect(image.status()).toBe(200);
  expect(await image.text()).toContain('A and B over time');
});

test('an export of a figure names both selections and offers the records of either', async ({ page }) => {
  await page.goto(`${log}&from=2020&to=2020&versus=year-before`);
  await page.getByRole('button', { name: 'Export: A and B over time' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export: A and B over time' });
  await dialog.getByRole('tab', { name: 'Cite' }).click();
  const cited =
    /Filter of B: .*Dates: 2020; n = (\d+) incidents?; compared with filter of A: .*Dates: 2019; n = (\d+)/;
  const text = dialog.getByText(cited);
  await expect(text).toContainText('versus=year-before');
  const [, b, a] = cited.exec((await text.textContent()) ?? '') ?? [];
  await dialog.getByRole('tab', { name: 'Data' }).click();
  const records = (n: string | undefined, side: string) =>
    dialog.getByRole('link', { name: new RegExp(`^Download ${n} incidents? of ${side} as CSV$`) });
  await expect(records(b, 'B')).toHaveAttribute('href', /from=2020&to=2020$/);
  await dialog.getByRole('radio', { name: `A (${a})` }).check();
  await expect(records(a, 'A')).toHaveAttribute('href', /from=2019&to=2019$/);
  await expectAccessible(page);
});

test('bursts are marked when asked for, with the method in words', async ({ page }) => {
  await page.goto(`${log}&by=week`);
  await expect(page.getByText(/EARS C2/)).toHaveCount(0);
  await page.getByRole('button', { name: 'Options of the chart over time' }).click();
  await page.getByRole('group', { name: 'Mark bursts' }).getByRole('link', { name: 'On' }).click();
  await expect(page).toHaveURL(/bursts=1/);
  await expect(page.getByText('No week exceeds the limit.')).toBeVisible();
  await expect(page.getByText(/Bursts \(EARS C2\)/)).toBeVisible();
  await expectAccessible(page);
  const csv = await page.request.get(`/charts/over-time.csv${new URL(page.url()).search}`);
  expect((await csv.text()).split('\r\n')[0]).toContain('dated_finely,expected,limit,burst');
});
