import { rowsOf } from './live';
import { LiveRows, type Scanner } from './scanner';
import type { Columns } from './types';

/** Scans columns here and now, in the thread that asks. */
export function localScanner(columns: Columns): Scanner {
  const lives = new LiveRows(rowsOf(columns));
  const all = { from: 0, to: columns.rows };
  return async (plan, asks) => lives.answer(plan, all, asks);
}
