import { rowsOf } from './live';
import { scan } from './scan';
import { LiveRows, type Scanner } from './scanner';
import type { Columns } from './types';

/** Scans columns here and now, in the thread that asks. */
export function localScanner(columns: Columns): Scanner {
  const rows = rowsOf(columns);
  const lives = new LiveRows(rows);
  const all = { from: 0, to: columns.rows };
  return async (plan, asks) => {
    const live = lives.of(plan, all);
    return asks.map((ask) => scan(rows, live, ask));
  };
}
