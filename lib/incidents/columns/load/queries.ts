import 'server-only';
import type { ClientBase } from 'pg';
import { type Db, sql } from '@/lib/db/query';
import type { Cells } from './copy';
import { copyRows } from './copy-query';

/**
 * An array of codes as one text, which is shorter than the array and known again by its bytes. Most have one code, which
 * is taken out and not joined: that costs less. An array that does not begin at 1 is joined all the same.
 */
const listed = (column: string) =>
  `coalesce(CASE cardinality(${column}) WHEN 1 THEN ${column}[1] END, array_to_string(${column}, E'\\x1f'))`;

/** What stands between the codes of `listed`. */
export const between = '\x1f';

/** The cells of a published incident, in their order. */
export const cellsOfIncident = [
  'id',
  'starts_on',
  'ends_on',
  'size_min',
  'size_max',
  'destination_place_id',
  'place_id',
  "place_precision = 'unknown'",
  'dataset_id',
  'type',
  'date_precision',
  'source_category',
  ...['issues', 'groups', 'forms', 'targets'].map(listed),
] as const;

/** What is read, of all incidents or of some; in the order in which it lies in the tables, which costs no sorting. */
const texts = {
  incidents: (among: string) =>
    `SELECT ${cellsOfIncident.join(', ')} FROM incidents WHERE status = 'published' AND ${among}`,
  responses: (among: string) => `SELECT incident_id, kind FROM responses WHERE ${among}`,
  directives: (among: string) => `SELECT di.incident_id, d.issuer_office, d.orders FROM directive_incidents di
    JOIN directives d ON d.id = di.directive_id AND d.status = 'published' WHERE ${among}`,
  // Evidence for a point that is kept back does not count (`claimCounted` in lib/sources/where).
  claims: (among: string) => `SELECT incident_id, source_id FROM claims WHERE ${among}
    AND (field NOT IN ('latitude', 'longitude')
      OR EXISTS (SELECT FROM incidents i WHERE i.id = incident_id AND i.point_public))`,
  sources: () => 'SELECT id, ref FROM sources',
};

/** Some of the published incidents; null = all of them. */
export type Among = readonly string[] | null;

/** What lies in a table before one of its pages, or from that page on. */
export type Half = { side: '<' | '>='; page: number };

/** Which rows of a table are read; `half` null = all. */
export type Part = { among: Among; half?: Half | null };

/** Streams one kind of rows in the binary format of COPY. After an error the connection is of no use any more. */
export function readRows(
  client: ClientBase,
  what: keyof typeof texts,
  { among, half }: Part,
  take: (cells: Cells) => void,
): Promise<void> {
  const some = amongWhich(what === 'incidents' ? 'id' : 'incident_id', among);
  const text = texts[what](half ? `${some} AND ctid ${half.side} '(${half.page},0)'` : some);
  return copyRows(client, `COPY (${text}) TO STDOUT (FORMAT binary)`, take);
}

/** The halves of a table, which can be read side by side. */
export async function halvesOf(client: ClientBase, table: 'incidents' | 'claims'): Promise<Half[]> {
  const { rows } = await client.query<{ page: number }>(
    `SELECT (pg_relation_size('${table}') / current_setting('block_size')::int / 2)::int AS page`,
  );
  const page = rows[0]?.page ?? 0;
  return [
    { side: '<', page },
    { side: '>=', page },
  ];
}

function amongWhich(column: string, among: Among): string {
  if (among === null) return 'TRUE';
  const ids = among.filter((id) => /^[0-9a-f-]{36}$/.test(id));
  return `${column} = ANY('{${ids.join(',')}}'::uuid[])`;
}

/** A data set, as far as columns go. */
export type KnownDataset = { id: string; slug: string; origin: string };

export async function readDatasets(client: ClientBase): Promise<KnownDataset[]> {
  const { rows } = await client.query<KnownDataset>('SELECT id::text, slug, origin FROM datasets');
  return rows;
}

/** The paths of all places, by id. Null = there are as many as are known, and paths do not change unnoticed. */
export async function readPaths(client: ClientBase, known = -1): Promise<Map<string, string> | null> {
  const { rows: counted } = await client.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM places',
  );
  if (counted[0]?.count === known) return null;
  const { rows } = await client.query<{ id: string; path: string }>('SELECT id, path FROM places');
  return new Map(rows.map(({ id, path }) => [id, path]));
}

/** The version of the data that the transaction of a connection sees. */
export async function readVersion(client: ClientBase): Promise<number> {
  const { rows } = await client.query<{ version: string }>('SELECT version::text FROM data_version');
  if (!rows[0]) throw new Error('the table data_version has no row');
  return Number(rows[0].version);
}

/** The mark of a version of the data; null = it is not known, or not any more. */
export async function readStamp(client: ClientBase, version: number): Promise<string | null> {
  const { rows } = await client.query<{ stamp: string }>(
    'SELECT stamp::text FROM data_stamps WHERE version = $1',
    [version],
  );
  return rows[0]?.stamp ?? null;
}

/** How many incidents there are, about: as the statistics of the database have it. */
export async function readRoughCount(client: ClientBase): Promise<number> {
  const { rows } = await client.query<{ count: string }>(
    "SELECT greatest(reltuples, 0)::bigint::text AS count FROM pg_class WHERE oid = 'incidents'::regclass",
  );
  return Number(rows[0]?.count ?? 0);
}

/** Runs questions on one snapshot of the database, and lets them take their time. */
export async function inSnapshot<Result>(
  client: ClientBase,
  ask: () => Promise<Result>,
  first = '',
): Promise<Result> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  try {
    await client.query(`${first} SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0;
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

/** Runs questions on the snapshot that the transaction of another connection sees. */
export async function inSnapshotOf<Result>(
  other: ClientBase,
  client: ClientBase,
  ask: () => Promise<Result>,
): Promise<Result> {
  const { rows } = await other.query<{ name: string }>('SELECT pg_export_snapshot() AS name');
  return inSnapshot(client, ask, `SET TRANSACTION SNAPSHOT '${rows[0]?.name ?? ''}';`);
}

/** Most changed incidents for which columns are patched and not loaded anew. */
const mostChanges = 10_000;

/** What a newer version of the data changed: ids of incidents, some of them perhaps in vain. */
export type Changes = { version: number; ids: string[] };

/** The incidents that changed since a version of the data; null = too many, or not known any more: load anew. */
export async function changesSince(db: Db, version: number): Promise<Changes | null> {
  const [row] = await db.query<Changes & { known: boolean }>(sql`
    WITH later AS (SELECT incident_ids FROM changed_incidents WHERE version > ${version}),
      known AS (SELECT version, version >= ${version} AND logged_since <= ${version}
        AND NOT EXISTS (SELECT FROM later WHERE incident_ids IS NULL) AS known FROM data_version)
    SELECT version, known, CASE WHEN known THEN ARRAY(SELECT DISTINCT id::text
      FROM later, unnest(incident_ids) id LIMIT ${mostChanges + 1}) ELSE '{}' END AS ids FROM known`);
  if (!row) throw new Error('the table data_version has no row');
  return row.known && row.ids.length <= mostChanges ? { version: row.version, ids: row.ids } : null;
}

/** Other published incidents whose ids begin with the same 32 bits as some. */
export function readNeighbours(db: Db, ids: readonly string[]): Promise<{ id: string }[]> {
  return db.query(sql`SELECT near.id FROM unnest(${ids}::uuid[]) one(id)
    CROSS JOIN LATERAL (SELECT i.id FROM incidents i
      WHERE i.id >= (left(one.id::text, 8) || '-0000-0000-0000-000000000000')::uuid
        AND i.id <= (left(one.id::text, 8) || '-ffff-ffff-ffff-ffffffffffff')::uuid
        AND i.status = 'published' OFFSET 0) near
    WHERE near.id <> one.id`);
}
