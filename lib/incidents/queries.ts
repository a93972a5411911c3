import 'server-only';
import type { Viewer } from '@/lib/auth/viewer';
import type { Term } from '@/lib/codebook/types';
import { type VocabularyName, vocabularies } from '@/lib/codebook/vocabularies';
import type { CivilDate } from '@/lib/dates/civil';
import type { DatePrecision } from '@/lib/dates/periods';
import { type Db, join, type Sql, sql, stream } from '@/lib/db/query';
import { type Dimension, dimensionKeys, dimensions, none, unknown } from './dimensions';
import type { IncidentRow, Sort, SortKey } from './row';
import type { IncidentFilters } from './selection';
import { directivesOf, incidentWhere, sizeClassOf } from './where';

const columns = sql`
  i.id, i.ref, ds.slug AS dataset, ds.origin = 'synthetic' AS synthetic, i.external_id AS "externalId",
  i.title, i.title_zh AS "titleZh", i.summary, i.type, i.source_category AS "sourceCategory",
  i.starts_on AS "startsOn", i.ends_on AS "endsOn", i.date_precision AS "datePrecision", i.day_part AS "dayPart",
  i.place_id AS "placeId", i.place_precision AS "placePrecision", i.destination_place_id AS "destinationPlaceId",
  i.latitude, i.longitude, i.size_min AS "sizeMin", i.size_max AS "sizeMax", i.size_approx AS "sizeApprox",
  i.size_text AS "sizeText", i.issues, i.groups, i.forms, i.targets,
  ARRAY(SELECT r.kind FROM responses r WHERE r.incident_id = i.id ORDER BY r.ordinal) AS responses,
  ARRAY(SELECT d.ref FROM ${directivesOf} ORDER BY d.ref) AS directives,
  ARRAY(SELECT DISTINCT o FROM directive_incidents di JOIN directives d ON d.id = di.directive_id, unnest(d.orders) o
    WHERE di.incident_id = i.id AND d.status = 'published' ORDER BY o) AS orders,
  ARRAY(SELECT DISTINCT d.issuer_office FROM ${directivesOf} ORDER BY d.issuer_office) AS offices,
  (SELECT coalesce(json_agg(json_build_object('ref', s.ref, 'outlet', s.outlet, 'publishedOn', s.published_on)
      ORDER BY s.published_on, s.ref), '[]')
    FROM sources s WHERE s.id IN (SELECT c.source_id FROM claims c WHERE c.incident_id = i.id)) AS sources,
  i.coding_note AS "codingNote", i.status, i.version`;

/** The key in SQL. Incidents without a size come last in either direction. */
const sortSql: Record<SortKey, (direction: Sql) => Sql> = {
  date: (direction) => sql`i.starts_on ${direction}, i.ends_on ${direction}`,
  title: (direction) => sql`lower(i.title) ${direction}`,
  type: (direction) => sql`i.type ${direction}`,
  place: (direction) => sql`p.path ${direction}`,
  size: (direction) => sql`coalesce(i.size_min, i.size_max) ${direction} NULLS LAST`,
};

function orderBy({ key, descending }: Sort): Sql {
  const direction = descending ? sql`DESC` : sql`ASC`;
  return sql`ORDER BY ${sortSql[key](direction)}, i.id ${direction}`;
}

function selectRows(filters: IncidentFilters, viewer: Viewer, sort: Sort): Sql {
  return sql`SELECT ${columns} FROM incidents i JOIN datasets ds ON ds.id = i.dataset_id
    JOIN places p ON p.id = i.place_id WHERE ${incidentWhere(filters, viewer)} ${orderBy(sort)}`;
}

/** A page of the incidents that the filter keeps. `limit` is at most 200. */
export function listIncidents(
  db: Db,
  filters: IncidentFilters,
  viewer: Viewer,
  page: { sort: Sort; limit: number; offset: number },
): Promise<IncidentRow[]> {
  return db.query(
    sql`${selectRows(filters, viewer, page.sort)} LIMIT ${Math.min(page.limit, 200)} OFFSET ${page.offset}`,
  );
}

/** All incidents that the filter keeps, in batches, from one snapshot. */
export function streamIncidents(
  filters: IncidentFilters,
  viewer: Viewer,
  sort: Sort,
): AsyncGenerator<IncidentRow[]> {
  return stream(selectRows(filters, viewer, sort));
}

/** Totals over the incidents that the filter keeps. */
export type Totals = {
  incidents: number;
  withDirective: number;
  /** People: sum of lower bounds and of upper bounds where there is one; null = none reported. */
  sizeMin: number | null;
  sizeMax: number | null;
  /** Incidents with neither bound. */
  sizeUnknown: number;
  /** Incidents with a lower bound only, so that the upper sum is open. */
  sizeOpen: number;
  /** Incidents of synthetic data sets. */
  synthetic: number;
  firstDay: CivilDate | null;
  lastDay: CivilDate | null;
};

/** Counts the incidents that the filter keeps, with what is known of their sizes and directives. */
export async function countIncidents(db: Db, filters: IncidentFilters, viewer: Viewer): Promise<Totals> {
  const [totals] = await db.query<Totals>(sql`SELECT count(*) AS incidents,
      count(*) FILTER (WHERE EXISTS (SELECT 1 FROM ${directivesOf})) AS "withDirective",
      sum(i.size_min) AS "sizeMin", sum(i.size_max) AS "sizeMax",
      count(*) FILTER (WHERE i.size_min IS NULL AND i.size_max IS NULL) AS "sizeUnknown",
      count(*) FILTER (WHERE i.size_min IS NOT NULL AND i.size_max IS NULL) AS "sizeOpen",
      count(*) FILTER (WHERE ds.origin = 'synthetic') AS synthetic,
      min(i.starts_on) AS "firstDay", max(i.ends_on) AS "lastDay"
    FROM incidents i JOIN datasets ds ON ds.id = i.dataset_id WHERE ${incidentWhere(filters, viewer)}`);
  if (!totals) throw new Error('an aggregate without GROUP BY returned no row');
  return totals;
}

/** Incidents that begin on one day with one precision, of one type. */
export type DayCount = { day: CivilDate; precision: DatePrecision; type: string; count: number };

/** Counts by first day, precision and type, leaving out the filter on when the interval begins. */
export function countByDay(db: Db, filters: IncidentFilters, viewer: Viewer): Promise<DayCount[]> {
  return db.query(sql`SELECT i.starts_on AS day, i.date_precision AS precision, i.type, count(*) AS count
    FROM incidents i WHERE ${incidentWhere(filters, viewer, 'starts')} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`);
}

/** Counts by place, leaving out the filter on place. */
export function countByPlace(
  db: Db,
  filters: IncidentFilters,
  viewer: Viewer,
): Promise<{ placeId: string; count: number }[]> {
  return db.query(sql`SELECT i.place_id AS "placeId", count(*) AS count
    FROM incidents i WHERE ${incidentWhere(filters, viewer, 'place')} GROUP BY 1 ORDER BY 1`);
}

/** Counts by code for each dimension and for `dataset`; codes without incidents are absent. */
export type Facets = Record<Dimension | 'dataset', Map<string, number>>;

/** Counts distinct incidents by the codes of every dimension, each leaving out its own filter (rule 8). */
export async function countFacets(db: Db, filters: IncidentFilters, viewer: Viewer): Promise<Facets> {
  const branches = [
    sql`SELECT 'dataset' AS facet, ds.slug AS code, count(*) AS count FROM incidents i
      JOIN datasets ds ON ds.id = i.dataset_id WHERE ${incidentWhere(filters, viewer, 'dataset')} GROUP BY 2`,
    ...dimensionKeys.map(
      (key) => sql`SELECT ${key} AS facet, ${facetCode[key]} AS code,
        ${dimensions[key].several ? sql`count(DISTINCT i.id)` : sql`count(*)`} AS count
        FROM incidents i ${facetJoin[key]} WHERE ${incidentWhere(filters, viewer, key)} GROUP BY 2`,
    ),
  ];
  const rows = await db.query<{ facet: keyof Facets; code: string; count: number }>(
    join(branches, ' UNION ALL '),
  );
  const facets = Object.fromEntries(['dataset', ...dimensionKeys].map((key) => [key, new Map()])) as Facets;
  for (const { facet, code, count } of rows) facets[facet].set(code, count);
  return facets;
}

const nothing = sql``;
const coded = sql`v.code`;

const orUnknown = (column: Sql) =>
  sql`CROSS JOIN LATERAL unnest(CASE WHEN cardinality(${column}) = 0 THEN ARRAY[${unknown}]::text[] ELSE ${column} END) v(code)`;

/** The codes of a field, each narrower term standing for itself and for its broader term. */
function orBroader(vocabulary: VocabularyName, column: Sql): Sql {
  const pairs = vocabularies[vocabulary].terms.flatMap(({ code, parent }: Term) =>
    parent ? [sql`(${code}, ${code})`, sql`(${code}, ${parent})`] : [],
  );
  return sql`${orUnknown(column)} LEFT JOIN (VALUES ${join(pairs)}) broader(raw, code) ON broader.raw = v.code`;
}

const orBroaderCode = sql`coalesce(broader.code, v.code)`;

const facetCode: Record<Dimension, Sql> = {
  type: sql`i.type`,
  precision: sql`i.date_precision`,
  size: sizeClassOf,
  issue: orBroaderCode,
  group: coded,
  form: coded,
  target: orBroaderCode,
  response: coded,
  order: coded,
  office: sql`coalesce(d.issuer_office, ${none})`,
};

/** The published directives about an incident; a row of nulls where there is none. */
const orNoDirective = sql`LEFT JOIN (directive_incidents di JOIN directives d
  ON d.id = di.directive_id AND d.status = 'published') ON di.incident_id = i.id`;

const facetJoin: Record<Dimension, Sql> = {
  type: nothing,
  precision: nothing,
  size: nothing,
  issue: orBroader('issue', sql`i.issues`),
  group: orUnknown(sql`i.groups`),
  form: orUnknown(sql`i.forms`),
  target: orBroader('target', sql`i.targets`),
  response: sql`LEFT JOIN responses r ON r.incident_id = i.id
    CROSS JOIN LATERAL (SELECT coalesce(r.kind, ${unknown})) v(code)`,
  order: sql`${orNoDirective} CROSS JOIN LATERAL unnest(CASE WHEN d.id IS NULL THEN ARRAY[${none}]::text[]
    WHEN cardinality(d.orders) = 0 THEN ARRAY[${unknown}]::text[] ELSE d.orders END) v(code)`,
  office: orNoDirective,
};

/** The sources that the incidents kept by the filter rest on, newest first; `limit` of them, and how many there are. */
export async function listSourcesOf(
  db: Db,
  filters: IncidentFilters,
  viewer: Viewer,
  limit: number,
): Promise<{ sources: { ref: string; outlet: string; publishedOn: CivilDate | null }[]; total: number }> {
  const rows = await db.query<{ ref: string; outlet: string; publishedOn: CivilDate | null; total: number }>(
    sql`SELECT s.ref, s.outlet, s.published_on AS "publishedOn", count(*) OVER () AS total FROM sources s
      WHERE s.id IN (SELECT c.source_id FROM claims c JOIN incidents i ON i.id = c.incident_id
        WHERE ${incidentWhere(filters, viewer)}) ORDER BY s.published_on DESC NULLS LAST, s.ref LIMIT ${limit}`,
  );
  return {
    sources: rows.map(({ ref, outlet, publishedOn }) => ({ ref, outlet, publishedOn })),
    total: rows[0]?.total ?? 0,
  };
}
