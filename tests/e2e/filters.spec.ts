import { expect, expectAccessible, test } from './support';

const log = '/incidents?dataset=zhanjiang-log';

test('keeps, leaves out and takes the unknown by keyboard; Back undoes one act at a time', async ({
  page,
}) => {
  await page.goto(log);
  const type = page.getByRole('button', { name: /^Type/ });
  await type.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-cell="in"]').first()).toBeVisible();
  for (const key of ['Tab', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
  await expect(page).toHaveURL(/type=petition$/);
  await expect(page.getByText('3 records match', { exact: true })).toBeVisible();
  // The menu is still open and the focus where it was, so that the next value is a key away.
  for (const key of ['ArrowDown', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
  await expect(page).toHaveURL(/type=petition~!online-speech$/);
  await expect(page.getByRole('link', { name: 'not Online speech case' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(type).toBeFocused();
  await expect(type).toHaveText(/Type: Petition, not Online speech case/);

  await page.getByRole('button', { name: /^Issue/ }).press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('unknown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/issue=unknown/);
  await page.goBack();
  await expect(page).toHaveURL(/type=petition~!online-speech$/);
  await page.goBack();
  await expect(page).toHaveURL(/type=petition$/);
  await expect(page.getByText('3 records match', { exact: true })).toBeVisible();
});

test('chooses two places, from the tree and by a name in Chinese, one of them alone', async ({ page }) => {
  await page.goto(log);
  await page.getByRole('button', { name: /^Place/ }).click();
  const zhanjiang = page.getByRole('button', { name: 'Show the places within Zhanjiang' });
  await zhanjiang.focus();
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown']) await page.keyboard.press(key);
  const tree = page.getByRole('list', { name: 'Places' });
  await tree.getByRole('link', { name: /^Wuchuan/ }).click();
  await expect(page).toHaveURL(/place=440883/);
  await page.getByRole('searchbox', { name: /Find a place/ }).fill('霞山');
  await page.getByRole('link', { name: /^Xiashan/ }).click();
  await expect(page).toHaveURL(/place=440803~440883/);
  await page.getByRole('searchbox', { name: /Find a place/ }).fill('');
  const chosen = page.getByRole('region', { name: 'Chosen places' });
  await expect(chosen.getByRole('link', { name: /kept/ })).toHaveCount(2);
  await chosen
    .getByRole('group', { name: /Wuchuan/ })
    .getByRole('link', { name: 'only this place itself' })
    .click();
  await expect(page).toHaveURL(/place=440803~@440883/);
});

test('a pill is edited, changed round, switched off and on, and removed', async ({ page }) => {
  await page.goto(`${log}&form=online-post`);
  const pill = page.getByRole('button', { name: /^Form/ });
  await pill.click();
  await page.getByRole('link', { name: 'Leave these out instead' }).click();
  await expect(page).toHaveURL(/form=!online-post/);
  await expect(page.getByText('5 records match', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'Switch off' }).click();
  await expect(page).toHaveURL(/off=form%3D!online-post/);
  await expect(page.getByText('8 records match', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: /Form.*switched off/ }).click();
  await page.getByRole('link', { name: 'Switch on again' }).click();
  await expect(page).not.toHaveURL(/off=/);
  await expect(pill).toHaveText('Form: not Online post');
  await page.getByRole('link', { name: 'Remove the filter Form' }).click();
  await expect(page).not.toHaveURL(/form=/);
  await expect(page.getByRole('region', { name: 'Filters' })).toBeFocused();
});

test('two values chosen before the first is answered are both chosen', async ({ page }) => {
  await page.goto(log);
  let answer: () => void = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route('**/explore.json*', async (route) => {
    await held;
    await route.continue();
  });
  await page.getByRole('button', { name: /^Type/ }).click();
  await page.getByRole('link', { name: /^Petition \d/ }).click();
  await page.getByRole('link', { name: /^Online speech case/ }).click();
  await expect(page).toHaveURL(/type=online-speech~petition$/);
  answer();
  await expect(page.getByText('6 records match', { exact: true })).toBeVisible();
});

test('letters typed while a menu is open look for something in it', async ({ page }) => {
  await page.goto(log);
  await page.getByRole('button', { name: /^Place/ }).click();
  const finder = page.getByRole('searchbox', { name: /Find a place/ });
  await expect(finder).toBeVisible();
  await page.keyboard.type('suixi');
  await expect(finder).toHaveValue('suixi');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('what the chart chose is said beside the dates, and can be taken as dates', async ({ page }) => {
  await page.goto('/?dataset=zhanjiang-log&starts=2019-10..2019-12');
  await expect(page).toHaveTitle('Incidents in Zhanjiang, Oct 2019 – Dec 2019 · Daybook');
  await page.getByRole('button', { name: /^Dates/ }).click();
  await expect(page.getByText('Also in force: began in Oct 2019 – Dec 2019')).toBeVisible();
  await page.getByRole('link', { name: 'Take these as dates' }).click();
  await expect(page).toHaveURL(/from=2019-10&to=2019-12/);
  await expect(page).not.toHaveURL(/starts=/);
});

test('an open range of dates is typed into one field', async ({ page }) => {
  await page.goto(log);
  await page.getByRole('button', { name: /^Dates/ }).click();
  await page.getByRole('textbox', { name: 'From' }).fill('..2019');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/&to=2019$/);
  await expect(page.getByRole('button', { name: /^Dates/ })).toHaveText('Dates: until 2019');
});

test('menus and the panel of small screens are accessible while they are open', async ({ page }) => {
  await page.goto(`${log}&form=online-post&off=type%3Dpetition`);
  await page.getByRole('button', { name: /^Place/ }).click();
  await expect(page.getByRole('list', { name: 'Places' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'More filters' }).click();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 390, height: 800 });
  await page.getByRole('button', { name: 'Filters' }).click();
  const panel = page.getByRole('dialog', { name: 'Filters' });
  await panel.getByRole('button', { name: /^Dates/ }).click();
  await expectAccessible(page);
  await panel.getByRole('link', { name: '2020', exact: true }).click();
  await panel.getByRole('button', { name: /Show \d+ results?/ }).click();
  await expect(panel).toBeHidden();
  await expect(page).toHaveURL(/from=2020&to=2020/);
});

test('a small screen shows every filter that is set, to be taken away by a finger', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(`${log}&type=petition&starts=2019&q=wages`);
  const bar = page.getByRole('region', { name: 'Filters' });
  const set = bar.getByRole('link', { name: /^Remove the filter/ });
  await expect(set).toHaveCount(4);
  for (const link of await set.all()) {
    const box = await link.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
  }
  await bar.getByRole('button', { name: /^Filters/ }).click();
  const panel = page.getByRole('dialog', { name: 'Filters' });
  const row = panel.getByRole('button', { name: /^Began/ });
  await expect(row).toHaveText('Began2019');
  await row.click();
  await panel.getByRole('link', { name: 'Remove', exact: true }).click();
  await expect(page).not.toHaveURL(/starts=/);
  await panel.getByRole('button', { name: /Show \d+ results?/ }).click();
  await set.filter({ hasText: 'Type' }).click();
  await expect(page).not.toHaveURL(/type=/);
  await expect(set).toHaveCount(2);
});
