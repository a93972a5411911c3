import 'server-only';
import { authorise } from '@/lib/auth/authorise';
import type { Viewer } from '@/lib/auth/viewer';
import { visible } from '@/lib/auth/where';
import { type Db, snapshot, sql } from '@/lib/db/query';
import { requireOwnOrEditor } from '@/lib/edit/mutations';
import { AppError } from '@/lib/errors';
import { faults } from '@/lib/i18n/messages/faults';
import type { EditedDirective, OpenDirective } from './types';

type Row = Omit<EditedDirective, 'claims' | 'incidents'>;
type Head = Omit<OpenDirective, 'directive' | 'own'> & { id: string; authorId: string | null };

/** A directive with what is asked before it is changed. */
export type EditableDirective = OpenDirective & { id: string };

/**
 * Reads a directive as it can be edited; `lock` keeps it from being changed by others until the transaction ends, but
 * not from being linked to (hence `NO KEY`), as with incidents.
 * @throws AppError `not-found` when there is none that the viewer may see, `forbidden` when it may not be edited.
 */
export async function readEditableDirective(
  db: Db,
  ref: string,
  viewer: Viewer,
  { lock }: { lock: boolean },
): Promise<EditableDirective> {
  authorise(viewer, 'code');
  const [row] = await db.query<Row & Head>(sql`SELECT d.id, d.ref, d.status, d.version,
      d.author_id AS "authorId", d.kind, d.title, d.title_zh AS "titleZh", d.summary,
      (SELECT ds.slug FROM datasets ds WHERE ds.id = d.dataset_id) AS dataset, d.issuer_office AS "issuerOffice",
      d.issuer_text AS "issuerText", d.issuer_place_id AS "issuerPlaceId", d.addressees, d.orders,
      d.issued_from AS "issuedFrom", d.issued_to AS "issuedTo", d.issued_precision AS "issuedPrecision",
      d.coding_note AS "codingNote"
    FROM directives d WHERE d.ref = ${ref} AND ${visible(viewer, sql`d`)} ${lock ? sql`FOR NO KEY UPDATE` : sql``}`);
  if (!row) throw new AppError('not-found', faults.noSuch('directive', ref));
  const { id, ref: name, status, version, authorId, ...values } = row;
  const own = viewer.kind === 'account' && authorId === viewer.id;
  requireOwnOrEditor(viewer, { status, own });
  const claims = await db.query<
    EditedDirective['claims'][number]
  >(sql`SELECT c.field, c.value, c.printed, s.ref AS source, c.locator, c.basis, c.followed, c.note
    FROM directive_claims c JOIN sources s ON s.id = c.source_id
    WHERE c.directive_id = ${id}::uuid ORDER BY c.ordinal`);
  const incidents = await db.query<{ ref: string }>(sql`SELECT i.ref
    FROM directive_incidents di JOIN incidents i ON i.id = di.incident_id
    WHERE di.directive_id = ${id}::uuid AND ${visible(viewer, sql`i`)} ORDER BY i.ref`);
  const directive = { ...values, claims, incidents: incidents.map((one) => one.ref) };
  return { id, ref: name, status, version, own, directive };
}

/** A directive for the form in which it is edited; throws as `readEditableDirective` does. */
export async function openDirective(ref: string, viewer: Viewer): Promise<OpenDirective> {
  const { id: _, ...open } = await snapshot((db) => readEditableDirective(db, ref, viewer, { lock: false }));
  return open;
}
