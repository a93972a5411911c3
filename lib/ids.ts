import { v5 as uuidv5 } from 'uuid';

/** Name space of all ids that Daybook derives from names. Never to change: the ids of every copy rest on it. */
export const daybookNamespace = '5b0d7f0e-3c64-4f0b-9a51-8d2f6a7c41e9';

/** Records, besides data sets and incidents, whose id is derived from their ref; of a place, the one in the history. */
export type RecordKind = 'directive' | 'source' | 'figure' | 'place';

/** Id of a data set: UUIDv5 of its slug in Daybook's name space. */
export function datasetId(slug: string): string {
  return uuidv5(slug, daybookNamespace);
}

/**
 * Id of an incident that has an external id: UUIDv5 of it in the name space of its data set. The database checks
 * the same rule, so that the primary key keeps external ids unique within a data set.
 */
export function incidentId(datasetId: string, externalId: string): string {
  return uuidv5(externalId, datasetId);
}

/** Id of a record that is known by its ref: UUIDv5 of `kind:ref` in Daybook's name space. */
export function recordId(kind: RecordKind, ref: string): string {
  return uuidv5(`${kind}:${ref}`, daybookNamespace);
}

/** Public name of an incident that has an external id: the prefix of its data set, a hyphen, the external id. */
export function incidentRef(refPrefix: string, externalId: string): string {
  return `${refPrefix}-${externalId}`;
}
