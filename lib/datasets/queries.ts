import 'server-only';
import { authorise } from '@/lib/auth/authorise';
import type { Viewer } from '@/lib/auth/viewer';
import { counted } from '@/lib/auth/where';
import { database, sql } from '@/lib/db/query';
import type { Locale } from '@/lib/i18n/locale';
import { titleIn } from '@/lib/i18n/messages/records';
import { getPlaceTree } from '@/lib/places/queries';
import { type PlaceTrails, trailsOf } from '@/lib/places/trails';
import { listAllFigures, listReportedFigures } from '@/lib/sources/queries';
import type { ReportedFigure } from '@/lib/sources/types';
import type { DatasetRecord } from './types';

/** All data sets, those that are made up last, with the number of published records in each. */
export function listDatasets(viewer: Viewer): Promise<DatasetRecord[]> {
  return database.query(sql`SELECT ds.slug, ds.ref_prefix AS "refPrefix", ds.title, ds.title_zh AS "titleZh",
      ds.description, ds.origin, ds.licence, ds.redistributable, ds.citation,
      ds.coverage_place_id AS "coveragePlaceId", ds.coverage_from AS "coverageFrom",
      ds.coverage_to AS "coverageTo", ds.coverage_note AS "coverageNote", ds.codebook_version AS "codebookVersion",
      coalesce(i.count, 0) AS incidents, i.first_day AS "firstDay", i.last_day AS "lastDay",
      (SELECT count(*) FROM directives d WHERE d.dataset_id = ds.id AND ${counted(viewer, sql`d`)}) AS directives
    FROM datasets ds
    LEFT JOIN (SELECT dataset_id, count(*) AS count, min(starts_on) AS first_day, max(ends_on) AS last_day
      FROM incidents r WHERE ${counted(viewer, sql`r`)} GROUP BY 1) i ON i.dataset_id = ds.id
    ORDER BY ds.origin = 'synthetic', ds.title, ds.slug`);
}

/** The data sets by slug and title, those that are made up last, to choose from. */
export async function nameDatasets(
  viewer: Viewer,
  locale: Locale,
): Promise<{ slug: string; title: string }[]> {
  authorise(viewer, 'read');
  const rows = await database.query<{ slug: string; title: string; titleZh: string | null }>(
    sql`SELECT slug, title, title_zh AS "titleZh" FROM datasets ORDER BY origin = 'synthetic', title, slug`,
  );
  return rows.map(({ slug, title, titleZh }) => ({ slug, title: titleIn(locale, title, titleZh) }));
}

/** The totals that sources state: about some data sets (by slug), or all of them. */
export function getReportedFigures(slugs?: readonly string[]): Promise<ReportedFigure[]> {
  return slugs ? listReportedFigures(slugs) : listAllFigures();
}

/** What the page Data shows: the data sets, all reported figures, and the places that either names. */
export type DataPage = { datasets: DatasetRecord[]; figures: ReportedFigure[]; places: PlaceTrails };

/** Reads the data sets and figures with the names of their places. */
export async function getDataPage(viewer: Viewer): Promise<DataPage> {
  const [datasets, figures, tree] = await Promise.all([
    listDatasets(viewer),
    getReportedFigures(),
    getPlaceTree(),
  ]);
  const named = [
    ...datasets.flatMap(({ coveragePlaceId }) => coveragePlaceId ?? []),
    ...figures.flatMap(({ placeId }) => placeId ?? []),
  ];
  return { datasets, figures, places: trailsOf(tree, named) };
}
