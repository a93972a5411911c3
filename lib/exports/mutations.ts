import 'server-only';
import { randomUUID } from 'node:crypto';
import { appendChanges } from '@/lib/audit/mutations';
import type { ChangeActor } from '@/lib/audit/types';
import { authorise } from '@/lib/auth/authorise';
import type { Viewer } from '@/lib/auth/viewer';
import { transaction } from '@/lib/db/write';
import type { RecordFormat } from './formats';

/** A file of records that is about to be sent. `query` is its filter as in an address; '' = everything. */
export type SentExport = { format: RecordFormat; query: string; count: number };

/**
 * Notes in the history that a file of records was taken: by which account, or by a visitor, of whom nothing else is
 * known, or by a command (`actor`); with which filter, and how many incidents it holds. Admins alone can read it.
 */
export async function noteExport(
  viewer: Viewer,
  { format, query, count }: SentExport,
  actor: ChangeActor = actorOf(viewer),
): Promise<void> {
  authorise(viewer, 'read');
  await transaction((db) =>
    appendChanges(db, [
      {
        subjectId: randomUUID(),
        version: 1,
        subjectType: 'export',
        action: `export.${format}`,
        actor,
        batchId: null,
        changes: { filter: { from: null, to: query }, count: { from: null, to: count } },
        reason: null,
      },
    ]),
  );
}

function actorOf(viewer: Viewer): ChangeActor {
  return viewer.kind === 'account'
    ? { id: viewer.id, name: viewer.name, role: viewer.role }
    : { id: null, name: 'visitor', role: null };
}
