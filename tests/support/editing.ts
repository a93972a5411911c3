import type { Pool } from 'pg';
import type { Role } from '@/lib/auth/permissions';
import type { Viewer } from '@/lib/auth/viewer';
import type { Sender } from '@/lib/http/write';
import { addAccount } from './accounts';

/** Somebody with a new account. */
export async function addViewer(pool: Pool, role: Role): Promise<Viewer> {
  const { id } = await addAccount(pool, role);
  return { kind: 'account', id, name: `Test ${role}`, role };
}

/** A viewer as one who sends something. */
export const senderOf = (viewer: Viewer): Sender => ({
  viewer,
  locale: 'en',
  origin: 'http://localhost',
  headers: new Headers(),
  reply: new Headers(),
});

type Entry = {
  version: number;
  action: string;
  actor_name: string;
  reason: string | null;
  changes: Record<string, { from: unknown; to: unknown }>;
};

/** What the history says of one record, by its id, the oldest first. */
export async function trailOf(pool: Pool, subjectId: string): Promise<Entry[]> {
  const { rows } = await pool.query(
    'SELECT version, action, actor_name, reason, changes FROM changes WHERE subject_id = $1 ORDER BY version',
    [subjectId],
  );
  return rows;
}

/** The fields that a request was refused for. */
export const refusedFields = (asked: Promise<unknown>): Promise<string[]> =>
  asked.then(
    () => [],
    (thrown: { fields?: { field: string }[] }) => (thrown.fields ?? []).map(({ field }) => field),
  );
