import { median, quantile } from '../support/measure';

/** A line of a table: a name, and numbers under each other. */
export const line = (name: string, cells: readonly string[]): string =>
  name.padEnd(30) + cells.map((cell) => cell.padStart(11)).join('');

/** Who answers. */
export type Who = 'one' | 'threads' | 'limit' | 'duckdb' | 'sql';

/** Milliseconds of each round. */
export type Times = Partial<Record<Who, number[]>>;

export const heads = ['one thread', 'threads', 'limit', 'DuckDB', 'SQL', '/limit', '×DuckDB', '×SQL'];

/** Medians, and ratios: ours in one thread to the limit, and how many times ours at its best is faster than others. */
export function showTimes(name: string, times: Times): void {
  const of = (who: Who) => median(times[who] ?? []);
  const best = Math.min(of('one'), of('threads'));
  const numbers = [
    ...(['one', 'threads', 'limit', 'duckdb', 'sql'] as const).map(of),
    of('one') / of('limit'),
    of('duckdb') / best,
    of('sql') / best,
  ];
  const written = numbers.map((value) => (Number.isFinite(value) ? value.toFixed(value < 10 ? 2 : 1) : '–'));
  console.log(line(name, written));
}

/** The same for one question, as numbers. */
export function ratiosOf({ one = [], threads = [], limit = [], duckdb = [], sql = [] }: Times) {
  const best = median(threads) < median(one) ? threads : one;
  const round = (value: number) => (Number.isFinite(value) ? Number(value.toFixed(2)) : null);
  return {
    vsLimit: round(median(one) / median(limit)),
    vsDuckdb: round(median(duckdb) / median(best)),
    vsSql: round(median(sql) / median(best)),
    p50ms: round(median(best)),
    p95ms: round(quantile(best, 0.95)),
  };
}
