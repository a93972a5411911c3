import 'server-only';
import type { Viewer } from '@/lib/auth/viewer';
import type { Db } from '@/lib/db/query';
import type { Counter } from '@/lib/incidents/counts/types';
import { listRows } from '@/lib/incidents/queries';
import { defaultSort } from '@/lib/incidents/row';
import { listAllPreferredPopulations, preferredPopulations } from '@/lib/places/queries';
import { type Facts, factsOf, type SentFacts } from './facts';
import { listAllPeriods, listDirectiveDays, listFigures, listPeriods } from './queries';
import { mostDots } from './series';

/** Facts from one snapshot of the database, as a viewer may see them. */
export function databaseFacts(db: Db, counter: Counter, viewer: Viewer): Facts {
  return {
    ...(counter.version === null ? askedFacts(db) : keptFacts(db, counter.version)),
    async firstIncidents(filters) {
      const sort = { ...defaultSort, descending: false };
      return (await listRows(db, counter, filters, viewer, { sort, limit: mostDots, offset: 0 })).rows;
    },
    directiveDays: (filters) => listDirectiveDays(db, filters, viewer),
  };
}

type Stable = Pick<Facts, 'figures' | 'periods' | 'populations'>;

const askedFacts = (db: Db): Stable => ({
  figures: (slugs) => listFigures(db, slugs),
  periods: (from, to) => listPeriods(db, from, to),
  populations: (ids) => preferredPopulations(db, ids),
});

let kept: { version: number; facts: Promise<Facts> } | null = null;

/** Reads all of them once for a version of the data, so that no answer has to wait for the database to tell them. */
function keptFacts(db: Db, version: number): Stable {
  const facts = () => {
    if (kept?.version === version) return kept.facts;
    const read = { version, facts: factsToSend(db, null).then(factsOf) };
    kept = read;
    read.facts.catch(() => {
      if (kept === read) kept = null;
    });
    return read.facts;
  };
  return {
    figures: async (slugs) => (await facts()).figures(slugs),
    periods: async (from, to) => (await facts()).periods(from, to),
    populations: async (ids) => (await facts()).populations(ids),
  };
}

/** All facts that a browser is sent about some data sets; null = about all. */
export async function factsToSend(db: Db, slugs: string[] | null): Promise<SentFacts> {
  const figures = await listFigures(db, slugs);
  const periods = await listAllPeriods(db);
  const populations = await listAllPreferredPopulations(db);
  return { figures, periods, populations: [...populations] };
}
