import type { Page } from '@playwright/test';
import { openBrowser } from './support/browser';

/**
 * What Explore feels like on a running production build with the demo data set (`npm run demo -- --incidents
 * 20000`, then `npm start`): time from a filter click until the new numbers are painted, frames while a span is
 * dragged, JavaScript on `/`, and, at a processor four times slower, layout shift and largest paint. Prints
 * ratios to the budgets.
 * Usage: npm run bench -- page [--url http://localhost:3000] [--rounds 30]
 */
const argument = (name: string, usual: string): string => {
  const at = process.argv.indexOf(`--${name}`);
  return (at < 0 ? undefined : process.argv[at + 1]) ?? usual;
};
const url = argument('url', 'http://localhost:3000');
const rounds = Number(argument('rounds', '30'));

const budgets = { clickMs: 100, framesPerSecond: 30, scriptKb: 350, layoutShift: 0.02, largestPaintMs: 1500 };
const result: Record<string, number> = {};

const browser = await openBrowser();
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  // The name that the compiler gives to functions is not known in the page.
  await page.addInitScript('globalThis.__name = (it) => it');
  await page.goto(`${url}/?by=month`, { waitUntil: 'networkidle' });
  await timeClicks(page);
  await countFrames(page);
  // It counts frames as long as it is open, and would take them from what is measured next.
  await page.close();
  await weighScripts();
  await loadSlowly();
} finally {
  await browser.close();
}
console.log(JSON.stringify(result));

function report(name: string, value: number, unit: string, ratio: number): void {
  console.log(`${name}: ${value.toFixed(value < 1 ? 3 : 0)} ${unit}, ${ratio.toFixed(2)} of the budget`);
  result[name] = Number(ratio.toFixed(3));
}

/**
 * From the click on a bar of a breakdown until the frame with the new numbers is painted: once by script, so that
 * nothing is asked for before the click, and once as a hand does it, that comes to rest on a bar before it presses.
 */
async function timeClicks(page: Page): Promise<void> {
  for (const way of ['by script', 'by hand'] as const) {
    const times: number[] = [];
    for (let round = -5; round < rounds; round += 1) {
      const painted = page.evaluate(untilPainted);
      const links = page.locator('a[data-code]:visible');
      const link = links.nth((Math.abs(round) * 7 + 3) % (await links.count()));
      if (way === 'by script') await link.evaluate((one: HTMLElement) => one.click());
      else {
        await link.hover();
        await page.waitForTimeout(200);
        await page.mouse.down();
        await page.waitForTimeout(60);
        await page.mouse.up();
      }
      const taken = await painted;
      if (round >= 0) times.push(taken);
      await page.goBack();
      // Away from the map, which would show a district under the mouse in every chart.
      await page.mouse.move(5, 5);
      await page.waitForTimeout(400);
    }
    times.sort((a, b) => a - b);
    const median = times[Math.floor(times.length / 2)] ?? Number.NaN;
    const p95 = times[Math.floor(times.length * 0.95)] ?? Number.NaN;
    report(`filter click ${way}, median`, median, 'ms', median / budgets.clickMs);
    console.log(`filter click ${way}, 95th percentile: ${p95.toFixed(0)} ms`);
  }
}

/** In the page: milliseconds from the next click until the frame after the result count has changed. */
function untilPainted(): Promise<number> {
  const output = () => document.querySelector('output[aria-live]')?.textContent ?? '';
  const before = output();
  return new Promise((resolve, reject) => {
    window.addEventListener(
      'click',
      () => {
        const start = performance.now();
        const observer = new MutationObserver(() => {
          if (output() === before) return;
          observer.disconnect();
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
        });
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
        setTimeout(() => reject(new Error('the click changed nothing')), 5_000);
      },
      { capture: true, once: true },
    );
  });
}

/** Frames while the pointer drags over the bars. */
async function countFrames(page: Page): Promise<void> {
  const chart = page.getByRole('group', { name: /over time/ });
  await chart.scrollIntoViewIfNeeded();
  const box = await chart.boundingBox();
  if (!box) throw new Error('there is no chart over time');
  await page.evaluate(() => {
    const held = window as unknown as { frames: number[] };
    held.frames = [];
    const tick = (now: number) => {
      held.frames.push(now);
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  await page.mouse.move(box.x + box.width * 0.3, box.y + box.height * 0.5);
  await page.mouse.down();
  await page.evaluate(() => {
    (window as unknown as { frames: number[] }).frames = [];
  });
  for (let step = 0; step <= 120; step += 1)
    await page.mouse.move(box.x + box.width * (0.3 + step * 0.004), box.y + box.height * 0.5);
  const frames = await page.evaluate(() => (window as unknown as { frames: number[] }).frames);
  await page.mouse.up();
  const seconds = ((frames.at(-1) ?? 0) - (frames[0] ?? 0)) / 1000;
  const rate = (frames.length - 1) / seconds;
  report('frames while dragging', rate, 'a second', rate / budgets.framesPerSecond);
}

async function weighScripts(): Promise<void> {
  const page = await browser.newPage();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  const scripts = new Set<string>();
  let bytes = 0;
  devtools.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId);
  });
  devtools.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.getByRole('group', { name: /over time/ }).waitFor();
  await page.waitForTimeout(2_000);
  report('JavaScript on /', bytes / 1000, 'kB', bytes / 1000 / budgets.scriptKb);
  await page.close();
}

/** Layout shift and largest paint of a first visit on a processor four times slower. */
async function loadSlowly(): Promise<void> {
  const shifts: number[] = [];
  const paints: number[] = [];
  for (let round = 0; round < 15; round += 1) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await page.addInitScript(() => {
      const held = window as unknown as { shift: number; paint: number };
      held.shift = 0;
      held.paint = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & {
          value: number;
          hadRecentInput: boolean;
        })[])
          if (!entry.hadRecentInput) held.shift += entry.value;
      }).observe({ type: 'layout-shift', buffered: true });
      new PerformanceObserver((list) => {
        held.paint = list.getEntries().at(-1)?.startTime ?? held.paint;
      }).observe({ type: 'largest-contentful-paint', buffered: true });
    });
    await page.goto(url, { waitUntil: 'networkidle' });
    await page.waitForTimeout(500);
    const { shift, paint } = await page.evaluate(() => {
      const held = window as unknown as { shift: number; paint: number };
      return { shift: held.shift, paint: held.paint };
    });
    shifts.push(shift);
    paints.push(paint);
    await context.close();
  }
  const middle = (values: number[]) =>
    values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
  report('layout shift', Math.max(...shifts), '', Math.max(...shifts) / budgets.layoutShift);
  const paint = middle(paints);
  report('largest paint, processor 4× slower', paint, 'ms', paint / budgets.largestPaintMs);
}
