import { Secret, TOTP } from 'otpauth';
import { Client } from 'pg';
import { type Locale, localeTag } from '@/lib/i18n/locale';
import { addAccount, addLink, testPassword } from '../support/accounts';
import { be, expect, expectAccessible, test } from './support';

let client: Client;

test.beforeAll(async () => {
  client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
});
test.afterAll(() => client.end());

const token = () => Math.random().toString(36).slice(2, 10);

test('an invitation makes an account by keyboard; it signs out, and in again, back to where it was', async ({
  page,
  quiet,
}) => {
  // A password that is too short is refused once.
  quiet.expectErrors(/400/);
  const path = await addLink(client, { kind: 'invitation', role: 'coder' });
  const login = `ida-${token()}`;
  await page.goto(path, { waitUntil: 'networkidle' });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Make your account');
  await expectAccessible(page);
  await page.getByLabel('Login').focus();
  await page.keyboard.type(login);
  await page.keyboard.press('Tab');
  await page.keyboard.type('Ida');
  await page.keyboard.press('Tab');
  await page.keyboard.type('daybook');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Take a password of at least 12 characters')).toBeVisible();
  await expect(page.getByLabel('Password')).toBeFocused();
  await page.getByLabel('Password').fill(testPassword);
  await page.keyboard.press('Enter');
  await page.waitForURL('/');
  await page.getByRole('button', { name: 'Your account: Ida' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible();

  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This link can’t be used');
  await expect(page).toHaveTitle(/^This link can’t be used/);

  await page.goto('/sign-in?next=/incidents%3Ftype%3Dstrike', { waitUntil: 'networkidle' });
  await expectAccessible(page);
  await page.getByLabel('Login').fill(login);
  await page.getByLabel('Password').fill(testPassword);
  await page.keyboard.press('Enter');
  await page.waitForURL('/incidents?type=strike');
  await expect(page.getByRole('button', { name: 'Your account: Ida' })).toBeVisible();
});

test('a wrong password says so without saying what is wrong, and keeps what was typed', async ({
  page,
  quiet,
}) => {
  quiet.expectErrors(/401/);
  const { login } = await addAccount(client, 'reader');
  await page.goto('/sign-in', { waitUntil: 'networkidle' });
  await page.getByLabel('Login').fill(login);
  await page.getByLabel('Password').fill('not this one');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'do not fit' })).toBeVisible();
  await expect(page.getByLabel('Login')).toHaveValue(login);
});

test('a second factor is begun, asked for when signing in, and given up', async ({ page, quiet }) => {
  quiet.expectErrors(/400/);
  const account = await addAccount(client, 'editor');
  await be(page, account);
  await page.goto('/account', { waitUntil: 'networkidle' });
  await expectAccessible(page);
  const card = page.getByRole('region', { name: 'Second factor' });
  await card.getByLabel('Your password').fill(account.password);
  await card.getByRole('button', { name: 'Begin' }).click();
  await expect(card.getByRole('img')).toBeVisible();
  await expectAccessible(page);
  const key = (await card.locator('code').textContent())?.replaceAll(' ', '') ?? '';
  const totp = new TOTP({ secret: Secret.fromBase32(key) });
  await card.getByLabel('Code').fill('000000');
  await page.keyboard.press('Enter');
  await expect(card.getByText('This code is wrong')).toBeVisible();
  await card.getByLabel('Code').fill(totp.generate());
  await page.keyboard.press('Enter');
  await expect(card.getByText('In use: signing in asks')).toBeVisible();

  await page.context().clearCookies();
  await page.goto('/sign-in', { waitUntil: 'networkidle' });
  await page.getByLabel('Login').fill(account.login);
  await page.getByLabel('Password').fill(account.password);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Code of your second factor')).toBeFocused();
  await page.keyboard.type(totp.generate({ timestamp: Date.now() + 30_000 }));
  await page.keyboard.press('Enter');
  await page.waitForURL('/');
  await page.goto('/account', { waitUntil: 'networkidle' });
  await card.getByLabel('Your password').fill(account.password);
  await card.getByRole('button', { name: 'Remove the second factor' }).click();
  await expect(card.getByText('Not in use.')).toBeVisible();
});

test('a changed password signs every other browser out', async ({ page, browser, quiet }) => {
  quiet.expectErrors(/400/);
  const account = await addAccount(client, 'coder');
  const other = await browser.newContext({ baseURL: process.env.BASE_URL });
  const elsewhere = await other.newPage();
  await be(elsewhere, account);
  await elsewhere.goto('/account');
  await expect(elsewhere.getByRole('heading', { level: 1 })).toHaveText('Test coder');
  await be(page, account);
  await page.goto('/account', { waitUntil: 'networkidle' });
  const card = page.getByRole('region', { name: 'Password', exact: true });
  await card.getByLabel('Present password').fill('not this one');
  await card.getByLabel('New password').fill('nine quiet lamps burn');
  await page.keyboard.press('Enter');
  await expect(card.getByText('This is not your password.')).toBeVisible();
  await card.getByLabel('Present password').fill(account.password);
  await page.keyboard.press('Enter');
  await expect(card.getByText('The password is changed.')).toBeVisible();
  await elsewhere.reload();
  await expect(elsewhere).toHaveURL(/\/sign-in\?next=/);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Test coder');
  await other.close();
});

for (const locale of ['en', 'zh'] as const satisfies Locale[])
  test(`an admin invites, changes a role, makes a link for a new password and closes an account (${locale})`, async ({
    page,
    browser,
  }) => {
    const [admin, other] = [await addAccount(client, 'admin'), await addAccount(client, 'reader')];
    await page.context().addCookies([{ name: 'lang', value: locale, url: process.env.BASE_URL ?? '' }]);
    const words = {
      en: {
        role: `Role of ${other.login}`,
        give: `Give this role: ${other.login}`,
        link: 'Link for a new password',
        close: 'Close',
        reopen: 'Open again',
        make: 'Make the link',
        once: /shown once/,
        callBack: 'Call back',
      },
      zh: {
        role: `${other.login} 的角色`,
        give: `授予此角色：${other.login}`,
        link: '生成新密码链接',
        close: '关闭',
        reopen: '重新开放',
        make: '生成链接',
        once: /只显示一次/,
        callBack: '撤回',
      },
    }[locale];
    await be(page, admin);
    await page.goto('/accounts', { waitUntil: 'networkidle' });
    await expect(page.locator('html')).toHaveAttribute('lang', localeTag[locale]);
    await expectAccessible(page);
    const row = page.getByRole('row').filter({ hasText: other.login });
    const changed = page.waitForResponse('/api/accounts/change');
    // The keys pass other roles on their way, of which none is given.
    await row.getByLabel(words.role).focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp', 'Tab', 'Enter']) await page.keyboard.press(key);
    expect(JSON.parse((await changed).request().postData() ?? '')).toMatchObject({
      version: 1,
      role: 'coder',
    });
    expect((await changed).status()).toBe(200);
    await expect(row.getByLabel(words.role)).toBeFocused();
    await expect(row.getByRole('button', { name: words.give })).toBeHidden();
    await expect(row.getByLabel(words.role)).toHaveValue('coder');

    await row.getByRole('button', { name: words.link }).click();
    const link = await page.getByLabel(words.once).inputValue();
    const fresh = await browser.newContext();
    const theirs = await fresh.newPage();
    await theirs.goto(link, { waitUntil: 'networkidle' });
    await theirs.locator('input[type=password]').fill('nine quiet lamps burn');
    await theirs.keyboard.press('Enter');
    await theirs.waitForURL(/\/sign-in/);
    await theirs.locator('input[name=login]').fill(other.login);
    await theirs.locator('input[name=password]').fill('nine quiet lamps burn');
    await theirs.keyboard.press('Enter');
    await theirs.waitForURL('**/');

    page.once('dialog', (dialog) => dialog.accept());
    await page.reload({ waitUntil: 'networkidle' });
    await row.getByRole('button', { name: words.close, exact: true }).click();
    await expect(row.getByRole('button', { name: words.reopen })).toBeVisible();
    await theirs.goto('/account');
    await expect(theirs).toHaveURL(/\/sign-in/);
    await fresh.close();

    await page.getByRole('button', { name: words.make }).click();
    expect(await page.getByLabel(words.once).inputValue()).toMatch(/\/link\/[\w-]{43}$/);
    await page.getByRole('button', { name: words.callBack }).first().click();
  });

test('cookies can’t be read by scripts, and an altered one is nobody’s', async ({ page }) => {
  const account = await addAccount(client, 'editor');
  await page.goto('/sign-in', { waitUntil: 'networkidle' });
  await page.getByLabel('Login').fill(account.login);
  await page.getByLabel('Password').fill(account.password);
  await page.keyboard.press('Enter');
  await page.waitForURL('/');
  const kept = (await page.context().cookies()).filter(({ name }) => name.startsWith('daybook-'));
  expect(kept.map(({ name, httpOnly, sameSite }) => [name, httpOnly, sameSite]).sort()).toEqual([
    ['daybook-device', true, 'Lax'],
    ['daybook-session', true, 'Lax'],
  ]);
  expect(await page.evaluate(() => document.cookie)).not.toContain('daybook-');
  const session = kept.find(({ name }) => name === 'daybook-session')?.value ?? '';
  const altered = (session[0] === 'a' ? 'b' : 'a') + session.slice(1);
  for (const value of [altered, 'x', '', `${session}x`, '%00'])
    expect(
      (
        await fetch(`${process.env.BASE_URL}/account`, {
          redirect: 'manual',
          headers: { cookie: `daybook-session=${value}` },
        })
      ).status,
    ).toBe(307);
});

test('writes pass only from a page of ours', async () => {
  const site = process.env.BASE_URL ?? '';
  const { cookie } = await addAccount(client, 'admin');
  const json = { 'content-type': 'application/json' };
  const cases: [Record<string, string>, number][] = [
    [{ origin: site }, 400],
    [{ origin: site, 'sec-fetch-site': 'same-origin' }, 400],
    [{}, 403],
    [{ origin: 'null' }, 403],
    [{ origin: 'https://evil.example' }, 403],
    [{ origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' }, 403],
    [
      { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
      403,
    ],
    [{ origin: site, 'sec-fetch-site': 'cross-site' }, 403],
    [{ origin: site, 'sec-fetch-site': 'same-site' }, 403],
    [{ origin: site, 'sec-fetch-site': 'none' }, 403],
    [{ origin: site.replace('127.0.0.1', 'localhost') }, 403],
    [{ 'sec-fetch-site': 'same-origin' }, 403],
    [{ origin: site, 'content-type': 'text/plain' }, 400],
    [{ origin: 'https://evil.example', authorization: 'Bearer x' }, 403],
  ];
  for (const path of ['/api/accounts/change', '/api/account/sessions', '/api/accounts/invitations'])
    for (const [headers, status] of cases) {
      const response = await fetch(site + path, {
        method: 'POST',
        headers: { cookie, ...json, ...headers },
        body: '{}',
      });
      expect(`${path} ${JSON.stringify(headers)} ${response.status}`).toBe(
        `${path} ${JSON.stringify(headers)} ${status}`,
      );
    }
});

test('there is no server action to forge: a page takes no POST', async () => {
  const response = await fetch(`${process.env.BASE_URL}/accounts`, {
    method: 'POST',
    headers: {
      origin: process.env.BASE_URL ?? '',
      'next-action': 'a'.repeat(40),
      'content-type': 'text/plain;charset=UTF-8',
    },
    body: '[]',
  });
  expect(response.status).toBe(405);
});
