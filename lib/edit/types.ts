import type { FieldFindings } from '@/lib/privacy/records';

/** What of a record can be edited, by the names of its fields, whatever its kind. */
export type EditedRecord = Record<string, unknown>;

/** One piece of evidence, as it is edited. `source` is the ref of the source. */
export type EditedClaim = {
  field: string;
  value: string;
  printed: string | null;
  source: string;
  locator: string | null;
  basis: string;
  followed: boolean;
  note: string | null;
};

/** What a field was and what it became. */
export type FieldChange = { from: unknown; to: unknown };

/** What stands with each record that is opened for editing. `status`: `published` for those that have no drafts. */
export type OpenHead = {
  ref: string;
  status: string;
  version: number;
  /** Whether the one who asks made it. */
  own: boolean;
};

/** A record as it is opened for editing, whatever its kind. */
export type Opened = OpenHead & { record: EditedRecord };

/** A record of a kind as the server sends it, with what can be edited under the name of the kind. */
export function openedAs(kind: string, open: OpenHead): Opened {
  const { ref, status, version, own } = open;
  return { ref, status, version, own, record: (open as unknown as EditedRecord)[kind] as EditedRecord };
}

/** What stands against saving a record as it was sent, for its editor to look at; nothing was saved. */
export type Doubt =
  | { kind: 'personal-data'; findings: FieldFindings[] }
  | { kind: 'changed-meanwhile'; current: OpenHead };

/** A record that was saved. */
export type Saved = { ref: string; version: number; status: string };
