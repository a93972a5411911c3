import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './support';

const log = '/?dataset=zhanjiang-log&by=month&split=none';

const chartOf = (page: Page) => page.getByRole('group', { name: /^Chart: / }).first();
const matching = (page: Page) => page.getByRole('region', { name: 'Figures' }).getByRole('link').first();

/** Opens a page and waits until it can count by itself. */
async function openCounting(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.locator('[data-columns="ready"]')).toBeAttached({ timeout: 20_000 });
}

/** Holds back what the server answers until it is let go. */
async function holdAnswers(page: Page): Promise<() => void> {
  let release: () => void = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/explore.json*', async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

test('a filter is counted without the network, and the server says the same', async ({ page }) => {
  await openCounting(page, log);
  const release = await holdAnswers(page);
  await page.getByRole('button', { name: /^Type/ }).click();
  await page.getByRole('link', { name: /^Petition \d/ }).click();
  const words = page.getByText('3 records match', { exact: true });
  await expect(words).toBeVisible();
  await expect(matching(page)).toContainText('Matching incidents3of 8');
  await expect(page).toHaveURL(/type=petition/);
  await expect(page.locator('tbody tr').first()).toBeAttached();
  const before = await matching(page).textContent();
  const answer = page.waitForResponse(/explore\.json/);
  release();
  await answer;
  await expect(page.locator('[data-columns]')).toHaveAttribute('aria-busy', 'false');
  await expect(words).toBeVisible();
  expect(await matching(page).textContent()).toBe(before);
  await expectAccessible(page);
});

test('says that numbers are new and records old when only the server fails', async ({ page, quiet }) => {
  quiet.expectErrors(/503/);
  await openCounting(page, log);
  await page.route('**/explore.json*', (route) => route.fulfill({ status: 503, body: '' }));
  await page.getByRole('button', { name: /^Type/ }).click();
  await page.getByRole('link', { name: /^Petition \d/ }).click();
  await expect(page.getByText('3 records match', { exact: true })).toBeVisible();
  const alert = page.getByRole('alert').filter({ hasText: 'The numbers are new' });
  await expect(alert).toBeInViewport();
  await expectAccessible(page);
  await page.unroute('**/explore.json*');
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(alert).toBeHidden();
});

test('a span is counted while it is dragged, and goes into the address when it is let go', async ({
  page,
}) => {
  await openCounting(page, log);
  const release = await holdAnswers(page);
  const boxOf = async (name: RegExp) => {
    const box = await chartOf(page).getByRole('link', { name }).boundingBox();
    if (!box) throw new Error(`no bar ${name}`);
    return box;
  };
  const [from, to] = [await boxOf(/^Sep 2019/), await boxOf(/^Nov 2019/)];
  await page.mouse.move(from.x + from.width / 2, from.y + 30);
  await page.mouse.down();
  await page.mouse.move(to.x + 1, to.y + 30, { steps: 4 });
  await page.mouse.move(to.x + to.width / 2, to.y + 30);
  await expect(matching(page)).toContainText('Matching incidents3of 8');
  expect(page.url()).not.toContain('starts=');
  await page.mouse.up();
  await expect(page).toHaveURL(/starts=2019-09-01\.\.2019-11-30/);
  await expect(page.getByText('3 records match', { exact: true })).toBeVisible();
  release();
  await expect(page.locator('[data-columns]')).toHaveAttribute('aria-busy', 'false');
  await expect(page.getByText('3 records match', { exact: true })).toBeVisible();
});

test('a district under the pointer is counted as long as it is there', async ({ page }) => {
  await openCounting(page, log);
  const bar = page
    .getByRole('region', { name: /district/ })
    .locator('a[data-code]')
    .nth(1);
  const inBar = ((await bar.textContent()) ?? '').match(/\d+/)?.[0];
  const address = page.url();
  await bar.hover();
  await expect(matching(page)).toContainText(`Matching incidents${inBar}of 8`);
  await expect(page.getByText('8 records match', { exact: true })).toBeHidden();
  await page.mouse.move(5, 5, { steps: 3 });
  await expect(matching(page)).toContainText('Described incidents8');
  expect(page.url()).toBe(address);
});

test('an answer of a later version of the data has the columns fetched anew', async ({ page }) => {
  let later = 0;
  await page.route('**/explore.json*', async (route) => {
    const response = await route.fetch();
    const answer = await response.json();
    later = answer.columns + 1;
    answer.columns = later;
    await route.fulfill({ response, json: answer });
  });
  await openCounting(page, log);
  const asked = page.waitForRequest(/explore\.arrow/);
  await chartOf(page)
    .getByRole('link', { name: /^Oct 2019/ })
    .focus();
  await page.keyboard.press('Enter');
  expect((await asked).url()).toContain(`v=${later}`);
  // There is no such version, so that the server goes on alone.
  await expect(page.locator('[data-columns="off"]')).toBeAttached();
  await expect(page.getByText('1 record matches', { exact: true })).toBeVisible();
});

test('who saves data is not sent the columns', async ({ page }) => {
  await page.addInitScript(() =>
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } }),
  );
  const asked: string[] = [];
  page.on('request', (request) => void asked.push(request.url()));
  await page.clock.install();
  await page.goto(log, { waitUntil: 'networkidle' });
  await expect(page.locator('[data-columns="off"]')).toBeAttached();
  // What a page does when it is at rest, it would have done by now.
  await page.clock.runFor(60_000);
  expect(asked.filter((url) => url.includes('explore.arrow'))).toEqual([]);
  await expect(page.locator('[data-columns="off"]')).toBeAttached();
});
