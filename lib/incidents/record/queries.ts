import 'server-only';
import type { Viewer } from '@/lib/auth/viewer';
import { visibleStatuses } from '@/lib/auth/visible';
import { type Db, snapshot, sql } from '@/lib/db/query';
import { AppError } from '@/lib/errors';
import { findField } from '@/lib/fields/types';
import { getPlaceTree } from '@/lib/places/queries';
import { trailsOf } from '@/lib/places/trails';
import { claimColumns } from '@/lib/sources/claims';
import type { Claim } from '@/lib/sources/types';
import { incidentFields } from '../fields';
import { neighbours, relatedRecords } from './related';
import type { IncidentRecord, RecordChange, RecordDirective, RecordResponse } from './types';

/** What the row of the incident itself holds. */
type Row = Omit<
  IncidentRecord,
  'places' | 'responses' | 'directives' | 'claims' | 'changes' | 'related' | 'previous' | 'next'
> & { datasetId: string };

/**
 * Everything that is shown of one incident, from one snapshot. Throws `not-found` when there is none that the
 * viewer may see.
 */
export async function getIncidentRecord(ref: string, viewer: Viewer): Promise<IncidentRecord> {
  const tree = await getPlaceTree();
  return snapshot(async (db) => {
    const row = await readRow(db, ref, viewer);
    if (!row) throw new AppError('not-found', `There is no published incident “${ref}”.`);
    const { datasetId, ...incident } = row;
    const directives = await readDirectives(db, row.id, viewer);
    const claims = await readClaims(db, row.id);
    const anchor = {
      id: row.id,
      datasetId,
      startsOn: row.startsOn,
      placeId: row.placeId,
      issues: row.issues,
      directiveRefs: directives.map((directive) => directive.ref),
      offices: directives.map(({ issuerOffice }) => issuerOffice),
    };
    const visible = visibleStatuses(viewer);
    return {
      ...incident,
      places: trailsOf(tree, placeIds(row, claims)),
      responses: await readResponses(db, row.id),
      directives,
      claims,
      changes: await readChanges(db, row.id),
      related: await relatedRecords(db, anchor, visible),
      ...(await neighbours(db, anchor, visible)),
    };
  });
}

async function readRow(db: Db, ref: string, viewer: Viewer): Promise<Row | undefined> {
  const [row] = await db.query<Row>(sql`SELECT i.id, i.ref, i.dataset_id AS "datasetId", i.title,
      i.title_zh AS "titleZh", i.summary, i.type, i.source_category AS "sourceCategory",
      i.starts_on AS "startsOn", i.ends_on AS "endsOn", i.date_precision AS "datePrecision",
      i.day_part AS "dayPart", i.place_id AS "placeId", i.place_precision AS "placePrecision",
      i.destination_place_id AS "destinationPlaceId", i.latitude, i.longitude,
      i.size_min AS "sizeMin", i.size_max AS "sizeMax", i.size_approx AS "sizeApprox", i.size_text AS "sizeText",
      i.issues, i.groups, i.forms, i.targets, i.coding_note AS "codingNote", i.status, i.version,
      to_char(i.updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "updatedAt",
      json_build_object('slug', ds.slug, 'title', ds.title, 'titleZh', ds.title_zh, 'origin', ds.origin,
        'licence', ds.licence, 'redistributable', ds.redistributable, 'citation', ds.citation) AS dataset
    FROM incidents i JOIN datasets ds ON ds.id = i.dataset_id
    WHERE i.ref = ${ref} AND i.status = ANY(${visibleStatuses(viewer)})
    ORDER BY i.id LIMIT 1`);
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
    WHERE di.incident_id = ${id}::uuid AND d.status = ANY(${visibleStatuses(viewer)}) ORDER BY d.ref`);
}

function readClaims(db: Db, id: string): Promise<Claim[]> {
  return db.query(sql`SELECT ${claimColumns} FROM claims c JOIN sources s ON s.id = c.source_id
    WHERE c.incident_id = ${id}::uuid ORDER BY c.ordinal`);
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
