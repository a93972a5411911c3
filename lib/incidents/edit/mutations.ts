import 'server-only';
import { randomUUID } from 'node:crypto';
import { actorOf } from '@/lib/auth/authorise';
import { may } from '@/lib/auth/permissions';
import type { Viewer } from '@/lib/auth/viewer';
import { type Db, sql } from '@/lib/db/query';
import { transaction } from '@/lib/db/write';
import { diffRecords } from '@/lib/edit/diff';
import { withLinks } from '@/lib/edit/links';
import { careOf, noteChange, requireDataset, requireStep, requireVersion } from '@/lib/edit/mutations';
import { AppError } from '@/lib/errors';
import { faults } from '@/lib/i18n/messages/faults';
import { personalDataIn } from './care';
import type { EditInput } from './input';
import { insertParts, readKnown } from './parts/mutations';
import { type Editable, findDuplicates, readEditable } from './queries';
import type { Doubt, EditedIncident, FieldChange, Saved } from './types';

/**
 * Makes an incident as a draft of the actor.
 * @throws AppError `invalid` naming places, sources and directives that there are not; `conflict` with a `Doubt` when
 * records may be of the same event and it was not said that they are not.
 */
export function createIncident(viewer: Viewer, input: EditInput<'create'>): Promise<Saved> {
  const actor = actorOf(viewer, 'code');
  return transaction(async (db) => {
    const dataset = await requireDataset(db, input.dataset);
    requirePointAllowed(viewer, false, input.incident.pointPublic);
    const known = await readKnown(db, input.incident, viewer, null);
    if (!input.notDuplicate) await refuseDuplicates(db, input.incident, viewer, null);
    const id = randomUUID();
    const ref = `${dataset.prefix}-${id.slice(0, 8)}`;
    // A ref is given once: whoever draws the same waits here and is refused by the count.
    await db.query(sql`SELECT pg_advisory_xact_lock(hashtextextended(${ref}, 0))`);
    const taken = await db.query(sql`SELECT FROM incidents WHERE ref = ${ref} LIMIT 1`);
    if (taken.length > 0) throw new AppError('conflict', faults.refTaken);
    await db.query(sql`INSERT INTO incidents (id, ref, dataset_id, author_id, status, title, title_zh, summary, type,
        source_category, starts_on, ends_on, date_precision, day_part, place_id, place_precision, destination_place_id,
        latitude, longitude, point_public, size_min, size_max, size_approx, size_text, issues, groups, forms, targets,
        coding_note)
      VALUES (${id}::uuid, ${ref}, ${dataset.id}::uuid, ${actor.id}::uuid, 'draft', ${values(input.incident)})`);
    await insertParts(db, id, input.incident, known, null);
    await noteChange(db, actor, {
      type: 'incident',
      id,
      version: 1,
      did: 'created',
      changes: {},
      reason: null,
    });
    return { ref, version: 1, status: 'draft' };
  });
}

/**
 * Changes an incident from the version that was opened to the next. Without a difference nothing is done.
 * @throws AppError `conflict` with a `Doubt` when it was changed meanwhile, or when it is published and holds what
 * looks like personal data without a reason; `invalid`, `not-found`, `forbidden` as above.
 */
export function updateIncident(
  viewer: Viewer,
  input: EditInput<'update'>,
  did: 'changed' | 'restored' = 'changed',
): Promise<Saved> {
  const actor = actorOf(viewer, 'code');
  return transaction(async (db) => {
    const before = await readEditable(db, input.ref, viewer, { lock: true });
    requireVersion(openOf(before), input.version);
    const now = before.incident.directives;
    const directives = withLinks(now, input.linked ?? now, input.incident.directives);
    const incident = { ...input.incident, directives };
    const changes: Record<string, FieldChange> = diffRecords(before.incident, incident);
    if (Object.keys(changes).length === 0) return saved(before, before.version);
    requirePointAllowed(viewer, before.incident.pointPublic, incident.pointPublic);
    const known = await readKnown(db, incident, viewer, before.id);
    const moved = ['startsOn', 'endsOn', 'placeId', 'title'].some((field) => field in changes);
    if (moved && !input.notDuplicate) await refuseDuplicates(db, incident, viewer, before);
    if (before.status === 'published')
      Object.assign(changes, careOf(personalDataIn(incident), input.careReason));
    const version = before.version + 1;
    await writeIncident(db, before.id, version, incident);
    if ('responses' in changes || 'claims' in changes || 'directives' in changes)
      await insertParts(db, before.id, incident, known, before.incident);
    const { reason } = input;
    await noteChange(db, actor, { type: 'incident', id: before.id, version, did, changes, reason });
    return saved(before, version);
  });
}

/**
 * Takes an incident one step through the work on it (lib/auth/workflow).
 * @throws AppError `conflict` with a `Doubt`, or where there is no such step; `invalid` where it has to be said why;
 * `forbidden` where the step is an editor's.
 */
export function stepIncident(viewer: Viewer, input: EditInput<'step'>): Promise<Saved> {
  const actor = actorOf(viewer, 'code');
  return transaction(async (db) => {
    const before = await readEditable(db, input.ref, viewer, { lock: true });
    requireVersion(openOf(before), input.version);
    requireStep(viewer, before.status, input);
    const changes: Record<string, FieldChange> = { status: { from: before.status, to: input.to } };
    if (input.to === 'published')
      Object.assign(changes, careOf(personalDataIn(before.incident), input.careReason));
    const version = before.version + 1;
    await db.query(sql`UPDATE incidents SET status = ${input.to}, version = ${version}, updated_at = now()
      WHERE id = ${before.id}::uuid`);
    const { to, reason } = input;
    await noteChange(db, actor, { type: 'incident', id: before.id, version, did: to, changes, reason });
    return { ref: before.ref, version, status: input.to };
  });
}

const saved = ({ ref, status }: Editable, version: number): Saved => ({ ref, status, version });

/** The values of the columns in the order in which the statements above name them. */
const values = (one: EditedIncident) => sql`${one.title}, ${one.titleZh}, ${one.summary}, ${one.type},
  ${one.sourceCategory}, ${one.startsOn}::date, ${one.endsOn}::date, ${one.datePrecision}, ${one.dayPart},
  ${one.placeId}, ${one.placePrecision}, ${one.destinationPlaceId}, ${one.latitude}::float8, ${one.longitude}::float8, ${one.pointPublic},
  ${one.sizeMin}::int, ${one.sizeMax}::int, ${one.sizeApprox}, ${one.sizeText}, ${one.issues}::text[],
  ${one.groups}::text[], ${one.forms}::text[], ${one.targets}::text[], ${one.codingNote}`;

/** Writes the values of an incident's own columns, as a version of it. */
export async function writeIncident(
  db: Db,
  id: string,
  version: number,
  incident: EditedIncident,
): Promise<void> {
  await db.query(sql`UPDATE incidents SET (title, title_zh, summary, type, source_category, starts_on, ends_on,
      date_precision, day_part, place_id, place_precision, destination_place_id, latitude, longitude, point_public, size_min, size_max,
      size_approx, size_text, issues, groups, forms, targets, coding_note) = ROW(${values(incident)}),
      version = ${version}, updated_at = now()
    WHERE id = ${id}::uuid`);
}

const openOf = ({ id: _, authorId: __, ...open }: Editable) => open;

/** Lets only an editor make the exact place of a record public, or take it back. @throws AppError `forbidden`. */
function requirePointAllowed(viewer: Viewer, before: boolean, after: boolean): void {
  if (before !== after && !may(viewer, 'edit')) throw new AppError('forbidden', faults.pointByEditor);
}

async function refuseDuplicates(
  db: Db,
  incident: EditedIncident,
  viewer: Viewer,
  open: Editable | null,
): Promise<void> {
  // Who saves the same twice at once waits here, and is shown the first.
  await db.query(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`duplicates ${incident.placeId}`}, 0))`);
  const duplicates = await findDuplicates(db, incident, viewer, open?.id ?? null);
  if (duplicates.length > 0)
    throw new AppError('conflict', faults.duplicates, {
      details: {
        kind: 'duplicates',
        duplicates,
        mergeInto: open && may(viewer, 'edit') ? open.ref : null,
      } satisfies Doubt,
    });
}
