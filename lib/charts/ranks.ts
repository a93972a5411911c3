import type { BreakdownRow, DistrictCount } from './types';

/** The number that a unit stands for; null = there is no rate because its population is not known. */
export function unitValue(unit: DistrictCount, measure: 'count' | 'rate'): number | null {
  return measure === 'count' ? unit.count : unit.rate;
}

/** Decimals that keep rates apart, the same for all units of a map and its legend. */
export function rateDigits(units: readonly DistrictCount[]): number {
  const largest = Math.max(0, ...units.map(({ rate }) => rate ?? 0));
  return largest > 0 ? Math.min(6, Math.max(0, 1 - Math.floor(Math.log10(largest)))) : 0;
}

/** Units from the largest value to the smallest; those without a value at the end, equal ones by name. */
export function rankUnits<Unit extends DistrictCount>(
  units: readonly Unit[],
  measure: 'count' | 'rate',
): Unit[] {
  const value = (unit: Unit) => unitValue(unit, measure) ?? -1;
  return [...units].sort(
    (a, b) =>
      value(b) - value(a) ||
      b.count - a.count ||
      a.name.localeCompare(b.name, 'en') ||
      (a.code < b.code ? -1 : 1),
  );
}

/**
 * The rows shown at once and those behind "show all". Rows keep their order, a part stays with the row it
 * belongs to, and a single row is never hidden.
 */
export function splitRows(rows: readonly BreakdownRow[], most: number): [BreakdownRow[], BreakdownRow[]] {
  if (rows.length <= most + 1) return [[...rows], []];
  let cut = most;
  while (cut > 1 && rows[cut]?.depth === 1) cut -= 1;
  if (cut <= 1) cut = most;
  return [rows.slice(0, cut), rows.slice(cut)];
}
