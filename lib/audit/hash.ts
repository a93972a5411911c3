import { createHash } from 'node:crypto';

/** An entry of the history as it is read, but for its hashes. */
export type HashedChange = {
  seq: number;
  subjectId: string;
  version: number;
  subjectType: string;
  action: string;
  actorId: string | null;
  actorName: string;
  actorRole: string | null;
  batchId: string | null;
  /** The changes in the text form of jsonb, as the database prints it. */
  changes: string;
  reason: string | null;
  createdAt: Date | number;
};

/** What the first entry has in place of the hash of the one before it. */
export const firstPreviousHash = '0'.repeat(64);

/**
 * The canonical form of an entry (docs/history.md): a JSON array of texts and nulls, `, ` between them. Different
 * entries never have the same. Made here without the database, which makes it in the SQL function `change_text`.
 */
export function canonicalText(change: HashedChange): string {
  const parts = [
    String(change.seq),
    change.subjectId,
    String(change.version),
    change.subjectType,
    change.action,
    change.actorId,
    change.actorName,
    change.actorRole,
    change.batchId,
    change.changes,
    change.reason,
    moment(change.createdAt),
  ];
  return `[${parts.map((part) => JSON.stringify(part)).join(', ')}]`;
}

/** The hash of an entry that follows one with `previousHash`: SHA-256 in hex. */
export function changeHash(previousHash: string, change: HashedChange): string {
  return createHash('sha256')
    .update(`${previousHash}\n${canonicalText(change)}`, 'utf8')
    .digest('hex');
}

/** A time in UTC to the millisecond. What is no time at all, such as infinity, has a text of its own. */
function moment(at: Date | number): string {
  const time = Number(at);
  return Number.isNaN(new Date(time).getTime()) ? String(time) : new Date(time).toISOString();
}
