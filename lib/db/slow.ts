import 'server-only';
import { env } from '@/lib/env';

/** How a log names a statement: as its leading comment does, else by its first letters. Values are never part of it. Pure. */
export function nameOf(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return /^\/\* (.+?) \*\//.exec(line)?.[1] ?? line.slice(0, 60);
}

/** Milliseconds after which a statement is logged; 0 = none is. Commands may run without the settings of the app. */
function slowAfter(): number {
  try {
    return env().DAYBOOK_SLOW_MS;
  } catch {
    return 0;
  }
}

/** Logs a statement that took too long, once: its name, milliseconds, and rows; null = it failed. */
export function noteTime(text: string, ms: number, rows: number | null): void {
  const after = slowAfter();
  if (after === 0 || ms < after) return;
  const outcome = rows === null ? 'failed' : `${rows} rows`;
  console.warn(`Slow query: ${nameOf(text)}, ${Math.round(ms)} ms, ${outcome}`);
}

/** Runs a statement and notes how long it took. */
export async function timed<Answer extends { rows: unknown[] }>(
  text: string,
  run: () => Promise<Answer>,
): Promise<Answer> {
  const begun = performance.now();
  try {
    const answer = await run();
    noteTime(text, performance.now() - begun, answer.rows.length);
    return answer;
  } catch (thrown) {
    noteTime(text, performance.now() - begun, null);
    throw thrown;
  }
}

/** Adds up the time of a statement that is read in batches, without what its reader takes in between. */
export function batchTimer(text: string): {
  wait: <Batch>(batch: Promise<Batch>, rowsOf: (batch: Batch) => number) => Promise<Batch>;
  end: () => void;
} {
  let ms = 0;
  let rows = 0;
  return {
    async wait(batch, rowsOf) {
      const begun = performance.now();
      try {
        const got = await batch;
        rows += rowsOf(got);
        return got;
      } finally {
        ms += performance.now() - begun;
      }
    },
    end: () => noteTime(text, ms, rows),
  };
}
