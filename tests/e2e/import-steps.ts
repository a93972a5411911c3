import type { Page } from '@playwright/test';
import type { TestAccount } from '../support/accounts';
import { expect, openAs } from './support';

/** What the page holds between its header and its footer. */
export const main = (page: Page) => page.locator('main');
/** A name that nothing else has. */
export const word = () => `t${Math.random().toString(36).slice(2, 9)}`;
/** What a count of the check says. */
export const counted = (page: Page, key: string) => page.locator(`[data-count="${key}"] dd`);

type Sent = { name: string; buffer: Buffer };

/** Sends files as an account, until the page of the import is there and the files were looked into. */
export async function sendFiles(page: Page, account: TestAccount, files: Sent[]): Promise<void> {
  await openAs(page, account, '/data/import');
  await page
    .locator('input[type=file]')
    .setInputFiles(files.map(({ name, buffer }) => ({ name, mimeType: 'application/octet-stream', buffer })));
  await page.getByRole('button', { name: /^Send \d+ file/ }).click();
  await page.waitForURL(/\/data\/import\/[0-9a-f-]{36}$/);
}

/** Says that the records go into a new data set. */
export async function intoNewDataset(page: Page, slug: string): Promise<void> {
  const target = page.locator('#target');
  await target.getByLabel('Data set', { exact: true }).selectOption({ label: 'a new data set' });
  await target.getByRole('textbox', { name: 'Title', exact: true }).fill(`Test ${slug}`);
  await target.getByLabel('Short name').fill(slug);
  await target.getByLabel('Prefix of refs').fill(slug);
  await target.getByLabel('How to cite it').fill('Nobody: A test.');
}

/** Has all rows checked, and waits for what the check says. */
export const check = async (page: Page) => {
  await page.getByRole('button', { name: 'Check all rows' }).click();
  await expect(page.getByRole('heading', { name: 'What an import would do' })).toBeVisible({
    timeout: 30_000,
  });
};

/** Writes what was checked, and waits until it is there. */
export const write = async (page: Page, count: number) => {
  await page.getByRole('button', { name: `Write ${count} record`, exact: false }).click();
  await expect(main(page)).toContainText(`${count} record${count === 1 ? ' was' : 's were'} written.`, {
    timeout: 30_000,
  });
};
