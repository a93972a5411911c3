import 'server-only';
import { authorise } from '@/lib/auth/authorise';
import { may } from '@/lib/auth/permissions';
import type { Viewer } from '@/lib/auth/viewer';
import type { Snapshot } from '@/lib/db/query';
import { columnCounter } from './columns/counter';
import { rowOf } from './columns/ids';
import { dataVersion, idsOfText, loadColumns, roughCount } from './columns/queries';
import type { Columns } from './columns/types';
import { sqlCounter } from './counts/queries';
import type { Counter } from './counts/types';
import type { IncidentFilters } from './selection';

/** Most incidents that are held in memory as columns; above it the database counts. */
export const mostColumnRows = 2_000_000;

type Held = { version: number; columns: Promise<Columns>; texts: Map<string, Promise<Uint8Array>> };

const store = globalThis as unknown as { daybookColumns?: Held };

/** How many answers to text searches are remembered for one version of the data. */
const rememberedTexts = 50;

/**
 * The counter for one snapshot of the database: over columns in memory where they are of the same version, else
 * by SQL. Both give the same numbers. The columns are read on first use and again after every change.
 */
export async function counterOf(db: Snapshot, viewer: Viewer): Promise<Counter> {
  authorise(viewer, 'read');
  const bySql = sqlCounter(db, viewer);
  const held = await heldColumns(db);
  if (!held) return bySql;
  const columns = await held.columns;
  const inMemory = columnCounter(columns, (q) => textRows(db, held, columns, q));
  return may(viewer, 'read-own') ? beyondPublished(inMemory, bySql) : inMemory;
}

/** For those who see more than is published: the columns hold what is published only, so the rest is counted by SQL. */
function beyondPublished(published: Counter, all: Counter): Counter {
  const fits = (filters: IncidentFilters) => (filters.status.any.length > 0 ? all : published);
  return {
    inMemory: published.inMemory,
    totals: (filters) => fits(filters).totals(filters),
    byDay: (filters, split) => fits(filters).byDay(filters, split),
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
    sources: (filters) => fits(filters).sources(filters),
  };
}

/** The columns of the version that the snapshot sees; null = there are too many rows, or others are newer already. */
async function heldColumns(db: Snapshot): Promise<Held | null> {
  const version = await dataVersion(db);
  const held = store.daybookColumns;
  if (held?.version === version) return held;
  if (held && held.version > version) return null;
  if ((await roughCount(db)) > mostColumnRows) return null;
  const made: Held = { version, columns: loadColumns(db, version), texts: new Map() };
  store.daybookColumns = made;
  made.columns.catch(() => {
    if (store.daybookColumns === made) store.daybookColumns = undefined;
  });
  return made;
}

function textRows(db: Snapshot, held: Held, columns: Columns, q: string): Promise<Uint8Array> {
  const known = held.texts.get(q);
  if (known) return known;
  const found = findText(db, columns, q);
  held.texts.set(q, found);
  found.catch(() => held.texts.delete(q));
  const oldest = held.texts.keys().next().value;
  if (held.texts.size > rememberedTexts && oldest !== undefined) held.texts.delete(oldest);
  return found;
}

async function findText(db: Snapshot, columns: Columns, q: string): Promise<Uint8Array> {
  const rows = new Uint8Array(columns.rows);
  for (const { id } of await idsOfText(db, q)) {
    const row = rowOf(columns, id);
    if (row >= 0) rows[row] = 1;
  }
  return rows;
}
