import 'server-only';
import { appendChanges } from '@/lib/audit/mutations';
import { may } from '@/lib/auth/permissions';
import type { Actor, Viewer } from '@/lib/auth/viewer';
import { findStep } from '@/lib/auth/workflow';
import { termLabel } from '@/lib/codebook/vocabularies';
import { type Db, sql } from '@/lib/db/query';
import { AppError, type FieldFault, inOne } from '@/lib/errors';
import type { Localised } from '@/lib/i18n/locale';
import { faults } from '@/lib/i18n/messages/faults';
import type { FieldFindings } from '@/lib/privacy/records';
import type { Doubt, EditedClaim, FieldChange, OpenHead } from './types';

/** What speaks against saving a record, as an error that tells it. */
export function doubt(message: Localised, details: Doubt): AppError {
  return new AppError('conflict', message, { details });
}

/** Refuses a change that began with another version than the present one. @throws AppError `conflict`. */
export function requireVersion<Open extends OpenHead>(current: Open, version: number): void {
  if (current.version !== version)
    throw doubt(faults.changedMeanwhile, { kind: 'changed-meanwhile', current });
}

/**
 * Lets a record pass that a viewer who codes may change: an editor every one, its author as long as it is not published.
 * @throws AppError `forbidden`.
 */
export function requireOwnOrEditor(viewer: Viewer, { status, own }: Pick<OpenHead, 'status' | 'own'>): void {
  if (may(viewer, 'edit') || (own && (status === 'draft' || status === 'in-review'))) return;
  throw new AppError('forbidden', faults.editorOrOwn);
}

const statusWords = (code: string): Localised => ({
  en: termLabel('status', code, 'en'),
  zh: termLabel('status', code, 'zh'),
});

/**
 * Lets a step pass that there is, that the viewer may take, and that it is said why of where that is asked.
 * @throws AppError `conflict`, `forbidden`, `invalid`.
 */
export function requireStep(
  viewer: Viewer,
  from: string,
  { to, reason }: { to: string; reason: string | null },
): void {
  const step = findStep(from, to);
  if (!step) throw new AppError('conflict', faults.noStep(statusWords(from), statusWords(to)));
  if (!may(viewer, step.action)) throw new AppError('forbidden', faults.editorOnly);
  if (step.reason && !reason)
    throw new AppError('invalid', faults.sayWhy, {
      fields: [{ field: 'reason', value: '', message: faults.sayWhy }],
    });
}

/**
 * What is noted of personal data that stays for a reason; nothing where none is found.
 * @throws AppError `conflict` with a `Doubt` where no reason is given.
 */
export function careOf(findings: FieldFindings[], reason: string | null): Record<string, FieldChange> {
  if (findings.length === 0) return {};
  if (reason === null) throw doubt(faults.personalData, { kind: 'personal-data', findings });
  return { personalData: { from: null, to: reason } };
}

/** Collects what a record names and there is not; `done` throws `invalid` when there is any. */
export function missingNames(): {
  require: (field: string, value: string | null, isThere: boolean) => void;
  done: () => void;
} {
  const fields: FieldFault[] = [];
  return {
    require(field, value, isThere) {
      if (value !== null && !isThere) fields.push({ field, value, message: faults.unknownName(value) });
    },
    done() {
      if (fields.length > 0) throw new AppError('invalid', inOne(fields), { fields });
    },
  };
}

type Named = { ref: string; id: string };
const idsOf = (rows: Named[]) => new Map(rows.map(({ ref, id }) => [ref, id]));

/** The ids of those sources that there are, by ref. */
export async function sourceIds(db: Db, refs: readonly string[]): Promise<Map<string, string>> {
  return idsOf(await db.query<Named>(sql`SELECT ref, id FROM sources WHERE ref = ANY(${[...refs]}::text[])`));
}

/** A data set by its slug, with the first part of its refs. @throws AppError `invalid` where there is none. */
export async function requireDataset(db: Db, slug: string): Promise<{ id: string; prefix: string }> {
  const [found] = await db.query<{ id: string; prefix: string }>(
    sql`SELECT id, ref_prefix AS prefix FROM datasets WHERE slug = ${slug}`,
  );
  if (found) return found;
  const message = faults.unknownName(slug);
  throw new AppError('invalid', message, { fields: [{ field: 'dataset', value: slug, message }] });
}

/** The ids of those places that there are. */
export async function placeIds(db: Db, ids: readonly (string | null)[]): Promise<Set<string>> {
  const asked = ids.filter((id) => id !== null);
  const rows = await db.query<{ id: string }>(sql`SELECT id FROM places WHERE id = ANY(${asked}::text[])`);
  return new Set(rows.map(({ id }) => id));
}

/** Evidence as one JSON array for `jsonb_array_elements`, with the ids of its sources. */
export function claimsAsJson(claims: readonly EditedClaim[], sources: ReadonlyMap<string, string>): string {
  return JSON.stringify(claims.map(({ source, ...claim }) => ({ ...claim, sourceId: sources.get(source) })));
}

/** What is noted in the history of one change of one record. */
export type Note = {
  type: 'incident' | 'directive' | 'source' | 'figure' | 'place';
  id: string;
  version: number;
  /** What was done, e.g. `published`. */
  did: string;
  changes: Record<string, FieldChange>;
  reason: string | null;
};

/** Notes a change of a record in the history, within the transaction of the caller. */
export function noteChange(db: Db, { id, name, role }: Actor, note: Note): Promise<void> {
  return appendChanges(db, [
    {
      subjectId: note.id,
      version: note.version,
      subjectType: note.type,
      action: `${note.type}.${note.did}`,
      actor: { id, name, role },
      batchId: null,
      changes: note.changes,
      reason: note.reason,
    },
  ]);
}
