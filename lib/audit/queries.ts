import 'server-only';
import { type Db, sql } from '@/lib/db/query';
import { changeHash, firstPreviousHash, type HashedChange } from './hash';
import type { HistoryHead } from './head';
import type { HistoryCheck, HistoryFault } from './types';

type Row = HashedChange & { previousHash: string; hash: string };

/** Entries that are read at once. */
const batch = 2_000;

const beforeAll = '-9223372036854775808';

/**
 * Reads the whole history in the order of the chain, works every hash out anew without the help of the database,
 * and tells the first entry that does not fit. An entry that is gone is found at the one that follows it; a tail
 * that is gone is not found (`findPublished`).
 */
export async function verifyHistory(db: Db): Promise<HistoryCheck> {
  let entries = 0;
  let head: HistoryHead | null = null;
  for (;;) {
    const rows = await readAfter(db, head?.seq.toString() ?? beforeAll);
    for (const row of rows) {
      const why = faultOf(row, head);
      if (why)
        return {
          entries,
          head,
          fault: { seq: row.seq, subjectId: row.subjectId, version: row.version, why },
        };
      entries += 1;
      head = { seq: row.seq, hash: row.hash };
    }
    if (rows.length < batch) return { entries, head, fault: null };
  }
}

/**
 * What became of an entry that was the last of the history when it was published: it is `there`, it is `gone`, or
 * there is one with `another-hash` in its place. While the history holds up to it, `there` means that nothing that
 * it was published for was altered.
 */
export async function findPublished(
  db: Db,
  { seq, hash }: HistoryHead,
): Promise<'there' | 'gone' | 'another-hash'> {
  const [row] = await db.query<{ hash: string }>(sql`SELECT hash FROM changes WHERE seq = ${seq}::bigint`);
  if (!row) return 'gone';
  return row.hash === hash ? 'there' : 'another-hash';
}

function faultOf(row: Row, before: HistoryHead | null): HistoryFault['why'] | null {
  const expected = (before?.seq ?? 0) + 1;
  if (row.seq > expected) return 'missing';
  if (row.seq < expected) return 'order';
  if (row.hash !== changeHash(row.previousHash, row)) return 'altered';
  return row.previousHash === (before?.hash ?? firstPreviousHash) ? null : 'order';
}

function readAfter(db: Db, seq: string): Promise<Row[]> {
  return db.query<Row>(sql`SELECT seq, subject_id AS "subjectId", version, subject_type AS "subjectType", action,
      actor_id AS "actorId", actor_name AS "actorName", actor_role AS "actorRole", batch_id AS "batchId",
      changes::text AS changes, reason, created_at AS "createdAt", previous_hash AS "previousHash", hash
    FROM changes WHERE seq > ${seq}::bigint ORDER BY seq LIMIT ${batch}`);
}
