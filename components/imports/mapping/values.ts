import { foldValue, makeCoder } from '@/lib/imports/convert/codes';
import type { IncidentMapping } from '@/lib/imports/plan';
import type { Coded } from './crosswalks';

/** A value that a crosswalk decides or leaves open. `count` null = it was not met. */
export type CodedValue = { value: string; count: number | null; codes: readonly string[] | null };

/**
 * The values of a crosswalk: those that were met and are no codes of ours, the undecided first, then entries that were
 * not met. `met`: how often each value was met.
 */
export function valuesOf(
  mapping: IncidentMapping,
  { name, vocabulary }: Coded,
  met: ReadonlyMap<string, number>,
): { met: CodedValue[]; rest: CodedValue[] } {
  const crosswalk = mapping.crosswalks.find((one) => one.name === name) ?? null;
  const decided = new Map((crosswalk?.entries ?? []).map(({ from, to }) => [foldValue(from), to]));
  const own = makeCoder(vocabulary, null);
  const seen = new Set<string>();
  const found: CodedValue[] = [];
  for (const [value, count] of met) {
    const folded = foldValue(value);
    if (folded === '' || seen.has(folded)) continue;
    const codes = decided.get(folded) ?? null;
    if (codes === null && own(value) !== null) continue;
    seen.add(folded);
    found.push({ value, count, codes });
  }
  found.sort(
    (a, b) => Number(a.codes !== null) - Number(b.codes !== null) || (b.count ?? 0) - (a.count ?? 0),
  );
  const rest = (crosswalk?.entries ?? [])
    .filter(({ from }) => !seen.has(foldValue(from)))
    .map(({ from, to }) => ({ value: from, count: null, codes: to }));
  return { met: found, rest };
}

/** How often each value stands in columns, by rows of cells. */
export function countValues(
  columns: Coded['columns'],
  tables: readonly { headers: readonly string[]; rows: readonly (readonly string[])[] }[],
): Map<string, number> {
  const met = new Map<string, number>();
  for (const { headers, rows } of tables)
    for (const { column, split } of columns) {
      const at = headers.indexOf(column);
      if (at < 0) continue;
      for (const cells of rows)
        for (const part of split === null ? [cells[at] ?? ''] : (cells[at] ?? '').split(split)) {
          const value = part.trim();
          if (value !== '') met.set(value, (met.get(value) ?? 0) + 1);
        }
    }
  return met;
}
