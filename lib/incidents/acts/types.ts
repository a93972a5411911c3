import type { VocabularyName } from '@/lib/codebook/vocabularies';
import type { FindingKind } from '@/lib/privacy/kinds';
import type { FieldChange } from '../edit/types';

/** The fields that codes can be added to and removed from, each with its vocabulary. */
export const codeFields = {
  issues: 'issue',
  groups: 'group',
  forms: 'form',
  targets: 'target',
} as const satisfies Record<string, VocabularyName>;
export type CodeField = keyof typeof codeFields;
export const codeFieldNames = Object.keys(codeFields) as CodeField[];

/** Codes by field; a field that is left out has none. */
export type Codes = Partial<Record<CodeField, string[]>>;

/** What is done with every record that was chosen. `type`: null = it stays. */
export type RecordAct =
  | { kind: 'retag'; add: Codes; remove: Codes; type: string | null }
  | { kind: 'publish' }
  | { kind: 'withdraw' };

/** Most records that are changed by one act. */
export const mostRecords = 50_000;

/** Most rows that are ticked and sent by their refs. */
export const mostRefs = 5_000;

/**
 * Why a record is left as it is: there is no such step from its state, its texts hold what looks like personal data, or it
 * went into another record.
 */
export type Hindrance = 'state' | 'personal-data' | 'merged';

/** A record in a list of a preview. */
export type NamedRecord = { ref: string; title: string; titleZh: string | null };

/** What an act would do, without doing it. */
export type ActPreview = {
  /** Records that were chosen; of them `changing` change, `same` are so already, and the others can't. */
  matched: number;
  changing: number;
  same: number;
  /** Records that can't, by why; for `state` by the state that they are in. Each with a few of them. */
  hindered: { why: Hindrance; status: string | null; count: number; some: NamedRecord[] }[];
  /** Records with what looks like personal data, as many as are listed, with the fields and kinds. */
  findings: (NamedRecord & { fields: { field: string; kinds: FindingKind[] }[] })[];
  /** Whether it has to be said why. */
  needsReason: boolean;
  /** A few of the records that change, with what each field is and becomes. */
  sample: (NamedRecord & { changes: Record<string, FieldChange> })[];
  /** Stands for the act and the very versions of the records that were chosen. */
  digest: string;
};

/** What speaks against an act; nothing was changed. */
export type ActDoubt =
  | { kind: 'selection-changed'; preview: ActPreview }
  | { kind: 'too-many'; matched: number; most: number };

/** An act that was done. `left`: refs of records that an undo left. */
export type Done = { id: string; changed: number; left: string[] };

/** What is kept of an act: how its records were chosen, and what was done; of a merge the two refs. */
export type ActDetails = {
  query?: string;
  refs?: number;
  add?: Codes;
  remove?: Codes;
  type?: string | null;
  kept?: string;
  dropped?: string;
};

/** An act in the list of acts. */
export type ActEntry = {
  id: string;
  kind: RecordAct['kind'] | 'merge' | 'undo';
  details: ActDetails;
  reason: string | null;
  actorName: string;
  matched: number;
  changed: number;
  /** Moment, ISO 8601 in UTC. */
  at: string;
  /** The act that it takes back, and the one that took it back; null = none. */
  undoes: string | null;
  undoneBy: string | null;
  /** Refs of the records that it left, where it takes another one back. */
  leftRefs: string[];
};
