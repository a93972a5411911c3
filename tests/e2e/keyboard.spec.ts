import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './support';

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
  await expect(page.getByText('1 record matches', { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(type).toBeFocused();

  const dots = page.getByRole('group', { name: /Incidents over time/ }).getByRole('link');
  await expect(dots).toHaveCount(1);
  await dots.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/incidents\/zj-2019-09-13-a/);
});

/** Opens a page and waits until it listens to keys: `?` opens the help then. */
async function openListening(page: Page, path: string): Promise<void> {
  await page.goto(path);
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(async () => {
    await page.keyboard.press('?');
    await expect(help).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
}

test('single keys: search, filters, rows, help; none while typing, none when switched off', async ({
  page,
}) => {
  await openListening(page, '/incidents');
  const search = page.getByRole('searchbox', { name: 'Search title, summary and directive' });
  await page.keyboard.press('/');
  await expect(search).toBeFocused();
  await page.keyboard.type('?fs');
  await expect(search).toHaveValue('?fs');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await search.fill('');
  await search.blur();

  await page.keyboard.press('f');
  await expect(page.locator('[data-command="filters"]:visible').first()).toBeFocused();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  const rows = page.locator('[data-command-row]');
  await expect(rows.nth(1).getByRole('link').first()).toBeFocused();
  await page.keyboard.press('k');
  await expect(rows.nth(0).getByRole('link').first()).toBeFocused();

  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(help.getByText('Next record (not on this page)')).toBeVisible();
  await expectAccessible(page);
  await help.getByRole('switch').uncheck();
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();

  await page.reload();
  await expect(async () => {
    await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
    await expect(help).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(help.getByRole('switch')).not.toBeChecked();
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await expect(search).not.toBeFocused();
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await help.getByRole('switch').check();
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await expect(search).toBeFocused();
});

test('the command palette: to a page, to a filter, to a place, to another record by a key', async ({
  page,
}) => {
  await openListening(page, '/incidents');
  const field = page.getByRole('combobox', { name: 'Command, page, place or words' });
  await page.keyboard.press('Control+k');
  await expect(field).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.type('filter type');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-command="filters"][aria-expanded="true"]')).toHaveText('Type');
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+k');
  await expect(field).toBeFocused();
  await page.keyboard.type('wuchuan');
  await expect(page.getByRole('option', { name: /Zhanjiang, Guangdong/ })).toBeVisible();
  while (!(await field.getAttribute('aria-activedescendant'))?.endsWith('place-440883'))
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/incidents\?place=440883$/);

  // A value joins the filter that is there.
  await page.keyboard.press('Control+k');
  await expect(field).toBeFocused();
  await page.keyboard.type('上访');
  await page.getByRole('option', { name: /^Type: Petition/ }).click();
  await expect(page).toHaveURL(/\/incidents\?place=440883&type=petition$/);

  await openListening(page, '/incidents/zj-2019-09-13-a');
  await page.keyboard.press(']');
  await expect(page).toHaveURL(/zj-2019-10-02-a/);
});

test('what is typed while the palette is still being fetched stands in its field, and starts nothing else', async ({
  page,
}) => {
  await openListening(page, '/incidents');
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/_next/static/**', async (route) => {
    await released;
    await route.continue();
  });
  const asked = page.waitForRequest('**/_next/static/**');
  await page.keyboard.press('Control+k');
  await asked;
  // `f` and `j` are commands of their own elsewhere.
  await page.keyboard.type('fj');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('ilt');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  release();
  const field = page.getByRole('combobox', { name: 'Command, page, place or words' });
  await expect(field).toBeFocused();
  await page.keyboard.type('er type');
  await expect(field).toHaveValue('filter type');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Control+k');
  await expect(field).toHaveValue('');
});
