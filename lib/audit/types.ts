import type { HistoryHead } from './head';

/** Who does something: an account, or a command such as the seed, which has no id and no role. */
export type ChangeActor = { id: string | null; name: string; role: string | null };

/** One change that is to be noted in the history. Its place, its hashes and its time are made by the database. */
export type NewChange = {
  /** Id of the record that was changed. */
  subjectId: string;
  /** Version of the record after the change; 1 = made. */
  version: number;
  subjectType: string;
  /** What was done, e.g. `incident.created`. */
  action: string;
  actor: ChangeActor;
  /** Joins the changes of one act; null = a single act. */
  batchId: string | null;
  /** What it was and what it became, by field; empty for a record that was made. */
  changes: Record<string, { from: unknown; to: unknown }>;
  /** Why; null = not said. */
  reason: string | null;
};

/** The first entry that does not fit. */
export type HistoryFault = {
  seq: number;
  subjectId: string;
  version: number;
  /**
   * `altered`: its content does not have its hash. `missing`: the entry before it is gone. `order`: it was not made
   * to follow the entry before it, so one of the two was put in another's place.
   */
  why: 'altered' | 'missing' | 'order';
};

/** What came out when the history was verified. */
export type HistoryCheck = {
  /** How many entries hold, from the first on. */
  entries: number;
  /** The last entry that holds; null = there is none. */
  head: HistoryHead | null;
  /** Null = all entries hold. */
  fault: HistoryFault | null;
};
