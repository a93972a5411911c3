import 'server-only';
import { openSnapshot } from '@/lib/db/query';
import { noFilters } from '@/lib/incidents/selection';
import { aboutExport, citationOfExport, type IncidentExport } from './about';
import { type Citations, citeSelection } from './cite-selection';
import { sheetLimits } from './formats';
import { countAllIncidents, countLongCells } from './queries';
import { sheetRefusal } from './records';

/** What the export dialog shows before a file is made. */
export type ExportPreview = {
  /** The filter in words. */
  filter: string;
  /** Incidents in all data sets, those that the filter keeps, and those of them that no file holds. */
  counts: { all: number; kept: number; leftOut: number };
  synthetic: boolean;
  /** Why the records can't be had as XLSX, in words; null = they can. */
  xlsx: string | null;
  datasets: { title: string; licence: string | null; redistributable: boolean }[];
  cite: Citations;
};

/** What files of a selection would hold, counted without making one. */
export async function previewExport(wanted: IncidentExport): Promise<ExportPreview> {
  const db = await openSnapshot();
  let whole = false;
  try {
    const about = await aboutExport(db, wanted);
    const { counts, datasets, withheld } = about;
    const { filters } = wanted.selection;
    const long = counts.exported < sheetLimits.rows ? await countLongCells(db, filters, wanted.viewer) : 0;
    const all = await countAllIncidents(db, noFilters, wanted.viewer);
    whole = true;
    return {
      filter: about.filter,
      counts: { all, kept: counts.kept, leftOut: counts.leftOut },
      synthetic: counts.synthetic > 0,
      xlsx: sheetRefusal(counts.exported, long, wanted.locale)?.message ?? null,
      datasets: [...datasets, ...withheld].map(({ title, titleZh, licence, redistributable }) => ({
        title: (wanted.locale === 'zh' ? titleZh : null) ?? title,
        licence,
        redistributable,
      })),
      cite: citeSelection(citationOfExport(about)),
    };
  } finally {
    await db.close(whole);
  }
}
