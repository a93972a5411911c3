import { expect, test } from './support';

test('the main job by keyboard alone: skip, filter, walk the chart, open a record', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: /Skip/ })).toBeFocused();
  await page.keyboard.press('Enter');

  const type = page.getByRole('button', { name: 'Type' });
  for (
    let presses = 0;
    presses < 12 && !(await type.evaluate((element) => element === document.activeElement));
    presses += 1
  )
    await page.keyboard.press('Tab');
  await expect(type).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/type=mass-incident/);
  await page.keyboard.press('Escape');
  await expect(type).toBeFocused();

  const dot = page
    .getByRole('group', { name: /Incidents over time/ })
    .getByRole('link')
    .first();
  await dot.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/incidents\/zj-2019-09-13-a/);
});
