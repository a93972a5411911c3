import type { ImportPlan } from './plan';
import { presets } from './presets/presets';
import type { OpenTable } from './read/types';

/** Names of the columns of a table: of one without a header those that the preset of the plan gives, else `1`, `2` … */
export function columnNames(
  { headers, columns }: Pick<OpenTable, 'headers'> & { columns: number },
  { preset }: Pick<ImportPlan, 'preset'>,
): readonly string[] {
  if (headers) return headers;
  const known = presets.find(({ id }) => id === preset?.id)?.headerless?.(columns);
  return known ?? Array.from({ length: columns }, (_, index) => String(index + 1));
}

/** The columns that are added to rows that were refused; an import of that file passes over them. */
export const addedColumns = ['daybook_table', 'daybook_row', 'daybook_reason'] as const;

/** Whether a column was added to rows that an import refused. */
export const isAdded = (name: string): boolean => (addedColumns as readonly string[]).includes(name);
