import type { Action } from './permissions';

/** The states of the work on a record (vocabulary `status`). */
export type Status = 'draft' | 'in-review' | 'published' | 'withdrawn';

type Step = {
  from: Status;
  to: Status;
  /** What one has to be allowed to do; `code` only for records of one's own. */
  action: Extract<Action, 'code' | 'edit'>;
  /** Whether it has to be said why. */
  reason: boolean;
};

/**
 * How a record goes through the work on it. Its author hands a draft in and takes it back; an editor publishes it, sends
 * it back, withdraws it and brings it back, and says why whenever readers lose or regain it, or its author has to act.
 */
export const workflow: readonly Step[] = [
  { from: 'draft', to: 'in-review', action: 'code', reason: false },
  { from: 'draft', to: 'published', action: 'edit', reason: false },
  { from: 'draft', to: 'withdrawn', action: 'code', reason: true },
  { from: 'in-review', to: 'draft', action: 'code', reason: true },
  { from: 'in-review', to: 'published', action: 'edit', reason: false },
  { from: 'published', to: 'withdrawn', action: 'edit', reason: true },
  { from: 'withdrawn', to: 'published', action: 'edit', reason: true },
  { from: 'withdrawn', to: 'draft', action: 'edit', reason: true },
];

/** The steps that lead on from a state. Pure. */
export function stepsFrom(status: string): readonly Step[] {
  return workflow.filter(({ from }) => from === status);
}

/** The step from one state to another; null = there is none. Pure. */
export function findStep(from: string, to: string): Step | null {
  return workflow.find((step) => step.from === from && step.to === to) ?? null;
}
