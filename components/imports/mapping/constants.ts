import type { IncidentMapping } from '@/lib/imports/plan';
import { type TargetKey, targetKeys, targetOf } from '@/lib/imports/targets';

/** What a field gets in all rows; a field that holds several codes may have several. `at`: which of the mapping. */
export type Constant = { target: TargetKey; values: { at: number; value: string }[] };

/** What is said for all rows, by field, in the order in which it was said. */
export function constantsOf({ constants }: IncidentMapping): Constant[] {
  const found = new Map<TargetKey, Constant>();
  for (const [at, { target, value }] of constants.entries()) {
    const known = found.get(target);
    if (known) known.values.push({ at, value });
    else found.set(target, { target, values: [{ at, value }] });
  }
  return [...found.values()];
}

/** Whether a field can hold several of its codes. */
export const holdsSeveral = (target: TargetKey): boolean =>
  ['codes', 'responses'].includes(targetOf(target).kind);

/** The fields for which something can be said for all rows, and is not yet. An id names one record only. */
export const freeTargets = ({ constants }: IncidentMapping): TargetKey[] =>
  targetKeys.filter((key) => key !== 'externalId' && !constants.some(({ target }) => target === key));

/** The mapping with a value that a field gets in all rows; '' = none. */
export function withConstant(mapping: IncidentMapping, target: TargetKey, value: string): IncidentMapping {
  const without = withoutConstant(mapping, target);
  return value === '' ? without : withMore(without, target, value);
}

/** The mapping with one more value of a field; '' is one that is still to be said. */
export const withMore = (mapping: IncidentMapping, target: TargetKey, value: string): IncidentMapping => ({
  ...mapping,
  constants: [...mapping.constants, { target, value }],
});

/** The mapping with another value in the place of one. */
export const withValueAt = (mapping: IncidentMapping, at: number, value: string): IncidentMapping => ({
  ...mapping,
  constants: mapping.constants.map((one, index) => (index === at ? { ...one, value } : one)),
});

/** The mapping without one of the values. */
export const withoutValueAt = (mapping: IncidentMapping, at: number): IncidentMapping => ({
  ...mapping,
  constants: mapping.constants.filter((_, index) => index !== at),
});

/** The mapping with nothing said of a field for all rows. */
export const withoutConstant = (mapping: IncidentMapping, target: TargetKey): IncidentMapping => ({
  ...mapping,
  constants: mapping.constants.filter((one) => one.target !== target),
});
