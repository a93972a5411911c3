import 'server-only';
import type { Viewer } from '@/lib/auth/viewer';
import type { CivilDate } from '@/lib/dates/civil';
import { type Db, join, type OpenSnapshot, type Sql, sql } from '@/lib/db/query';
import { isShareable } from '@/lib/incidents/queries';
import type { IncidentFilters } from '@/lib/incidents/selection';
import { incidentWhere } from '@/lib/incidents/where';
import { claimCounted } from '@/lib/sources/where';
import { sheetLimits } from './formats';
import type { PlacePoints, Point } from './points';

/** A data set of which a selection keeps incidents. */
export type ExportedDataset = {
  slug: string;
  title: string;
  titleZh: string | null;
  licence: string | null;
  citation: string;
  redistributable: boolean;
  synthetic: boolean;
  codebookVersion: string;
  /** Incidents that the filter keeps. */
  incidents: number;
  /** Those among them whose exact point is kept from readers. */
  pointsKept: number;
  /** Day (UTC) on which one of them was last changed. */
  changedOn: CivilDate;
};

/** Which of some data sets may be given away, and which are made up. */
export function listDatasetKinds(
  db: Db,
  slugs: readonly string[],
): Promise<Pick<ExportedDataset, 'slug' | 'redistributable' | 'synthetic'>[]> {
  return db.query(sql`SELECT ds.slug, ds.redistributable, ds.origin = 'synthetic' AS synthetic
    FROM datasets ds WHERE ds.slug = ANY(${[...slugs]}::text[])`);
}

/** The data sets of the incidents that the filter keeps, by title. */
export function listExportedDatasets(
  db: Db,
  filters: IncidentFilters,
  viewer: Viewer,
): Promise<ExportedDataset[]> {
  return db.query(sql`SELECT ds.slug, ds.title, ds.title_zh AS "titleZh", ds.licence, ds.citation,
      ds.redistributable, ds.origin = 'synthetic' AS synthetic, ds.codebook_version AS "codebookVersion",
      kept.count AS incidents, kept.points AS "pointsKept", kept.changed_on AS "changedOn"
    FROM datasets ds JOIN (SELECT i.dataset_id, count(*) AS count,
        count(i.latitude) FILTER (WHERE NOT i.point_public) AS points,
        (max(i.updated_at) AT TIME ZONE 'UTC')::date AS changed_on
      FROM incidents i WHERE ${incidentWhere(filters, viewer)} GROUP BY 1) kept ON kept.dataset_id = ds.id
    ORDER BY ds.title, ds.slug`);
}

/** UTF-16 units of a text: characters, and one more for each that lies outside the basic plane. */
const units = (column: Sql) =>
  sql`(length(${column}) + length(regexp_replace(${column}, '[^\\U00010000-\\U0010FFFF]', '', 'g')))`;

/** Whether a text does not fit into a cell. Bytes are looked at first, since they are known without reading it. */
const tooLong = (column: Sql) =>
  sql`(CASE WHEN octet_length(${column}) > ${sheetLimits.characters}
    THEN ${units(column)} > ${sheetLimits.characters} ELSE false END)`;

/** So many values of a list may be too many for a cell, whatever they are: 80 characters are the most of a label. */
const mostListed = Math.floor(sheetLimits.characters / 82);

/** How many of the incidents to be exported have a text or a list that does not fit into a cell of a sheet. */
export async function countLongCells(db: Db, filters: IncidentFilters, viewer: Viewer): Promise<number> {
  const texts = [
    sql`i.title`,
    sql`i.title_zh`,
    sql`i.summary`,
    sql`i.source_category`,
    sql`i.size_text`,
    sql`i.coding_note`,
    sql`i.external_id`,
  ];
  const anyText = join(texts.map(tooLong), ' OR ');
  const [found] = await db.query<{ count: number }>(sql`SELECT count(*) AS count
    FROM incidents i JOIN datasets ds ON ds.id = i.dataset_id
    WHERE ds.redistributable AND ${incidentWhere(filters, viewer)} AND (${anyText}
      OR i.id IN (SELECT r.incident_id FROM responses r GROUP BY 1 HAVING count(*) > ${mostListed})
      OR i.id IN (SELECT di.incident_id FROM directive_incidents di GROUP BY 1 HAVING count(*) > ${mostListed})
      OR i.id IN (SELECT c.incident_id FROM claims c GROUP BY 1 HAVING count(DISTINCT c.source_id) > ${mostListed}))`);
  return found?.count ?? 0;
}

/** The ids of the incidents that an export of the filter holds. */
const exported = (filters: IncidentFilters, viewer: Viewer) =>
  sql`(SELECT i.id FROM incidents i JOIN datasets ds ON ds.id = i.dataset_id
    WHERE ds.redistributable AND ${incidentWhere(filters, viewer)})`;

/** The ids of the directives about those incidents, as far as they may be given away. */
const exportedDirectives = (filters: IncidentFilters, viewer: Viewer) =>
  sql`(SELECT d.id FROM directives d WHERE d.status = 'published' AND ${isShareable(sql`d.dataset_id`)}
    AND d.id IN (SELECT di.directive_id FROM directive_incidents di
      WHERE di.incident_id IN ${exported(filters, viewer)}))`;

/** One directive of a package. The names are those of `directiveFields`. */
export type DirectiveRow = {
  ref: string;
  dataset: string | null;
  synthetic: boolean;
  incidents: string[];
  sources: string[];
  addressees: string[];
  orders: string[];
} & Record<string, string | string[] | number | boolean | null>;

/** The directives about the exported incidents, by ref. Of the incidents of each, those that may be given away. */
export function streamDirectives(
  db: OpenSnapshot,
  filters: IncidentFilters,
  viewer: Viewer,
): AsyncGenerator<DirectiveRow[]> {
  return db.stream(sql`SELECT d.ref, ds.slug AS dataset, coalesce(ds.origin = 'synthetic', false) AS synthetic, d.kind,
      d.title, d.title_zh AS "titleZh", d.summary, d.issuer_office AS "issuerOffice", d.issuer_text AS "issuerText",
      d.issuer_place_id AS "issuerPlaceId", d.addressees, d.orders, d.issued_from AS "issuedFrom",
      d.issued_to AS "issuedTo", d.issued_precision AS "issuedPrecision",
      ARRAY(SELECT about.ref FROM directive_incidents di JOIN incidents about ON about.id = di.incident_id
        JOIN datasets shared ON shared.id = about.dataset_id
        WHERE di.directive_id = d.id AND about.status = 'published' AND shared.redistributable ORDER BY 1) AS incidents,
      ARRAY(SELECT DISTINCT s.ref FROM directive_claims c JOIN sources s ON s.id = c.source_id
        WHERE c.directive_id = d.id ORDER BY 1) AS sources,
      d.coding_note AS "codingNote", d.status, d.version
    FROM directives d LEFT JOIN datasets ds ON ds.id = d.dataset_id
    WHERE d.id IN ${exportedDirectives(filters, viewer)} ORDER BY d.ref`);
}

/** One response of a package. `count` and `durationDays`: null = not reported. */
export type ResponseRow = {
  incident: string;
  ordinal: number;
  kind: string;
  count: number | null;
  durationDays: number | null;
  sizeText: string | null;
};

/** What authorities did in the exported incidents, one row a response, those of an incident together in order. */
export function streamResponses(
  db: OpenSnapshot,
  filters: IncidentFilters,
  viewer: Viewer,
): AsyncGenerator<ResponseRow[]> {
  return db.stream(sql`SELECT i.ref AS incident, r.ordinal, r.kind, r.count, r.duration_days AS "durationDays",
      r.size_text AS "sizeText" FROM responses r JOIN incidents i ON i.id = r.incident_id
    WHERE r.incident_id IN ${exported(filters, viewer)} ORDER BY r.incident_id, r.ordinal`);
}

/** One source of a package. The names are those of `sourceFields`. */
export type SourceExportRow = Record<string, string | null> & { ref: string };

/** The sources that the exported incidents and directives rest on, by ref; without the texts that are kept. */
export function streamSources(
  db: OpenSnapshot,
  filters: IncidentFilters,
  viewer: Viewer,
): AsyncGenerator<SourceExportRow[]> {
  return db.stream(sql`SELECT s.ref, s.outlet, s.headline, s.headline_zh AS "headlineZh",
      s.published_on AS "publishedOn", s.url, s.archive_url AS "archiveUrl", s.kind, s.language, s.sha256, s.note
    FROM sources s
    WHERE s.id IN (SELECT c.source_id FROM claims c JOIN incidents i ON i.id = c.incident_id
        WHERE c.incident_id IN ${exported(filters, viewer)} AND ${claimCounted(sql`c`, sql`i`)})
      OR s.id IN (SELECT c.source_id FROM directive_claims c
        WHERE c.directive_id IN ${exportedDirectives(filters, viewer)})
    ORDER BY s.ref`);
}

/** One claim of a package: a coded field of a record rests on a passage of a source. */
export type ClaimRow = {
  kind: 'incident' | 'directive';
  record: string;
  ordinal: number;
  /** Name of the field in the dictionary of the record. */
  field: string;
  value: string;
  printed: string | null;
  source: string;
  locator: string | null;
  basis: string;
  followed: boolean;
  note: string | null;
};

const claimColumns = sql`c.ordinal, c.field, c.value, c.printed, s.ref AS source, c.locator, c.basis, c.followed,
  c.note`;

/** The evidence of the exported incidents, those of a record together in order. */
export function streamIncidentClaims(
  db: OpenSnapshot,
  filters: IncidentFilters,
  viewer: Viewer,
): AsyncGenerator<ClaimRow[]> {
  return db.stream(sql`SELECT 'incident' AS kind, i.ref AS record, ${claimColumns}
    FROM claims c JOIN incidents i ON i.id = c.incident_id JOIN sources s ON s.id = c.source_id
    WHERE c.incident_id IN ${exported(filters, viewer)} AND ${claimCounted(sql`c`, sql`i`)}
    ORDER BY c.incident_id, c.ordinal`);
}

/** The evidence of the exported directives, those of a record together in order. */
export function streamDirectiveClaims(
  db: OpenSnapshot,
  filters: IncidentFilters,
  viewer: Viewer,
): AsyncGenerator<ClaimRow[]> {
  return db.stream(sql`SELECT 'directive' AS kind, d.ref AS record, ${claimColumns}
    FROM directive_claims c JOIN directives d ON d.id = c.directive_id JOIN sources s ON s.id = c.source_id
    WHERE c.directive_id IN ${exportedDirectives(filters, viewer)} ORDER BY c.directive_id, c.ordinal`);
}

/** One change of an incident since some day: what was done and to which fields, not by whom or why. */
export type ChangeRow = {
  ref: string;
  version: number;
  action: string;
  /** Names of the fields in the dictionary of the incident. */
  fields: string[];
  changedAt: string;
  status: string;
};

/** Whoever may read every record; nothing of what it reads leaves but what was public once. */
const everyState: Viewer = { kind: 'account', id: '', name: '', role: 'editor' };

/**
 * What was done since a day (UTC) to the incidents that an export holds, and to those that it would hold had they not
 * been withdrawn after they were public; in the order of the history.
 */
export function streamChanges(
  db: OpenSnapshot,
  filters: IncidentFilters,
  viewer: Viewer,
  since: CivilDate,
): AsyncGenerator<ChangeRow[]> {
  const withdrawn = { ...filters, status: { any: ['withdrawn'], not: [] } };
  return db.stream(sql`SELECT i.ref, c.version, c.action, ARRAY(SELECT jsonb_object_keys(c.changes) ORDER BY 1) AS fields,
      to_char(c.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "changedAt", i.status
    FROM changes c JOIN incidents i ON i.id = c.subject_id
    WHERE c.subject_type = 'incident' AND c.created_at >= ${since}::date::timestamp AT TIME ZONE 'UTC'
      AND (i.id IN ${exported(filters, viewer)} OR i.id IN ${exported(withdrawn, everyState)}
        AND EXISTS (SELECT FROM changes p WHERE p.subject_id = i.id AND 'published' IN (
          p.changes -> 'status' ->> 'from', p.changes -> 'status' ->> 'to')))
    ORDER BY c.seq`);
}

/** All incidents that the viewer may see; `everything` is the filter that keeps all. */
export async function countAllIncidents(
  db: Db,
  everything: IncidentFilters,
  viewer: Viewer,
): Promise<number> {
  const [found] = await db.query<{ count: number }>(
    sql`SELECT count(*) AS count FROM incidents i WHERE ${incidentWhere(everything, viewer)}`,
  );
  return found?.count ?? 0;
}

/** Levels whose points are finer than the county. */
const fineLevels = ['township', 'village', 'site'];

/**
 * The points of places by id: degrees north and east (WGS84). `coarse`: that of a place below the county is the point
 * of the county, or of what is nearest above and has one. Places without any are absent.
 */
export async function listPlacePoints(db: Db): Promise<Map<string, PlacePoints>> {
  const rows = await db.query<Point & { id: string; fine: boolean; above: Point | null }>(
    sql`SELECT p.id, p.latitude, p.longitude, p.level = ANY(${fineLevels}) AS fine,
        CASE WHEN p.level = ANY(${fineLevels}) THEN
          (SELECT json_build_object('latitude', a.latitude, 'longitude', a.longitude) FROM places a
            WHERE a.id = ANY(string_to_array(p.path, '/')) AND a.level <> ALL(${fineLevels}) AND a.latitude IS NOT NULL
            ORDER BY length(a.path) DESC LIMIT 1) END AS above
      FROM places p WHERE p.latitude IS NOT NULL OR p.level = ANY(${fineLevels})`,
  );
  return new Map(
    rows.map(({ id, latitude, longitude, fine, above }) => {
      const exact = latitude === null ? above : { latitude, longitude };
      return [id, { exact, coarse: fine ? above : exact }];
    }),
  );
}
