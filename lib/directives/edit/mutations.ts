import 'server-only';
import { randomUUID } from 'node:crypto';
import { actorOf } from '@/lib/auth/authorise';
import type { Viewer } from '@/lib/auth/viewer';
import { sql } from '@/lib/db/query';
import { transaction } from '@/lib/db/write';
import { diffRecords } from '@/lib/edit/diff';
import { lacking, withLinks } from '@/lib/edit/links';
import { careOf, noteChange, requireStep, requireVersion } from '@/lib/edit/mutations';
import type { FieldChange, Saved } from '@/lib/edit/types';
import { recordId } from '@/lib/ids';
import { personalDataIn } from './form';
import type { DirectiveInput } from './input';
import { insertClaims, insertLinks, type Known, readKnown, removeLinks } from './parts/mutations';
import { type EditableDirective, readEditableDirective } from './queries';
import type { EditedDirective } from './types';

/**
 * Makes a directive as a draft of the actor.
 * @throws AppError `invalid` naming places, sources, incidents and data sets that there are not.
 */
export function createDirective(viewer: Viewer, { directive }: DirectiveInput<'create'>): Promise<Saved> {
  const actor = actorOf(viewer, 'code');
  return transaction(async (db) => {
    const known = await readKnown(db, directive, viewer);
    const name = `d-${randomUUID().slice(0, 8)}`;
    const ref = known.dataset ? `${known.dataset.prefix}-${name}` : name;
    const id = recordId('directive', ref);
    await db.query(sql`INSERT INTO directives (id, ref, author_id, status, kind, title, title_zh, summary, dataset_id,
        issuer_office, issuer_text, issuer_place_id, addressees, orders, issued_from, issued_to, issued_precision,
        coding_note)
      VALUES (${id}::uuid, ${ref}, ${actor.id}::uuid, 'draft', ${values(directive, known)})`);
    await insertClaims(db, id, directive, known);
    await insertLinks(db, id, directive.incidents, known);
    await noteChange(db, actor, {
      type: 'directive',
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
 * Changes a directive from the version that was opened to the next. Without a difference nothing is done.
 * @throws AppError `conflict` with a `Doubt` when it was changed meanwhile, or when it is published and holds what
 * looks like personal data without a reason; `invalid`, `not-found`, `forbidden` as above.
 */
export function updateDirective(
  viewer: Viewer,
  input: DirectiveInput<'update'>,
  did: 'changed' | 'restored' = 'changed',
): Promise<Saved> {
  const actor = actorOf(viewer, 'code');
  return transaction(async (db) => {
    const before = await readEditableDirective(db, input.ref, viewer, { lock: true });
    const { id, ref, status } = before;
    requireVersion(openOf(before), input.version);
    const { reason } = input;
    const now = before.directive.incidents;
    const incidents = withLinks(now, input.linked ?? now, input.directive.incidents);
    const directive = { ...input.directive, incidents };
    const changes: Record<string, FieldChange> = diffRecords(before.directive, directive);
    if (Object.keys(changes).length === 0) return { ref, status, version: before.version };
    const known = await readKnown(db, directive, viewer);
    if (status === 'published') Object.assign(changes, careOf(personalDataIn(directive), input.careReason));
    const version = before.version + 1;
    await db.query(sql`UPDATE directives SET (kind, title, title_zh, summary, dataset_id, issuer_office, issuer_text,
        issuer_place_id, addressees, orders, issued_from, issued_to, issued_precision, coding_note)
          = ROW(${values(directive, known)}),
        version = ${version}, updated_at = now()
      WHERE id = ${id}::uuid`);
    if ('claims' in changes) {
      await db.query(sql`DELETE FROM directive_claims WHERE directive_id = ${id}::uuid`);
      await insertClaims(db, id, directive, known);
    }
    await removeLinks(db, id, lacking(incidents, now), viewer);
    await insertLinks(db, id, lacking(now, incidents), known);
    await noteChange(db, actor, { type: 'directive', id, version, did, changes, reason });
    return { ref, status, version };
  });
}

/**
 * Takes a directive one step through the work on it (lib/auth/workflow).
 * @throws AppError `conflict` with a `Doubt`, or where there is no such step; `invalid` where it has to be said why;
 * `forbidden` where the step is an editor's.
 */
export function stepDirective(viewer: Viewer, input: DirectiveInput<'step'>): Promise<Saved> {
  const actor = actorOf(viewer, 'code');
  return transaction(async (db) => {
    const before = await readEditableDirective(db, input.ref, viewer, { lock: true });
    const { id, ref, status } = before;
    const { to, reason } = input;
    requireVersion(openOf(before), input.version);
    requireStep(viewer, status, input);
    const changes: Record<string, FieldChange> = { status: { from: status, to } };
    if (to === 'published')
      Object.assign(changes, careOf(personalDataIn(before.directive), input.careReason));
    const version = before.version + 1;
    await db.query(sql`UPDATE directives SET status = ${to}, version = ${version}, updated_at = now()
      WHERE id = ${id}::uuid`);
    await noteChange(db, actor, { type: 'directive', id, version, did: to, changes, reason });
    return { ref, status: to, version };
  });
}

const openOf = ({ id: _, ...open }: EditableDirective) => open;

/** The values of the columns in the order in which the statements above name them. */
const values = (one: EditedDirective, { dataset }: Known) => sql`${one.kind}, ${one.title}, ${one.titleZh},
  ${one.summary}, ${dataset?.id ?? null}::uuid, ${one.issuerOffice}, ${one.issuerText}, ${one.issuerPlaceId},
  ${one.addressees}::text[], ${one.orders}::text[], ${one.issuedFrom}::date, ${one.issuedTo}::date,
  ${one.issuedPrecision}, ${one.codingNote}`;
