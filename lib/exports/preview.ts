import 'server-only';
import { type Db, openSnapshot } from '@/lib/db/query';
import { type IncidentFilters, noFilters } from '@/lib/incidents/selection';
import { aboutExport, citationOfExport, type ExportAbout, type IncidentExport } from './about';
import { type Citations, citeSelection } from './cite-selection';
import { aboutCompared, citationOfCompared, datasetsOfBoth } from './compared';
import { sheetLimits } from './formats';
import { countAllIncidents, countLongCells } from './queries';
import { sheetRefusal } from './records';

/** What files of one filter would hold. */
type PreviewedSide = {
  /** The filter in words. */
  filter: string;
  /** Incidents that the filter keeps, and those of them that no file holds. */
  counts: { kept: number; leftOut: number };
  /** Why the records can't be had as XLSX, in words; null = they can. */
  xlsx: string | null;
};

/** What the export dialog shows before a file is made. */
export type ExportPreview = PreviewedSide & {
  /** `all`: incidents in all data sets. */
  counts: PreviewedSide['counts'] & { all: number };
  synthetic: boolean;
  datasets: { title: string; licence: string | null; redistributable: boolean }[];
  cite: Citations;
  /** A where the selection asks for a comparison and so is B; what is said of data sets is of both. Null = it asks for none. */
  comparedWith: (PreviewedSide & { filters: IncidentFilters }) | null;
};

/** What files of a selection would hold, counted without making one. */
export async function previewExport(wanted: IncidentExport): Promise<ExportPreview> {
  const db = await openSnapshot();
  let whole = false;
  try {
    const about = await aboutExport(db, wanted);
    const other = await aboutCompared(db, wanted);
    const side = await previewedSide(db, about, wanted);
    const comparedWith = other && { ...(await previewedSide(db, other, wanted)), filters: other.filters };
    const all = await countAllIncidents(db, noFilters, wanted.viewer);
    whole = true;
    const datasets = datasetsOfBoth(
      [...about.datasets, ...about.withheld],
      other ? [...other.datasets, ...other.withheld] : [],
    );
    return {
      ...side,
      counts: { ...side.counts, all },
      synthetic: about.counts.synthetic + (other?.counts.synthetic ?? 0) > 0,
      datasets: datasets.map(({ title, titleZh, licence, redistributable }) => ({
        title: (wanted.locale === 'zh' ? titleZh : null) ?? title,
        licence,
        redistributable,
      })),
      cite: citeSelection(other ? citationOfCompared(about, other, wanted) : citationOfExport(about)),
      comparedWith,
    };
  } finally {
    await db.close(whole);
  }
}

async function previewedSide(
  db: Db,
  { filter, filters, counts }: ExportAbout,
  { viewer, locale }: IncidentExport,
): Promise<PreviewedSide> {
  const long = counts.exported < sheetLimits.rows ? await countLongCells(db, filters, viewer) : 0;
  return {
    filter,
    counts: { kept: counts.kept, leftOut: counts.leftOut },
    xlsx: sheetRefusal(counts.exported, long, locale)?.message ?? null,
  };
}
