import 'server-only';
import type { Viewer } from '@/lib/auth/viewer';
import { counted } from '@/lib/auth/where';
import { type Db, empty, named, type OpenSnapshot, prepare, type Sql, sql } from '@/lib/db/query';
import { claimCounted } from '@/lib/sources/where';
import { keyOf } from './columns/ids';
import type { Counter, RowsWanted } from './counts/types';
import type { Position } from './cursor';
import { beyond, orderBy, sortValues } from './order/where';
import { type ExportedIncident, type PackedIncident, unpackIncident } from './packed';
import type { IncidentRow, Sort } from './row';
import type { IncidentFilters } from './selection';
import { directivesOf, incidentWhere } from './where';

/** The columns of a row that stand in the record itself or beside it. */
const ownColumns = sql`
  i.id, i.ref, ds.slug AS dataset, ds.origin = 'synthetic' AS synthetic, i.external_id AS "externalId",
  i.title, i.title_zh AS "titleZh", i.summary, i.type, i.source_category AS "sourceCategory",
  i.starts_on AS "startsOn", i.ends_on AS "endsOn", i.date_precision AS "datePrecision", i.day_part AS "dayPart",
  i.place_id AS "placeId", i.place_precision AS "placePrecision", i.destination_place_id AS "destinationPlaceId",
  CASE WHEN i.point_public THEN i.latitude END AS latitude, CASE WHEN i.point_public THEN i.longitude END AS longitude,
  i.point_public AS "pointPublic", i.size_min AS "sizeMin", i.size_max AS "sizeMax", i.size_approx AS "sizeApprox",
  i.size_text AS "sizeText", i.coding_note AS "codingNote", i.status, i.version`;

/** The columns of a row that hold lists; `directives` are those about incident `i` that may be named, as FROM and WHERE. */
const listColumns = (directives: Sql) => sql`
  i.issues, i.groups, i.forms, i.targets,
  ARRAY(SELECT r.kind FROM responses r WHERE r.incident_id = i.id ORDER BY r.ordinal) AS responses,
  ARRAY(SELECT d.ref FROM ${directives} ORDER BY d.ref) AS directives,
  ARRAY(SELECT DISTINCT o FROM (SELECT d.orders FROM ${directives}) of_directives, unnest(of_directives.orders) o
    ORDER BY o) AS orders,
  ARRAY(SELECT DISTINCT d.issuer_office FROM ${directives} ORDER BY d.issuer_office) AS offices,
  (SELECT coalesce(json_agg(json_build_object('ref', s.ref, 'outlet', s.outlet, 'publishedOn', s.published_on)
      ORDER BY s.published_on, s.ref), '[]')
    FROM sources s WHERE s.id IN (SELECT c.source_id FROM claims c
      WHERE c.incident_id = i.id AND ${claimCounted(sql`c`, sql`i`)})) AS sources`;

/** A row of a list, with where it stands in it, and whether its data set may be given away. */
export type ListedIncident = IncidentRow & { position: Position; redistributable: boolean };

/**
 * Some of the incidents that the filter keeps, in order. The ids are found first, so that what hangs on an incident
 * is read for the rows of the answer alone. `among`: the first 32 bits of the ids among which the rows are known to be.
 */
export async function listIncidents(
  db: Db,
  filters: IncidentFilters,
  viewer: Viewer,
  { sort, limit, offset = 0, after = null }: RowsWanted,
  among: Uint32Array | null = null,
): Promise<ListedIncident[]> {
  if (among?.length === 0) return [];
  const found = sql`SELECT i.id FROM ${among ? incidentsAmong(among) : sql`incidents`} i
    ${sort.key === 'place' ? sql`JOIN places p ON p.id = i.place_id` : empty}
    WHERE ${incidentWhere(filters, viewer)} ${after ? sql`AND ${beyond(sort, after)}` : empty}
    ${orderBy(sort)} LIMIT ${Math.min(limit, 200)} OFFSET ${offset}`;
  const from = sql`(${found}) found JOIN incidents i ON i.id = found.id`;
  return read(db, named('listIncidents', listed(from, sort, empty)));
}

/** Rows, and how many there are in all; null = that was not counted on the way. */
export type RowsFound = { rows: ListedIncident[]; total: number | null };

/** The same, with the help of a counter that may know where the rows are. */
export async function listRows(
  db: Db,
  counter: Counter,
  filters: IncidentFilters,
  viewer: Viewer,
  wanted: RowsWanted,
): Promise<RowsFound> {
  const found = await counter.keysOfRows(filters, wanted);
  const keys = found?.keys ?? null;
  const known = keys && (await knownIncidents(db, viewer, wanted, keys));
  // Another id that begins alike may stand among those that an offset passes over.
  const rows = known ?? (await listIncidents(db, filters, viewer, wanted, wanted.offset ? null : keys));
  return { rows, total: found?.total ?? null };
}

/**
 * Incidents that a counter has found under a filter, by the first 32 bits of their ids, without asking the filter
 * again: a statement of one text, which connections keep. Null = the bits do not tell each from all others.
 */
async function knownIncidents(
  db: Db,
  viewer: Viewer,
  { sort, limit, after = null }: RowsWanted,
  keys: Uint32Array,
): Promise<ListedIncident[] | null> {
  // The row that the page comes after may be the first of them.
  const few = keys.slice(0, limit + (after ? 1 : 0));
  if (few.length === 0) return [];
  const rows = await read(
    db,
    prepare(
      named(
        'knownIncidents',
        listed(sql`${incidentsAmong(few)} i`, sort, sql`WHERE ${counted(viewer, sql`i`)}`),
      ),
    ),
  );
  const found = new Set(rows.map(({ id }) => keyOf(id)));
  if (rows.length !== few.length || found.size !== few.length) return null;
  return rows.filter(({ id }) => id !== after?.id).slice(0, limit);
}

/** The incidents whose ids begin with one of some 32 bits: found by the primary key before anything else is asked. */
function incidentsAmong(keys: Uint32Array): Sql {
  const from = (key: number) => `${key.toString(16).padStart(8, '0')}-0000-0000-0000-000000000000`;
  const to = (key: number) => `${key.toString(16).padStart(8, '0')}-ffff-ffff-ffff-ffffffffffff`;
  const ranges = [...new Set(keys)];
  // One look into the primary key for each, in its order and with an end: the database can't tell how few ids a range
  // holds, and would read all of another index or of the table. No two ids are expected to begin alike, let alone so many.
  return sql`(SELECT near.* FROM unnest(${ranges.map(from)}::uuid[], ${ranges.map(to)}::uuid[]) r(low, high)
    CROSS JOIN LATERAL (SELECT * FROM incidents one WHERE one.id >= r.low AND one.id <= r.high
      ORDER BY one.id LIMIT 1000) near OFFSET 0)`;
}

/** The rows of a list, in order; `from` says which incidents `i` they are, as FROM. */
const listed = (from: Sql, sort: Sort, where: Sql) =>
  sql`SELECT ${ownColumns}, ${listColumns(directivesOf)}, ds.redistributable, ${sortValues(sort)} AS values
    FROM ${from} JOIN datasets ds ON ds.id = i.dataset_id
    JOIN places p ON p.id = i.place_id ${where} ${orderBy(sort)}`;

async function read(db: Db, statement: Sql): Promise<ListedIncident[]> {
  const rows = await db.query<IncidentRow & { values: Position['values']; redistributable: boolean }>(
    statement,
  );
  return rows.map(({ values, ...row }) => ({ ...row, position: { values, id: row.id } }));
}

/** Whether a directive belongs to a data set that may be given away, or to none. */
export const isShareable = (datasetId: Sql) =>
  sql`(${datasetId} IS NULL OR ${datasetId} IN (SELECT shared.id FROM datasets shared WHERE shared.redistributable))`;

/**
 * The incidents that the filter keeps and that may be given away, in batches: without those of data sets that are
 * not redistributable, and without what directives of such data sets say.
 */
export async function* streamIncidents(
  db: OpenSnapshot,
  filters: IncidentFilters,
  viewer: Viewer,
  sort: Sort,
): AsyncGenerator<ExportedIncident[]> {
  for await (const rows of db.stream<PackedIncident>(
    named('streamIncidents', incidentsToExport(filters, viewer, sort)),
  ))
    yield rows.map(unpackIncident);
}

/**
 * The statement of an export: one row an incident, its lists packed into texts, which the database makes and the
 * reader takes apart several times faster than arrays and JSON. The limit, which keeps nothing back, makes the
 * database sort before it reads what hangs on an incident.
 */
export function incidentsToExport(filters: IncidentFilters, viewer: Viewer, sort: Sort): Sql {
  const packed = (list: Sql) => sql`array_to_string(${list}, chr(31))`;
  return sql`SELECT ${ownColumns}, i.extra, ${packed(sql`i.issues`)} AS issues, ${packed(sql`i.groups`)} AS groups,
      ${packed(sql`i.forms`)} AS forms, ${packed(sql`i.targets`)} AS targets,
      ${packed(sql`ARRAY(SELECT r.kind FROM responses r WHERE r.incident_id = i.id ORDER BY r.ordinal)`)} AS responses,
      (SELECT string_agg(concat_ws(chr(31), d.ref, d.issuer_office, ${packed(sql`d.orders`)}), chr(30))
        FROM ${directivesOf} AND ${isShareable(sql`d.dataset_id`)}) AS directives,
      ${packed(sql`ARRAY(SELECT named.source FROM claims c,
        LATERAL (SELECT coalesce(s.published_on::text, '~') || ' ' || s.ref AS source
          FROM sources s WHERE s.id = c.source_id OFFSET 0) named
        WHERE c.incident_id = i.id AND ${claimCounted(sql`c`, sql`i`)})`)} AS sources
    FROM incidents i JOIN datasets ds ON ds.id = i.dataset_id
    JOIN places p ON p.id = i.place_id WHERE ds.redistributable AND ${incidentWhere(filters, viewer)}
    ${orderBy(sort)} LIMIT 9000000000000`;
}
