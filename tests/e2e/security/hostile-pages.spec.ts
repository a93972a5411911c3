import type { Page } from '@playwright/test';
import { Client } from 'pg';
import { addAccount, type TestAccount } from '../../support/accounts';
import { step } from '../../support/hidden-records';
import { mark, scripts } from '../../support/hostile-texts';
import { addDraft, addMadeUpDataset, incidentLike } from '../../support/incidents';
import { be, expect, test } from '../support';

// One worker, so that the records of the file are made once.
test.describe.configure({ mode: 'default' });

const turnedTitle = 'An order \u202etxt.exe\u202c of the county';

let editor: TestAccount;
let dataset: string;
let refs: string[];
let turnedRef: string;

test.beforeAll(async () => {
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  editor = await addAccount(client, 'editor');
  dataset = await addMadeUpDataset(client);
  await client.end();
  refs = [];
  for (const [n, title] of [...scripts, turnedTitle].entries()) {
    const other = scripts[(n + 1) % scripts.length] ?? '';
    // A day each, so that charts name every record by itself.
    const day = `2018-${String(1 + Math.floor(n / 28)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`;
    const incident = incidentLike({
      title,
      titleZh: title === turnedTitle ? null : other,
      summary: scripts.join('\n'),
      codingNote: scripts.join('\n'),
      sourceCategory: title,
      sizeText: other.split(' ').slice(0, 12).join(' '),
      startsOn: day,
      endsOn: day,
      claims: [
        {
          field: 'sizeMin',
          value: title,
          printed: null,
          source: 'epoch-times-2020-10-22',
          locator: other.slice(0, 80),
          basis: 'stated',
          followed: true,
          note: title,
        },
      ],
    });
    const ref = await addDraft(editor, incident, dataset);
    await step(editor, ref, ['in-review', 'published'], { reason: title, careReason: title });
    if (title === turnedTitle) turnedRef = ref;
    else refs.push(ref);
  }
});

/** Opens a page and looks whether a hostile text ran there, or stands in it as markup. */
async function expectHarmless(page: Page, path: string): Promise<void> {
  const answer = await page.goto(path, { waitUntil: 'networkidle' });
  expect(answer?.status(), path).toBeLessThan(500);
  const found = await page.evaluate(
    (name) => ({
      ran: name in window,
      elements: [...document.querySelectorAll('body *')]
        .filter((element) =>
          [...element.attributes].some(
            ({ name: attribute, value }) =>
              /^on/.test(attribute) ||
              (/^(href|src|action|formaction|data|xlink:href)$/.test(attribute) &&
                /^\s*javascript:/i.test(value)),
          ),
        )
        .map(({ outerHTML }) => outerHTML.slice(0, 200)),
      foreign: document.querySelectorAll('base, iframe, object, embed, foreignObject, math, [srcdoc]').length,
    }),
    mark,
  );
  expect(found, path).toEqual({ ran: false, elements: [], foreign: 0 });
}

test('no hostile text runs in the page, the form or the history of a record', async ({ page }) => {
  await be(page, editor);
  // Each of these holds every hostile text in its summary, and others in its title.
  for (const ref of refs.slice(0, 2))
    for (const path of [`/incidents/${ref}`, `/incidents/${ref}/edit`, `/incidents/${ref}/history`])
      await expectHarmless(page, path);
  await expectHarmless(page, '/history');
  await expectHarmless(page, '/review');
});

test('no hostile text runs in the table, the panel beside it or the charts, in either language', async ({
  page,
}) => {
  for (const lang of ['en', 'zh']) {
    await expectHarmless(page, `/incidents?dataset=${dataset}&lang=${lang}`);
    await expectHarmless(page, `/?dataset=${dataset}&by=day&lang=${lang}`);
  }
  await expectHarmless(page, `/incidents?dataset=${dataset}&record=${refs[2]}`);
  await expect(page.locator('aside').filter({ hasText: scripts[2] ?? '' })).toBeVisible();
});

test('no hostile text runs where it is searched for', async ({ page }) => {
  for (const text of [scripts.slice(0, 3).join(' '), scripts.slice(5, 7).join(' '), scripts[21] ?? '']) {
    const coded = encodeURIComponent(text.slice(0, 200));
    await expectHarmless(page, `/?q=${coded}&type=${coded}&place=${coded}&by=${coded}`);
  }
});

test('an image of a chart holds no hostile text as markup', async ({ page, baseURL }) => {
  for (const name of ['over-time', 'by-district', 'issue'])
    for (const query of [
      `dataset=${dataset}`,
      `dataset=${dataset}&by=day`,
      `q=${encodeURIComponent(scripts[0] ?? '')}`,
    ]) {
      const svg = await (await fetch(`${baseURL}/charts/${name}.svg?${query}`)).text();
      const found = await page.evaluate((text) => {
        const file = new DOMParser().parseFromString(text, 'image/svg+xml');
        const bad = [...file.querySelectorAll('*')].filter(
          ({ localName, attributes }) =>
            [
              'script',
              'foreignObject',
              'iframe',
              'a',
              'animate',
              'set',
              'use',
              'image',
              'parsererror',
            ].includes(localName) ||
            [...attributes].some(
              (one) => /^on/.test(one.name) || /javascript:|^https?:\/\/(?!www\.w3\.org)/i.test(one.value),
            ),
        );
        return bad.map(({ outerHTML }) => outerHTML.slice(0, 100));
      }, svg);
      expect(found, `${name}?${query}`).toEqual([]);
    }
});

test('signs that turn letters around are seen in a title as what they are', async ({ page }) => {
  await page.goto(`/incidents/${turnedRef}`);
  const shown = 'An order [U+202E]txt.exe[U+202C] of the county';
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(shown);
  await expect(page).toHaveTitle(`${shown} · Daybook`);
  await page.goto(`/incidents?dataset=${dataset}`);
  await expect(page.getByRole('link', { name: shown })).toBeVisible();
  await be(page, editor);
  await page.goto(`/incidents/${turnedRef}/edit`);
  await expect(page.getByLabel('Title', { exact: true })).toHaveValue(turnedTitle);
});
