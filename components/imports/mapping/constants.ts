import type { IncidentMapping } from '@/lib/imports/plan';
import type { TargetKey } from '@/lib/imports/targets';

/** The mapping with a value that a field gets in all rows; '' = none. */
export function withConstant(mapping: IncidentMapping, target: TargetKey, value: string): IncidentMapping {
  const constants = mapping.constants.filter((one) => one.target !== target);
  return { ...mapping, constants: value === '' ? constants : [...constants, { target, value }] };
}
