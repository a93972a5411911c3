import { foldValue } from '@/lib/imports/convert/codes';
import type { IncidentMapping } from '@/lib/imports/plan';
import type { ImportReport } from '@/lib/imports/report';
import { type Coded, codedOf } from './mapping/crosswalks';
import { countValues, valuesOf } from './mapping/values';
import type { SampleTable } from './tables';

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

/** How many values that were met are not decided, and would have their rows refused. */
export function undecidedIn(
  mapping: IncidentMapping,
  tables: readonly SampleTable[],
  report: ImportReport | null,
): number {
  return codedOf(mapping)
    .filter(({ name }) => mapping.crosswalks.find((one) => one.name === name)?.otherwise !== 'leave')
    .map((coded) => {
      const met = metValues(countValues(coded.columns, tables), refusedValues(report, coded));
      return valuesOf(mapping, coded, met).met.filter(({ codes }) => codes === null).length;
    })
    .reduce((sum, count) => sum + count, 0);
}
