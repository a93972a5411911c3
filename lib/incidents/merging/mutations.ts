import 'server-only';
import { randomUUID } from 'node:crypto';
import { appendChanges } from '@/lib/audit/mutations';
import { actorOf } from '@/lib/auth/authorise';
import type { Actor, Viewer } from '@/lib/auth/viewer';
import { visible } from '@/lib/auth/where';
import { type Db, sql } from '@/lib/db/query';
import { transaction } from '@/lib/db/write';
import { diffRecords } from '@/lib/edit/diff';
import { careOf, requireVersion } from '@/lib/edit/mutations';
import { recordAt } from '@/lib/edit/restore';
import { AppError } from '@/lib/errors';
import { faults } from '@/lib/i18n/messages/faults';
import { insertAct, type LockedAct } from '../acts/entries/mutations';
import type { Done } from '../acts/types';
import { personalDataIn } from '../edit/care';
import { writeIncident } from '../edit/mutations';
import { insertParts, readKnown } from '../edit/parts/mutations';
import { type Editable, readEditable } from '../edit/queries';
import type { Doubt, EditedIncident, FieldChange } from '../edit/types';
import type { MergeInput } from './input';
import { mergeRecords } from './merge';

/** A record that was merged, and the act with which it can be taken back. */
export type Merged = { id: string; ref: string; version: number };

/** What speaks against a merge; nothing was saved. */
export type MergeDoubt = Doubt | { kind: 'not-to-be-mixed'; why: 'synthetic' | 'redistributable' };

/** Checks a record that was merged as one that is typed; throws `invalid` with the fields that don't fit. */
type Check = (incident: EditedIncident) => EditedIncident;

/**
 * Lets one record go into another: the one that stays takes the values that were chosen and the evidence of both, the
 * other one is withdrawn and its ref leads to the first.
 * @throws AppError `conflict` with a `MergeDoubt`, or when one of them went into another
 * already; `invalid` where the values don't fit together; `not-found`, `forbidden`.
 */
export function mergeIncidents(viewer: Viewer, input: MergeInput, check: Check): Promise<Merged> {
  const actor = actorOf(viewer, 'edit');
  return transaction(async (db) => {
    if (input.kept.ref === input.dropped.ref)
      throw new AppError('invalid', faults.mergeItself, {
        fields: [{ field: 'dropped.ref', value: input.dropped.ref, message: faults.chooseOther }],
      });
    await lockInOrder(
      db,
      sql`i.ref IN (${input.kept.ref}, ${input.dropped.ref}) AND ${visible(viewer, sql`i`)}`,
    );
    const kept = await readEditable(db, input.kept.ref, viewer, { lock: true });
    const dropped = await readEditable(db, input.dropped.ref, viewer, { lock: true });
    requireVersion(openOf(kept), input.kept.version);
    requireVersion(openOf(dropped), input.dropped.version);
    await requireAlike(db, kept.dataset, dropped.dataset);
    const merged = check(mergeRecords(kept.incident, dropped.incident, input.choice));
    const changes: Record<string, FieldChange> = diffRecords(kept.incident, merged);
    if (kept.status === 'published') Object.assign(changes, careOf(personalDataIn(merged), input.careReason));
    const id = randomUUID();
    await insertAct(db, actor, {
      id,
      kind: 'merge',
      details: { kept: kept.ref, dropped: dropped.ref },
      reason: input.reason,
      matched: 2,
      changed: 2,
    });
    await writeWhole(db, viewer, kept, merged);
    await writeStatus(db, dropped.id, dropped.version + 1, 'withdrawn');
    await db.query(sql`INSERT INTO incident_redirects (ref, incident_id, act_id)
      VALUES (${dropped.ref}, ${kept.id}::uuid, ${id}::uuid)`);
    await noteBoth(db, actor, { id, reason: input.reason }, [
      {
        subject: kept,
        action: 'incident.merged',
        changes: { ...changes, mergedFrom: { from: null, to: dropped.ref } },
      },
      {
        subject: dropped,
        action: 'incident.merged-into',
        changes: {
          ...(dropped.status === 'withdrawn' ? {} : { status: { from: dropped.status, to: 'withdrawn' } }),
          mergedInto: { from: null, to: kept.ref },
        },
      },
    ]);
    return { id, ref: kept.ref, version: kept.version + 1 };
  });
}

type Taken = {
  id: string;
  ref: string;
  version: number;
  noted: number;
  changes: Record<string, FieldChange>;
};

/**
 * Takes a merge back: the record that went is what it was and answers under its own name again; the one that stayed is
 * what it was before, unless it was changed since: then it is left, and named.
 */
export async function undoMerge(
  db: Db,
  viewer: Viewer,
  actor: Actor,
  act: LockedAct,
  reason: string | null,
): Promise<Done> {
  await lockInOrder(db, sql`i.id IN (SELECT c.subject_id FROM changes c WHERE c.batch_id = ${act.id}::uuid)`);
  const rows = await db.query<Taken>(sql`SELECT i.id, i.ref, i.version, c.version AS noted, c.changes
    FROM changes c JOIN incidents i ON i.id = c.subject_id WHERE c.batch_id = ${act.id}::uuid`);
  const kept = rows.find(({ changes }) => 'mergedFrom' in changes);
  const dropped = rows.find(({ changes }) => 'mergedInto' in changes);
  if (!kept || !dropped) throw new AppError('not-found', faults.mergeGone);
  const isLeft = kept.version !== kept.noted;
  const id = randomUUID();
  const left = isLeft ? [kept.ref] : [];
  const changed = isLeft ? 1 : 2;
  await insertAct(db, actor, {
    id,
    kind: 'undo',
    details: { ...act.details },
    reason,
    matched: 2,
    changed,
    undoes: act.id,
    leftRefs: left,
  });
  await db.query(sql`DELETE FROM incident_redirects WHERE act_id = ${act.id}::uuid`);
  const before = String(dropped.changes.status?.from ?? 'withdrawn');
  await writeStatus(db, dropped.id, dropped.version + 1, before);
  const noted = [note(dropped, reversedOf(dropped.changes))];
  if (!isLeft) {
    const present = await readEditable(db, kept.ref, viewer, { lock: true });
    const merging = { version: kept.noted, changes: kept.changes };
    const was = recordAt(present.incident, [merging], kept.noted - 1, 'directives');
    await writeWhole(db, viewer, present, was);
    noted.push(
      note(kept, {
        ...diffRecords(present.incident, was),
        mergedFrom: { from: dropped.ref, to: null },
      }),
    );
  }
  await noteBoth(db, actor, { id, reason }, noted);
  return { id, changed, left };
}

const note = (subject: Taken, changes: Record<string, FieldChange>): Noted => ({
  subject,
  action: 'incident.unmerged',
  changes,
});

const reversedOf = (changes: Record<string, FieldChange>) =>
  Object.fromEntries(Object.entries(changes).map(([field, { from, to }]) => [field, { from: to, to: from }]));

/** Locks records in the order of their ids, so that nobody who locks several waits for another in a circle. */
async function lockInOrder(db: Db, which: ReturnType<typeof sql>): Promise<void> {
  await db.query(sql`SELECT i.id FROM incidents i WHERE ${which} ORDER BY i.id FOR UPDATE OF i`);
}

const openOf = ({ id: _, authorId: __, ...open }: Editable) => open;

/** What is made up never goes into a record of what happened, and nothing is given away that may not be. */
async function requireAlike(db: Db, kept: string, dropped: string): Promise<void> {
  const datasets = await db.query<{ synthetic: boolean; redistributable: boolean }>(
    sql`SELECT origin = 'synthetic' AS synthetic, redistributable FROM datasets WHERE slug IN (${kept}, ${dropped})`,
  );
  for (const why of ['synthetic', 'redistributable'] as const) {
    if (new Set(datasets.map((dataset) => dataset[why])).size < 2) continue;
    const details: MergeDoubt = { kind: 'not-to-be-mixed', why };
    throw new AppError('conflict', faults.mergeUnlike, { details });
  }
}

async function writeWhole(db: Db, viewer: Viewer, before: Editable, incident: EditedIncident): Promise<void> {
  const known = await readKnown(db, incident, viewer, before.id);
  await writeIncident(db, before.id, before.version + 1, incident);
  await insertParts(db, before.id, incident, known, before.incident);
}

async function writeStatus(db: Db, id: string, version: number, status: string): Promise<void> {
  await db.query(sql`UPDATE incidents SET status = ${status}, version = ${version}, updated_at = now()
    WHERE id = ${id}::uuid`);
}

type Noted = {
  subject: { id: string; version: number };
  action: string;
  changes: Record<string, FieldChange>;
};

function noteBoth(
  db: Db,
  { id, name, role }: Actor,
  act: { id: string; reason: string | null },
  noted: readonly Noted[],
): Promise<void> {
  return appendChanges(
    db,
    noted.map(({ subject, action, changes }) => ({
      subjectId: subject.id,
      version: subject.version + 1,
      subjectType: 'incident',
      action,
      actor: { id, name, role },
      batchId: act.id,
      changes,
      reason: act.reason,
    })),
  );
}
