import type { ImportPlan } from '@/lib/imports/plan';
import type { ImportReport } from '@/lib/imports/report';

const rules: readonly string[] = [
  'place-unknown',
  'place-ambiguous',
  'unknown-code',
  'ambiguous-day',
  'personal-data',
];

/** Whether a report holds something that can be decided beside it. */
export function canDecide({ mapping }: ImportPlan, report: ImportReport): boolean {
  return report.faults.some(
    ({ rule }) => rules.includes(rule) && (mapping.kind === 'incidents' || rule !== 'unknown-code'),
  );
}
