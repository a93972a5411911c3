import 'server-only';
import { authorise } from '@/lib/auth/authorise';
import type { Viewer } from '@/lib/auth/viewer';
import { visible } from '@/lib/auth/where';
import { type Db, type Sql, snapshot, sql } from '@/lib/db/query';
import { requireOwnOrEditor } from '@/lib/edit/mutations';
import { AppError } from '@/lib/errors';
import { faults } from '@/lib/i18n/messages/faults';
import type { Duplicate, EditedIncident, OpenIncident } from './types';

type Row = Omit<EditedIncident, 'responses' | 'claims' | 'directives'>;
/** An incident with what is asked before it is changed. */
export type Editable = OpenIncident & { id: string; authorId: string | null };

/** Days around an incident within which another one may be the same. */
const daysAround = 3;
/** From which similarity of the titles on (0 to 1, `similarity` of pg_trgm). */
const likely = 0.3;
const duplicatesShown = 5;

/**
 * Reads an incident as it can be edited; `lock` keeps it from being changed by others until the transaction ends, but
 * not from being linked to (hence `NO KEY`): two forms that link to each other's records would wait in a circle.
 * @throws AppError `not-found` when there is none that the viewer may see, `forbidden` when it may not be edited; with
 * `lock` also `conflict` when it went into another one.
 */
export async function readEditable(
  db: Db,
  ref: string,
  viewer: Viewer,
  { lock }: { lock: boolean },
): Promise<Editable> {
  authorise(viewer, 'code');
  const [found] = await db.query<{ id: string }>(
    sql`SELECT i.id FROM incidents i WHERE i.ref = ${ref} AND ${visible(viewer, sql`i`)} ORDER BY i.id LIMIT 1`,
  );
  if (!found) throw new AppError('not-found', faults.noSuch('incident', ref));
  const [row] = await db.query<
    Row & Omit<Editable, 'incident' | 'own'>
  >(sql`SELECT i.id, i.ref, i.status, i.version,
      i.author_id AS "authorId", (SELECT ds.slug FROM datasets ds WHERE ds.id = i.dataset_id) AS dataset, ${columns}
    FROM incidents i WHERE i.id = ${found.id}::uuid ${lock ? sql`FOR NO KEY UPDATE` : sql``}`);
  if (!row) throw new AppError('not-found', faults.noSuch('incident', ref));
  if (lock) await refuseMerged(db, ref);
  const { id, ref: name, status, version, authorId, dataset, ...values } = row;
  const own = viewer.kind === 'account' && authorId === viewer.id;
  requireOwnOrEditor(viewer, { status, own });
  return {
    id,
    ref: name,
    status,
    version,
    authorId,
    dataset,
    own,
    incident: { ...values, ...(await readParts(db, id)) },
  };
}

/** What went into another record is not changed any more, until that is taken back. */
async function refuseMerged(db: Db, ref: string): Promise<void> {
  const merged = await db.query(sql`SELECT FROM incident_redirects WHERE ref = ${ref}`);
  if (merged.length > 0) throw new AppError('conflict', faults.merged);
}

const columns: Sql = sql`i.title, i.title_zh AS "titleZh", i.summary, i.type, i.source_category AS "sourceCategory",
  i.starts_on AS "startsOn", i.ends_on AS "endsOn", i.date_precision AS "datePrecision", i.day_part AS "dayPart",
  i.place_id AS "placeId", i.place_precision AS "placePrecision", i.destination_place_id AS "destinationPlaceId",
  i.latitude, i.longitude, i.point_public AS "pointPublic", i.size_min AS "sizeMin", i.size_max AS "sizeMax", i.size_approx AS "sizeApprox",
  i.size_text AS "sizeText", i.issues, i.groups, i.forms, i.targets, i.coding_note AS "codingNote"`;

async function readParts(
  db: Db,
  id: string,
): Promise<Pick<EditedIncident, 'responses' | 'claims' | 'directives'>> {
  const responses = await db.query<EditedIncident['responses'][number]>(sql`SELECT kind, count,
      duration_days AS "durationDays", size_text AS "sizeText"
    FROM responses WHERE incident_id = ${id}::uuid ORDER BY ordinal`);
  const claims = await db.query<
    EditedIncident['claims'][number]
  >(sql`SELECT c.field, c.value, c.printed, s.ref AS source,
      c.locator, c.basis, c.followed, c.note
    FROM claims c JOIN sources s ON s.id = c.source_id WHERE c.incident_id = ${id}::uuid ORDER BY c.ordinal`);
  const directives = await db.query<{ ref: string }>(sql`SELECT d.ref
    FROM directive_incidents di JOIN directives d ON d.id = di.directive_id
    WHERE di.incident_id = ${id}::uuid ORDER BY d.ref`);
  return { responses, claims, directives: directives.map(({ ref }) => ref) };
}

/** An incident for the form in which it is edited; throws as `readEditable` does. */
export async function openIncident(ref: string, viewer: Viewer): Promise<OpenIncident> {
  const {
    id: _,
    authorId: __,
    ...open
  } = await snapshot((db) => readEditable(db, ref, viewer, { lock: false }));
  return open;
}

/**
 * Records that may be of the same event: in the same county, within `daysAround` days, with a title that is alike; the
 * most alike first..
 */
export function findDuplicates(
  db: Db,
  { title, titleZh, startsOn, endsOn, placeId }: EditedIncident,
  viewer: Viewer,
  except: string | null,
): Promise<Duplicate[]> {
  authorise(viewer, 'code');
  const alike = sql`greatest(similarity(lower(i.title), lower(${title})),
    similarity(i.title_zh, ${titleZh ?? ''}))`;
  return db.query(sql`WITH asked AS (
      SELECT coalesce((SELECT a.id FROM places p JOIN places a ON a.level = 'county'
        AND '/' || p.path LIKE '%/' || a.id || '/%' WHERE p.id = ${placeId} LIMIT 1), ${placeId}) AS area)
    SELECT * FROM (SELECT i.ref, i.title, i.title_zh AS "titleZh", i.status, i.starts_on AS "startsOn",
        i.ends_on AS "endsOn", round(${alike}::numeric, 2)::float8 AS similarity
      FROM incidents i
      WHERE i.starts_on <= ${endsOn}::date + ${daysAround}::int AND i.ends_on >= ${startsOn}::date - ${daysAround}::int
        AND i.starts_on >= ${startsOn}::date - 400
        AND i.place_id IN (SELECT p.id FROM places p, asked WHERE '/' || p.path LIKE '%/' || asked.area || '/%')
        AND i.status <> 'withdrawn' AND i.id IS DISTINCT FROM ${except}::uuid AND ${visible(viewer, sql`i`)}) found
    WHERE similarity >= ${likely} ORDER BY similarity DESC, ref LIMIT ${duplicatesShown}`);
}
