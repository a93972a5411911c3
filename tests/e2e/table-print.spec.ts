import { expect, test } from './support';
import { log, position, pretendMany, rowsOf, tableOf } from './table-support';

test.describe('on paper', () => {
  // An upright sheet of A4 without its margins.
  const sheet = { width: 703, height: 1017 };

  test('every column that is shown is on the sheet', async ({ page }) => {
    const cols = 'date~title~type~place~size~orders~offices~ref~source~responses~summary~issues';
    for (const path of [log, `${log}&cols=${cols}`, `${log}&widths=title:600~date:400~source:500`]) {
      await page.goto(path);
      await page.setViewportSize(sheet);
      await page.emulateMedia({ media: 'print' });
      const cells = await tableOf(page)
        .locator('th[data-column], tbody tr[data-ref] td')
        .evaluateAll((all) => all.map((cell) => cell.getBoundingClientRect()));
      const shown = cells.filter(({ width }) => width > 0);
      expect(shown.length).toBeGreaterThanOrEqual(9 * 8);
      expect(Math.min(...shown.map(({ width }) => width))).toBeGreaterThan(25);
      expect(Math.max(...shown.map(({ right }) => right))).toBeLessThanOrEqual(sheet.width);
      await page.emulateMedia({ media: null });
    }
    await page.goto(log);
    await page.emulateMedia({ media: 'print' });
    const title = await tableOf(page).locator('th[data-column="title"]').boundingBox();
    expect(title?.width).toBeGreaterThan(sheet.width / 5);
  });

  test('the table says which rows are printed, on screen it does not', async ({ page, quiet }) => {
    quiet.expectErrors(/Failed to load resource/);
    await pretendMany(page, 230);
    await page.goto(log, { waitUntil: 'networkidle' });
    await tableOf(page).getByRole('link', { name: 'Incident', exact: true }).click();
    await expect(position(page, /^Rows 1–\d+ of 230$/)).toHaveCount(1);
    await page.emulateMedia({ media: 'print' });
    await expect(position(page, /^Rows 1–\d+ of 230$/)).toHaveText('Rows 1–25 of 230');
    await expect(rowsOf(page).filter({ visible: true })).toHaveCount(25);
  });
});
