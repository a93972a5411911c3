import { openBrowser } from './support/browser';

/**
 * What a first visit of Explore costs on a running production build (`npm start`): JavaScript transferred
 * (compressed), and the median time until the HTML has arrived. Prints ratios to the budgets of the project.
 * Usage: npm run bench -- first-visit [--url http://localhost:3000] [--rounds 100]
 */
const argument = (name: string, usual: string): string => {
  const at = process.argv.indexOf(`--${name}`);
  return (at < 0 ? undefined : process.argv[at + 1]) ?? usual;
};
const url = argument('url', 'http://localhost:3000');
const rounds = Number(argument('rounds', '100'));

/** Budgets: kB of compressed JavaScript, and milliseconds until the HTML is there. */
const budgets = { scriptKb: 300, htmlMs: 100 };
const addresses = ['/', '/?by=month', '/?type=petition&place=440800', '/incidents/zj-2019-09-13-a'];

const quantile = (sorted: number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

async function timeHtml(address: string): Promise<{ median: number; p95: number }> {
  const times: number[] = [];
  for (let round = -10; round < rounds; round += 1) {
    const start = performance.now();
    const response = await fetch(url + address);
    await response.text();
    if (!response.ok) throw new Error(`${address} answered ${response.status}`);
    if (round >= 0) times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return { median: quantile(times, 0.5), p95: quantile(times, 0.95) };
}

async function weighScripts(address: string): Promise<number> {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Network.enable');
    const scripts = new Set<string>();
    let bytes = 0;
    devtools.on('Network.responseReceived', ({ requestId, type }) => {
      if (type === 'Script') scripts.add(requestId);
    });
    // Bytes of the compressed body, without the headers.
    devtools.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
      if (scripts.has(requestId)) bytes += encodedDataLength;
    });
    await page.goto(url + address, { waitUntil: 'networkidle' });
    // The library that draws comes last.
    await page
      .getByRole('group', { name: /over time/ })
      .getByRole('link')
      .first()
      .waitFor();
    return bytes / 1000;
  } finally {
    await browser.close();
  }
}

const result: Record<string, number> = {};
for (const address of addresses) {
  const { median, p95 } = await timeHtml(address);
  const ratio = median / budgets.htmlMs;
  console.log(
    `${address}: HTML in ${median.toFixed(1)} ms (p95 ${p95.toFixed(1)}), ${ratio.toFixed(2)} of the budget`,
  );
  result[`html ${address}`] = Number(ratio.toFixed(3));
}
for (const address of addresses.slice(0, 2)) {
  const scripts = await weighScripts(address);
  const ratio = scripts / budgets.scriptKb;
  console.log(`${address}: ${scripts.toFixed(0)} kB of JavaScript, ${ratio.toFixed(2)} of the budget`);
  result[`scripts ${address}`] = Number(ratio.toFixed(3));
}
console.log(JSON.stringify(result));
