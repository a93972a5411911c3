import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './support';

const log = '/?dataset=zhanjiang-log';

const districts = (page: Page) => page.getByRole('region', { name: /^By district/ });
const trail = (page: Page) => page.getByRole('navigation', { name: 'Area of the map' });
const matrix = (page: Page) => page.getByRole('region', { name: /^Matrix: / }).first();

async function expectRecords(page: Page, count: number): Promise<void> {
  const words = count === 1 ? '1 record matches' : `${count} records match`;
  await expect(page.getByText(words, { exact: true })).toBeVisible();
}

/** A click well inside a unit of the map: the middle of the box around it may lie in its neighbour. */
async function clickUnit(page: Page, code: string, keys: ('Shift' | 'Alt')[] = []): Promise<void> {
  const unit = districts(page).locator(`path[data-code="${code}"]`);
  await unit.scrollIntoViewIfNeeded();
  const at = await unit.evaluate((element) => {
    const path = element as SVGPathElement;
    const box = path.getBBox();
    const matrix = path.getScreenCTM();
    for (let step = 0; step < 400 && matrix; step++) {
      const [column, row] = [(step % 20) + 0.5, Math.floor(step / 20) + 0.5];
      const point = new DOMPoint(box.x + (box.width * column) / 20, box.y + (box.height * row) / 20);
      const screen = point.matrixTransform(matrix);
      if (document.elementFromPoint(screen.x, screen.y) === path) return { x: screen.x, y: screen.y };
    }
    throw new Error('no point of the unit is in sight');
  });
  for (const key of keys) await page.keyboard.down(key);
  await page.mouse.click(at.x, at.y);
  for (const key of keys) await page.keyboard.up(key);
}

test.describe('districts', () => {
  test('lead up by the trail and down by the map; Back undoes each step', async ({ page }) => {
    await page.goto(log);
    await expect(districts(page).locator('path[data-code]')).toHaveCount(9);
    await trail(page).getByRole('link', { name: 'Guangdong' }).click();
    await expect(page).toHaveURL(/place=440000/);
    await expect(districts(page).locator('path[data-code]')).toHaveCount(21);
    await clickUnit(page, '440800');
    await expect(page).toHaveURL(/place=440800/);
    await expect(districts(page).locator('path[data-code]')).toHaveCount(9);
    await expect(trail(page).locator('[aria-current]')).toHaveText('Zhanjiang');
    await clickUnit(page, '440883');
    await expect(page).toHaveURL(/place=440883/);
    await expectRecords(page, 1);
    await clickUnit(page, '440803', ['Shift']);
    await expect(page).toHaveURL(/place=440803~440883/);
    await expect(trail(page).locator('[aria-current]')).toHaveText('2 places');
    await page.goBack();
    await page.goBack();
    await page.goBack();
    await expect(page).toHaveURL(/place=440000/);
    await expect(trail(page).locator('[aria-current]')).toHaveText('Guangdong');
  });

  test('are shown by level, and what is known only to a wider place is said', async ({ page }) => {
    await page.goto(`${log}&place=440000`);
    const levels = page.getByRole('group', { name: 'Level of the districts' });
    await expect(levels.getByRole('link')).toHaveText(['Prefecture', 'County']);
    await levels.getByRole('link', { name: 'County' }).click();
    await expect(page).toHaveURL(/level=county/);
    await expect(districts(page).locator('path[data-code]')).toHaveCount(124);
    const wider = districts(page).getByRole('link', { name: /known only to the prefecture/ });
    const count = Number.parseInt((await wider.textContent()) ?? '', 10);
    await expectAccessible(page);
    await wider.click();
    await expect(page).toHaveURL(/place=@440800/);
    await expectRecords(page, count);
    await page.goto('/?dataset=zhanjiang-log&place=CN&level=county');
    await expect(districts(page).locator('path[data-code="440883"]')).toHaveClass(/step/);
    expect(await districts(page).locator('path[data-code]').count()).toBeGreaterThan(2_800);
  });

  test('are added with Shift, on the map, by bar, in the table and by keyboard, and the map stays', async ({
    page,
    context,
  }) => {
    await page.goto('/?dataset=zhanjiang-log&place=440000');
    const shapes = districts(page).locator('path[data-code]');
    const bars = districts(page).getByRole('list', { name: 'Districts, largest first' });
    await expect(shapes).toHaveCount(21);
    await clickUnit(page, '440800', ['Shift']);
    await expect(page).toHaveURL(/place=440800&area=440000/);
    await expect(trail(page).getByRole('link', { name: 'Zhanjiang' })).toBeVisible();
    await bars.getByRole('link', { name: /^Guangzhou/ }).click({ modifiers: ['Shift'] });
    await expect(page).toHaveURL(/place=440100~440800(?!.*area)/);
    // The address goes before the bars, which lead on from it when they are drawn anew.
    await expect(
      bars.getByRole('link', { name: 'Drop Guangzhou from the places of the filter' }),
    ).toBeVisible();
    await bars.getByRole('link', { name: /^Guangzhou/ }).focus();
    await page.keyboard.press('Shift+Enter');
    await expect(page).toHaveURL(/place=440800&area=440000/);
    await expect(shapes).toHaveCount(21);
    await districts(page).getByRole('button', { name: 'View as table' }).click();
    const table = districts(page).getByRole('table');
    await table.getByRole('link', { name: 'Guangzhou' }).click({ modifiers: ['Shift'] });
    await expect(page).toHaveURL(/place=440100~440800(?!.*area)/);
    expect(context.pages()).toHaveLength(1);
  });

  test('work by keyboard: a bar filters, and another is added to it', async ({ page }) => {
    await page.goto(log);
    const bars = districts(page).getByRole('list', { name: 'Districts, largest first' });
    await bars.getByRole('link', { name: /^Wuchuan/ }).focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/place=440883/);
    await bars.getByRole('link', { name: 'Add Xiashan to the places of the filter' }).focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/place=440803~440883/);
    await expectRecords(page, 2);
  });
});

test.describe('breakdowns', () => {
  for (const [field, name, kept] of [
    ['type', 'Petition', /type=petition/],
    ['size', 'Unknown', /size=unknown/],
  ] as const)
    test(`of ${field}: a row opens as many records as it says, by mouse and by keyboard`, async ({
      page,
    }) => {
      await page.goto(`${log}&bars=${field}`);
      const rows = page.getByRole('list', { name: new RegExp(`^${field}`, 'i') });
      const row = rows.getByRole('link', { name: new RegExp(`^${name}`) });
      const count = Number(/\d+/.exec((await row.textContent()) ?? '')?.[0]);
      await row.click();
      await expect(page).toHaveURL(kept);
      await expectRecords(page, count);
      await row.focus();
      await page.keyboard.press('Enter');
      await expect(page).not.toHaveURL(kept);
      await expectRecords(page, 8);
      await row.focus();
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(kept);
      await expectRecords(page, count);
    });

  test('open no other window by a click with Shift, which filters as a plain one does', async ({
    page,
    context,
  }) => {
    await page.goto(`${log}&bars=type`);
    const rows = page.getByRole('list', { name: /^Type/ });
    await rows.getByRole('link', { name: /^Petition/ }).click({ modifiers: ['Shift'] });
    await expect(page).toHaveURL(/type=petition/);
    expect(context.pages()).toHaveLength(1);
  });

  test('leave a value out by Alt-click or by keyboard', async ({ page }) => {
    await page.goto(`${log}&bars=type`);
    const rows = page.getByRole('list', { name: /^Type/ });
    await rows.getByRole('link', { name: /^Petition/ }).click({ modifiers: ['Alt'] });
    await expect(page).toHaveURL(/type=!petition/);
    await expect(rows.getByRole('link', { name: /Petition \(left out\)/ })).toBeVisible();
    await rows.getByRole('link', { name: 'No longer leave out Petition' }).focus();
    await page.keyboard.press('Enter');
    await expect(page).not.toHaveURL(/type=/);
    await expectRecords(page, 8);
  });

  test('are added, moved and removed', async ({ page }) => {
    await page.goto(`${log}&bars=issue~size`);
    await page.getByRole('button', { name: 'Add or arrange breakdowns' }).click();
    await page.getByRole('link', { name: 'Add the breakdown Source', exact: true }).click();
    await expect(page).toHaveURL(/bars=issue~size~source/);
    await expect(page.getByRole('heading', { level: 2, name: 'Source', exact: true })).toBeVisible();
    await page.getByRole('link', { name: 'Move Source earlier' }).click();
    await expect(page).toHaveURL(/bars=issue~source~size/);
    await page.getByRole('link', { name: 'Remove the breakdown Issue' }).click();
    await expect(page).toHaveURL(/bars=source~size/);
    await expect(page.getByRole('heading', { level: 2, name: 'Issue', exact: true })).toHaveCount(0);
  });
});

test.describe('the matrix', () => {
  test('is there and printed with its numbers for who has not come near it', async ({ page }) => {
    await page.goto(`${log}&matrix=type~response`);
    await expect(matrix(page).locator('[data-cell]').first()).toBeAttached();
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
    await expect(page.getByText('The matrix is being fetched')).toHaveCount(0);
  });

  test('opens the incidents of a cell, by mouse and by keyboard', async ({ page }) => {
    await page.goto(`${log}&matrix=type~response`);
    await expect(matrix(page).locator('[data-cell]').first()).toBeAttached();
    await page.getByRole('heading', { name: /^Matrix: / }).scrollIntoViewIfNeeded();
    const cell = matrix(page).locator('button[data-cell]');
    const first = cell.and(page.locator('[tabindex="0"]'));
    await first.focus();
    await page.keyboard.press('ArrowDown');
    const focused = matrix(page).locator('button:focus');
    const name = (await focused.getAttribute('aria-label')) ?? '';
    const count = Number(/: (\d+) incidents?$/.exec(name)?.[1]);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/type=[a-z-]+&response=[a-z-]+/);
    await expectRecords(page, count);
    await expect(matrix(page).locator('button[aria-pressed="true"]')).toHaveAttribute('aria-label', name);
    await matrix(page).locator('button[aria-pressed="true"]').click();
    await expect(page).not.toHaveURL(/response=[a-z]/);
    await expectRecords(page, 8);
  });

  test('shows shares of other fields, turned round, and can be read', async ({ page }) => {
    await page.goto(`${log}&matrix=type~response`);
    await expect(matrix(page).locator('[data-cell]').first()).toBeAttached();
    await page.getByRole('heading', { name: /^Matrix: / }).scrollIntoViewIfNeeded();
    await page.getByRole('combobox', { name: 'Rows' }).selectOption({ label: 'Place' });
    await expect(page).toHaveURL(/matrix=place~response/);
    await page.getByRole('link', { name: 'Share of row' }).click();
    await expect(page).toHaveURL(/shares=row/);
    await expect(matrix(page).getByRole('row', { name: /^Xiashan/ })).toContainText('*');
    await page.getByRole('button', { name: 'Swap rows and columns' }).click();
    await expect(page).toHaveURL(/matrix=response~place&shares=column/);
    await expectAccessible(page);
    await matrix(page).getByRole('columnheader', { name: 'Xiashan' }).getByRole('link').click();
    await expect(page).toHaveURL(/place=440803/);
  });
});
