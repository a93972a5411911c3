import type { BatchDetail } from '@/lib/imports/batches/types';
import type { ImportPlan } from '@/lib/imports/plan';

export type { ImportChoices } from '@/lib/imports/page';

/** An import that can be mapped: it was looked into, and there is a plan. */
export type MappedBatch = BatchDetail & {
  plan: ImportPlan;
  sketch: NonNullable<BatchDetail['sketch']>;
};

export const isMapped = (batch: BatchDetail): batch is MappedBatch =>
  batch.plan !== null && batch.sketch !== null;
