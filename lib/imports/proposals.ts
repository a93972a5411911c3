import type { BatchSketch } from './batches/types';
import { columnNames } from './files';
import type { ImportPlan, Mapping, NewDataset } from './plan';
import { findPreset, presets } from './presets/presets';
import { mappingOf } from './propose';
import type { TableSketch } from './read/types';

/** A mapping to begin with, the data set that goes with it, and why each column was suggested. */
export type ProposedMapping = {
  mapping: Mapping;
  preset: ImportPlan['preset'];
  dataset: NewDataset | null;
  reasons: BatchSketch['proposal']['reasons'];
  /** Names of the columns of each table. */
  names: string[][];
};

/** A kind of file that fits, as it is offered; `fit` from 0 to 1. */
export type FittingPreset = { id: string; fit: number };

/** The kinds of file that fit the first table, the best first. */
export function fittingPresets(tables: readonly TableSketch[]): FittingPreset[] {
  const first = tables[0];
  if (!first) return [];
  return presets
    .map(({ id, fits }) => ({ id, fit: fits(first.headers, first.columns) }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit);
}

/** Names of the columns of each table, by a kind of file that knows those of tables without a header. */
export function namesOf(tables: readonly TableSketch[], preset: ImportPlan['preset']): string[][] {
  return tables.map((table) => [...columnNames(table, { preset })]);
}

/** The mapping by a kind of file; of none (null) by names and contents. Null = there is no such kind, or no table. */
export function proposedMapping(
  tables: readonly TableSketch[],
  preset: string | null,
): ProposedMapping | null {
  const first = tables[0];
  const found = preset === null ? null : findPreset(preset);
  if (!first || (preset !== null && !found)) return null;
  const chosen = found && { id: found.id, version: found.version };
  return {
    ...mappingOf(first, found),
    preset: chosen,
    names: namesOf(tables, chosen),
    dataset: found?.dataset ?? null,
  };
}
