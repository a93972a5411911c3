import 'server-only';
import { actorOf } from '@/lib/auth/authorise';
import type { Viewer } from '@/lib/auth/viewer';
import { database, sql } from '@/lib/db/query';
import { AppError } from '@/lib/errors';
import { faults } from '@/lib/i18n/messages/faults';
import { entryColumns, subjects } from '../queries';
import type { HistoryEntry } from '../types';

/**
 * One entry of the history, whole, for those who may take something out of it.
 * @throws AppError `not-found` where there is none of that place; `unauthenticated`, `forbidden`.
 */
export async function openEntry(seq: string, viewer: Viewer): Promise<HistoryEntry> {
  actorOf(viewer, 'redact-history');
  const [entry] = /^[1-9]\d{0,14}$/.test(seq)
    ? await database.query<HistoryEntry>(
        sql`SELECT ${entryColumns}, c.changes FROM ${subjects} WHERE c.seq = ${seq}::bigint`,
      )
    : [];
  if (!entry) throw new AppError('not-found', faults.noSuch('entry', seq));
  return entry;
}
