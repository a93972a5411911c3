import 'server-only';
import type { Viewer } from '@/lib/auth/viewer';
import type { Db } from '@/lib/db/query';
import type { Counter } from '@/lib/incidents/counts/types';
import { listRows } from '@/lib/incidents/queries';
import { defaultSort } from '@/lib/incidents/row';
import { listAllPreferredPopulations, preferredPopulations } from '@/lib/places/queries';
import type { Facts, SentFacts } from './facts';
import { listAllPeriods, listDirectiveDays, listFigures, listPeriods } from './queries';
import { mostDots } from './series';

/** Facts from one snapshot of the database, as a viewer may see them. */
export function databaseFacts(db: Db, counter: Counter, viewer: Viewer): Facts {
  return {
    figures: (slugs) => listFigures(db, slugs),
    periods: (from, to) => listPeriods(db, from, to),
    populations: (ids) => preferredPopulations(db, ids),
    firstIncidents: (filters) =>
      listRows(db, counter, filters, viewer, {
        sort: { ...defaultSort, descending: false },
        limit: mostDots,
        offset: 0,
      }),
    directiveDays: (filters) => listDirectiveDays(db, filters, viewer),
  };
}

/** All facts that a browser is sent about some data sets. */
export async function factsToSend(db: Db, slugs: string[]): Promise<SentFacts> {
  const figures = await listFigures(db, slugs);
  const periods = await listAllPeriods(db);
  const populations = await listAllPreferredPopulations(db);
  return { figures, periods, populations: [...populations] };
}
