import 'server-only';
import { authorise } from '@/lib/auth/authorise';
import type { Viewer } from '@/lib/auth/viewer';
import { type Db, database, sql } from '@/lib/db/query';
import { AppError } from '@/lib/errors';
import { faults } from '@/lib/i18n/messages/faults';
import type { EditedFigure, EditedSource, OpenFigure, OpenSource } from './types';

type Head = { id: string; ref: string; version: number };

/** What has no drafts is seen by readers as long as it is there, and belongs to nobody. */
const always = { status: 'published', own: false } as const;

/**
 * Reads a source as it can be edited; `lock` keeps it from being changed by others until the transaction ends.
 * @throws AppError `not-found` when there is none, `forbidden` for whoever does not edit.
 */
export async function readEditableSource(
  db: Db,
  ref: string,
  viewer: Viewer,
  { lock }: { lock: boolean },
): Promise<OpenSource & { id: string }> {
  authorise(viewer, 'edit');
  const [row] = await db.query<EditedSource & Head>(sql`SELECT id, ref, version, outlet, headline,
      headline_zh AS "headlineZh", published_on AS "publishedOn", url, archive_url AS "archiveUrl", kind, language, note
    FROM sources WHERE ref = ${ref} ${lock ? sql`FOR UPDATE` : sql``}`);
  if (!row) throw new AppError('not-found', faults.noSuch('source', ref));
  const { id, ref: name, version, ...source } = row;
  return { id, ref: name, version, ...always, source };
}

/** A source for the form in which it is edited; throws as `readEditableSource` does. */
export async function openSource(ref: string, viewer: Viewer): Promise<OpenSource> {
  const { id: _, ...open } = await readEditableSource(database, ref, viewer, { lock: false });
  return open;
}

/**
 * Reads a reported figure as it can be edited; `lock` as above.
 * @throws AppError `not-found` when there is none, `forbidden` for whoever does not edit.
 */
export async function readEditableFigure(
  db: Db,
  ref: string,
  viewer: Viewer,
  { lock }: { lock: boolean },
): Promise<OpenFigure & { id: string }> {
  authorise(viewer, 'edit');
  const [row] = await db.query<EditedFigure & Head>(sql`SELECT f.id, f.ref, f.version,
      (SELECT ds.slug FROM datasets ds WHERE ds.id = f.dataset_id) AS dataset, f.metric, f.label,
      f.label_zh AS "labelZh", f.value, f.bound, f.unit, f.place_id AS "placeId", f.from_day AS "from", f.to_day AS "to",
      f.printed, (SELECT s.ref FROM sources s WHERE s.id = f.source_id) AS source, f.locator
    FROM reported_figures f WHERE f.ref = ${ref} ${lock ? sql`FOR UPDATE` : sql``}`);
  if (!row) throw new AppError('not-found', faults.noSuch('figure', ref));
  const { id, ref: name, version, ...figure } = row;
  return { id, ref: name, version, ...always, figure };
}

/** A reported figure for the form in which it is edited; throws as `readEditableFigure` does. */
export async function openFigure(ref: string, viewer: Viewer): Promise<OpenFigure> {
  const { id: _, ...open } = await readEditableFigure(database, ref, viewer, { lock: false });
  return open;
}
