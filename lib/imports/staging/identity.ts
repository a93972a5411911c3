import { createHash } from 'node:crypto';
import type { ImportedIncident } from '../convert/types';

/** The bytes of a UUID. */
const bytesOf = (uuid: string) => Buffer.from(uuid.replaceAll('-', ''), 'hex');

/**
 * Ids of the records of one data set: of the external id where there is one (the rule of `incidentId`), else of what
 * names the row, and of how often it stood in the file before, so that the same file brings the same ids again.
 */
export function makeIds(datasetId: string) {
  const space = bytesOf(datasetId);
  return (name: string): string => uuid5(space, name);
}

/** UUIDv5 (RFC 9562, 5.5), as the package `uuid` makes it, without its checks of each call. */
function uuid5(space: Buffer, name: string): string {
  const hash = createHash('sha1').update(space).update(name).digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex', 0, 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** What names a record that has no external id, for its id. */
export const rowName = ({ identity }: Pick<ImportedIncident, 'identity'>, time: number): string =>
  time === 1 ? identity : `${identity}\u001f${time}`;

/**
 * The public name of an imported record: the prefix and its external id where that makes one; else in a form that
 * does, with a part of the id, since two external ids may come to the same.
 */
export function importedRef(prefix: string, externalId: string | null, id: string): string {
  if (externalId !== null && externalId.length <= 80 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(externalId))
    return `${prefix}-${externalId}`;
  const bare = id.replaceAll('-', '');
  if (externalId === null) return `${prefix}-${bare.slice(0, 16)}`;
  const slug = externalId
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
  return slug === '' ? `${prefix}-${bare.slice(0, 16)}` : `${prefix}-${slug}-${bare.slice(0, 8)}`;
}
