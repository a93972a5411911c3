import type { DayColumns, ImportPlan } from '@/lib/imports/plan';
import type { TableSketch } from '@/lib/imports/read/types';
import { isAmbiguousDay } from '@/lib/imports/values/days';

/** The first rows of a table under the names of its columns. */
export type SampleTable = { name: string; headers: readonly string[]; rows: readonly (readonly string[])[] };

/** The tables that are taken, with their columns by name; without a header row `names` gives them. */
export function sampleTables(
  tables: readonly (TableSketch & { names: readonly string[] })[],
  { withoutTables }: Pick<ImportPlan, 'withoutTables'>,
): SampleTable[] {
  return tables
    .filter(({ name }) => !withoutTables.includes(name))
    .map(({ name, names, sample }) => ({ name, headers: names, rows: sample.map(({ cells }) => cells) }));
}

/** The columns of tables, each once, in their order. */
export const columnsOf = (tables: readonly SampleTable[]): string[] => [
  ...new Set(tables.flatMap(({ headers }) => headers)),
];

/** Some different cells of a column that are not empty. */
export function samplesOf(tables: readonly SampleTable[], column: string, most: number): string[] {
  const found = new Set<string>();
  for (const { headers, rows } of tables) {
    const at = headers.indexOf(column);
    if (at < 0) continue;
    for (const cells of rows) {
      const text = (cells[at] ?? '').trim();
      if (text !== '') found.add(text);
      if (found.size >= most) return [...found];
    }
  }
  return [...found];
}

/** A cell of the days that can be read day first and month first; null = there is none in the first rows. */
export function ambiguousDay(
  tables: readonly SampleTable[],
  days: readonly (DayColumns | null)[],
): string | null {
  for (const day of days) {
    if (!day || !('column' in day)) continue;
    const found = samplesOf(tables, day.column, 50).find(isAmbiguousDay);
    if (found) return found;
  }
  return null;
}
