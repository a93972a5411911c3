import 'server-only';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { boss, queueName } from './boss';
import { listLost, takeUp } from './mutations';
import { sendToQueue } from './send';

type Job = { batch: string };

/** Seconds after which another one looks into the queue. */
const lookEach = 0.5;
/** Milliseconds for which a database that went away is waited for, and between two tries. */
const patience = { whole: 120_000, step: 2_000 };
/** Milliseconds after which it is looked again for imports that nobody works on. */
const sweepEach = 30_000;

/** Imports that this process works on. */
const busy = new Set<string>();

/**
 * Takes imports out of the queue for as long as the process lives, one at a time, each in a process of its own: a file
 * that uses up memory or time then harms nobody else. Imports whose process ended without a word, those whose message
 * was lost, and those that another copy of the app or an earlier life of it left, are begun again.
 */
export async function workOnImports(): Promise<void> {
  for (;;) {
    try {
      const queue = await boss();
      await queue.work<Job>(queueName, { pollingIntervalSeconds: lookEach, batchSize: 1 }, async ([job]) => {
        if (job) await workOn(job.data.batch);
      });
      break;
    } catch {
      // The database is not there yet.
      await pause(patience.step * 5, undefined, { ref: false });
    }
  }
  for (;;) {
    // What can't be taken up now is taken up by the next round.
    await takeUpLost().catch(() => {});
    await pause(sweepEach, undefined, { ref: false });
  }
}

/** Puts imports into the queue again with which something is to be done, and of which neither the queue nor a process knows. */
export async function takeUpLost(): Promise<void> {
  for (const batch of await listLost())
    if (!busy.has(batch) && (await takeUp(batch, { begun: false }))) await sendToQueue(batch);
}

async function workOn(batch: string): Promise<void> {
  busy.add(batch);
  try {
    await inProcess(batch);
    await takeUpLater(batch);
  } finally {
    busy.delete(batch);
  }
}

/** Ended well, nothing is left to be done with it. Killed, or without its database, it is taken up again. */
async function takeUpLater(batch: string): Promise<void> {
  const until = Date.now() + patience.whole;
  for (;;) {
    try {
      if (await takeUp(batch, { begun: true })) await sendToQueue(batch);
      return;
    } catch (thrown) {
      if (Date.now() > until) throw thrown;
      await pause(patience.step);
    }
  }
}

/** Runs one import in a process of its own and waits for its end. It ends with this one. */
function inProcess(batch: string): Promise<void> {
  const bundle = bundlePath();
  const args = bundle
    ? [bundle, batch]
    : ['--conditions=react-server', '--import', 'tsx', path.join('scripts', 'import-worker.ts'), batch];
  const child = spawn(process.execPath, ['--max-old-space-size=1024', ...args], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  return new Promise((resolve) => {
    child.once('error', () => resolve());
    child.once('close', () => resolve());
  });
}

/**
 * The worker as one file, as a build makes it; null = there is none, and its sources are run, as always while they are
 * worked on.
 */
function bundlePath(): string | null {
  if (process.env.NODE_ENV !== 'production') return null;
  const made = path.join(
    /* turbopackIgnore: true */ process.cwd(),
    process.env.NEXT_DIST_DIR ?? '.next',
    'import-worker.mjs',
  );
  return existsSync(made) ? made : null;
}
