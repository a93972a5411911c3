import type { Page } from '@playwright/test';
import { openBrowser } from './support/browser';
import { argument, median, quantile } from './support/measure';
import { updateTimes } from './support/updates';

/**
 * How smoothly Explore follows a drag over the chart of time, on a running production build: frames a second and the
 * longest frames while the pointer moves, when the columns have come to the browser (`data-columns="ready"`), or as the
 * page is without them; with the numbers that changed and the questions to the server meanwhile. Then how long it takes
 * to count and word all figures for one step of a drag. Prints medians, and last one JSON object.
 * Usage: BASE_URL=http://localhost:3000 npm run bench -- brush [--drags 7] [--wait 30] [--query by=month]
 */
const base = (process.env.BASE_URL ?? 'http://localhost:3000').replace(/\/$/, '');
const drags = Number(argument('drags', '7'));
const patience = Number(argument('wait', '30')) * 1000;
const wanted = 60;
const wantedMs = 16;

type Drag = { perSecond: number; p95: number; longest: number; changes: number; questions: number };
type Watch = { frames: number[]; changes: number };

const browser = await openBrowser();
const result: Record<string, unknown> = {};
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  // The name that the compiler gives to functions is not known in the page.
  await page.addInitScript('globalThis.__name = (it) => it');
  await page.goto(`${base}/?${argument('query', 'by=month')}`, { waitUntil: 'load' });
  const start = performance.now();
  await page.getByRole('group', { name: /over time/ }).waitFor();
  const isReady = await page
    .locator('[data-columns="ready"]')
    .waitFor({ state: 'attached', timeout: patience })
    .then(() => true)
    .catch(() => false);
  if (isReady) {
    result.readyMs = Math.round(performance.now() - start);
    console.log(`the columns are in the browser ${result.readyMs} ms after the page`);
  } else console.log(`columns in the browser: NOT RUN, none came within ${patience / 1000} s`);
  const done: Drag[] = [];
  for (let drag = -1; drag < drags; drag++) {
    const one = await dragOnce(page, drag);
    if (drag >= 0) done.push(one);
  }
  report(isReady ? 'columns in the browser' : 'the server counts', done);
} finally {
  await browser.close();
}
const updates = await updateTimes(base);
if (updates) {
  const [p50, p95] = [median(updates.times), quantile(updates.times, 0.95)];
  console.log(
    `all figures of ${updates.rows} rows under a new span: ${p50.toFixed(1)} ms (${(p50 / wantedMs).toFixed(2)} of ${wantedMs}), ` +
      `95th percentile ${p95.toFixed(1)} ms`,
  );
  result.update = { rows: updates.rows, p50, p95 };
}
console.log(JSON.stringify(result));

function report(name: string, done: readonly Drag[]): void {
  const of = (key: keyof Drag) => median(done.map((one) => one[key]));
  console.log(
    `${name}: ${of('perSecond').toFixed(0)} frames a second (${(of('perSecond') / wanted).toFixed(2)} of ${wanted}), ` +
      `95th percentile ${of('p95').toFixed(1)} ms, longest ${of('longest').toFixed(1)} ms, ` +
      `${of('changes')} changes of the number of results, ${of('questions')} questions to the server a drag`,
  );
  result[name] = {
    perSecond: Number(of('perSecond').toFixed(1)),
    p95: of('p95'),
    longest: of('longest'),
    changes: of('changes'),
    questions: of('questions'),
  };
}

/** Drags over the chart from left to right, at the pace of a hand. */
async function dragOnce(page: Page, drag: number): Promise<Drag> {
  const chart = page.getByRole('group', { name: /over time/ });
  await chart.scrollIntoViewIfNeeded();
  const box = await chart.boundingBox();
  if (!box) throw new Error('there is no chart over time');
  let questions = 0;
  const count = (request: { url(): string }) => {
    if (request.url().includes('/explore.json')) questions++;
  };
  await page.evaluate(watch);
  const from = 0.2 + (Math.abs(drag) % 4) * 0.05;
  const at = (share: number): [number, number] => [box.x + box.width * share, box.y + box.height * 0.5];
  await page.mouse.move(...at(from));
  await page.mouse.down();
  await page.evaluate(() => {
    const held = (window as unknown as { watch: Watch }).watch;
    held.frames = [];
    held.changes = 0;
  });
  page.on('request', count);
  for (let step = 0; step <= 120; step++) await page.mouse.move(...at(from + step * 0.004));
  const { frames, changes } = await page.evaluate(() => (window as unknown as { watch: Watch }).watch);
  page.off('request', count);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await page.evaluate(() => {
    (window as unknown as { stop?: () => void }).stop?.();
  });
  await page.goto(`${base}/?${argument('query', 'by=month')}`, { waitUntil: 'load' });
  if (result.readyMs !== undefined)
    await page.locator('[data-columns="ready"]').waitFor({ state: 'attached', timeout: patience });
  await page.waitForTimeout(500);
  const gaps = frames.slice(1).map((time, index) => time - (frames[index] as number));
  const seconds = ((frames.at(-1) ?? 0) - (frames[0] ?? 0)) / 1000;
  return {
    perSecond: gaps.length / seconds,
    p95: quantile(gaps, 0.95),
    longest: Math.max(...gaps),
    changes,
    questions,
  };
}

/** In the page: notes the time of each frame, and how often the number of results changes. */
function watch(): void {
  const held = window as unknown as { watch: Watch; stop?: () => void };
  held.stop?.();
  held.watch = { frames: [], changes: 0 };
  let isOn = true;
  const tick = (now: number) => {
    held.watch.frames.push(now);
    if (isOn) requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
  const observer = new MutationObserver(() => held.watch.changes++);
  const output = document.querySelector('output[aria-live]');
  if (output) observer.observe(output, { subtree: true, childList: true, characterData: true });
  held.stop = () => {
    isOn = false;
    observer.disconnect();
  };
}
