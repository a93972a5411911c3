import 'server-only';
import { randomUUID } from 'node:crypto';
import { appendChanges } from '@/lib/audit/mutations';
import { actorOf } from '@/lib/auth/authorise';
import { may } from '@/lib/auth/permissions';
import type { Actor, Viewer } from '@/lib/auth/viewer';
import { findStep } from '@/lib/auth/workflow';
import { type Db, sql } from '@/lib/db/query';
import { transaction } from '@/lib/db/write';
import { AppError } from '@/lib/errors';
import type { FieldFindings } from '@/lib/privacy/records';
import { personalDataIn } from './care';
import { diffIncidents } from './diff';
import type { EditInput } from './input';
import { insertParts, readKnown } from './parts/mutations';
import { type Editable, findDuplicates, readEditable } from './queries';
import type { Duplicate, EditedIncident, FieldChange, OpenIncident } from './types';

/** What stands against saving a record as it was sent, for its editor to look at; nothing was saved. */
export type Doubt =
  | { kind: 'duplicates'; duplicates: Duplicate[] }
  | { kind: 'personal-data'; findings: FieldFindings[] }
  | { kind: 'changed-meanwhile'; current: OpenIncident };

/** A record that was saved. */
export type Saved = { ref: string; version: number; status: string };

/**
 * Makes an incident as a draft of the actor.
 * @throws AppError `invalid` naming places, sources and directives that there are not; `conflict` with a `Doubt` when
 * records may be of the same event and it was not said that they are not.
 */
export function createIncident(viewer: Viewer, input: EditInput<'create'>): Promise<Saved> {
  const actor = actorOf(viewer, 'code');
  return transaction(async (db) => {
    const [dataset] = await db.query<{ id: string; prefix: string }>(
      sql`SELECT id, ref_prefix AS prefix FROM datasets WHERE slug = ${input.dataset}`,
    );
    if (!dataset) throw unknown('dataset', input.dataset);
    const known = await readKnown(db, input.incident);
    if (!input.notDuplicate) await refuseDuplicates(db, input.incident, viewer, null);
    const id = randomUUID();
    const ref = `${dataset.prefix}-${id.slice(0, 8)}`;
    // A ref is given once: whoever draws the same waits here and is refused by the count.
    await db.query(sql`SELECT pg_advisory_xact_lock(hashtextextended(${ref}, 0))`);
    const taken = await db.query(sql`SELECT FROM incidents WHERE ref = ${ref} LIMIT 1`);
    if (taken.length > 0) throw new AppError('conflict', 'The ref is taken. Try again.');
    await db.query(sql`INSERT INTO incidents (id, ref, dataset_id, author_id, status, title, title_zh, summary, type,
        source_category, starts_on, ends_on, date_precision, day_part, place_id, place_precision, destination_place_id,
        latitude, longitude, size_min, size_max, size_approx, size_text, issues, groups, forms, targets, coding_note)
      VALUES (${id}::uuid, ${ref}, ${dataset.id}::uuid, ${actor.id}::uuid, 'draft', ${values(input.incident)})`);
    await insertParts(db, id, input.incident, known);
    await note(db, actor, { id, version: 1 }, 'incident.created', {}, null);
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
  action: 'incident.changed' | 'incident.restored' = 'incident.changed',
): Promise<Saved> {
  const actor = actorOf(viewer, 'code');
  return transaction(async (db) => {
    const before = await readEditable(db, input.ref, viewer, { lock: true });
    requireVersion(before, input.version);
    const changes: Record<string, FieldChange> = diffIncidents(before.incident, input.incident);
    if (Object.keys(changes).length === 0) return saved(before, before.version);
    const known = await readKnown(db, input.incident);
    const moved = ['startsOn', 'endsOn', 'placeId', 'title'].some((field) => field in changes);
    if (moved && !input.notDuplicate) await refuseDuplicates(db, input.incident, viewer, before.id);
    if (before.status === 'published') Object.assign(changes, careOf(input.incident, input.careReason));
    const version = before.version + 1;
    await db.query(sql`UPDATE incidents SET (title, title_zh, summary, type, source_category, starts_on, ends_on,
        date_precision, day_part, place_id, place_precision, destination_place_id, latitude, longitude, size_min, size_max,
        size_approx, size_text, issues, groups, forms, targets, coding_note) = ROW(${values(input.incident)}),
        version = ${version}, updated_at = now()
      WHERE id = ${before.id}::uuid`);
    if ('responses' in changes || 'claims' in changes || 'directives' in changes)
      await insertParts(db, before.id, input.incident, known, { replace: true });
    await note(db, actor, { id: before.id, version }, action, changes, input.reason);
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
    requireVersion(before, input.version);
    const step = findStep(before.status, input.to);
    if (!step) throw new AppError('conflict', `A record that is ${before.status} can’t become ${input.to}.`);
    if (!may(viewer, step.action)) throw new AppError('forbidden', 'Only an editor may do this.');
    if (step.reason && !input.reason)
      throw new AppError('invalid', 'Say why.', {
        fields: [{ field: 'reason', value: '', message: 'Say why.' }],
      });
    const changes: Record<string, FieldChange> = { status: { from: before.status, to: input.to } };
    if (input.to === 'published') Object.assign(changes, careOf(before.incident, input.careReason));
    const version = before.version + 1;
    await db.query(sql`UPDATE incidents SET status = ${input.to}, version = ${version}, updated_at = now()
      WHERE id = ${before.id}::uuid`);
    await note(db, actor, { id: before.id, version }, `incident.${input.to}`, changes, input.reason);
    return { ref: before.ref, version, status: input.to };
  });
}

const saved = ({ ref, status }: Editable, version: number): Saved => ({ ref, status, version });

/** The values of the columns in the order in which the statements above name them. */
const values = (one: EditedIncident) => sql`${one.title}, ${one.titleZh}, ${one.summary}, ${one.type},
  ${one.sourceCategory}, ${one.startsOn}::date, ${one.endsOn}::date, ${one.datePrecision}, ${one.dayPart},
  ${one.placeId}, ${one.placePrecision}, ${one.destinationPlaceId}, ${one.latitude}::float8, ${one.longitude}::float8,
  ${one.sizeMin}::int, ${one.sizeMax}::int, ${one.sizeApprox}, ${one.sizeText}, ${one.issues}::text[],
  ${one.groups}::text[], ${one.forms}::text[], ${one.targets}::text[], ${one.codingNote}`;

function requireVersion(before: Editable, version: number): void {
  if (before.version === version) return;
  const { id: _, authorId: __, ...current } = before;
  throw doubt('The record was changed meanwhile.', { kind: 'changed-meanwhile', current });
}

async function refuseDuplicates(
  db: Db,
  incident: EditedIncident,
  viewer: Viewer,
  except: string | null,
): Promise<void> {
  const duplicates = await findDuplicates(db, incident, viewer, except);
  if (duplicates.length > 0)
    throw doubt('There are records that may be of the same event.', { kind: 'duplicates', duplicates });
}

/** What is noted of personal data that stays for a reason; nothing where none is found. */
function careOf(incident: EditedIncident, reason: string | null): Record<string, FieldChange> {
  const findings = personalDataIn(incident);
  if (findings.length === 0) return {};
  if (reason === null)
    throw doubt('The texts hold what looks like personal data.', { kind: 'personal-data', findings });
  return { personalData: { from: null, to: reason } };
}

function doubt(message: string, details: Doubt): AppError {
  return new AppError('conflict', message, { details });
}

function unknown(field: string, value: string): AppError {
  const message = `There is no “${value}”.`;
  return new AppError('invalid', message, { fields: [{ field, value, message }] });
}

function note(
  db: Db,
  { id, name, role }: Actor,
  subject: { id: string; version: number },
  action: string,
  changes: Record<string, FieldChange>,
  reason: string | null,
): Promise<void> {
  return appendChanges(db, [
    {
      subjectId: subject.id,
      version: subject.version,
      subjectType: 'incident',
      action,
      actor: { id, name, role },
      batchId: null,
      changes,
      reason,
    },
  ]);
}
