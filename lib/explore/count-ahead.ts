import 'server-only';
import { publicViewer } from '@/lib/auth/viewer';
import { codesOf } from '@/lib/codebook/vocabularies';
import { noteOfColumns, onNewColumns } from '@/lib/incidents/columns/store';
import { threadedRows } from '@/lib/incidents/columns/threads';
import { dimensionKeys, dimensions } from '@/lib/incidents/dimensions';
import { openExplore } from './open';

/** Milliseconds that a new version has first for those who asked for it. */
const pause = 200;

/** Values of each field that are rehearsed. */
const rehearsedValues = 2;

/**
 * Has the page without a filter counted for each version of the data once its columns are in memory: it is the one
 * that costs most, and that nearly everybody opens first. Where there are many rows, some pages with one filter follow
 * after the start: code that has not run yet is slow, and those who come first would pay for it. What goes wrong is met
 * again, and said, by who asks.
 */
export function countAhead(): void {
  const asker = { viewer: publicViewer, locale: 'en', origin: '' } as const;
  let isRehearsed = false;
  const count = async (query: Record<string, string>) => {
    await openExplore(new URLSearchParams(query), asker);
  };
  const work = async () => {
    await count({});
    if (isRehearsed || noteOfColumns().rows < threadedRows) return;
    isRehearsed = true;
    for (const field of dimensionKeys)
      for (const code of codesOf(dimensions[field].vocabulary).slice(0, rehearsedValues))
        await count({ [field]: code });
  };
  onNewColumns(() => {
    setTimeout(() => void work().catch(() => {}), pause).unref();
  });
}
