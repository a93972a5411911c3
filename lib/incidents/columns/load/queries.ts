import 'server-only';
import { finished } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { type Cells, CopyReader } from './copy';

/** The cells of a published incident, in their order. */
export const cellsOfIncident = [
  'id',
  'starts_on',
  'ends_on',
  'dataset_id',
  'type',
  'date_precision',
  'place_id',
  "place_precision = 'unknown'",
  'destination_place_id',
  'size_min',
  'size_max',
  'source_category',
  'status',
  'issues',
  'groups',
  'forms',
  'targets',
] as const;

/** What is read, of all incidents or of some; in the order in which it lies in the tables, which costs no sorting. */
const texts = {
  incidents: (among: string) =>
    `SELECT ${cellsOfIncident.join(', ')} FROM incidents WHERE status = 'published' AND ${among}`,
  responses: (among: string) => `SELECT incident_id, kind FROM responses WHERE ${among}`,
  directives: (among: string) => `SELECT di.incident_id, d.issuer_office, d.orders FROM directive_incidents di
    JOIN directives d ON d.id = di.directive_id AND d.status = 'published' WHERE ${among}`,
  claims: (among: string) => `SELECT incident_id, source_id FROM claims WHERE ${among}`,
  sources: () => 'SELECT id, ref FROM sources',
};

/** Some of the published incidents; null = all of them. */
export type Among = readonly string[] | null;

/** Streams one kind of rows in the binary format of COPY. After an error the connection is of no use any more. */
export async function readRows(
  client: ClientBase,
  what: keyof typeof texts,
  among: Among,
  take: (cells: Cells) => void,
): Promise<void> {
  const text = texts[what](amongWhich(what === 'incidents' ? 'id' : 'incident_id', among));
  const stream = client.query(copyTo(`COPY (${text}) TO STDOUT (FORMAT binary)`));
  const reader = new CopyReader(take);
  stream.on('data', (piece: Buffer) => {
    try {
      reader.push(piece);
    } catch (thrown) {
      stream.destroy(thrown as Error);
    }
  });
  await finished(stream);
  reader.end();
}

function amongWhich(column: string, among: Among): string {
  if (among === null) return 'true';
  const ids = among.filter((id) => /^[0-9a-f-]{36}$/.test(id));
  return `${column} = ANY('{${ids.join(',')}}'::uuid[])`;
}

/** The data sets and places that there are, which are few. */
export async function readReference(client: ClientBase): Promise<{
  datasets: { id: string; slug: string; origin: string }[];
  places: { id: string; path: string }[];
}> {
  const datasets = await client.query<{ id: string; slug: string; origin: string }>(
    'SELECT id::text, slug, origin FROM datasets',
  );
  const places = await client.query<{ id: string; path: string }>('SELECT id, path FROM places');
  return { datasets: datasets.rows, places: places.rows };
}

/** The version of the data that the transaction of a connection sees. */
export async function readVersion(client: ClientBase): Promise<number> {
  const { rows } = await client.query<{ version: string }>('SELECT version::text FROM data_version');
  if (!rows[0]) throw new Error('the table data_version has no row');
  return Number(rows[0].version);
}

/** How many incidents there are, about: as the statistics of the database have it. */
export async function readRoughCount(client: ClientBase): Promise<number> {
  const { rows } = await client.query<{ count: string }>(
    "SELECT greatest(reltuples, 0)::bigint::text AS count FROM pg_class WHERE oid = 'incidents'::regclass",
  );
  return Number(rows[0]?.count ?? 0);
}

/** Runs questions on one snapshot of the database, and lets them take their time. */
export async function inSnapshot<Result>(client: ClientBase, ask: () => Promise<Result>): Promise<Result> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  try {
    await client.query(`SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0;
      SET LOCAL work_mem = '256MB'; SET LOCAL jit = off`);
    const result = await ask();
    await client.query('COMMIT');
    return result;
  } catch (thrown) {
    // A connection that was lost, or is busy with what nobody reads, has nothing to roll back.
    client.query('ROLLBACK').catch(() => {});
    throw thrown;
  }
}
