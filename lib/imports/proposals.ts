import { columnNames } from './files';
import type { ImportPlan, Mapping, NewDataset } from './plan';
import { findPreset, presets } from './presets/presets';
import { type Reason, suggestMapping } from './presets/suggest';
import type { TableSketch } from './read/types';

type Sketched = Pick<TableSketch, 'headers' | 'columns' | 'sample'>;

/** A mapping to begin with, the data set that goes with it, and why each column was suggested. */
export type Proposed = {
  mapping: Mapping;
  preset: ImportPlan['preset'];
  dataset: NewDataset | null;
  reasons: Reason[];
};

/** The kinds of file that fit the first table, the best first. */
export function fittingPresets(tables: readonly Sketched[]): { id: string; fit: number }[] {
  const first = tables[0];
  if (!first) return [];
  return presets
    .map(({ id, fits }) => ({ id, fit: fits(first.headers, first.columns) }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit);
}

/** The mapping by a kind of file; of none (null) by names and contents. Null = there is no such kind, or no table. */
export function proposedMapping(tables: readonly Sketched[], preset: string | null): Proposed | null {
  const first = tables[0];
  if (!first) return null;
  const sample = first.sample.map(({ cells }) => cells);
  if (preset === null) {
    const { mapping, reasons } = suggestMapping(columnNames(first, { preset: null }), sample);
    return { mapping, preset: null, dataset: null, reasons };
  }
  const found = findPreset(preset);
  if (!found) return null;
  const chosen = { id: found.id, version: found.version };
  const headers = columnNames(first, { preset: chosen });
  return { mapping: found.map(headers), preset: chosen, dataset: found.dataset, reasons: [] };
}
