import 'server-only';
import { actorOf, authorise } from '@/lib/auth/authorise';
import type { Viewer } from '@/lib/auth/viewer';
import { visible } from '@/lib/auth/where';
import { database, snapshot, sql } from '@/lib/db/query';
import { AppError } from '@/lib/errors';
import { faults } from '@/lib/i18n/messages/faults';
import { findDuplicates, readEditable } from '../edit/queries';
import type { Duplicate, OpenIncident } from '../edit/types';

/**
 * Where the ref of a record that went into another one leads: to the ref of the record that stands in its place now;
 * null = it is the name of a record.
 * @throws AppError `not-found` when the viewer may not see that record.
 */
export async function redirectOf(ref: string, viewer: Viewer): Promise<string | null> {
  authorise(viewer, 'read');
  // What a record went into may have gone into another one since.
  const [end] = await database.query<{ ref: string; seen: boolean }>(sql`WITH RECURSIVE way(ref, depth) AS (
      SELECT i.ref, 1 FROM incident_redirects m JOIN incidents i ON i.id = m.incident_id WHERE m.ref = ${ref}
      UNION ALL
      SELECT i.ref, w.depth + 1 FROM way w JOIN incident_redirects m ON m.ref = w.ref
        JOIN incidents i ON i.id = m.incident_id WHERE w.depth < 50)
    SELECT w.ref, coalesce((SELECT ${visible(viewer, sql`i`)} FROM incidents i WHERE i.ref = w.ref LIMIT 1), false) AS seen
    FROM way w ORDER BY w.depth DESC LIMIT 1`);
  if (!end) return null;
  if (!end.seen) throw new AppError('not-found', faults.noSuch('publishedIncident', ref));
  return end.ref;
}

/** Two records side by side, before one goes into the other. */
export type MergePair = { kept: OpenIncident; dropped: OpenIncident };

/** @throws AppError `not-found` as `readEditable` does; `conflict` where one of them went into another; `forbidden`. */
export function openPair(viewer: Viewer, kept: string, dropped: string): Promise<MergePair> {
  actorOf(viewer, 'edit');
  return snapshot(async (db) => {
    const open = async (ref: string): Promise<OpenIncident> => {
      const { id: _, authorId: __, ...one } = await readEditable(db, ref, viewer, { lock: false });
      return one;
    };
    return { kept: await open(kept), dropped: await open(dropped) };
  });
}

/** A record, and those that may be of the same event. @throws AppError as above. */
export function openCandidates(
  viewer: Viewer,
  ref: string,
): Promise<{ open: OpenIncident; candidates: Duplicate[] }> {
  actorOf(viewer, 'edit');
  return snapshot(async (db) => {
    const { id, authorId: _, ...open } = await readEditable(db, ref, viewer, { lock: false });
    return { open, candidates: await findDuplicates(db, open.incident, viewer, id) };
  });
}
