import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, test } from './support';

// What an analyst does, once more in Chinese, by mouse and by keyboard: the words, the ways and the numbers.
test.use({ locale: 'zh-CN' });

const log = '/?dataset=zhanjiang-log';

async function expectRecords(page: Page, count: number): Promise<void> {
  await expect(page.getByText(`${count} 条记录符合`, { exact: true })).toBeVisible();
}

const chartOf = (page: Page) => page.getByRole('group', { name: /^图表：/ }).first();
const cardOf = (page: Page, name: RegExp) => page.getByRole('region', { name }).first();

/** Comes to a mark, lets the chart draw what lies under the pointer, and presses. */
async function press(mark: Locator): Promise<void> {
  await mark.hover({ force: true });
  await mark.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  await mark.click({ force: true });
}

/** Comes to something by Tab alone, from where the focus is, and opens it. */
async function enter(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (const [step, most] of [
    ['Tab', 300],
    ['Shift+Tab', 320],
  ] as const)
    for (let presses = 0; presses < most; presses += 1) {
      if (await target.evaluate((element) => element === document.activeElement))
        return page.keyboard.press('Enter');
      await page.keyboard.press(step);
    }
  throw new Error(`not to be reached by Tab: ${target}`);
}

test('筛选: chosen, turned round, switched off and removed, by mouse and by keyboard', async ({ page }) => {
  await page.goto(log);
  const type = page.getByRole('button', { name: /^类型/ });
  await type.click();
  await page.locator('[data-cell="in"]').filter({ hasText: '上访' }).click();
  await expectRecords(page, 3);
  await page.keyboard.press('Escape');
  await expect(type).toBeFocused();
  await page.keyboard.press('Enter');
  await enter(page, page.getByRole('link', { name: '改为排除这些' }));
  await expect(page).toHaveURL(/type=!petition/);
  await expectRecords(page, 5);
  await enter(page, page.getByRole('link', { name: '停用', exact: true }));
  await expectRecords(page, 8);
  await page.getByRole('button', { name: /类型.*已停用/ }).click();
  await page.getByRole('link', { name: '重新启用' }).click();
  await expectRecords(page, 5);
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: '移除筛选：类型' }).click();
  await expectRecords(page, 8);

  await enter(page, page.getByRole('button', { name: /^日期/ }));
  await page.getByRole('textbox', { name: '从', exact: true }).fill('..2019-10');
  await page.getByRole('checkbox', { name: '仅限确定在此期间的日期' }).press('Space');
  await page.getByRole('button', { name: '应用', exact: true }).click();
  await expect(page).toHaveURL(/to=2019-10&match=certain/);
  await expect(page.getByRole('button', { name: /^日期/ })).toContainText('（确定在内）');
  await page.goBack();
  const search = page.getByRole('searchbox', { name: '搜索标题、摘要与批示' });
  await search.fill('"宣传部长" -强拆');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/q=/);
  await page.goBack();
  await expect(search).toHaveValue('');
  await page.getByRole('button', { name: /^地点/ }).click();
  await page.getByRole('searchbox', { name: '按名称或代码查找地点' }).fill('wuchuan');
  await page.locator('[data-cell="in"]').filter({ hasText: '吴川市' }).click();
  await expect(page).toHaveURL(/place=440883/);
  await expectRecords(page, 1);
});

test('事件随时间的变化: drawn in every way, with all that can be added to it', async ({ page }) => {
  await page.goto(`${log}&by=month`);
  const draw = page.getByRole('group', { name: '绘制方式' });
  for (const [word, address] of [
    ['并列', 'grouped'],
    ['折线', 'lines'],
    ['分图', 'multiples'],
    ['日历', 'calendar'],
  ] as const) {
    await draw.getByRole('link', { name: word, exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`draw=${address}`));
    await expect(chartOf(page)).toBeVisible();
  }
  await chartOf(page)
    .getByRole('link', { name: /^2020年3月11日：1 起事件/ })
    .press('Enter');
  await expect(page).toHaveURL(/starts=2020-03-11/);
  await expectRecords(page, 1);
  await page.goBack();
  await enter(page, draw.getByRole('link', { name: '堆叠', exact: true }));
  await expect(page).not.toHaveURL(/draw=/);

  const options = page.getByRole('button', { name: '时间图的选项' });
  await options.click();
  for (const [group, word, address] of [
    ['显示', '占比', 'show=share'],
    ['显示', '累计', 'show=cumulative'],
    ['显示', '参与人数', 'show=participants'],
    ['显示', '件数', ''],
    ['均线', '3 个月', 'mean=3'],
    ['标出突增', '显示', 'bursts=1'],
    ['轴下的批示', '显示', 'lane=directives'],
  ] as const) {
    await page
      .getByRole('group', { name: group, exact: true })
      .getByRole('link', { name: word, exact: true })
      .click();
    await expect(page).toHaveURL(new RegExp(address));
  }
  await expect(page.getByText(/突增（历史限值法）/)).toBeVisible();
  await expect(page.getByText(/轴下有 \d+ 份批示/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(options).toBeFocused();
  await expectAccessible(page);

  const bucket = chartOf(page)
    .getByRole('link', { name: /^2019年10月：1 起事件/ })
    .first();
  await bucket.focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/type=online-speech.*starts=2019-10/);
  await expectRecords(page, 1);
  await page.goBack();
  await press(bucket);
  await expect(page).toHaveURL(/type=online-speech.*starts=2019-10/);
  const end = page.getByRole('slider', { name: '所选时段的结束' });
  await end.focus();
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/starts=2019-10-01\.\.2019-11-30/);
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/starts=/);
  await expectRecords(page, 3);

  const card = cardOf(page, /^事件随时间的变化/);
  await enter(page, card.getByRole('button', { name: '以表格查看' }));
  await expect(page.getByRole('region', { name: /事件随时间的变化.*表/ })).toContainText('2019年10月');
});

test('按地区, 分类统计, 交叉表: a mark opens as many records as it says', async ({ page }) => {
  await page.goto(`${log}&bars=type~size&matrix=type~response`);
  const districts = cardOf(page, /^按地区/);
  await page.getByRole('navigation', { name: '地图范围' }).getByRole('link', { name: '广东省' }).click();
  await expect(page).toHaveURL(/place=440000/);
  await enter(page, page.getByRole('group', { name: '地区的级别' }).getByRole('link', { name: '县级' }));
  await expect(page).toHaveURL(/level=county/);
  await districts.getByRole('link', { name: '每10万人', exact: true }).click();
  await expect(page).toHaveURL(/map=rate/);
  await page.goto(`${log}&bars=type~size&matrix=type~response`);
  await districts.getByRole('link', { name: /^吴川/ }).press('Enter');
  await expect(page).toHaveURL(/place=440883/);
  await districts.getByRole('link', { name: '将霞山区加入地点筛选' }).click();
  await expect(page).toHaveURL(/place=440803~440883/);
  await expectRecords(page, 2);

  await page.goto(`${log}&bars=type~size&matrix=type~response`);
  const rows = page.getByRole('list', { name: /^类型/ });
  await rows.getByRole('link', { name: /^上访/ }).click();
  await expectRecords(page, 3);
  await rows.getByRole('link', { name: /^上访/ }).press('Enter');
  await expectRecords(page, 8);
  await rows.getByRole('link', { name: /^上访/ }).click({ modifiers: ['Alt'] });
  await expectRecords(page, 5);
  await enter(page, rows.getByRole('link', { name: '不再排除上访' }));
  await expectRecords(page, 8);
  await enter(page, page.getByRole('button', { name: '添加或排列分类' }));
  await page.getByRole('link', { name: '添加分类：来源', exact: true }).press('Enter');
  await expect(page).toHaveURL(/bars=type~size~source/);
  await page.getByRole('link', { name: '将来源前移' }).click();
  await expect(page).toHaveURL(/bars=type~source~size/);
  await page.keyboard.press('Escape');

  await page.getByRole('heading', { name: /^交叉表/ }).scrollIntoViewIfNeeded();
  const matrix = cardOf(page, /^交叉表/);
  const cell = matrix.locator('button[data-cell]');
  await cell.and(page.locator('[tabindex="0"]')).focus();
  await page.keyboard.press('ArrowDown');
  const name = (await matrix.locator('button:focus').getAttribute('aria-label')) ?? '';
  await page.keyboard.press('Enter');
  await expectRecords(page, Number(/：(\d+)/.exec(name)?.[1]));
  await matrix.locator('button[aria-pressed="true"]').click();
  await expectRecords(page, 8);
  await page.getByRole('link', { name: '占行', exact: true }).click();
  await expect(page).toHaveURL(/shares=row/);
  await enter(page, page.getByRole('button', { name: '行与列互换' }));
  await expect(page).toHaveURL(/matrix=response~type&shares=column/);
  await expectAccessible(page);
});

test('比较: pins, swaps, opens the records of a number, by mouse and by keyboard', async ({ page }) => {
  await page.goto(`${log}&type=petition`);
  await enter(page, page.getByRole('link', { name: '固定为 A' }));
  const comparison = page.getByRole('region', { name: '比较', exact: true });
  await expect(comparison).toContainText('A 与 B 是同一筛选');
  await page.getByRole('link', { name: '移除筛选：类型' }).click();
  await expect(comparison).toContainText('B 有 8 起事件，A 有 3 起事件。');
  await enter(page, comparison.getByRole('link', { name: '互换 A 与 B' }));
  await expect(comparison).toContainText('B 有 3 起事件，A 有 8 起事件。');
  const changes = page.locator('#compare-table');
  await enter(page, changes.getByRole('button', { name: '以表格查看' }));
  await expect(changes.getByRole('row', { name: /上访/ })).toContainText('数量过少，不作比较');
  await changes.getByRole('link', { name: /^B，上访：3/ }).click();
  await expectRecords(page, 3);
  await page.goBack();
  await comparison.getByRole('link', { name: '取消固定 A' }).click();
  await expect(comparison).toHaveCount(0);
  await page.goto(`${log}&from=2020&to=2020`);
  await page.getByRole('link', { name: '与上年同期比较' }).click();
  await expect(comparison).toContainText('日期：2019年');
  await expectAccessible(page);
});

test('记录: sorted, arranged, walked, copied and exported', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/incidents?dataset=zhanjiang-log', { waitUntil: 'networkidle' });
  const rows = page.locator('tr[data-ref]');
  await enter(page, page.getByRole('columnheader', { name: /^事件/ }).getByRole('link'));
  await expect(page).toHaveURL(/sort=title/);
  await page.getByRole('button', { name: '列', exact: true }).click();
  await page.getByRole('link', { name: '上访去向', exact: true }).click();
  await page.getByRole('link', { name: '将类型左移' }).click();
  await expect(page).toHaveURL(/cols=date~type~title~.*~destination/);
  await page.getByRole('link', { name: '紧凑', exact: true }).press('Enter');
  await page.keyboard.press('Escape');
  const edge = page.getByRole('separator', { name: '事件的列宽' });
  const before = Number(await edge.getAttribute('aria-valuenow'));
  await edge.press('ArrowRight');
  await expect(edge).not.toHaveAttribute('aria-valuenow', String(before));

  await rows.nth(0).locator('[data-opens]').press('Enter');
  const panel = page.getByRole('complementary', { name: '记录' });
  await expect(panel).toContainText('第 1 行，共 8 行');
  await page.keyboard.press('ArrowDown');
  await expect(panel).toContainText('第 2 行，共 8 行');
  await expect(panel.getByRole('heading', { name: '官员批示' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);

  await rows.nth(0).getByRole('checkbox').press('Space');
  await rows
    .nth(2)
    .getByRole('checkbox')
    .click({ modifiers: ['Shift'] });
  const bar = page.getByRole('group', { name: '已选记录' });
  await enter(page, bar.getByRole('button', { name: '复制为 TSV' }));
  await expect(bar.getByRole('button', { name: '已复制' })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.trimEnd().split('\n')).toHaveLength(4);
  expect(copied.split('\t')[0]).toBe('日期');
  await bar.getByRole('button', { name: '比较' }).click();
  await expect(page.getByRole('complementary', { name: '比较 3 条记录' })).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: '导出', exact: true }).last().click();
  const dialog = page.getByRole('dialog', { name: /^导出/ });
  await dialog.getByRole('tab', { name: '数据' }).click();
  await dialog.getByRole('radio', { name: '文字', exact: true }).check();
  const waiting = page.waitForEvent('download');
  await enter(page, dialog.getByRole('link', { name: '下载 8 起事件（CSV 文件）' }));
  const csv = await readFile(await (await waiting).path(), 'utf8');
  expect(csv.trimEnd().split('\r\n')).toHaveLength(9);
  await dialog.getByRole('tab', { name: '数据' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(dialog.getByRole('tabpanel', { name: '引用' })).toContainText('n = 8 incidents');
  await expectAccessible(page);
});

test('键盘快捷键, 命令, 保存视图: single keys, the palette and a kept view', async ({ page }) => {
  await page.goto(log, { waitUntil: 'networkidle' });
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: '搜索标题、摘要与批示' })).toBeFocused();
  await page.keyboard.press('Escape');
  await page.locator('h1').click();
  await page.keyboard.press('f');
  await expect(page.locator('[data-command="filters"]:visible').first()).toBeFocused();
  await page.keyboard.press('t');
  await expect(page.getByRole('region', { name: /事件随时间的变化.*表/ })).toBeVisible();
  await page.keyboard.press('d');
  await expect(page.getByRole('dialog', { name: /^导出/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: '键盘快捷键' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: '命令、页面、地点或字词' })).toBeFocused();
  await page.keyboard.insertText('保存视图');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: '保存当前视图' });
  await expect(dialog.getByRole('textbox', { name: '名称' })).toBeFocused();
  await page.keyboard.insertText('湛江的记录');
  await page.keyboard.press('Enter');
  const link = page.getByRole('dialog', { name: '视图已保存' }).getByRole('textbox', { name: '视图的链接' });
  await expect(link).toBeFocused();
  await page.goto(new URL(await link.inputValue()).pathname);
  await expect(page.getByText(/已保存的视图“湛江的记录”/)).toBeVisible();
  await expectRecords(page, 8);
});
