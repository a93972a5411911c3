import type { DatasetNames } from './batches/lists/queries';
import type { BatchSketch } from './batches/types';
import { columnNames } from './files';
import type { ImportPlan, Mapping } from './plan';
import { bestPreset } from './presets/presets';
import { suggestMapping } from './presets/suggest';
import type { Preset } from './presets/types';
import type { TableSketch } from './read/types';

/** A plan to begin with, and why it is as it is. */
export type Proposed = { plan: ImportPlan; proposal: BatchSketch['proposal'] };

/**
 * Proposes how files are imported: by the preset that fits their first table, else by the names and the cells of its
 * columns; into a data set of the same name where there is one, else into a new one named after the file. Pure.
 */
export function proposePlan(
  tables: readonly TableSketch[],
  fileName: string,
  datasets: readonly DatasetNames[],
  before: ImportPlan | null,
): Proposed {
  const table = tables[0];
  const best = table ? bestPreset(table.headers, table.columns) : null;
  const preset = best?.preset ?? null;
  const { mapping, reasons } = table ? mappingOf(table, preset) : { mapping: emptyMapping, reasons: [] };
  const plan: ImportPlan = {
    read: before?.read ?? {},
    // A workbook or package of ours holds tables about the records beside those of the records.
    withoutTables:
      preset?.id === 'daybook'
        ? tables.filter(({ headers, columns }) => preset.fits(headers, columns) === 0).map(({ name }) => name)
        : [],
    preset: preset && { id: preset.id, version: preset.version },
    mapping,
    dataset: before?.dataset ?? datasetOf(preset, fileName, datasets),
    status: before?.status ?? 'draft',
    edited: before?.edited ?? 'keep',
    withoutRefused: before?.withoutRefused ?? false,
    careReason: before?.careReason ?? null,
    evidence: before?.evidence ?? true,
  };
  if (preset?.leads) plan.status = 'draft';
  return {
    plan,
    proposal: {
      preset: best && { id: best.preset.id, version: best.preset.version, fit: best.fit },
      reasons,
    },
  };
}

/** The mapping of a table by a preset, or as its columns suggest. */
export function mappingOf(
  table: Pick<TableSketch, 'headers' | 'columns' | 'sample'>,
  preset: Preset | null,
): { mapping: Mapping; reasons: BatchSketch['proposal']['reasons'] } {
  const named = preset ? { id: preset.id, version: preset.version } : null;
  const headers = columnNames(table, { preset: named });
  if (preset) return { mapping: preset.map(headers), reasons: [] };
  const { mapping, reasons } = suggestMapping(
    headers,
    table.sample.map(({ cells }) => cells),
  );
  return { mapping, reasons: reasons.map(({ column, role, why }) => ({ column, role, why })) };
}

const emptyMapping: Mapping = suggestMapping([], []).mapping;

function datasetOf(
  preset: Preset | null,
  fileName: string,
  datasets: readonly DatasetNames[],
): ImportPlan['dataset'] {
  const title = fileName.replace(/(\.[A-Za-z0-9]{1,8})+$/, '').slice(0, 200) || 'Imported records';
  const slug = slugOf(title) || 'imported';
  const make = preset?.dataset ?? {
    slug,
    refPrefix: freePrefix(slug, datasets),
    title,
    description: '',
    licence: null,
    redistributable: false,
    citation: title,
  };
  return datasets.some((one) => one.slug === make.slug)
    ? { slug: make.slug }
    : { make: { ...make, refPrefix: freePrefix(make.refPrefix, datasets) } };
}

/** The first part of the refs of a data set: its name in short, with a number where another one has that already. */
export function freePrefix(slug: string, datasets: readonly DatasetNames[]): string {
  const bare = slug.replaceAll('-', '') || 'd';
  const taken = new Set(datasets.map(({ refPrefix }) => refPrefix));
  for (let number = 1; ; number += 1) {
    const ending = number === 1 ? '' : String(number);
    const prefix = bare.slice(0, 12 - ending.length) + ending;
    if (!taken.has(prefix)) return prefix;
  }
}

const slugOf = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
