import { columnCounter } from '@/lib/incidents/columns/counter';
import { rowsOf } from '@/lib/incidents/columns/live';
import { LiveRows, type Scanner } from '@/lib/incidents/columns/scanner';
import type { Threads } from '@/lib/incidents/columns/threads';
import type { Columns } from '@/lib/incidents/columns/types';
import type { Counter } from '@/lib/incidents/counts/types';
import type { Way } from '../support/measure';

type Ask = (counter: Counter) => Promise<unknown>;

/** Where search texts are found. */
export type Marks = (q: string) => Promise<Uint8Array>;

/** Nothing is searched. */
export const noMarks: Marks = async () => new Uint8Array(0);

const latest = new WeakMap<Columns, LiveRows>();

/** Scans in this thread as the server's do: what is known of rows that never change outlives who scans them. */
function freshScanner(columns: Columns): Scanner {
  const lives = new LiveRows(rowsOf(columns), latest.get(columns));
  latest.set(columns, lives);
  return async (plan, asks) => lives.answer(plan, { from: 0, to: columns.rows }, asks);
}

/** A counter that has answered nothing yet: what is remembered hangs on the columns and on who scans them. */
export const freshCounter = (columns: Columns, marks: Marks): Counter =>
  columnCounter({ ...columns }, freshScanner(columns), marks);

/** By our columns in one thread, which holds them already but has answered nothing. */
export const inOneThread = (columns: Columns, marks: Marks, ask: Ask): Way => ({
  prepare: async () => {
    const counter = freshCounter(columns, marks);
    return () => ask(counter);
  },
});

/** By our columns in several threads, which hold them already but have answered nothing. */
export const inThreads = (threads: Threads, columns: Columns, marks: Marks, ask: Ask): Way => ({
  prepare: async () => {
    const { scanner, release } = threads.scannerOf(columns);
    await scanner({ name: 'nothing', plan: [] }, [{ kind: 'tallies', fields: [], part: 0 }]);
    return async () => {
      await ask(columnCounter({ ...columns }, scanner, marks));
      release();
    };
  },
});
