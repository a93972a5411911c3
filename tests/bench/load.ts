import { ask, summaryOf, timeOf } from './http/ask';
import { walk } from './http/walk';
import { argument } from './support/measure';

/**
 * Many analysts at once on a running production build (`DAYBOOK_LIMITS=0 npm start`): each clicks every two seconds on
 * another filter, and asks for what the page then asks for. The walks are the same in each run. Prints how long a
 * click waits, errors and requests a second, and last one JSON object.
 * Usage: BASE_URL=http://localhost:3000 npm run bench -- load [--analysts 50,200] [--seconds 60] [--pause 2]
 */
const crowds = argument('analysts', '50,200').split(',').map(Number);
const seconds = Number(argument('seconds', '60'));
const pause = Number(argument('pause', '2')) * 1000;

const result: Record<string, unknown> = {};
await ask('/explore.json');
for (const analysts of crowds) {
  const times: number[] = [];
  const faults = new Map<string, number>();
  const start = performance.now();
  const end = start + seconds * 1000;
  await Promise.all(Array.from({ length: analysts }, (_, one) => work(one, analysts, end, times, faults)));
  const taken = (performance.now() - start) / 1000;
  const errors = [...faults.values()].reduce((sum, count) => sum + count, 0);
  const summary = {
    ...summaryOf(times),
    errors,
    perSecond: Number(((times.length + errors) / taken).toFixed(1)),
  };
  console.log(
    `${analysts} analysts: ${summary.p50} ms, 95th percentile ${summary.p95} ms, 99th ${summary.p99} ms, ` +
      `${errors} errors, ${summary.perSecond} requests a second (${(analysts * 1000) / pause} wanted)`,
  );
  for (const [what, count] of faults) console.log(`${count} times: ${what}`);
  result[`${analysts} analysts`] = summary;
}
console.log(JSON.stringify(result));

/** One analyst: clicks at fixed times, or as soon as the last answer is there. */
async function work(
  one: number,
  analysts: number,
  end: number,
  times: number[],
  faults: Map<string, number>,
): Promise<void> {
  // They do not all click at the same moment.
  let due = performance.now() + (pause * one) / analysts;
  for (const query of walk(1_000 + one)) {
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    if (performance.now() >= end) return;
    try {
      times.push(await timeOf(`/explore.json${query}`));
    } catch (thrown) {
      const what = String(thrown).slice(0, 120);
      faults.set(what, (faults.get(what) ?? 0) + 1);
    }
    due = Math.max(due + pause, performance.now());
  }
}
