import type { IncidentMapping } from '@/lib/imports/plan';
import type { SampleTable } from '../tables';

/** A condition under which rows are passed over: a column holds one of some values; '' = it is empty. */
export type Skip = IncidentMapping['skip'][number];

/** How many conditions a mapping may hold, how many values each, and of how many characters. */
export const mostSkips = { conditions: 10, values: 50, characters: 100 } as const;

/** The mapping with one more condition, of a column that holds nothing of what is passed over yet. */
export const withSkip = (mapping: IncidentMapping, column: string): IncidentMapping => ({
  ...mapping,
  skip: [...mapping.skip, { column, values: [] }],
});

/** The mapping with a condition that says something else. */
export const withSkipAt = (mapping: IncidentMapping, at: number, change: Partial<Skip>): IncidentMapping => ({
  ...mapping,
  skip: mapping.skip.map((one, index) => (index === at ? { ...one, ...change } : one)),
});

/** The mapping without one of its conditions. */
export const withoutSkip = (mapping: IncidentMapping, at: number): IncidentMapping => ({
  ...mapping,
  skip: mapping.skip.filter((_, index) => index !== at),
});

/** How often each value stands in a column of the first rows, '' too, the most frequent first. */
export function valuesIn(tables: readonly SampleTable[], column: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { headers, rows } of tables) {
    const at = headers.indexOf(column);
    if (at < 0) continue;
    for (const cells of rows) {
      const value = (cells[at] ?? '').trim();
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  return new Map([...counts].sort(([, a], [, b]) => b - a));
}

/** How many of the first rows any of the conditions passes over, and how many there are. */
export function passedOver(
  { skip }: IncidentMapping,
  tables: readonly SampleTable[],
): { passed: number; rows: number } {
  let passed = 0;
  let all = 0;
  for (const { headers, rows } of tables) {
    const conditions = skip
      .map(({ column, values }) => ({ at: headers.indexOf(column), values: new Set(values) }))
      .filter(({ at }) => at >= 0);
    all += rows.length;
    passed += rows.filter((cells) =>
      conditions.some(({ at, values }) => values.has((cells[at] ?? '').trim())),
    ).length;
  }
  return { passed, rows: all };
}
