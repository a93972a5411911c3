import { gunzipSync } from 'node:zlib';
import { pageCounter } from '@/lib/explore/in-browser';
import { columnCounter } from '@/lib/incidents/columns/counter';
import { localScanner } from '@/lib/incidents/columns/local';
import { columnsFromArrow } from '@/lib/incidents/columns/wire/read';

/** Drags that are followed, after two to warm up, and the spans in each of them. */
const drags = 20;
const spans = 60;

/**
 * Milliseconds in which a page under a new span of time is counted and worded, by the code that browsers run over the
 * columns that they are sent; here in this process, for each step of some drags. Null = the server sends none.
 */
export async function updateTimes(base: string): Promise<{ rows: number; times: number[] } | null> {
  const packed = await fetch(`${base}/explore.arrow?packed=planes`);
  if (packed.status !== 200) return null;
  const columns = columnsFromArrow(new Uint8Array(gunzipSync(await packed.arrayBuffer())));
  const names = await (await fetch(`${base}/explore-reference.json`)).json();
  const counter = columnCounter(columns, localScanner(columns), async () => new Uint8Array(columns.rows));
  const count = pageCounter(counter, names);
  const dayOf = (offset: number) =>
    new Date((columns.firstDay + offset) * 86_400_000).toISOString().slice(0, 10);
  // Rows stand in order of their first day.
  const length = columns.starts[columns.rows - 1] ?? 0;
  const times: number[] = [];
  for (let drag = -2; drag < drags; drag++)
    for (let span = 1; span <= spans; span++) {
      const from = Math.round(length * (0.2 + 0.005 * (drag + 2)));
      const to = from + Math.round((length * 0.5 * span) / spans);
      const start = performance.now();
      await count(`by=month&from=${dayOf(from)}&to=${dayOf(to)}`, 'en', base);
      if (drag >= 0) times.push(performance.now() - start);
    }
  return { rows: columns.rows, times };
}
