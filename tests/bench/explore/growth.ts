import type { Threads } from '@/lib/incidents/columns/threads';
import type { Counter } from '@/lib/incidents/counts/types';
import { noFilters } from '@/lib/incidents/selection';
import { inTurns, median } from '../support/measure';
import type { Data } from './data';
import { limitsOf } from './limit/limit';
import { dashboard, filtered } from './questions';
import { repeated } from './repeat';
import { line } from './table';
import { inOneThread, inThreads, noMarks } from './ways';

const sizes = [20_000, 1_000_000, 10_000_000];

/** The whole dashboard at three sizes, with the time of a thousand rows; the columns are cut, or repeated in memory. */
export async function measureGrowth({ columns, origin }: Data, threads: Threads): Promise<void> {
  console.log(
    `${columns.rows} rows from ${origin}, cut or repeated; milliseconds, and microseconds for 1,000 rows`,
  );
  const heads = ['rows', 'one thread', 'threads', 'limit', 'µs/1,000', 'in threads'];
  console.log(line('', heads));
  const found: Record<string, number> = {};
  for (const rows of sizes) {
    const some = repeated({ ...columns, rows: Math.min(rows, columns.rows) }, rows);
    const limits = limitsOf(some, null);
    for (const [name, filters] of [
      ['whole dashboard, filtered', filtered],
      ['whole dashboard, no filter', noFilters],
    ] as const) {
      const limit = limits[name] as () => unknown;
      const ask = (counter: Counter) => dashboard(counter, filters);
      const times = await inTurns(
        {
          one: inOneThread(some, noMarks, ask),
          threads: inThreads(threads, some, noMarks, ask),
          limit: { run: limit },
        },
        { budget: 6_000, least: 5, most: 40 },
      );
      const of = (who: keyof typeof times) => median(times[who] ?? []);
      const each = (milliseconds: number) => (milliseconds * 1e6) / rows;
      const numbers = [of('one'), of('threads'), of('limit'), each(of('one')), each(of('threads'))];
      console.log(line(name, [String(rows), ...numbers.map((value) => value.toFixed(2))]));
      found[`${name} ${rows}`] = Number(each(Math.min(of('one'), of('threads'))).toFixed(2));
    }
  }
  console.log(JSON.stringify({ microsecondsPer1000Rows: found }));
}
