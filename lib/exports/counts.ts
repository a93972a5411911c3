import type { ChartFrame } from '@/lib/charts/types';
import { type CellValue, csvLine } from './csv';

/** A file of counts, and how many rows it has below the names of its columns. */
export type CountsFile = { text: string; rows: number };

/**
 * A file of counts, from the names of its columns and its lines. The last column, `synthetic`, is the same in every
 * line: true = some or all of the counted incidents are made up, as the chart says in words.
 */
export function countsCsv(
  { synthetic }: Pick<ChartFrame, 'synthetic'>,
  columns: readonly string[],
  lines: readonly (readonly CellValue[])[],
): CountsFile {
  const text = [
    csvLine([...columns, 'synthetic']),
    ...lines.map((cells) => csvLine([...cells, synthetic > 0])),
  ].join('');
  return { text, rows: lines.length };
}
