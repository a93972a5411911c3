import 'server-only';
import type { Viewer } from '@/lib/auth/viewer';
import { counted, pointVisible, visible } from '@/lib/auth/where';
import type { CivilDate } from '@/lib/dates/civil';
import { type Db, join, named, type Sql, snapshot, sql } from '@/lib/db/query';
import { AppError } from '@/lib/errors';
import { findField } from '@/lib/fields/types';
import { faults } from '@/lib/i18n/messages/faults';
import { getPlaceTree } from '@/lib/places/queries';
import { trailsOf } from '@/lib/places/trails';
import { claimColumns } from '@/lib/sources/queries';
import type { Claim } from '@/lib/sources/types';
import { notOfPoint } from '@/lib/sources/where';
import type { Position } from '../cursor';
import { incidentFields } from '../fields';
import { beyond, orderBy, sortValues } from '../order/where';
import type { Sort } from '../row';
import type { IncidentFilters } from '../selection';
import { incidentWhere } from '../where';
import { relatedShown, strongest } from './related';
import {
  type IncidentRecord,
  type IncidentStory,
  type RecordChange,
  type RecordDirective,
  type RecordName,
  type RecordResponse,
  type RelatedRecord,
  type Relation,
  relations,
} from './types';

/** What the row of the incident itself holds. */
type Row = Omit<IncidentStory, 'places' | 'responses' | 'directives' | 'claims'> & { datasetId: string };

/**
 * Everything that is shown of one incident, from one snapshot. Throws `not-found` when there is none that the
 * viewer may see.
 */
export async function getIncidentRecord(ref: string, viewer: Viewer): Promise<IncidentRecord> {
  const tree = await getPlaceTree();
  const found = await snapshot(async (db): Promise<IncidentRecord | null> => {
    const row = await readRow(db, ref, viewer);
    if (!row) return null;
    const story = await readStory(db, row, tree, viewer);
    const anchor = {
      id: row.id,
      datasetId: row.datasetId,
      startsOn: row.startsOn,
      placeId: row.placeId,
      issues: row.issues,
      directiveRefs: story.directives.map((directive) => directive.ref),
      orders: story.directives.flatMap(({ orders }) => orders),
      offices: story.directives.map(({ issuerOffice }) => issuerOffice),
    };
    return {
      ...story,
      changes: await readChanges(db, row.id),
      related: await relatedRecords(db, anchor, viewer),
      ...(await neighbours(db, anchor, viewer)),
    };
  });
  return found ?? missing(ref);
}

/** What one incident and its evidence say, without its history and the records around it; throws as above. */
export async function getIncidentStory(ref: string, viewer: Viewer): Promise<IncidentStory> {
  const tree = await getPlaceTree();
  const found = await snapshot(async (db) => {
    const row = await readRow(db, ref, viewer);
    return row ? readStory(db, row, tree, viewer) : null;
  });
  return found ?? missing(ref);
}

function missing(ref: string): never {
  throw new AppError('not-found', faults.noSuch('publishedIncident', ref));
}

async function readStory(
  db: Db,
  row: Row,
  tree: Parameters<typeof trailsOf>[0],
  viewer: Viewer,
): Promise<IncidentStory> {
  const { datasetId: _, ...incident } = row;
  const directives = await readDirectives(db, row.id, viewer);
  const claims = await readClaims(db, row.id, viewer);
  return {
    ...incident,
    places: trailsOf(tree, placeIds(row, claims)),
    responses: await readResponses(db, row.id),
    directives,
    claims,
  };
}

async function readRow(db: Db, ref: string, viewer: Viewer): Promise<Row | undefined> {
  const [row] = await db.query<Row>(
    named(
      'record',
      sql`SELECT i.id, i.ref, i.dataset_id AS "datasetId", i.title,
      i.title_zh AS "titleZh", i.summary, i.type, i.source_category AS "sourceCategory",
      i.starts_on AS "startsOn", i.ends_on AS "endsOn", i.date_precision AS "datePrecision",
      i.day_part AS "dayPart", i.place_id AS "placeId", i.place_precision AS "placePrecision",
      i.destination_place_id AS "destinationPlaceId",
      CASE WHEN ${pointVisible(viewer, sql`i`)} THEN i.latitude END AS latitude,
      CASE WHEN ${pointVisible(viewer, sql`i`)} THEN i.longitude END AS longitude, i.point_public AS "pointPublic",
      i.size_min AS "sizeMin", i.size_max AS "sizeMax", i.size_approx AS "sizeApprox", i.size_text AS "sizeText",
      i.issues, i.groups, i.forms, i.targets, i.coding_note AS "codingNote", i.extra, i.import_row AS "importRow",
      i.status, i.version,
      to_char(i.updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "updatedAt",
      json_build_object('slug', ds.slug, 'title', ds.title, 'titleZh', ds.title_zh, 'origin', ds.origin,
        'licence', ds.licence, 'redistributable', ds.redistributable, 'citation', ds.citation) AS dataset
    FROM incidents i JOIN datasets ds ON ds.id = i.dataset_id
    WHERE i.ref = ${ref} AND ${visible(viewer, sql`i`)}
    ORDER BY i.id LIMIT 1`,
    ),
  );
  return row;
}

function readResponses(db: Db, id: string): Promise<RecordResponse[]> {
  return db.query(sql`SELECT ordinal, kind, count, duration_days AS "durationDays", size_text AS "sizeText"
    FROM responses WHERE incident_id = ${id}::uuid ORDER BY ordinal`);
}

function readDirectives(db: Db, id: string, viewer: Viewer): Promise<RecordDirective[]> {
  return db.query(sql`SELECT d.ref, d.title, d.title_zh AS "titleZh", d.summary,
      d.issuer_office AS "issuerOffice", d.issuer_text AS "issuerText", d.addressees, d.orders,
      d.issued_from AS "issuedFrom", d.issued_to AS "issuedTo", d.issued_precision AS "issuedPrecision"
    FROM directive_incidents di JOIN directives d ON d.id = di.directive_id
    WHERE di.incident_id = ${id}::uuid AND ${visible(viewer, sql`d`)} ORDER BY d.ref`);
}

function readClaims(db: Db, id: string, viewer: Viewer): Promise<Claim[]> {
  return db.query(sql`SELECT ${claimColumns} FROM claims c JOIN sources s ON s.id = c.source_id
    JOIN incidents i ON i.id = c.incident_id
    WHERE c.incident_id = ${id}::uuid AND (${notOfPoint(sql`c`)} OR ${pointVisible(viewer, sql`i`)})
    ORDER BY c.ordinal`);
}

/** The history, newest first. */
function readChanges(db: Db, id: string): Promise<RecordChange[]> {
  return db.query(sql`SELECT version, action, actor_name AS "actorName", reason,
      ARRAY(SELECT jsonb_object_keys(
        CASE jsonb_typeof(changes) WHEN 'object' THEN changes ELSE '{}'::jsonb END) ORDER BY 1) AS fields,
      to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at
    FROM changes WHERE subject_id = ${id}::uuid ORDER BY version DESC`);
}

/** Ids of all places that the record names: its own, and those in its evidence. */
function placeIds(row: Row, claims: readonly Claim[]): string[] {
  const claimed = claims
    .filter(({ field }) => findField(incidentFields, field)?.type === 'place')
    .map(({ value }) => value);
  return [row.placeId, ...(row.destinationPlaceId ? [row.destinationPlaceId] : []), ...claimed];
}

const nameColumns = sql`i.ref, i.title, i.title_zh AS "titleZh", i.type, i.starts_on AS "startsOn",
  i.ends_on AS "endsOn", i.date_precision AS "datePrecision", i.day_part AS "dayPart"`;

/** The incident that others are compared with. */
type Anchor = {
  id: string;
  datasetId: string;
  startsOn: CivilDate;
  placeId: string;
  issues: string[];
  directiveRefs: string[];
  orders: string[];
  offices: string[];
};

/**
 * Up to five records of the same data set that the viewer may see. Those that share a directive come first, then those at
 * the same place, then those that share an issue, then those whose directives share an order or an office; within each
 * kind the nearest in date. A record appears once, for its strongest reason.
 */
async function relatedRecords(db: Db, anchor: Anchor, viewer: Viewer): Promise<RelatedRecord[]> {
  const rules = conditions(anchor, viewer);
  const branches = relations.flatMap((relation) => {
    const condition = rules[relation];
    return condition
      ? [
          near(anchor, viewer, relation, condition, 'before'),
          near(anchor, viewer, relation, condition, 'after'),
        ]
      : [];
  });
  if (branches.length === 0) return [];
  const rows = await db.query<RelatedRecord>(named('relatedRecords', join(branches, ' UNION ALL ')));
  return strongest(rows, anchor.startsOn);
}

function conditions(
  { placeId, issues, directiveRefs, orders, offices }: Anchor,
  viewer: Viewer,
): Record<Relation, Sql | null> {
  const linked = (condition: Sql) => sql`EXISTS (SELECT 1 FROM directive_incidents di
    JOIN directives d ON d.id = di.directive_id
    WHERE di.incident_id = i.id AND ${counted(viewer, sql`d`)} AND ${condition})`;
  return {
    directive: directiveRefs.length > 0 ? linked(sql`d.ref = ANY(${directiveRefs})`) : null,
    place: sql`i.place_id = ${placeId}`,
    issue: issues.length > 0 ? sql`i.issues && ${issues}::text[]` : null,
    order: orders.length > 0 ? linked(sql`d.orders && ${orders}::text[]`) : null,
    office: offices.length > 0 ? linked(sql`d.issuer_office = ANY(${offices}::text[])`) : null,
  };
}

/** The nearest few in one direction of time: the index on data set and date is read outwards from the day. */
function near(
  anchor: Anchor,
  viewer: Viewer,
  relation: Relation,
  condition: Sql,
  side: 'before' | 'after',
): Sql {
  const bound =
    side === 'before'
      ? sql`i.starts_on < ${anchor.startsOn}::date`
      : sql`i.starts_on >= ${anchor.startsOn}::date`;
  const order = side === 'before' ? sql`i.starts_on DESC, i.id DESC` : sql`i.starts_on, i.id`;
  return sql`(SELECT ${nameColumns}, ${relation} AS relation FROM incidents i
    WHERE i.dataset_id = ${anchor.datasetId}::uuid AND ${bound} AND i.id <> ${anchor.id}::uuid
      AND ${counted(viewer, sql`i`)} AND ${condition}
    ORDER BY ${order} LIMIT ${relatedShown})`;
}

/** The records before and after one by date (then id) in its data set, of those that the viewer may see. */
async function neighbours(
  db: Db,
  anchor: Pick<Anchor, 'id' | 'datasetId' | 'startsOn'>,
  viewer: Viewer,
): Promise<{ previous: RecordName | null; next: RecordName | null }> {
  const { id, datasetId, startsOn } = anchor;
  const rows = await db.query<RecordName & { side: string }>(
    named(
      'neighbours',
      sql`
    (SELECT ${nameColumns}, 'previous' AS side FROM incidents i
      WHERE i.dataset_id = ${datasetId}::uuid AND (i.starts_on, i.id) < (${startsOn}::date, ${id}::uuid)
        AND ${counted(viewer, sql`i`)}
      ORDER BY i.starts_on DESC, i.id DESC LIMIT 1)
    UNION ALL
    (SELECT ${nameColumns}, 'next' AS side FROM incidents i
      WHERE i.dataset_id = ${datasetId}::uuid AND (i.starts_on, i.id) > (${startsOn}::date, ${id}::uuid)
        AND ${counted(viewer, sql`i`)}
      ORDER BY i.starts_on, i.id LIMIT 1)`,
    ),
  );
  const find = (side: string) => {
    const row = rows.find((one) => one.side === side);
    if (!row) return null;
    const { side: _, ...name } = row;
    return name;
  };
  return { previous: find('previous'), next: find('next') };
}

/**
 * The records before and after one in the list that a filter and a sort make, whether the filter keeps the one
 * itself or not. Null = there is none on that side, or the viewer may not see the one.
 */
export async function recordsBeside(
  ref: string,
  filters: IncidentFilters,
  sort: Sort,
  viewer: Viewer,
): Promise<{ previous: RecordName | null; next: RecordName | null }> {
  return snapshot(async (db) => {
    const [anchor] = await db.query<Position>(sql`SELECT i.id, ${sortValues(sort)} AS values
      FROM incidents i JOIN places p ON p.id = i.place_id
      WHERE i.ref = ${ref} AND ${visible(viewer, sql`i`)} ORDER BY i.id LIMIT 1`);
    if (!anchor) return { previous: null, next: null };
    const beside = async (backwards: boolean) => {
      const [row] = await db.query<RecordName>(sql`SELECT ${nameColumns}
        FROM incidents i JOIN places p ON p.id = i.place_id
        WHERE ${incidentWhere(filters, viewer)} AND ${beyond(sort, anchor, { backwards })}
        ${orderBy(sort, { backwards })} LIMIT 1`);
      return row ?? null;
    };
    return { previous: await beside(true), next: await beside(false) };
  });
}
