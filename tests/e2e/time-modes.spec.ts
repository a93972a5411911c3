import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, test } from './support';

const log = '/?dataset=zhanjiang-log';

const chartOf = (page: Page) => page.getByRole('group', { name: /^Chart: / }).first();

async function expectRecords(page: Page, count: number): Promise<void> {
  const words = count === 1 ? '1 record matches' : `${count} records match`;
  await expect(page.getByText(words, { exact: true })).toBeVisible();
}

/** Comes to a mark, lets the chart draw what lies under the pointer, and presses. */
async function press(mark: Locator): Promise<void> {
  await mark.hover({ force: true });
  await mark.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  await mark.click({ force: true });
}

test.describe('incidents over time', () => {
  for (const [draw, mark, address] of [
    ['stacked', /^Oct 2019: 1 incident/, 'starts=2019-10'],
    ['grouped', /^Oct 2019: 1 incident/, 'starts=2019-10'],
    ['lines', /^Oct 2019: 1 incident/, 'starts=2019-10'],
  ] as const) {
    test(`drawn ${draw}: a bucket opens its records, a part of it its own`, async ({ page }) => {
      await page.goto(`${log}&by=month&draw=${draw}`);
      const bucket = chartOf(page).getByRole('link', { name: mark }).first();
      await bucket.focus();
      await page.keyboard.press('ArrowUp');
      await expect(
        chartOf(page).getByRole('link', { name: 'Oct 2019, Online speech case: 1' }),
      ).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/type=online-speech.*starts=2019-10/);
      await expectRecords(page, 1);
      await page.goBack();
      await expectRecords(page, 8);
      await press(bucket);
      await expect(page).toHaveURL(new RegExp(address));
      await expectRecords(page, 1);
    });
  }

  test('in panels: a mark opens the records of its panel', async ({ page }) => {
    await page.goto(`${log}&by=year&draw=multiples`);
    const panel = chartOf(page).getByRole('group', { name: 'Petition', exact: true });
    await press(panel.getByRole('link', { name: /^2019: 2 incidents/ }));
    await expect(page).toHaveURL(/type=petition.*starts=2019/);
    await expectRecords(page, 2);
  });

  test('as a calendar: a day opens the records dated to it', async ({ page }) => {
    await page.goto(`${log}&draw=calendar`);
    await chartOf(page).getByRole('link', { name: '11 Mar 2020: 1 incident' }).focus();
    await page.keyboard.press('ArrowUp');
    await expect(chartOf(page).getByRole('img', { name: '10 Mar 2020: 0 incidents' })).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/starts=2020-03-11/);
    await expectRecords(page, 1);
    await expectAccessible(page);
  });

  test('shares and participants say what they are in the table', async ({ page }) => {
    await page.goto(`${log}&by=year&show=participants`);
    await page.getByRole('button', { name: 'View as table' }).first().click();
    const table = page.getByRole('region', { name: /Participants over time, as a table/ });
    // However many columns there are, they scroll within the card.
    const card = page.getByRole('region', { name: 'Participants over time', exact: true });
    expect((await card.boundingBox())?.width).toBeLessThan(900);
    await expect(table.getByRole('columnheader', { name: /Lower bounds/ }).first()).toBeVisible();
    await page.getByRole('button', { name: 'Options of the chart over time' }).click();
    await page.getByRole('link', { name: 'Shares', exact: true }).click();
    await expect(page).toHaveURL(/show=share/);
    await expect(
      page.getByRole('region', { name: /Shares of incidents over time, as a table/ }),
    ).toContainText('50 %');
    await expectAccessible(page);
  });

  test('a span is dragged, moved by its handles from the keyboard, and given up', async ({ page }) => {
    await page.goto(`${log}&by=month&split=none`);
    const box = await chartOf(page)
      .getByRole('link', { name: /^Sep 2019/ })
      .boundingBox();
    const to = await chartOf(page)
      .getByRole('link', { name: /^Nov 2019/ })
      .boundingBox();
    if (!box || !to) throw new Error('no bars');
    await page.mouse.move(box.x + box.width / 2, box.y + 30);
    await page.mouse.down();
    await page.mouse.move(to.x + 1, to.y + 30, { steps: 4 });
    await page.mouse.move(to.x + to.width / 2, to.y + 30);
    await page.mouse.up();
    await expect(page).toHaveURL(/starts=2019-09-01\.\.2019-11-30/);
    await expectRecords(page, 3);

    const end = page.getByRole('slider', { name: 'End of the selected period' });
    await expect(end).toHaveAttribute('aria-valuetext', '30 Nov 2019');
    await end.focus();
    await page.keyboard.press('ArrowRight');
    await expect(page).toHaveURL(/starts=2019-09-01\.\.2019-12-31/);
    await expectRecords(page, 4);
    await expect(end).toBeFocused();
    await page.keyboard.press('Home');
    await expect(page).toHaveURL(/starts=2019-09(&|$)/);
    await expectRecords(page, 1);
    await page.keyboard.press('Escape');
    await expect(page).not.toHaveURL(/starts=/);
    await expectRecords(page, 8);
  });
});
