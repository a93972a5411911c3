import { findStep } from '@/lib/auth/workflow';
import type { FieldChange } from '../edit/types';
import { codeFieldNames, type Hindrance, type RecordAct } from './types';

/** What has to be known of a record to tell what an act does to it. */
export type ActRow = {
  id: string;
  ref: string;
  version: number;
  status: string;
  type: string;
  issues: string[];
  groups: string[];
  forms: string[];
  targets: string[];
  /** Whether it went into another record. */
  merged: boolean;
};

/** A record with what changes in it. */
export type Planned = { row: ActRow; changes: Record<string, FieldChange> };

/** What an act does to records, before anybody has looked at their texts. */
export type Plan = {
  changing: Planned[];
  same: number;
  hindered: { row: ActRow; why: Hindrance }[];
  needsReason: boolean;
};

const statusAfter = { publish: 'published', withdraw: 'withdrawn' } as const;

/** What an act does to each of some records. A record that went into another one is never changed. Pure. */
export function planOf(rows: readonly ActRow[], act: RecordAct): Plan {
  const plan: Plan = { changing: [], same: 0, hindered: [], needsReason: false };
  for (const row of rows) {
    if (row.merged) plan.hindered.push({ row, why: 'merged' });
    else if (act.kind === 'retag') {
      const changes = retagged(row, act);
      if (Object.keys(changes).length === 0) plan.same += 1;
      else plan.changing.push({ row, changes });
    } else {
      const to = statusAfter[act.kind];
      const step = findStep(row.status, to);
      if (row.status === to) plan.same += 1;
      else if (!step) plan.hindered.push({ row, why: 'state' });
      else {
        plan.needsReason ||= step.reason;
        plan.changing.push({ row, changes: { status: { from: row.status, to } } });
      }
    }
  }
  return plan;
}

function retagged(row: ActRow, act: Extract<RecordAct, { kind: 'retag' }>): Record<string, FieldChange> {
  const changes: Record<string, FieldChange> = {};
  if (act.type !== null && act.type !== row.type) changes.type = { from: row.type, to: act.type };
  for (const field of codeFieldNames) {
    const from = row[field];
    const kept = from.filter((code) => !act.remove[field]?.includes(code));
    const added = (act.add[field] ?? []).filter((code) => !from.includes(code));
    if (kept.length < from.length || added.length > 0) changes[field] = { from, to: [...kept, ...added] };
  }
  return changes;
}

/** The changes that take others back. Pure. */
export function reversed(changes: Record<string, FieldChange>): Record<string, FieldChange> {
  return Object.fromEntries(
    Object.entries(changes).map(([field, { from, to }]) => [field, { from: to, to: from }]),
  );
}
