import type { Page } from '@playwright/test';

export const log = '/incidents?dataset=zhanjiang-log';
export const tableOf = (page: Page) => page.getByRole('region', { name: /Table of incidents/ });
export const rowsOf = (page: Page) => tableOf(page).locator('tbody tr[data-ref]');

/** The words that say which rows are seen, on screen or on paper. */
export const position = (page: Page, words: RegExp) => page.getByText(words).filter({ visible: true });
export const panelOf = (page: Page) => page.getByRole('complementary', { name: 'Record' });

/** Makes the page believe that there are `total` incidents, which come by a hundred; the second hundred fails once. */
export async function pretendMany(page: Page, total: number): Promise<void> {
  let failed = false;
  const made = (model: object, from: number, to: number) =>
    Array.from({ length: to - from }, (_, at) => ({
      ...model,
      ref: `made-${from + at + 1}`,
      title: `Made-up record ${from + at + 1}`,
    }));
  let model: object = {};
  await page.route('**/explore.json?*sort=title*', async (route) => {
    const response = await route.fetch();
    const answer = await response.json();
    [model] = answer.table.rows;
    answer.totals.incidents = total;
    answer.table = { rows: made(model, 0, 25), page: 1, pages: Math.ceil(total / 25), next: '25' };
    await route.fulfill({ response, json: answer });
  });
  await page.route('**/rows.json?*', async (route) => {
    const from = Number(new URL(route.request().url()).searchParams.get('after'));
    if (from > 25 && !failed) {
      failed = true;
      return route.abort();
    }
    const to = Math.min(total, from + 100);
    await route.fulfill({
      json: { rows: made(model, from, to), next: to < total ? String(to) : null, total },
    });
  });
}
