import 'server-only';
import { randomUUID } from 'node:crypto';
import { actorOf } from '@/lib/auth/authorise';
import type { Viewer } from '@/lib/auth/viewer';
import { visible } from '@/lib/auth/where';
import { type Db, sql } from '@/lib/db/query';
import { transaction } from '@/lib/db/write';
import { diffRecords } from '@/lib/edit/diff';
import {
  careOf,
  claimsAsJson,
  missingNames,
  noteChange,
  placeIds,
  requireDataset,
  requireStep,
  requireVersion,
  sourceIds,
} from '@/lib/edit/mutations';
import type { FieldChange, Saved } from '@/lib/edit/types';
import { recordId } from '@/lib/ids';
import { personalDataIn } from './form';
import type { DirectiveInput } from './input';
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
    await insertParts(db, id, directive, known);
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
    const { directive, reason } = input;
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
    if ('claims' in changes || 'incidents' in changes) {
      await db.query(sql`DELETE FROM directive_claims WHERE directive_id = ${id}::uuid`);
      // Links to incidents that the actor does not see stay as they are.
      await db.query(sql`DELETE FROM directive_incidents di USING incidents i
        WHERE di.directive_id = ${id}::uuid AND i.id = di.incident_id AND ${visible(viewer, sql`i`)}`);
      await insertParts(db, id, directive, known);
    }
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

/** What a directive names, as far as there is it. */
type Known = {
  dataset: { id: string; prefix: string } | null;
  sources: Map<string, string>;
  incidents: Map<string, string>;
};

/** The values of the columns in the order in which the statements above name them. */
const values = (one: EditedDirective, { dataset }: Known) => sql`${one.kind}, ${one.title}, ${one.titleZh},
  ${one.summary}, ${dataset?.id ?? null}::uuid, ${one.issuerOffice}, ${one.issuerText}, ${one.issuerPlaceId},
  ${one.addressees}::text[], ${one.orders}::text[], ${one.issuedFrom}::date, ${one.issuedTo}::date,
  ${one.issuedPrecision}, ${one.codingNote}`;

async function readKnown(db: Db, directive: EditedDirective, viewer: Viewer): Promise<Known> {
  const { dataset, issuerPlaceId, claims, incidents } = directive;
  const known: Known = {
    dataset: dataset === null ? null : await requireDataset(db, dataset),
    sources: await sourceIds(
      db,
      claims.map(({ source }) => source),
    ),
    incidents: new Map(
      (
        await db.query<{ ref: string; id: string }>(sql`SELECT i.ref, i.id FROM incidents i
          WHERE i.ref = ANY(${incidents}::text[]) AND ${visible(viewer, sql`i`)} ORDER BY i.id DESC`)
      ).map(({ ref, id }) => [ref, id]),
    ),
  };
  const places = await placeIds(db, [issuerPlaceId]);
  const named = missingNames();
  named.require('issuerPlaceId', issuerPlaceId, places.has(issuerPlaceId ?? ''));
  for (const [index, { source }] of claims.entries())
    named.require(`claims.${index}.source`, source, known.sources.has(source));
  for (const ref of incidents) named.require('incidents', ref, known.incidents.has(ref));
  named.done();
  return known;
}

/** Writes evidence and links to incidents of a directive that has none of those yet. */
async function insertParts(
  db: Db,
  id: string,
  { claims, incidents }: EditedDirective,
  known: Known,
): Promise<void> {
  if (claims.length > 0)
    await db.query(sql`INSERT INTO directive_claims (directive_id, ordinal, field, value, printed, source_id, locator,
        basis, followed, note)
      SELECT ${id}::uuid, n, c->>'field', c->>'value', c->>'printed', (c->>'sourceId')::uuid, c->>'locator', c->>'basis',
        (c->>'followed')::boolean, c->>'note'
      FROM jsonb_array_elements(${claimsAsJson(claims, known.sources)}::jsonb) WITH ORDINALITY a(c, n)`);
  const links = incidents.map((ref) => known.incidents.get(ref));
  if (links.length > 0)
    await db.query(sql`INSERT INTO directive_incidents (directive_id, incident_id)
      SELECT ${id}::uuid, unnest(${links}::uuid[])`);
}
