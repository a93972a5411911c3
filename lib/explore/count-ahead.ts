import 'server-only';
import { publicViewer } from '@/lib/auth/viewer';
import { onNewColumns } from '@/lib/incidents/columns/store';
import { openExplore } from './open';

/** Milliseconds that a new version has first for those who asked for it. */
const pause = 200;

/**
 * Has the page without a filter counted for each version of the data once its columns are in memory: it is the one
 * that costs most, and that nearly everybody opens first. What goes wrong is met again, and said, by who asks.
 */
export function countAhead(): void {
  const asker = { viewer: publicViewer, locale: 'en', origin: '' } as const;
  onNewColumns(() => {
    setTimeout(() => void openExplore(new URLSearchParams(), asker).catch(() => {}), pause).unref();
  });
}
