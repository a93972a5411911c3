import 'server-only';
import { actorOf } from '@/lib/auth/authorise';
import { may } from '@/lib/auth/permissions';
import type { Viewer } from '@/lib/auth/viewer';
import { visible } from '@/lib/auth/where';
import { type Db, database, join, type Sql, snapshot, sql } from '@/lib/db/query';
import { readEditable } from '@/lib/incidents/edit/queries';
import type { OpenIncident } from '@/lib/incidents/edit/types';
import type { HistoryEntry, HistoryFilter, HistoryPage, QueueRow } from './types';

/** Entries on a page of the history, and records in a queue. */
export const entriesPerPage = 50;
const queueShown = 200;

const entryColumns: Sql = sql`c.seq, to_char(c.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at,
  c.subject_type AS "subjectType", c.version, c.action, c.actor_name AS "actorName", c.reason, c.changes,
  coalesce(i.ref, d.ref, s.ref, ds.slug) AS ref, coalesce(i.title, d.title, s.headline, ds.title) AS title,
  coalesce(i.title_zh, d.title_zh, s.headline_zh, ds.title_zh) AS "titleZh"`;

const subjects: Sql = sql`changes c LEFT JOIN incidents i ON i.id = c.subject_id
  LEFT JOIN directives d ON d.id = c.subject_id LEFT JOIN sources s ON s.id = c.subject_id
  LEFT JOIN datasets ds ON ds.id = c.subject_id`;

/** What of the history a viewer may read: of accounts only admins, of records those that they may see. */
function readable(viewer: Viewer): Sql {
  if (may(viewer, 'accounts')) return sql`true`;
  return sql`c.subject_type <> 'account' AND (i.id IS NULL OR ${visible(viewer, sql`i`)})
    AND (d.id IS NULL OR ${visible(viewer, sql`d`)})`;
}

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
  const entries = await database.query<HistoryEntry>(sql`SELECT ${entryColumns} FROM ${subjects}
    WHERE ${join(conditions, ' AND ')} ORDER BY c.seq DESC LIMIT ${entriesPerPage + 1}`);
  const shown = entries.slice(0, entriesPerPage);
  return { entries: shown, older: entries.length > shown.length ? (shown.at(-1)?.seq ?? null) : null };
}

/** What was done so far, for the choice of the filter. */
export async function listActions(viewer: Viewer): Promise<string[]> {
  actorOf(viewer, 'history');
  const rows = await database.query<{ action: string }>(
    sql`SELECT DISTINCT action FROM changes c WHERE ${may(viewer, 'accounts') ? sql`true` : sql`subject_type <> 'account'`}
      ORDER BY action`,
  );
  return rows.map(({ action }) => action);
}

/** The versions of one incident, newest first, with the present one; throws as `readEditable` does. */
export function openVersions(
  ref: string,
  viewer: Viewer,
): Promise<{ open: OpenIncident; entries: HistoryEntry[] }> {
  return snapshot(async (db) => {
    const { id, authorId: _, ...open } = await readEditable(db, ref, viewer, { lock: false });
    return { open, entries: await versionsOf(db, id) };
  });
}

function versionsOf(db: Db, id: string): Promise<HistoryEntry[]> {
  return db.query<HistoryEntry>(sql`SELECT ${entryColumns} FROM ${subjects}
    WHERE c.subject_id = ${id}::uuid ORDER BY c.version DESC`);
}

/**
 * The records in work that a viewer may see: those in review, then drafts; in each the
 * longest untouched first. What is synthetic comes last.
 */
export async function listQueue(
  viewer: Viewer,
): Promise<{ rows: QueueRow[]; counts: { status: string; count: number }[] }> {
  actorOf(viewer, 'code');
  const mine = sql`i.status IN ('draft', 'in-review') AND ${visible(viewer, sql`i`)}`;
  const [rows, counts] = await Promise.all([
    database.query<QueueRow>(sql`SELECT i.ref, i.title, i.title_zh AS "titleZh", i.status, i.type, a.name AS author,
        to_char(i.updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "updatedAt"
      FROM incidents i JOIN datasets ds ON ds.id = i.dataset_id LEFT JOIN accounts a ON a.id = i.author_id
      WHERE ${mine} ORDER BY ds.origin = 'synthetic', i.status = 'draft', i.updated_at, i.id LIMIT ${queueShown}`),
    database.query<{ status: string; count: number }>(
      sql`SELECT i.status, count(*) AS count FROM incidents i WHERE ${mine} GROUP BY 1 ORDER BY 1 DESC`,
    ),
  ]);
  return { rows, counts };
}
