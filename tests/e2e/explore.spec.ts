import { parse } from 'csv-parse/sync';
import { expect, expectAccessibleInBoth, test } from './support';

test.describe('Explore on the Zhanjiang log', () => {
  test('opens with the log, its reported totals and its eight records', async ({ page }) => {
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Zhanjiang weekly incident log');
    const figures = page.getByRole('region', { name: 'Figures' });
    await expect(figures).toContainText('2.7 % of the 293 reported');
    await expect(figures).toContainText('117');
    await expect(figures).toContainText('176');
    await expect(figures).toContainText('4');
    await expect(page.getByRole('region', { name: /Table of incidents/ }).locator('tbody tr')).toHaveCount(8);
  });

  test('filters by type and place: chart, table, address and CSV agree', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('button', { name: 'Type' }).click();
    await page.getByRole('link', { name: /Petition\s*3/ }).click();
    await expect(page).toHaveURL(/type=petition/);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Place' }).click();
    await page.getByRole('searchbox', { name: 'Find a place by name or code' }).fill('xiashan');
    await page
      .getByRole('region', { name: 'Filters' })
      .getByRole('link', { name: /Xiashan/ })
      .first()
      .click();
    await expect(page).toHaveURL(/place=440803/);
    await expect(page.getByText('1 record matches', { exact: true })).toBeVisible();
    await expect(page.getByRole('region', { name: /Table of incidents/ }).locator('tbody tr')).toHaveCount(1);
    await expect(page.getByText('n = 1 incident').first()).toBeVisible();
    const csv = await page.request.get(`/incidents.csv${new URL(page.url()).search}`);
    const rows: { ref: string }[] = parse(await csv.text(), { columns: true });
    expect(rows.map(({ ref }) => ref)).toEqual(['zj-2020-03-11-a']);
    await page.goBack();
    await expect(page).not.toHaveURL(/place=/);
    await expect(page.getByRole('region', { name: /Table of incidents/ }).locator('tbody tr')).toHaveCount(3);
  });

  test('a click on a bar keeps the records behind it, and no more', async ({ page }) => {
    await page.goto('/?by=month');
    const chart = page.getByRole('group', { name: /Incidents over time/ });
    // Under the pointer the parts of a bar come over its column, each a link of its own.
    const column = chart.getByRole('link', { name: /Sep 2019.*1 incident/ }).first();
    await column.hover({ force: true });
    await chart.locator('a[aria-label^="Sep 2019, "]').first().waitFor({ state: 'attached' });
    await column.click({ force: true });
    await expect(page).toHaveURL(/starts=2019-09/);
    await expect(page.getByText('1 record matches', { exact: true })).toBeVisible();
    await expect(page.getByRole('region', { name: /Table of incidents/ }).locator('tbody tr')).toHaveCount(1);
  });

  test('a click on a district filters by it; the incident outside the jurisdiction stands apart', async ({
    page,
  }) => {
    await page.goto('/');
    await expect(page.getByText('1 outside Zhanjiang')).toBeVisible();
    await page.getByRole('link', { name: 'Wuchuan 1' }).first().click();
    await expect(page).toHaveURL(/place=440883/);
    await expect(page.getByText('1 record matches', { exact: true })).toBeVisible();
  });

  test('free text finds the record and the directive', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('searchbox', { name: 'Search title, summary and directive' }).fill('plaza');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/q=plaza/);
    await expect(page.getByText('1 record matches', { exact: true })).toBeVisible();
  });

  test('dates typed wrongly are explained, kept, and change nothing', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('button', { name: 'Dates' }).click();
    await page.getByRole('textbox', { name: 'From' }).fill('2019-02-30');
    await page.getByRole('button', { name: 'Apply' }).click();
    await expect(page.getByRole('alert').filter({ hasText: '2019-02-30' })).toContainText(
      'is not a date of the calendar',
    );
    await expect(page.getByRole('textbox', { name: 'From' })).toHaveValue('2019-02-30');
    expect(new URL(page.url()).search).toBe('');
    await page.getByRole('textbox', { name: 'From' }).fill('2020');
    await page.getByRole('button', { name: 'Apply' }).click();
    await expect(page).toHaveURL(/from=2020/);
    await expect(page.getByText('2 records match', { exact: true })).toBeVisible();
  });

  test('sorts and chooses columns in the address', async ({ page }) => {
    await page.goto('/', { waitUntil: 'networkidle' });
    const table = page.getByRole('region', { name: /Table of incidents/ });
    await table.getByRole('link', { name: 'Participants' }).click();
    await expect(page).toHaveURL(/sort=-size/);
    await expect(table.locator('tbody tr').first()).toContainText('70+');
    await page.getByRole('button', { name: 'Columns', exact: true }).click();
    await page.getByRole('link', { name: 'Summary' }).click();
    await expect(page).toHaveURL(/cols=.*summary/);
    await expect(table.getByRole('columnheader', { name: 'Summary' })).toBeVisible();
  });

  test('an empty selection says which part of the filter to drop', async ({ page }) => {
    await page.goto('/?type=petition&place=440883');
    await expect(page.getByText('No record matches')).toBeVisible();
    await expectAccessibleInBoth(page);
    await page.getByRole('link', { name: /Without Type: 1/ }).click();
    await expect(page.getByText('1 record matches', { exact: true })).toBeVisible();
  });

  test('opens a record with its directive, evidence and source, and goes back to the selection', async ({
    page,
  }) => {
    await page.goto('/?type=mass-incident', { waitUntil: 'networkidle' });
    await page
      .getByRole('region', { name: /Table of incidents/ })
      .locator('tbody a')
      .first()
      .click();
    await page.getByRole('link', { name: 'Open record' }).click();
    await expect(page).toHaveURL(/incidents\/zj-2019-09-13-a/);
    await expect(page.getByText('over 60 villagers').first()).toBeVisible();
    await expect(page.getByRole('heading', { name: 'What officials ordered' })).toBeVisible();
    await expect(page.getByRole('link', { name: /Epoch Times/ }).first()).toBeVisible();
    await page.getByRole('link', { name: /Back to the selection/ }).click();
    await expect(page).toHaveURL(/type=mass-incident/);
  });

  test('works in Chinese', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('button', { name: /中文/ }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('湛江市');
    await expect(page.locator('html')).toHaveAttribute('lang', /zh/);
    await expect(page.getByRole('heading', { name: '事件随时间的变化' })).toBeVisible();
  });
});
