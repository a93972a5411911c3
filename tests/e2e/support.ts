import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import type { TestAccount } from '../support/accounts';

/**
 * The test of Playwright with a page that watches itself: any error on the console (a refused script or style
 * too), any uncaught error and any request to another host fails the test.
 */
export const test = base.extend<{ quiet: { expectErrors: (pattern: RegExp) => void } }>({
  page: async ({ page }, use) => {
    const { goto, reload } = page;
    page.goto = async (...args) => {
      const answer = await goto.apply(page, args);
      await taken(page);
      return answer;
    };
    page.reload = async (...args) => {
      const answer = await reload.apply(page, args);
      await taken(page);
      return answer;
    };
    await use(page);
  },
  quiet: [
    async ({ page, baseURL }, use) => {
      const problems: { text: string; where: string }[] = [];
      const expected: RegExp[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error')
          problems.push({ text: message.text(), where: message.location().url });
      });
      page.on('pageerror', (error) =>
        problems.push({ text: String(error), where: error.stack?.split('\n')[1]?.trim() ?? '' }),
      );
      page.on('request', (request) => {
        const url = request.url();
        if (!url.startsWith(baseURL ?? '') && !/^(data|blob):/.test(url))
          problems.push({ text: 'asked another host', where: url });
      });
      await use({ expectErrors: (pattern) => void expected.push(pattern) });
      const found = problems
        .filter(({ text }) => !expected.some((pattern) => pattern.test(text)))
        .map(({ text, where }) => (where === '' ? text : `${text} (${where})`));
      if (found.length > 0)
        throw new Error(`The page ${page.url()} had errors that no test expects:\n${found.join('\n')}`);
    },
    { auto: true },
  ],
});

export { expect };

/** Waits until React has taken the page over: a click before that does nothing, or opens the link anew. */
async function taken(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const main = document.querySelector('main#content');
    return main === null || Object.keys(main).some((key) => key.startsWith('__react'));
  });
}

/** Fails with the rule and the elements when axe finds anything against WCAG 2.2 A or AA. */
export async function expectAccessible(page: Page): Promise<void> {
  // The title of a page that was gone to comes a moment after it.
  await expect(page).toHaveTitle(/./);
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`),
  );
  expect(found, `axe finds on ${page.url()}:\n${found.join('\n')}`).toEqual([]);
}

/** Gives the page the session of an account. */
export async function be(page: Page, account: TestAccount): Promise<void> {
  await page.context().addCookies([
    {
      name: 'daybook-session',
      value: account.token,
      url: test.info().project.use.baseURL ?? process.env.BASE_URL ?? '',
      httpOnly: true,
      sameSite: 'Lax',
    },
  ]);
}

/** The pages of the product, one of each kind. */
export const pages = [
  '/',
  '/?by=month',
  '/?type=strike',
  '/?map=rate&place=440883',
  '/incidents',
  '/incidents/zj-2019-09-13-a',
  '/directives',
  '/directives/leizhou-2018-04-05-a',
  '/sources',
  '/sources/epoch-times-2020-10-22',
  '/data',
  '/codebook',
  '/views',
];

/** What axe finds in both themes. */
export async function expectAccessibleInBoth(page: Page): Promise<void> {
  for (const theme of ['dark', 'light']) {
    await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme);
    await expectAccessible(page);
  }
}

/** Opens a page as an account. */
export async function openAs(page: Page, account: TestAccount, path: string): Promise<void> {
  await be(page, account);
  await page.goto(path, { waitUntil: 'networkidle' });
}
