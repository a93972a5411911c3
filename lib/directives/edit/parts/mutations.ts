import 'server-only';
import type { Viewer } from '@/lib/auth/viewer';
import { visible } from '@/lib/auth/where';
import { type Db, sql } from '@/lib/db/query';
import { claimsAsJson, missingNames, placeIds, requireDataset, sourceIds } from '@/lib/edit/mutations';
import type { EditedDirective } from '../types';

/** What a directive names, as far as there is it. */
export type Known = {
  dataset: { id: string; prefix: string } | null;
  sources: Map<string, string>;
  incidents: Map<string, string>;
};

/**
 * The records that a directive names: incidents as far as the viewer may see them.
 * @throws AppError `invalid` that names every place, source, incident and data set that there is not, each at its field.
 */
export async function readKnown(db: Db, directive: EditedDirective, viewer: Viewer): Promise<Known> {
  const { dataset, issuerPlaceId, claims, incidents } = directive;
  const known: Known = {
    dataset: dataset === null ? null : await requireDataset(db, dataset),
    sources: await sourceIds(
      db,
      claims.map(({ source }) => source),
    ),
    incidents: new Map(
      (
        await db.query<{ ref: string; id: string }>(sql`SELECT i.ref, i.id FROM incidents i
          WHERE i.ref = ANY(${incidents}::text[]) AND ${visible(viewer, sql`i`)} ORDER BY i.id DESC`)
      ).map(({ ref, id }) => [ref, id]),
    ),
  };
  const places = await placeIds(db, [issuerPlaceId]);
  const named = missingNames();
  named.require('issuerPlaceId', issuerPlaceId, places.has(issuerPlaceId ?? ''));
  for (const [index, { source }] of claims.entries())
    named.require(`claims.${index}.source`, source, known.sources.has(source));
  for (const ref of incidents) named.require('incidents', ref, known.incidents.has(ref));
  named.done();
  return known;
}

/** Writes the evidence of a directive that has none yet. */
export async function insertClaims(
  db: Db,
  id: string,
  { claims }: EditedDirective,
  known: Known,
): Promise<void> {
  if (claims.length > 0)
    await db.query(sql`INSERT INTO directive_claims (directive_id, ordinal, field, value, printed, source_id, locator,
        basis, followed, note)
      SELECT ${id}::uuid, n, c->>'field', c->>'value', c->>'printed', (c->>'sourceId')::uuid, c->>'locator', c->>'basis',
        (c->>'followed')::boolean, c->>'note'
      FROM jsonb_array_elements(${claimsAsJson(claims, known.sources)}::jsonb) WITH ORDINALITY a(c, n)`);
}

/** Takes links to incidents away that the viewer sees. */
export async function removeLinks(
  db: Db,
  id: string,
  incidents: readonly string[],
  viewer: Viewer,
): Promise<void> {
  if (incidents.length > 0)
    await db.query(sql`DELETE FROM directive_incidents di USING incidents i
      WHERE di.directive_id = ${id}::uuid AND i.id = di.incident_id AND i.ref = ANY(${[...incidents]}::text[])
        AND ${visible(viewer, sql`i`)}`);
}

/** Links a directive to incidents; one that another form linked at the same time is linked once. */
export async function insertLinks(
  db: Db,
  id: string,
  incidents: readonly string[],
  known: Known,
): Promise<void> {
  const links = incidents.map((ref) => known.incidents.get(ref));
  if (links.length > 0)
    await db.query(sql`INSERT INTO directive_incidents (directive_id, incident_id)
      SELECT ${id}::uuid, unnest(${links}::uuid[]) ON CONFLICT DO NOTHING`);
}
