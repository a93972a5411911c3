import { z } from 'zod';
import { reason, ref, version } from '@/lib/edit/schema';
import { listUnits, type Unit, unitNames } from './merge';

const sides = (unit: Unit) =>
  z.enum(listUnits.includes(unit) ? ['kept', 'dropped', 'both'] : ['kept', 'dropped'], 'notAsExpected');

const choice = z
  .strictObject(
    Object.fromEntries(unitNames.map((unit) => [unit, sides(unit).optional()])) as Record<
      Unit,
      z.ZodOptional<z.ZodEnum<{ kept: 'kept'; dropped: 'dropped'; both: 'both' }>>
    >,
  )
  .default({});

const record = z.strictObject({ ref, version });

/** What a merge may hold: the record that stays, the one that goes into it, and which values are taken. */
export const mergeInput = z.strictObject({
  kept: record,
  dropped: record,
  choice,
  reason,
  careReason: reason,
});

export type MergeInput = z.infer<typeof mergeInput>;
