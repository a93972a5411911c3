/** One entry of the history, with the record that it is about as far as it can be named. */
export type HistoryEntry = {
  /** Place in the chain, from 1. */
  seq: number;
  /** Moment, ISO 8601 in UTC. */
  at: string;
  subjectType: string;
  /** Public name of the record; null = it has none, or is gone. */
  ref: string | null;
  title: string | null;
  titleZh: string | null;
  version: number;
  action: string;
  actorName: string;
  reason: string | null;
  /** Place of the entry that tells that passages were taken out of this one; null = it is whole. */
  redactedBy: number | null;
  /** What each field was and became. */
  changes: Record<string, { from: unknown; to: unknown }>;
  /** Id of the act on many records, or the merge, that it belongs to; null = it stands alone. */
  actId: string | null;
};

/** What narrows the history; null = everything. */
export type HistoryFilter = {
  type: string | null;
  action: string | null;
  who: string | null;
  from: string | null;
  to: string | null;
};

/** A page of the history, newest first. `older`: the seq below which the next page begins; null = it is the last. */
export type HistoryPage = { entries: HistoryEntry[]; older: number | null };

/** A record that waits for review, or is a draft. */
export type QueueRow = {
  ref: string;
  title: string;
  titleZh: string | null;
  status: string;
  kind: 'incident' | 'directive';
  /** Type of an incident; null = a directive. */
  type: string | null;
  author: string | null;
  /** Moment of the last change, ISO 8601 in UTC. */
  updatedAt: string;
};

/** How many records in work there are of a state, and how many of them are incidents. */
export type QueueCount = { status: string; count: number; incidents: number };
