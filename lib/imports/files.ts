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

/** Whether a table was written by Daybook: an export, or the rows that an import refused. */
export function isOwnFile({ preset }: Pick<ImportPlan, 'preset'>, headers: readonly string[]): boolean {
  return preset?.id === 'daybook' || headers.includes('daybook_reason');
}
