import { type PageCounter, pageCounter } from '@/lib/explore/in-browser';
import { columnCounter } from '@/lib/incidents/columns/counter';
import { localScanner } from '@/lib/incidents/columns/local';
import { columnsFromArrow } from '@/lib/incidents/columns/wire/read';
import type { FromWorker, ToWorker } from './messages';

/** Counts pages over columns, beside the page. It is handed all that it needs and asks the network for nothing. */
const scope = globalThis as unknown as {
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
  postMessage: (message: FromWorker) => void;
};

let count: PageCounter | null = null;

scope.onmessage = async ({ data }) => {
  try {
    scope.postMessage(data.kind === 'load' ? await load(data) : await answer(data));
  } catch {
    scope.postMessage(data.kind === 'load' ? { kind: 'failed' } : { kind: 'counted', page: null });
  }
};

async function load({ packed, names }: Extract<ToWorker, { kind: 'load' }>): Promise<FromWorker> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  const columns = columnsFromArrow(new Uint8Array(await new Response(stream).arrayBuffer()));
  const noTexts = async () => new Uint8Array(columns.rows);
  const counter = columnCounter(columns, localScanner(columns), noTexts);
  count = pageCounter(counter, JSON.parse(new TextDecoder().decode(names)));
  return { kind: 'loaded', version: columns.version };
}

async function answer({ search, locale, origin }: Extract<ToWorker, { kind: 'count' }>): Promise<FromWorker> {
  return { kind: 'counted', page: (await count?.(search, locale, origin)) ?? null };
}
