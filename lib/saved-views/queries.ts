import 'server-only';
import { authorise } from '@/lib/auth/authorise';
import type { Viewer } from '@/lib/auth/viewer';
import { database, type Sql, sql } from '@/lib/db/query';
import { savedViewParam } from '@/lib/explore/view';
import { type Query, readQuery } from '@/lib/url/params';
import { isViewId } from './id';
import { showsView } from './state';
import type { SavedView } from './types';

/** Rows on a page of the list of saved views. */
export const viewsPerPage = 50;

const columns: Sql = sql`id, name, description, page, state, codebook_version AS "codebookVersion",
  to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "createdAt"`;

/** One saved view; null = there is none of this id. */
export async function getSavedView(id: string, viewer: Viewer): Promise<SavedView | null> {
  authorise(viewer, 'read');
  if (!isViewId(id)) return null;
  const rows = await database.query<SavedView>(sql`SELECT ${columns} FROM saved_views WHERE id = ${id}`);
  return rows[0] ?? null;
}

/** The saved view that an address was opened from and still shows; null = none. */
export async function savedViewOf(query: Query, viewer: Viewer): Promise<SavedView | null> {
  const [id] = readQuery(query).get(savedViewParam) ?? [];
  const view = id === undefined ? null : await getSavedView(id, viewer);
  return view && showsView(query, view) ? view : null;
}

/** A page of the saved views, newest first, and how many there are. A page beyond the last is the last. */
export async function listSavedViews(
  asked: number,
  viewer: Viewer,
): Promise<{ views: SavedView[]; total: number; page: number; pages: number }> {
  authorise(viewer, 'read');
  const counted = await database.query<{ total: number }>(sql`SELECT count(*) AS total FROM saved_views`);
  const total = counted[0]?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / viewsPerPage));
  const page = Math.min(asked, pages);
  const views = await database.query<SavedView>(sql`SELECT ${columns} FROM saved_views
    ORDER BY created_at DESC, id LIMIT ${viewsPerPage} OFFSET ${(page - 1) * viewsPerPage}`);
  return { views, total, page, pages };
}
