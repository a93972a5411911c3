import 'server-only';
import { z } from 'zod';
import { type Db, sql } from '@/lib/db/query';
import { changeHash, firstPreviousHash, type HashedChange } from './hash';
import type { HistoryHead } from './head';
import type { HistoryCheck, HistoryFault } from './types';

type Row = HashedChange & { previousHash: string; hash: string; redactedBy: number | null };

/** Entries that were redacted, by the place of the entry that tells of it. */
type Redacted = Map<number, Row>;

/** Entries that are read at once. */
const batch = 2_000;

const beforeAll = '-9223372036854775808';

/**
 * Reads the whole history in the order of the chain, works every hash out anew without the help of the database,
 * and tells the first entry that does not fit. An entry that is gone is found at the one that follows it; a tail
 * that is gone is not found (`findPublished`). A redacted entry fits where the entry that it names tells its hash.
 */
export async function verifyHistory(db: Db): Promise<HistoryCheck> {
  let entries = 0;
  let head: HistoryHead | null = null;
  const redacted: Redacted = new Map();
  for (;;) {
    const rows = await readAfter(db, head?.seq.toString() ?? beforeAll);
    for (const row of rows) {
      const why = faultOf(row, head);
      if (why) return { entries, head, fault: faultAt(row, why) };
      const untold = toldBy(row, redacted);
      if (untold) return { entries, head, fault: faultAt(untold, 'altered') };
      entries += 1;
      head = { seq: row.seq, hash: row.hash };
    }
    if (rows.length < batch) {
      const [untold] = redacted.values();
      return { entries, head, fault: untold ? faultAt(untold, 'altered') : null };
    }
  }
}

const faultAt = ({ seq, subjectId, version }: Row, why: HistoryFault['why']): HistoryFault => ({
  seq,
  subjectId,
  version,
  why,
});

/**
 * Notes an entry that was redacted, and strikes out one of which this entry tells; returns one that was redacted and of
 * which it should tell but does not.
 */
function toldBy(row: Row, redacted: Redacted): Row | null {
  if (row.redactedBy !== null) redacted.set(row.redactedBy, row);
  const known = redacted.get(row.seq);
  if (!known) return null;
  const told = row.action === 'history.redacted' ? redaction.safeParse(JSON.parse(row.changes)) : null;
  if (!told?.success || told.data.entry.to !== known.seq || told.data.hash.to !== known.hash) return known;
  redacted.delete(row.seq);
  return null;
}

/** What an entry says that tells of a redacted one. */
const redaction = z.object({ entry: z.object({ to: z.number() }), hash: z.object({ to: z.string() }) });

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
  // What a redacted entry was can't be told any more: another entry tells its hash.
  if (row.redactedBy === null && row.hash !== changeHash(row.previousHash, row)) return 'altered';
  return row.previousHash === (before?.hash ?? firstPreviousHash) ? null : 'order';
}

function readAfter(db: Db, seq: string): Promise<Row[]> {
  return db.query<Row>(sql`SELECT seq, subject_id AS "subjectId", version, subject_type AS "subjectType", action,
      actor_id AS "actorId", actor_name AS "actorName", actor_role AS "actorRole", batch_id AS "batchId",
      changes::text AS changes, reason, created_at AS "createdAt", previous_hash AS "previousHash", hash,
      redacted_by AS "redactedBy"
    FROM changes WHERE seq > ${seq}::bigint ORDER BY seq LIMIT ${batch}`);
}
