import { quantile } from '../support/measure';

/** Where the server is that is measured. */
export const base = (process.env.BASE_URL ?? 'http://localhost:3000').replace(/\/$/, '');

/** Asks for an address and reads the whole answer. @throws Error when it is not answered well. */
async function textOf(address: string): Promise<string> {
  const response = await fetch(base + address, { signal: AbortSignal.timeout(60_000) });
  const text = await response.text();
  if (!response.ok) throw new Error(`${address} answered ${response.status}: ${text.slice(0, 200)}`);
  return text;
}

/** The same of an answer in JSON. */
export async function ask(address: string): Promise<unknown> {
  return JSON.parse(await textOf(address));
}

/** Milliseconds until the whole answer has come. */
export async function timeOf(address: string): Promise<number> {
  const start = performance.now();
  await textOf(address);
  return performance.now() - start;
}

/** The usual quantiles, and the number of times. */
export const summaryOf = (times: readonly number[]) => ({
  p50: Number(quantile(times, 0.5).toFixed(1)),
  p95: Number(quantile(times, 0.95).toFixed(1)),
  p99: Number(quantile(times, 0.99).toFixed(1)),
  count: times.length,
});
