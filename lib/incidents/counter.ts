import 'server-only';
import { authorise } from '@/lib/auth/authorise';
import { may } from '@/lib/auth/permissions';
import { publicViewer, type Viewer } from '@/lib/auth/viewer';
import type { Db, OpenSnapshot, Snapshot } from '@/lib/db/query';
import { columnCounter } from './columns/counter';
import { idsOfText } from './columns/queries';
import { columnsAtHand, columnsFor, type Held } from './columns/store';
import { rowsOfText } from './columns/text';
import { ThreadLost } from './columns/threads';
import { sqlCounter } from './counts/queries';
import type { Counter } from './counts/types';
import type { IncidentFilters } from './selection';

/** How many answers to text searches are remembered for one version of the data. */
const rememberedTexts = 50;

/**
 * The counter for one snapshot of the database: over columns in memory where they are of the same version, else
 * by SQL. Both give the same numbers.
 */
export async function counterOf(db: Snapshot | OpenSnapshot, viewer: Viewer): Promise<Counter> {
  authorise(viewer, 'read');
  const bySql = sqlCounter(db, viewer);
  const held = await columnsFor(db);
  if (!held) return bySql;
  const published = columnCounter(held.columns, held.scanner, (q) => textRows(db, held, q));
  const inMemory = orElse(published, sqlCounter(db, publicViewer));
  return may(viewer, 'read-own') ? beyondPublished(inMemory, bySql) : inMemory;
}

/**
 * How many of the incidents that the filter keeps each data set has, by slug, from columns that are at hand; null = only
 * the database can tell.
 */
export async function countDatasetsInMemory(
  db: Db,
  filters: IncidentFilters,
  viewer: Viewer,
): Promise<Map<string, number> | null> {
  authorise(viewer, 'read');
  if (may(viewer, 'read-own') && filters.status.any.length > 0) return null;
  const held = await columnsAtHand(db);
  if (!held) return null;
  const { any, not } = filters.dataset;
  try {
    // A facet leaves out its own filter, which is made up for here: an incident has one data set.
    const counter = columnCounter(held.columns, held.scanner, (q) => textRows(db, held, q));
    const { dataset } = await counter.facets(filters, ['dataset']);
    const isKept = (slug: string) => (any.length === 0 || any.includes(slug)) && !not.includes(slug);
    return new Map([...dataset].filter(([slug]) => isKept(slug)));
  } catch (thrown) {
    if (thrown instanceof ThreadLost) return null;
    throw thrown;
  }
}

/** Counts by `other` what `first` can't count because a thread has ended under it. */
function orElse(first: Counter, other: Counter): Counter {
  const either = <Asked extends unknown[], Answer>(
    one: (...asked: Asked) => Promise<Answer>,
    two: (...asked: Asked) => Promise<Answer>,
  ) => {
    return async (...asked: Asked): Promise<Answer> => {
      try {
        return await one(...asked);
      } catch (thrown) {
        if (thrown instanceof ThreadLost) return two(...asked);
        throw thrown;
      }
    };
  };
  return {
    version: first.version,
    totals: either(first.totals, other.totals),
    byDay: either(first.byDay, other.byDay),
    beginnings: either(first.beginnings, other.beginnings),
    byPlace: either(first.byPlace, other.byPlace),
    facets: either(first.facets, other.facets),
    pairs: either(first.pairs, other.pairs),
    keysOfRows: either(first.keysOfRows, other.keysOfRows),
    sources: either(first.sources, other.sources),
  };
}

/** For those who see more than is published: the columns hold what is published only, so the rest is counted by SQL. */
function beyondPublished(published: Counter, all: Counter): Counter {
  const fits = (filters: IncidentFilters) => (filters.status.any.length > 0 ? all : published);
  return {
    version: published.version,
    totals: (filters) => fits(filters).totals(filters),
    byDay: (filters, split, grain) => fits(filters).byDay(filters, split, grain),
    beginnings: (filters) => fits(filters).beginnings(filters),
    byPlace: (filters, field) => fits(filters).byPlace(filters, field),
    async facets(filters) {
      const facets = await fits(filters).facets(filters);
      const { status } = await all.facets(filters, ['status']);
      return { ...facets, status };
    },
    pairs(filters, row, column) {
      const counter = row === 'status' || column === 'status' ? all : fits(filters);
      return counter.pairs(filters, row, column);
    },
    keysOfRows: (filters, wanted) => fits(filters).keysOfRows(filters, wanted),
    sources: (filters) => fits(filters).sources(filters),
  };
}

function textRows(db: Db, { columns, texts }: Held, q: string): Promise<Uint8Array> {
  const known = texts.get(q);
  if (known) return known;
  const found = idsOfText(db, q).then((ids) => rowsOfText(columns, ids));
  texts.set(q, found);
  found.catch(() => texts.delete(q));
  const oldest = texts.keys().next().value;
  if (texts.size > rememberedTexts && oldest !== undefined) texts.delete(oldest);
  return found;
}
