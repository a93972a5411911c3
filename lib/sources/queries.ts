import 'server-only';
import type { Viewer } from '@/lib/auth/viewer';
import { counted } from '@/lib/auth/where';
import { type Db, database, type Sql, snapshot, sql } from '@/lib/db/query';
import { AppError } from '@/lib/errors';
import { faults } from '@/lib/i18n/messages/faults';
import { getPlaceTree } from '@/lib/places/queries';
import { trailsOf } from '@/lib/places/trails';
import type { ReportedFigure, RestingRecord, SourceName, SourceRecord, SourceRow } from './types';
import { claimCounted, sourceVisible } from './where';

/**
 * The columns of `claims c` (or `directive_claims c`) joined with `sources s`, as the type `Claim` has them.
 */
export const claimColumns: Sql = sql`c.field, c.value, c.printed, c.locator, c.basis, c.followed, c.note,
  json_build_object('ref', s.ref, 'outlet', s.outlet, 'headline', s.headline, 'headlineZh', s.headline_zh,
    'publishedOn', s.published_on, 'url', s.url) AS source`;

/** Records that a source page lists; the rest are counted. */
export const restingShown = 200;

/** All sources, newest first, with the number of records and figures that rest on each. */
export function listSources(viewer: Viewer): Promise<SourceRow[]> {
  return database.query(sql`SELECT s.ref, s.outlet, s.headline, s.headline_zh AS "headlineZh",
      s.published_on AS "publishedOn", s.kind, s.language, s.url,
      coalesce(incidents.count, 0) AS incidents, coalesce(directives.count, 0) AS directives,
      coalesce(figures.count, 0) AS figures,
      coalesce(incidents.synthetic, false) OR coalesce(directives.synthetic, false) AS synthetic
    FROM sources s
    LEFT JOIN (SELECT c.source_id, count(DISTINCT i.id) AS count, bool_or(ds.origin = 'synthetic') AS synthetic
      FROM claims c JOIN incidents i ON i.id = c.incident_id JOIN datasets ds ON ds.id = i.dataset_id
      WHERE ${counted(viewer, sql`i`)} AND ${claimCounted(sql`c`, sql`i`)} GROUP BY 1) incidents
      ON incidents.source_id = s.id
    LEFT JOIN (SELECT c.source_id, count(DISTINCT d.id) AS count, bool_or(ds.origin = 'synthetic') AS synthetic
      FROM directive_claims c JOIN directives d ON d.id = c.directive_id
      LEFT JOIN datasets ds ON ds.id = d.dataset_id WHERE ${counted(viewer, sql`d`)} GROUP BY 1) directives
      ON directives.source_id = s.id
    LEFT JOIN (SELECT f.source_id, count(*) AS count FROM reported_figures f GROUP BY 1) figures
      ON figures.source_id = s.id
    WHERE ${sourceVisible(viewer, sql`s`)}
    ORDER BY s.published_on DESC NULLS LAST, s.outlet, s.ref`);
}

/** All sources by their names, newest first, to choose from. */
export function nameSources(viewer: Viewer): Promise<SourceName[]> {
  return database.query(sql`SELECT ref, outlet, headline, headline_zh AS "headlineZh",
      published_on AS "publishedOn", url
    FROM sources s WHERE ${sourceVisible(viewer, sql`s`)} ORDER BY published_on DESC NULLS LAST, outlet, ref`);
}

/** What the row of the source itself holds. */
type Row = Omit<
  SourceRecord,
  'incidents' | 'incidentCount' | 'directives' | 'directiveCount' | 'figures' | 'places'
> & { id: string };

/** One source with what rests on it. Throws `not-found` when there is none of that name. */
export async function getSource(ref: string, viewer: Viewer): Promise<SourceRecord> {
  const tree = await getPlaceTree();
  const found = await snapshot(async (db): Promise<SourceRecord | null> => {
    const [row] =
      await db.query<Row>(sql`SELECT s.id, s.ref, s.outlet, s.headline, s.headline_zh AS "headlineZh",
        s.published_on AS "publishedOn", s.kind, s.language, s.url, s.archive_url AS "archiveUrl", s.note,
        length(s.text) AS "textLength", s.sha256,
        EXISTS (SELECT FROM claims c JOIN incidents i ON i.id = c.incident_id
          JOIN datasets ds ON ds.id = i.dataset_id WHERE c.source_id = s.id
          AND ${counted(viewer, sql`i`)} AND ${claimCounted(sql`c`, sql`i`)} AND ds.origin = 'synthetic')
        OR EXISTS (SELECT FROM directive_claims c JOIN directives d ON d.id = c.directive_id
          JOIN datasets ds ON ds.id = d.dataset_id WHERE c.source_id = s.id
          AND ${counted(viewer, sql`d`)} AND ds.origin = 'synthetic') AS synthetic
      FROM sources s WHERE s.ref = ${ref} AND ${sourceVisible(viewer, sql`s`)}`);
    if (!row) return null;
    const { id, ...source } = row;
    const incidents = await resting(
      db,
      sql`FROM claims c JOIN incidents r ON r.id = c.incident_id
        WHERE c.source_id = ${id}::uuid AND ${counted(viewer, sql`r`)} AND ${claimCounted(sql`c`, sql`r`)}`,
      { kind: sql`r.type`, order: sql`r.starts_on DESC, r.ref` },
    );
    const directives = await resting(
      db,
      sql`FROM directive_claims c JOIN directives r ON r.id = c.directive_id
        WHERE c.source_id = ${id}::uuid AND ${counted(viewer, sql`r`)}`,
      { kind: sql`r.kind`, order: sql`r.issued_from DESC NULLS LAST, r.ref` },
    );
    const figures = await figuresWhere(db, sql`f.source_id = ${id}::uuid`);
    return {
      ...source,
      incidents: incidents.rows,
      incidentCount: incidents.total,
      directives: directives.rows,
      directiveCount: directives.total,
      figures,
      places: trailsOf(tree, placesOf(figures)),
    };
  });
  if (!found) throw new AppError('not-found', faults.noSuch('source', ref));
  return found;
}

type Columns = { kind: Sql; order: Sql };

async function resting(
  db: Db,
  from: Sql,
  { kind, order }: Columns,
): Promise<{ rows: RestingRecord[]; total: number }> {
  const [counted] = await db.query<{ total: number }>(sql`SELECT count(DISTINCT r.id) AS total ${from}`);
  const rows =
    await db.query<RestingRecord>(sql`SELECT r.ref, r.title, r.title_zh AS "titleZh", ${kind} AS kind,
      array_agg(c.field ORDER BY c.ordinal) AS fields,
      coalesce(array_agg(DISTINCT c.locator) FILTER (WHERE c.locator IS NOT NULL), '{}') AS locators
    ${from} GROUP BY r.id ORDER BY ${order} LIMIT ${restingShown}`);
  return { rows, total: counted?.total ?? 0 };
}

function placesOf(figures: readonly ReportedFigure[]): string[] {
  return figures.flatMap(({ placeId }) => placeId ?? []);
}

/** The totals that sources state about some data sets (by slug). */
export function listReportedFigures(slugs: readonly string[]): Promise<ReportedFigure[]> {
  return figuresWhere(database, sql`ds.slug = ANY(${[...slugs]})`);
}

/** All totals that sources state, those of no data set last. */
export function listAllFigures(): Promise<ReportedFigure[]> {
  return figuresWhere(database, sql`true`);
}

/** Figures that keep a condition on `reported_figures f LEFT JOIN datasets ds`. */
function figuresWhere(db: Db, condition: Sql): Promise<ReportedFigure[]> {
  return db.query(sql`SELECT f.ref, f.metric, f.label, f.label_zh AS "labelZh", f.value, f.bound, f.unit,
      f.place_id AS "placeId", f.from_day AS "from", f.to_day AS "to", f.printed, f.locator, ds.slug AS dataset,
      json_build_object('ref', s.ref, 'outlet', s.outlet, 'publishedOn', s.published_on) AS source
    FROM reported_figures f JOIN sources s ON s.id = f.source_id LEFT JOIN datasets ds ON ds.id = f.dataset_id
    WHERE ${condition} ORDER BY ds.slug NULLS LAST, f.ref`);
}
