import { foldValue } from '@/lib/imports/convert/codes';
import type { ImportReport } from '@/lib/imports/report';
import type { Coded } from './mapping';

/** Values of coded columns that a check refused or left, by how many rows they stand in. */
export function refusedValues(report: ImportReport | null, { columns }: Coded): Map<string, number> {
  const met = new Map<string, number>();
  for (const { rule, column, value, count } of report?.faults ?? [])
    if (rule === 'unknown-code' && columns.some((one) => one.column === column))
      met.set(value, (met.get(value) ?? 0) + count);
  return met;
}

/** The same beside what was counted in the first rows; a count of the check goes before. */
export function metValues(
  sample: ReadonlyMap<string, number>,
  refused: ReadonlyMap<string, number>,
): Map<string, number> {
  const folded = new Map([...refused].map(([value, count]) => [foldValue(value), count]));
  const met = new Map(refused);
  for (const [value, count] of sample) if (!folded.has(foldValue(value))) met.set(value, count);
  return met;
}
