import type { CountedPage } from '@/lib/explore/counted-page';
import { pageCounter } from '@/lib/explore/in-browser';
import { columnCounter } from '@/lib/incidents/columns/counter';
import { localScanner } from '@/lib/incidents/columns/local';
import { columnsFromArrow } from '@/lib/incidents/columns/wire/read';
import type { FromWorker, Load, ToWorker } from './messages';

/** Counts pages over columns, beside the page. It is handed all that it needs and asks the network for nothing. */
const scope = globalThis as unknown as {
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
  postMessage: (message: FromWorker) => void;
};

/** Counts and words the page of an address, in the language of the page. */
type Count = (search: string) => Promise<CountedPage | null>;

let count: Count | null = null;
let isAsked = false;

scope.onmessage = async ({ data }) => {
  try {
    if (data.kind === 'load') {
      scope.postMessage({ kind: 'loaded', version: await load(data) });
      await rehearse(data.search);
    } else {
      isAsked = true;
      scope.postMessage({ kind: 'counted', page: (await count?.(data.search)) ?? null });
    }
  } catch {
    scope.postMessage(data.kind === 'load' ? { kind: 'failed' } : { kind: 'counted', page: null });
  }
};

/** Takes the columns in; gives their version. */
async function load({ packed, names, locale, origin }: Load): Promise<number> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  const columns = columnsFromArrow(new Uint8Array(await new Response(stream).arrayBuffer()));
  const noTexts = async () => new Uint8Array(columns.rows);
  const counter = columnCounter(columns, localScanner(columns), noTexts);
  const pages = pageCounter(counter, JSON.parse(new TextDecoder().decode(names)));
  count = (search) => pages(search, locale, origin);
  return columns.version;
}

/**
 * Counts what is likely to be asked next, one value of each field, until something is asked: code that has not run
 * before is ten times slower, and the first click would pay for it.
 */
async function rehearse(search: string): Promise<void> {
  const page = await count?.(search).catch(() => null);
  for (const [field, options] of Object.entries(page?.options ?? {})) {
    const [first] = options;
    if (!first || !('code' in first)) continue;
    await new Promise((resolve) => setTimeout(resolve, 20));
    if (isAsked) return;
    const params = new URLSearchParams(search);
    params.set(field, first.code);
    await count?.(params.toString()).catch(() => null);
  }
}
