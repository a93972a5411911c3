import 'server-only';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Ask, Raw } from './asks';
import { type Range, rowsOf } from './live';
import type { NamedPlan, Scanner } from './scanner';
import { summed } from './sum';
import type { FromThread, ToThread } from './thread';
import type { Columns } from './types';

/** A thread that counted or loaded has ended before it answered. */
export class ThreadLost extends Error {
  override name = 'ThreadLost';
}

/** From so many rows on threads of their own load and scan, so that nobody else waits; fewer take less than a frame. */
export const threadedRows = 50_000;

/** Threads that scan together: one a processor, four at most. */
const mostThreads = Math.min(4, Math.max(1, availableParallelism()));

/**
 * What a thread does: it answers questions; it loads columns, from a file where one holds them, else from the database,
 * after which it keeps them there (null = in none); or it keeps columns in a file.
 */
export type ThreadTask =
  | { job: 'scan' }
  | { job: 'load'; url: string; mostBytes: number; file: string | null }
  | { job: 'keep'; url: string; file: string; columns: Columns };

/** Starts a thread of the program of columns (scripts/columns-worker.ts). */
export function startThread(data: ThreadTask): Worker {
  const made = bundlePath();
  const sources = path.join(/* turbopackIgnore: true */ process.cwd(), 'scripts', 'columns-worker.mjs');
  const options = made ? { workerData: data } : { workerData: data, execArgv: ['--conditions=react-server'] };
  // Not `new Worker(…)`: the build would take that for a program of its own, and the whole project with it.
  return Reflect.construct(Worker, [made ?? sources, options]);
}

/** The program as one file, as a build makes it; null = there is none, and its sources are run. */
function bundlePath(): string | null {
  if (process.env.NODE_ENV !== 'production') return null;
  const folder = process.env.NEXT_DIST_DIR ?? '.next';
  const made = path.join(/* turbopackIgnore: true */ process.cwd(), folder, 'columns-worker.mjs');
  return existsSync(made) ? made : null;
}

type Waiting = { resolve: (answers: Raw[]) => void; reject: (thrown: Error) => void };

/** One thread, and the questions that it has not answered yet. */
class Thread {
  private readonly worker = startThread({ job: 'scan' });
  private readonly waiting = new Map<number, Waiting>();
  private readonly known = new Set<number>();
  private asked = 0;
  lost = false;

  constructor() {
    this.worker.unref();
    this.worker.on('message', (message: FromThread) => this.take(message));
    this.worker.once('error', (thrown) => this.lose(thrown));
    this.worker.once('exit', () => this.lose(undefined));
  }

  /** Hands over the arrays of a version, or lets go of those of an old one. */
  know(number: number, columns: Columns | null): void {
    if (columns && this.known.has(number)) return;
    if (columns) this.known.add(number);
    else this.known.delete(number);
    this.send({ is: 'rows', number, rows: columns && rowsOf(columns) });
  }

  ask(number: number, plan: NamedPlan, asks: Parameters<Scanner>[1], range: Range): Promise<Raw[]> {
    if (this.lost) return Promise.reject(new ThreadLost('a thread that counts has ended'));
    const id = ++this.asked;
    this.worker.ref();
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.send({ is: 'question', id, number, plan, asks, range });
    });
  }

  end(): Promise<number> {
    return this.worker.terminate();
  }

  private send(message: ToThread): void {
    this.worker.postMessage(message);
  }

  private take(message: FromThread): void {
    const waiting = this.waiting.get(message.id);
    this.waiting.delete(message.id);
    if (this.waiting.size === 0) this.worker.unref();
    if ('fault' in message) waiting?.reject(new Error(message.fault));
    else waiting?.resolve(message.answers);
  }

  private lose(cause: unknown): void {
    if (cause)
      console.error('A thread that counts has ended; the database counts until there is another.', cause);
    this.lost = true;
    for (const { reject } of this.waiting.values())
      reject(new ThreadLost('a thread that counts has ended', { cause }));
    this.waiting.clear();
  }
}

/** Asks what is asked of one filter in one turn of the event loop as one question: each question wakes the threads. */
function together(scan: Scanner): Scanner {
  const begun = new Map<string, { asks: Ask[]; answers: Promise<Raw[]> }>();
  const begin = (plan: NamedPlan) => {
    const all: Ask[] = [];
    const turn = new Promise<void>((resolve) => setImmediate(resolve));
    const answers = turn.then(() => {
      begun.delete(plan.name);
      return scan(plan, all);
    });
    const batch = { asks: all, answers };
    begun.set(plan.name, batch);
    return batch;
  };
  return async (plan, asks) => {
    const batch = begun.get(plan.name) ?? begin(plan);
    const at = batch.asks.push(...asks) - asks.length;
    return (await batch.answers).slice(at, at + asks.length);
  };
}

/** The rows of one of some threads: what was loaded at once in even parts, and what came later in the last one. */
function partOf({ rows, sorted }: Columns, at: number, threads: number): Range {
  const edge = (part: number) => Math.floor((sorted * part) / threads);
  return { from: edge(at), to: at + 1 === threads ? rows : edge(at + 1) };
}

/** The threads of a process that scan. Made on first use; those that end are replaced. */
export class Threads {
  private threads: Thread[] = [];
  private numbers = 0;

  /** Scans columns by parts, one a thread. `release` lets the threads forget them. */
  scannerOf(columns: Columns): { scanner: Scanner; release: () => void } {
    const number = ++this.numbers;
    const scan: Scanner = async (plan, asks) => {
      const threads = this.running();
      const parts = await Promise.all(
        threads.map((thread, at) => {
          thread.know(number, columns);
          return thread.ask(number, plan, asks, partOf(columns, at, threads.length));
        }),
      );
      return asks.map((_, at) => summed(parts.map((part) => part[at] as Raw)));
    };
    const scanner = together(scan);
    const release = () => {
      for (const thread of this.threads) thread.know(number, null);
    };
    return { scanner, release };
  }

  private running(): Thread[] {
    for (let at = 0; at < mostThreads; at++)
      if (!this.threads[at] || this.threads[at]?.lost) this.threads[at] = new Thread();
    return this.threads;
  }

  /** Ends all threads, as a fault would. */
  async end(): Promise<void> {
    await Promise.all(this.threads.map((thread) => thread.end()));
  }
}
