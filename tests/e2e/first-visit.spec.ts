import { get } from 'node:http';
import { expect, test } from '@playwright/test';

/** The page as the server writes it, without its scripts and the data in them. */
const written = async (url: string) =>
  (await (await fetch(url)).text()).replaceAll(/<script\b[\s\S]*?<\/script>/g, '');

test('the HTML of a first visit holds the figures, before any script', async ({ baseURL }) => {
  for (const query of ['', '?type=petition']) {
    const answer = await (await fetch(`${baseURL}/explore.json${query}`)).json();
    const total: number = answer.totals.incidents;
    expect(total).toBeGreaterThan(0);
    const html = await written(`${baseURL}/${query}`);
    expect(html).toContain(`${total.toLocaleString('en')} incident`);
    expect(html).toContain(answer.headline.title);
    for (const { ref } of answer.table.rows.slice(0, 3)) expect(html).toContain(ref);
    // Nothing is left to be put in its place later.
    expect(html).not.toMatch(/<template id="B:/);
  }
});

/** Bytes of the body of an answer as it is sent. */
const bytesSent = (url: string, accepted: string): Promise<number> =>
  new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': accepted } }, async (response) => {
      let bytes = 0;
      for await (const piece of response) bytes += (piece as Buffer).length;
      resolve(bytes);
    }).on('error', reject);
  });

test('answers are packed once with what their reader takes, brotli first, and read as they were written', async ({
  baseURL,
}) => {
  const lengths: number[] = [];
  for (const [accepted, encoding] of [
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['identity', null],
  ] as const) {
    const response = await fetch(`${baseURL}/explore.json`, { headers: { 'accept-encoding': accepted } });
    expect(response.headers.get('content-encoding')).toBe(encoding);
    expect(response.headers.get('vary')?.toLowerCase()).toContain('accept-encoding');
    expect((await response.json()).totals.incidents).toBeGreaterThan(0);
    lengths.push(await bytesSent(`${baseURL}/explore.json`, accepted));
  }
  expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
});

test('a browser asks again with the tag of what it has, and gets no body for it', async ({ page }) => {
  await page.goto('/');
  const ask = () =>
    page.evaluate(async () => {
      const url = '/explore.json?type=petition&from=2019';
      performance.clearResourceTimings();
      const noted = new Promise<PerformanceEntry>((resolve) => {
        new PerformanceObserver((list, observer) => {
          const entry = list.getEntries().find(({ name }) => name.endsWith(url));
          if (!entry) return;
          observer.disconnect();
          resolve(entry);
        }).observe({ type: 'resource' });
      });
      const response = await fetch(url);
      const total: number = (await response.json()).totals.incidents;
      return { total, bytes: ((await noted) as PerformanceResourceTiming).transferSize };
    });
  const first = await ask();
  const second = await ask();
  expect(second.total).toBe(first.total);
  expect(first.bytes).toBeGreaterThan(2_000);
  // Some bytes stand for the headers; the body is the one that the browser had.
  expect(second.bytes).toBeLessThan(1_000);
});
