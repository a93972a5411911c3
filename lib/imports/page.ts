import 'server-only';
import type { Viewer } from '@/lib/auth/viewer';
import { database } from '@/lib/db/query';
import type { Locale } from '@/lib/i18n/locale';
import { listAllPlaces } from '@/lib/places/queries';
import { trailLabels } from '@/lib/places/trails';
import { type ImportableDataset, listImportableDatasets } from './batches/lists/queries';
import { getBatch, listMappings } from './batches/queries';
import type { BatchDetail, KeptMapping } from './batches/types';
import { findPreset } from './presets/presets';
import { fittingPresets, namesOf } from './proposals';

/** A kind of file that fits, in words. */
export type OfferedPreset = {
  id: string;
  version: string;
  title: string;
  note: string;
  leads: boolean;
  fit: number;
};

/** What there is to choose from. `places`: places that the plan or the report name, in words, by id. */
export type ImportChoices = {
  datasets: ImportableDataset[];
  presets: OfferedPreset[];
  kept: KeptMapping[];
  places: Record<string, string>;
};

/** What the page of an import shows. `names`: names of the columns of each table. */
export type ImportPage = {
  batch: BatchDetail;
  choices: ImportChoices;
  names: string[][];
  presetTitle: string | null;
};

/** Characters of a cell that are shown of the first rows. */
const longestCell = 300;

/** One import with what there is to choose from. @throws AppError `not-found`, `forbidden`. */
export async function openImport(viewer: Viewer, id: string, locale: Locale): Promise<ImportPage> {
  const batch = await getBatch(viewer, id);
  const [datasets, kept, places] = await Promise.all([
    listImportableDatasets(viewer),
    listMappings(viewer),
    placesIn(batch, locale),
  ]);
  const { plan, sketch } = batch;
  const tables = sketch?.tables ?? [];
  const fits = new Map(fittingPresets(tables).map(({ id: preset, fit }) => [preset, fit]));
  // What was chosen stays to choose from.
  if (plan?.preset && !fits.has(plan.preset.id)) fits.set(plan.preset.id, 0);
  const presets = [...fits].flatMap(([preset, fit]) => {
    const found = findPreset(preset);
    if (!found) return [];
    const { version, title, note, leads = false } = found;
    return [{ id: preset, version, title: title[locale], note: note[locale], leads, fit }];
  });
  return {
    batch: sketch ? { ...batch, sketch: { ...sketch, tables: tables.map(clipped) } } : batch,
    choices: { datasets, presets, kept, places },
    names: namesOf(tables, plan?.preset ?? null),
    presetTitle: plan?.preset ? (findPreset(plan.preset.id)?.title[locale] ?? null) : null,
  };
}

function clipped<Table extends { sample: { number: number; cells: string[] }[] }>(table: Table): Table {
  const sample = table.sample.map(({ number, cells }) => ({
    number,
    cells: cells.map((cell) => (cell.length > longestCell ? `${cell.slice(0, longestCell)}…` : cell)),
  }));
  return { ...table, sample };
}

/** The places that the plan and the report of an import name, in words. */
async function placesIn({ plan, report }: BatchDetail, locale: Locale): Promise<Record<string, string>> {
  const place = plan?.mapping.place ?? null;
  const ids = new Set([
    ...(place?.decided ?? []).map(({ to }) => to),
    ...(place?.otherwise ? [place.otherwise] : []),
    ...(plan?.mapping.kind === 'incidents' ? plan.mapping.constants : []).flatMap(({ target, value }) =>
      target === 'destination' ? [value] : [],
    ),
    ...(report?.faults ?? []).flatMap(({ hints }) => hints),
    ...(report?.sample ?? []).map(({ placeId }) => placeId),
  ]);
  return ids.size === 0 ? {} : trailLabels(await listAllPlaces(database), [...ids], locale);
}
