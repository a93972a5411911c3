import 'server-only';
import { authorise } from '@/lib/auth/authorise';
import { may } from '@/lib/auth/permissions';
import type { Viewer } from '@/lib/auth/viewer';
import { counted } from '@/lib/auth/where';
import { type Sql, sql } from '@/lib/db/query';

/** The condition on a claim (`c`) that does not tell the exact point of a record. */
export const notOfPoint = (claim: Sql): Sql => sql`${claim}.field NOT IN ('latitude', 'longitude')`;

/**
 * The condition on a claim of an incident (`i`) that is counted: not one of a point that is kept back, whose source
 * would lead to it. The same whoever asks.
 */
export const claimCounted = (claim: Sql, incident: Sql): Sql =>
  sql`(${incident}.point_public OR ${notOfPoint(claim)})`;

/**
 * The condition on a source (`row`) that is listed and opened: something rests on it that is published, so that it does
 * not tell readers what is being worked on. Whoever codes sees all, to choose from.
 * @throws AppError `unauthenticated` for a viewer who may read nothing.
 */
export function sourceVisible(viewer: Viewer, row: Sql): Sql {
  authorise(viewer, 'read');
  if (may(viewer, 'code')) return sql`true`;
  return sql`(EXISTS (SELECT FROM claims c JOIN incidents i ON i.id = c.incident_id
      WHERE c.source_id = ${row}.id AND ${claimCounted(sql`c`, sql`i`)} AND ${counted(viewer, sql`i`)})
    OR EXISTS (SELECT FROM directive_claims c JOIN directives d ON d.id = c.directive_id
      WHERE c.source_id = ${row}.id AND ${counted(viewer, sql`d`)})
    OR EXISTS (SELECT FROM reported_figures f WHERE f.source_id = ${row}.id)
    OR EXISTS (SELECT FROM populations n WHERE n.source_id = ${row}.id)
    OR EXISTS (SELECT FROM reference_periods n WHERE n.source_id = ${row}.id))`;
}
