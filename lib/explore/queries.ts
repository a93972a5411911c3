import 'server-only';
import type { Viewer } from '@/lib/auth/viewer';
import type { CivilDate } from '@/lib/dates/civil';
import { type Db, snapshot, sql } from '@/lib/db/query';
import type { IncidentFilters } from '@/lib/incidents/selection';
import { incidentWhere } from '@/lib/incidents/where';
import { sourceVisible } from '@/lib/sources/where';
import type { LaneCount } from './time-lane';

/** What counting needs to know of a data set. */
export type DatasetInfo = {
  slug: string;
  title: string;
  titleZh: string | null;
  origin: string;
  coveragePlaceId: string | null;
  coverageFrom: CivilDate | null;
  coverageTo: CivilDate | null;
};

/** All data sets, by title. */
export function listDatasetInfo(db: Db): Promise<DatasetInfo[]> {
  return db.query(sql`SELECT slug, title, title_zh AS "titleZh", origin, coverage_place_id AS "coveragePlaceId",
    coverage_from AS "coverageFrom", coverage_to AS "coverageTo" FROM datasets ORDER BY title, slug`);
}

/** A source as filters and captions name it. */
export type SourceInfo = { ref: string; outlet: string; headline: string; publishedOn: CivilDate | null };

/** The sources that a viewer may see, by ref. */
export function listSourceInfo(viewer: Viewer): Promise<SourceInfo[]> {
  return snapshot(async (db) => {
    // For a source on which nothing published rests the database would read all claims, as it counts on meeting one soon.
    await db.query(sql`SET LOCAL enable_seqscan = off`);
    return db.query(sql`SELECT s.ref, s.outlet, s.headline, s.published_on AS "publishedOn" FROM sources s
      WHERE ${sourceVisible(viewer, sql`s`)} ORDER BY s.ref COLLATE "C"`);
  });
}

/** A named span behind time charts. */
export type ReferencePeriodInfo = { nameEn: string; nameZh: string; startsOn: CivilDate; endsOn: CivilDate };

/** The reference periods that touch a span of days, in order. */
export function listPeriods(db: Db, from: CivilDate, to: CivilDate): Promise<ReferencePeriodInfo[]> {
  return db.query(sql`SELECT name_en AS "nameEn", name_zh AS "nameZh", starts_on AS "startsOn", ends_on AS "endsOn"
    FROM reference_periods WHERE starts_on <= ${to}::date AND ends_on >= ${from}::date ORDER BY starts_on, id`);
}

/** All reference periods, in order. */
export function listAllPeriods(db: Db): Promise<ReferencePeriodInfo[]> {
  return db.query(sql`SELECT name_en AS "nameEn", name_zh AS "nameZh", starts_on AS "startsOn", ends_on AS "endsOn"
    FROM reference_periods ORDER BY starts_on, id`);
}

/** A total that a source states about the coverage of a data set. */
export type FigureInfo = {
  dataset: string;
  metric: string;
  label: string;
  labelZh: string | null;
  value: number;
  bound: string;
  placeId: string | null;
  from: CivilDate | null;
  to: CivilDate | null;
  sourceRef: string;
};

/** The totals that sources state about some data sets, by slug; null = about all of them. */
export function listFigures(db: Db, slugs: string[] | null): Promise<FigureInfo[]> {
  const among = slugs === null ? sql`true` : sql`ds.slug = ANY(${slugs})`;
  return db.query(sql`SELECT ds.slug AS dataset, f.metric, f.label, f.label_zh AS "labelZh", f.value, f.bound,
      f.place_id AS "placeId", f.from_day AS "from", f.to_day AS "to", s.ref AS "sourceRef"
    FROM reported_figures f JOIN datasets ds ON ds.id = f.dataset_id JOIN sources s ON s.id = f.source_id
    WHERE ${among} ORDER BY f.ref`);
}

/**
 * Published directives about the incidents that a filter keeps, by the days in which they were issued, in order;
 * at most five of each by ref. Undated ones have nulls.
 */
export function listDirectiveDays(db: Db, filters: IncidentFilters, viewer: Viewer): Promise<LaneCount[]> {
  return db.query(sql`SELECT d.issued_from AS "from", d.issued_to AS "to", d.issued_precision AS precision,
      count(*) AS count, (array_agg(json_build_object('ref', d.ref, 'title', d.title, 'titleZh', d.title_zh)
        ORDER BY d.ref COLLATE "C"))[1:5] AS directives
    FROM directives d WHERE d.status = 'published' AND d.id IN (SELECT di.directive_id
      FROM directive_incidents di JOIN incidents i ON i.id = di.incident_id
      WHERE ${incidentWhere(filters, viewer)})
    GROUP BY 1, 2, 3 ORDER BY 1, 2, d.issued_precision COLLATE "C"`);
}
