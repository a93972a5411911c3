import 'server-only';
import { may } from '@/lib/auth/permissions';
import type { Viewer } from '@/lib/auth/viewer';
import type { Db } from '@/lib/db/query';
import { env } from '@/lib/env';
import type { Counter } from '../../counts/types';
import { noFilters } from '../../selection';
import { listWithheld } from './queries';

/**
 * The version of the data whose columns a browser of the viewer may be sent and count from; null = none: there are too
 * many incidents, some may not be handed on, or the viewer sees more than is published.
 */
export async function columnsToOffer(db: Db, counter: Counter, viewer: Viewer): Promise<number | null> {
  const most = env().DAYBOOK_BROWSER_ROWS;
  if (most === 0 || counter.version === null || may(viewer, 'read-own')) return null;
  if ((await counter.totals(noFilters)).incidents > most) return null;
  const withheld = await listWithheld(db);
  if (withheld.length > 0) {
    const { dataset } = await counter.facets(noFilters);
    if (withheld.some((slug) => dataset.has(slug))) return null;
  }
  return counter.version;
}
