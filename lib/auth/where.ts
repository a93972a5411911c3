import 'server-only';
import { type Sql, sql } from '@/lib/db/query';
import { authorise } from './authorise';
import { may } from './permissions';
import type { Viewer } from './viewer';

/**
 * The condition on a record (`i`, `d` …) that is opened by its name: published, or one's own, or any, as the role
 * allows. `row` is the alias of a table with `status` and `author_id`.
 * @throws AppError `unauthenticated` for a viewer who may read nothing.
 */
export function visible(viewer: Viewer, row: Sql): Sql {
  authorise(viewer, 'read');
  if (may(viewer, 'read-all')) return sql`true`;
  if (viewer.kind === 'account' && may(viewer, 'read-own'))
    return sql`(${row}.status = 'published' OR ${row}.author_id = ${viewer.id}::uuid)`;
  return sql`${row}.status = 'published'`;
}

/**
 * The condition on an incident whose exact point is shown on its own page: it was marked as public, or the viewer may
 * change the record or made it. Lists and exports, which mean the same whoever asks, hold it only where it is public.
 */
export function pointVisible(viewer: Viewer, row: Sql): Sql {
  if (may(viewer, 'edit')) return sql`true`;
  if (viewer.kind === 'account')
    return sql`(${row}.point_public OR ${row}.author_id IS NOT DISTINCT FROM ${viewer.id}::uuid)`;
  return sql`${row}.point_public`;
}

/**
 * The condition on a record that is counted and listed: published, for everybody, so that a number means the same
 * whoever reads it. `row` as above.
 * @throws AppError `unauthenticated` for a viewer who may read nothing.
 */
export function counted(viewer: Viewer, row: Sql): Sql {
  authorise(viewer, 'read');
  return sql`${row}.status = 'published'`;
}
