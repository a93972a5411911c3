import { parse } from 'csv-parse/sync';
import { expect, expectAccessible, test } from './support';
import { log, position, pretendMany, rowsOf, tableOf } from './table-support';

test('scrolling brings every row once, says where one is, and offers to try again what failed', async ({
  page,
  quiet,
}) => {
  quiet.expectErrors(/Failed to load resource/);
  const total = 230;
  await pretendMany(page, total);
  await page.goto(log, { waitUntil: 'networkidle' });
  await tableOf(page).getByRole('link', { name: 'Incident', exact: true }).click();
  await expect(position(page, /^Rows 1–\d+ of 230$/)).toBeVisible();

  const seen = new Set<string>();
  let most = 0;
  for (let steps = 0; steps < 60 && !seen.has(`made-${total}`); steps += 1) {
    const refs = await rowsOf(page).evaluateAll((rows) =>
      rows.map((row) => row.getAttribute('data-ref') ?? ''),
    );
    expect(new Set(refs).size).toBe(refs.length);
    for (const ref of refs) seen.add(ref);
    most = Math.max(most, refs.length);
    const retry = tableOf(page).getByRole('button', { name: 'Try again' });
    if (await retry.isVisible()) await retry.click();
    await tableOf(page).evaluate(async (region) => {
      region.scrollTop += 350;
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    });
  }
  expect([...seen].length).toBe(total);
  expect(most).toBeLessThan(70);
  await expect(position(page, /^Rows \d+–230 of 230$/)).toBeVisible();
  await expect(rowsOf(page).last()).toHaveAttribute('aria-rowindex', '231');
  await page.getByRole('button', { name: 'To the top' }).click();
  await expect(position(page, /^Rows 1–/)).toBeVisible();
});

test('columns, their order, width and place and the height of rows stand in the address', async ({
  page,
}) => {
  await page.goto(log, { waitUntil: 'networkidle' });
  const heads = tableOf(page).getByRole('columnheader');
  await expect(heads.nth(1)).toHaveAttribute('aria-sort', 'descending');
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('link', { name: 'Move Incident to the left' }).click();
  await expect(page).toHaveURL(/cols=title~date~/);
  await expect(heads.nth(1)).toHaveText('Incident');
  await page.getByRole('link', { name: 'Taken to' }).click();
  await expect(page).toHaveURL(/~destination/);
  await page.getByRole('link', { name: '2', exact: true }).click();
  await expect(page).toHaveURL(/pin=2/);
  await page.getByRole('link', { name: 'Compact' }).click();
  await expect(page).toHaveURL(/density=compact/);
  await page.keyboard.press('Escape');

  const edge = page.getByRole('separator', { name: 'Width of Incident' });
  const before = Number(await edge.getAttribute('aria-valuenow'));
  await edge.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/widths=title:\d+~/);
  await expect(edge).not.toHaveAttribute('aria-valuenow', String(before));
  const box = await edge.boundingBox();
  if (!box) throw new Error('the edge of the column is not there');
  // All of it can be held, also what reaches into the next head.
  const grip = box.x + box.width - 4;
  await page.mouse.move(grip, box.y + 5);
  await page.mouse.down();
  await page.mouse.move(grip + 120, box.y + 5, { steps: 3 });
  await page.mouse.up();
  const wide = Number(await edge.getAttribute('aria-valuenow'));
  await expect(page).toHaveURL(new RegExp(`widths=title:${wide}~`));

  // What stays in place stays when the rest is scrolled away.
  const left = async () => (await heads.nth(2).boundingBox())?.x;
  const there = await left();
  await tableOf(page).evaluate((region) => region.scrollTo({ left: 400 }));
  expect(await left()).toBe(there);
  await expectAccessible(page);
  await page.reload({ waitUntil: 'networkidle' });
  await expect(edge).toHaveAttribute('aria-valuenow', String(wide));
  await page.goBack();
  await expect(edge).not.toHaveAttribute('aria-valuenow', String(wide));
});

test('a record opens beside the table and is walked by keyboard', async ({ page }) => {
  await page.goto(log, { waitUntil: 'networkidle' });
  const link = (at: number) => rowsOf(page).nth(at).locator('[data-opens]');
  await link(0).focus();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: 'Record' });
  await expect(panel.getByRole('heading', { level: 2 })).toBeFocused();
  await expect(panel).toContainText('Row 1 of 8');
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText((await link(0).textContent()) ?? '');
  await expect(page).toHaveURL(/record=zj-2020-03-11-a/);
  await expect(panel.getByRole('heading', { name: 'What officials ordered' })).toBeVisible();
  await expect(panel.getByRole('link', { name: /Epoch Times, 22 Oct 2020/ }).first()).toBeVisible();
  await expectAccessible(page);

  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('j');
  await expect(panel).toContainText('Row 3 of 8');
  await expect(rowsOf(page).nth(2)).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('k');
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText((await link(1).textContent()) ?? '');
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await expect(link(1)).toBeFocused();
  await expect(page).not.toHaveURL(/record=/);

  await rowsOf(page).nth(4).locator('td').nth(3).click();
  await expect(panel).toContainText('Row 5 of 8');
  await page.goBack();
  await expect(panel).toHaveCount(0);
});

test('ticked rows are copied, saved and compared', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(log, { waitUntil: 'networkidle' });
  const tick = (at: number) => rowsOf(page).nth(at).getByRole('checkbox');
  await tick(0).click();
  await tick(2).click({ modifiers: ['Shift'] });
  const bar = page.getByRole('group', { name: 'Selected records' });
  await expect(bar).toContainText('3 selected');
  await bar.getByRole('button', { name: 'Copy as TSV' }).click();
  await expect(bar.getByRole('button', { name: 'Copied' })).toBeVisible();
  const lines = (await page.evaluate(() => navigator.clipboard.readText())).trimEnd().split('\n');
  expect(lines.length).toBe(4);
  expect(lines[0]).toBe(
    'Date\tIncident\tType\tDistrict\tParticipants\tOfficial directive\tIssued by\tSource',
  );
  expect(lines[1]?.split('\t')[1]).toBe(await rowsOf(page).nth(0).locator('[data-opens]').textContent());

  const waiting = page.waitForEvent('download');
  await bar.getByRole('button', { name: 'CSV, 3 rows' }).click();
  const chunks: Buffer[] = [];
  for await (const chunk of await (await waiting).createReadStream()) chunks.push(chunk);
  const records: Record<string, string>[] = parse(Buffer.concat(chunks).toString(), { columns: true });
  expect(records.map(({ Address }) => Address)).toEqual(
    await rowsOf(page).evaluateAll((rows) =>
      rows.slice(0, 3).map((row) => `${window.location.origin}/incidents/${row.getAttribute('data-ref')}`),
    ),
  );

  await bar.getByRole('button', { name: 'Compare' }).click();
  const panel = page.getByRole('complementary', { name: 'Compare 3 records' });
  await expect(panel.getByRole('columnheader')).toHaveCount(4);
  await expect(panel.getByRole('rowheader', { name: /^Participants differs$/ })).toBeVisible();
  await expect(panel.getByRole('rowheader', { name: 'Data set', exact: true })).toBeVisible();
  await expectAccessible(page);
  const compare = bar.getByRole('button', { name: 'Compare' });
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await expect(compare).toBeFocused();
  await page.keyboard.press('Enter');
  await panel.getByRole('button', { name: 'Close' }).click();
  await expect(panel).toHaveCount(0);
  await expect(compare).toBeFocused();

  await page.getByRole('checkbox', { name: 'Select all rows shown' }).click();
  await expect(bar).toContainText('8 selected');
  await expect(compare).toBeDisabled();
  await expect(compare).toHaveAccessibleDescription('Choose two to four records to compare them.');
  await expect(bar.getByText('Choose two to four records')).toBeVisible();
  await compare.focus();
  await page.keyboard.press('Enter');
  await expect(panel).toHaveCount(0);
  await expect(compare).toBeFocused();
  await bar.getByRole('button', { name: 'Select none' }).click();
  await expect(bar).toHaveCount(0);
});

test('the page of a record leads to its neighbours in the selection', async ({ page }) => {
  await page.goto(`${log}&type=petition&sort=title`);
  const refs = await rowsOf(page).evaluateAll((rows) => rows.map((row) => row.getAttribute('data-ref')));
  await page.goto(`/incidents/${refs[1]}?dataset=zhanjiang-log&type=petition&sort=title`);
  await page.getByRole('link', { name: /^Next in the selection/ }).click();
  await expect(page).toHaveURL(
    new RegExp(`/incidents/${refs[2]}\\?dataset=zhanjiang-log&type=petition&sort=title$`),
  );
  await expect(page.getByText('This is the last record of the selection.')).toBeVisible();
});
