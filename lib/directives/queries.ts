import 'server-only';
import type { Viewer } from '@/lib/auth/viewer';
import { counted as countedRow, visible } from '@/lib/auth/where';
import { type Db, database, join, type Sql, snapshot, sql } from '@/lib/db/query';
import { AppError } from '@/lib/errors';
import { findField } from '@/lib/fields/types';
import { faults } from '@/lib/i18n/messages/faults';
import { getPlaceTree } from '@/lib/places/queries';
import { trailsOf } from '@/lib/places/trails';
import { claimColumns } from '@/lib/sources/queries';
import type { Claim } from '@/lib/sources/types';
import { directiveFields } from './fields';
import type { DirectiveFilter, DirectiveList, DirectiveName, DirectiveRecord, DirectiveRow } from './types';

/** Directives on a page of the list. */
export const directivesPerPage = 50;

/** The one condition on `directives d LEFT JOIN datasets ds` that a filter means. `except` leaves out one part. */
function directiveWhere(filter: DirectiveFilter, viewer: Viewer, except?: keyof DirectiveFilter): Sql {
  const conditions: Sql[] = [countedRow(viewer, sql`d`)];
  if (except !== 'dataset')
    conditions.push(
      filter.dataset === null
        ? sql`ds.origin IS DISTINCT FROM 'synthetic'`
        : sql`ds.slug = ${filter.dataset}`,
    );
  if (filter.kind !== null && except !== 'kind') conditions.push(sql`d.kind = ${filter.kind}`);
  if (filter.office !== null && except !== 'office') conditions.push(sql`d.issuer_office = ${filter.office}`);
  if (filter.order !== null && except !== 'order') conditions.push(sql`${filter.order} = ANY(d.orders)`);
  return join(conditions, ' AND ');
}

const from = sql`FROM directives d LEFT JOIN datasets ds ON ds.id = d.dataset_id`;

const codes: Record<keyof DirectiveFilter, { code: Sql; joined: Sql }> = {
  dataset: { code: sql`ds.slug`, joined: sql`` },
  kind: { code: sql`d.kind`, joined: sql`` },
  office: { code: sql`d.issuer_office`, joined: sql`` },
  order: { code: sql`o.code`, joined: sql`CROSS JOIN LATERAL unnest(d.orders) o(code)` },
};

/** One page of the directives that a viewer may see: dated ones first, newest first, then the undated by title. */
export async function listDirectives(
  viewer: Viewer,
  filter: DirectiveFilter,
  page = 1,
): Promise<DirectiveList> {
  return snapshot(async (db) => {
    const [counted] = await db.query<{ total: number }>(
      sql`SELECT count(*) AS total ${from} WHERE ${directiveWhere(filter, viewer)}`,
    );
    const total = counted?.total ?? 0;
    const pages = Math.max(1, Math.ceil(total / directivesPerPage));
    const shown = Math.min(Math.max(1, page), pages);
    const rows = await db.query<DirectiveRow>(sql`SELECT d.ref, d.kind, d.title, d.title_zh AS "titleZh",
        d.issuer_office AS "issuerOffice", d.issuer_text AS "issuerText", d.addressees, d.orders,
        d.issued_from AS "issuedFrom", d.issued_to AS "issuedTo", d.issued_precision AS "issuedPrecision",
        (SELECT count(*) FROM directive_incidents di JOIN incidents i ON i.id = di.incident_id
          WHERE di.directive_id = d.id AND ${countedRow(viewer, sql`i`)}) AS incidents,
        coalesce(ds.origin = 'synthetic', false) AS synthetic
      ${from} WHERE ${directiveWhere(filter, viewer)}
      ORDER BY d.issued_from DESC NULLS LAST, lower(d.title), d.id
      LIMIT ${directivesPerPage} OFFSET ${(shown - 1) * directivesPerPage}`);
    const counts: DirectiveList['counts'] = { dataset: [], kind: [], office: [], order: [] };
    for (const part of Object.keys(codes) as (keyof DirectiveFilter)[])
      counts[part] = await db.query(sql`SELECT ${codes[part].code} AS code, count(*) AS count
        ${from} ${codes[part].joined} WHERE ${directiveWhere(filter, viewer, part)} AND ${codes[part].code} IS NOT NULL
        GROUP BY 1 ORDER BY 2 DESC, 1`);
    return { rows, total, page: shown, pages, counts };
  });
}

/** The directives that a viewer may see by their names and data sets (null = none), by title, to choose from. */
export function nameDirectives(viewer: Viewer): Promise<DirectiveName[]> {
  return database.query(sql`SELECT d.ref, d.title, d.title_zh AS "titleZh", ds.slug AS dataset
    ${from} WHERE ${visible(viewer, sql`d`)} ORDER BY lower(d.title), d.ref`);
}

/** What the row of the directive itself holds. */
type Row = Omit<DirectiveRecord, 'places' | 'incidents' | 'claims'> & { id: string };

/** Everything that is shown of one directive. Throws `not-found` when there is none that the viewer may see. */
export async function getDirective(ref: string, viewer: Viewer): Promise<DirectiveRecord> {
  const tree = await getPlaceTree();
  const found = await snapshot(async (db): Promise<DirectiveRecord | null> => {
    const [row] =
      await db.query<Row>(sql`SELECT d.id, d.ref, d.kind, d.title, d.title_zh AS "titleZh", d.summary,
        d.issuer_office AS "issuerOffice", d.issuer_text AS "issuerText", d.issuer_place_id AS "issuerPlaceId",
        d.addressees, d.orders, d.issued_from AS "issuedFrom", d.issued_to AS "issuedTo",
        d.issued_precision AS "issuedPrecision", d.coding_note AS "codingNote", d.status, d.version,
        to_char(d.updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "updatedAt",
        coalesce(ds.origin = 'synthetic', false) AS synthetic,
        CASE WHEN ds.id IS NOT NULL
          THEN json_build_object('slug', ds.slug, 'title', ds.title, 'titleZh', ds.title_zh) END AS dataset
      ${from} WHERE d.ref = ${ref} AND ${visible(viewer, sql`d`)}`);
    if (!row) return null;
    const { id, ...directive } = row;
    const claims = await db.query<Claim>(sql`SELECT ${claimColumns} FROM directive_claims c
      JOIN sources s ON s.id = c.source_id WHERE c.directive_id = ${id}::uuid ORDER BY c.ordinal`);
    const claimed = claims
      .filter(({ field }) => findField(directiveFields, field)?.type === 'place')
      .map(({ value }) => value);
    return {
      ...directive,
      places: trailsOf(tree, [...(row.issuerPlaceId ? [row.issuerPlaceId] : []), ...claimed]),
      incidents: await incidentsOf(db, id, viewer),
      claims,
    };
  });
  if (!found) throw new AppError('not-found', faults.noSuch('publishedDirective', ref));
  return found;
}

/** The incidents that a directive is about, as far as the viewer may see them, by date. At most 200. */
function incidentsOf(db: Db, id: string, viewer: Viewer): Promise<DirectiveRecord['incidents']> {
  return db.query(sql`SELECT i.ref, i.title, i.title_zh AS "titleZh", i.type, i.starts_on AS "startsOn",
      i.ends_on AS "endsOn", i.date_precision AS "datePrecision", i.day_part AS "dayPart"
    FROM directive_incidents di JOIN incidents i ON i.id = di.incident_id
    WHERE di.directive_id = ${id}::uuid AND ${visible(viewer, sql`i`)}
    ORDER BY i.starts_on, i.id LIMIT 200`);
}
