import 'server-only';
import { actorOf } from '@/lib/auth/authorise';
import { may } from '@/lib/auth/permissions';
import type { Viewer } from '@/lib/auth/viewer';
import { visible } from '@/lib/auth/where';
import { database, join, type Sql, sql } from '@/lib/db/query';
import { daybookNamespace } from '@/lib/ids';
import { forAdmins } from './filter';
import type { HistoryEntry, HistoryFilter, HistoryPage, QueueCount, QueueRow } from './types';

/** Entries on a page of the history, and records in a queue. */
export const entriesPerPage = 50;
const queueShown = 200;

/** The columns of an entry, but for what it changed. */
export const entryColumns: Sql = sql`c.seq, to_char(c.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at,
  c.subject_type AS "subjectType", c.version, c.action, c.actor_name AS "actorName", c.reason, c.redacted_by AS "redactedBy",
  (SELECT a.id FROM acts a WHERE a.id = c.batch_id) AS "actId",
  coalesce(i.ref, d.ref, s.ref, ds.slug, f.ref, p.id) AS ref,
  coalesce(i.title, d.title, s.headline, ds.title, f.label, p.name_en) AS title,
  coalesce(i.title_zh, d.title_zh, s.headline_zh, ds.title_zh, f.label_zh, p.name_zh) AS "titleZh"`;

/** The entries (`c`) with the records that they are about. */
export const subjects: Sql = sql`changes c LEFT JOIN incidents i ON i.id = c.subject_id
  LEFT JOIN directives d ON d.id = c.subject_id LEFT JOIN sources s ON s.id = c.subject_id
  LEFT JOIN datasets ds ON ds.id = c.subject_id LEFT JOIN reported_figures f ON f.id = c.subject_id
  LEFT JOIN places p ON c.subject_type = 'place'
    AND c.subject_id = uuid_generate_v5(${daybookNamespace}::uuid, 'place:' || p.id)`;

/** What of the history a viewer may read: of records those that they may see. */
function readable(viewer: Viewer): Sql {
  if (may(viewer, 'accounts')) return sql`true`;
  return sql`c.subject_type <> ALL(${[...forAdmins]}) AND (i.id IS NULL OR ${visible(viewer, sql`i`)})
    AND (d.id IS NULL OR ${visible(viewer, sql`d`)})`;
}

/**
 * What of a change a viewer may read: why personal data may stay, an exact place that is not public, and links with a
 * record that they may not see are told to editors and to the author of the record.
 */
function changesSeen(viewer: Viewer): Sql {
  if (viewer.kind !== 'account' || may(viewer, 'read-all')) return sql`c.changes`;
  const kept = sql`${linksToHidden('directives', viewer)} || ${linksToHidden('incidents', viewer)}
    || ARRAY['personalData'] || CASE WHEN i.point_public IS DISTINCT FROM false THEN '{}'::text[]
    ELSE ARRAY['latitude', 'longitude'] || CASE WHEN (c.changes->'claims')::text ~ '"(latitude|longitude)"'
      THEN ARRAY['claims'] ELSE '{}'::text[] END END`;
  return sql`CASE WHEN jsonb_typeof(c.changes) = 'object' AND (i.author_id = ${viewer.id}::uuid
    OR d.author_id = ${viewer.id}::uuid) IS NOT TRUE THEN c.changes - (${kept}) ELSE c.changes END`;
}

/** The field of links of a change (`c`), as a list, where it names a record that the viewer may not see; else none. */
const linksToHidden = (field: 'directives' | 'incidents', viewer: Viewer): Sql =>
  sql`CASE WHEN c.changes ? ${field} AND EXISTS (SELECT
      FROM jsonb_path_query(c.changes->${field}::text, '$.*[*]') named(ref)
      JOIN ${field === 'directives' ? sql`directives` : sql`incidents`} h ON h.ref = named.ref #>> '{}'
      WHERE NOT ${visible(viewer, sql`h`)})
    THEN ARRAY[${field}::text] ELSE '{}'::text[] END`;

/** A page of the history of everything, newest first. `before`: only entries older than that place in the chain. */
export async function listHistory(
  viewer: Viewer,
  filter: HistoryFilter,
  before: number | null,
): Promise<HistoryPage> {
  actorOf(viewer, 'history');
  const conditions: Sql[] = [readable(viewer)];
  if (filter.type) conditions.push(sql`c.subject_type = ${filter.type}`);
  if (filter.action) conditions.push(sql`c.action = ${filter.action}`);
  if (filter.who) conditions.push(sql`c.actor_name = ${filter.who}`);
  if (filter.from) conditions.push(sql`c.created_at >= ${filter.from}::date::timestamp AT TIME ZONE 'UTC'`);
  if (filter.to) conditions.push(sql`c.created_at < (${filter.to}::date + 1)::timestamp AT TIME ZONE 'UTC'`);
  if (before !== null) conditions.push(sql`c.seq < ${before}::bigint`);
  const entries =
    await database.query<HistoryEntry>(sql`SELECT ${entryColumns}, ${changesSeen(viewer)} AS changes
    FROM ${subjects}
    WHERE ${join(conditions, ' AND ')} ORDER BY c.seq DESC LIMIT ${entriesPerPage + 1}`);
  const shown = entries.slice(0, entriesPerPage);
  return { entries: shown, older: entries.length > shown.length ? (shown.at(-1)?.seq ?? null) : null };
}

/** What was done so far, for the choice of the filter. */
export async function listActions(viewer: Viewer): Promise<string[]> {
  actorOf(viewer, 'history');
  const rows = await database.query<{ action: string }>(
    sql`SELECT DISTINCT action FROM changes c WHERE ${may(viewer, 'accounts') ? sql`true` : sql`subject_type <> ALL(${[...forAdmins]})`}
      ORDER BY action`,
  );
  return rows.map(({ action }) => action);
}

/**
 * The records in work that a viewer may see: those in review, then drafts; in each the
 * longest untouched first. What is synthetic comes last.
 */
export async function listQueue(viewer: Viewer): Promise<{ rows: QueueRow[]; counts: QueueCount[] }> {
  actorOf(viewer, 'code');
  const mine = (row: Sql) => sql`${row}.status IN ('draft', 'in-review') AND ${visible(viewer, row)}`;
  const columns = (row: Sql) => sql`${row}.ref, ${row}.title, ${row}.title_zh AS "titleZh", ${row}.status,
    a.name AS author, to_char(${row}.updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "updatedAt",
    ds.origin IS NOT DISTINCT FROM 'synthetic' AS synthetic`;
  const [rows, counts] = await Promise.all([
    database.query<QueueRow>(sql`SELECT kind, type, ref, title, "titleZh", status, author, "updatedAt" FROM (
        SELECT 'incident' AS kind, i.type, ${columns(sql`i`)}
        FROM incidents i JOIN datasets ds ON ds.id = i.dataset_id LEFT JOIN accounts a ON a.id = i.author_id
        WHERE ${mine(sql`i`)}
        UNION ALL SELECT 'directive', NULL, ${columns(sql`d`)}
        FROM directives d LEFT JOIN datasets ds ON ds.id = d.dataset_id LEFT JOIN accounts a ON a.id = d.author_id
        WHERE ${mine(sql`d`)}) queue
      ORDER BY synthetic, status = 'draft', "updatedAt", ref LIMIT ${queueShown}`),
    database.query<QueueCount>(
      sql`SELECT status, count(*) AS count, count(*) FILTER (WHERE kind = 'incident') AS incidents FROM (
          SELECT 'incident' AS kind, i.status FROM incidents i WHERE ${mine(sql`i`)}
          UNION ALL SELECT 'directive', d.status FROM directives d WHERE ${mine(sql`d`)}) queue
        GROUP BY 1 ORDER BY 1 DESC`,
    ),
  ]);
  return { rows, counts };
}
