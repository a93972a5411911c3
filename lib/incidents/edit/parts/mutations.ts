import 'server-only';
import type { Viewer } from '@/lib/auth/viewer';
import { visible } from '@/lib/auth/where';
import { type Db, sql } from '@/lib/db/query';
import { lacking } from '@/lib/edit/links';
import { claimsAsJson, missingNames, placeIds, sourceIds } from '@/lib/edit/mutations';
import type { EditedIncident } from '../types';

/** The ids of the sources and directives that a record names, by ref. */
export type Known = { sources: Map<string, string>; directives: Map<string, string> };

/**
 * The records that an incident names: directives as far as the viewer may see them, or those that `id` has already.
 * @throws AppError `invalid` that names every place, source and directive that there is not, each at its field.
 */
export async function readKnown(
  db: Db,
  incident: EditedIncident,
  viewer: Viewer,
  id: string | null,
): Promise<Known> {
  const places = await placeIds(db, [incident.placeId, incident.destinationPlaceId]);
  const directives = await db.query<{ ref: string; id: string }>(
    sql`SELECT d.ref, d.id FROM directives d WHERE d.ref = ANY(${incident.directives}::text[]) AND (${visible(viewer, sql`d`)}
      OR d.id IN (SELECT di.directive_id FROM directive_incidents di WHERE di.incident_id = ${id}::uuid))`,
  );
  const known: Known = {
    sources: await sourceIds(
      db,
      incident.claims.map(({ source }) => source),
    ),
    directives: new Map(directives.map(({ ref, id }) => [ref, id])),
  };
  const named = missingNames();
  named.require('placeId', incident.placeId, places.has(incident.placeId));
  named.require(
    'destinationPlaceId',
    incident.destinationPlaceId,
    places.has(incident.destinationPlaceId ?? ''),
  );
  for (const [index, { source }] of incident.claims.entries())
    named.require(`claims.${index}.source`, source, known.sources.has(source));
  for (const ref of incident.directives) named.require('directives', ref, known.directives.has(ref));
  named.done();
  return known;
}

/**
 * Writes responses, evidence and links to directives of an incident, in the place of those that it had before; null =
 * it is new. Of links only those are touched that differ, so that one made elsewhere at the same time stays.
 */
export async function insertParts(
  db: Db,
  id: string,
  incident: EditedIncident,
  known: Known,
  before: EditedIncident | null,
): Promise<void> {
  if (before)
    for (const table of [sql`responses`, sql`claims`])
      await db.query(sql`DELETE FROM ${table} WHERE incident_id = ${id}::uuid`);
  const { responses, claims, directives } = incident;
  if (responses.length > 0)
    await db.query(sql`INSERT INTO responses (incident_id, ordinal, kind, count, duration_days, size_text)
      SELECT ${id}::uuid, n, r->>'kind', (r->>'count')::int, (r->>'durationDays')::int, r->>'sizeText'
      FROM jsonb_array_elements(${JSON.stringify(responses)}::jsonb) WITH ORDINALITY a(r, n)`);
  if (claims.length > 0)
    await db.query(sql`INSERT INTO claims (incident_id, ordinal, field, value, printed, source_id, locator, basis, followed, note)
      SELECT ${id}::uuid, n, c->>'field', c->>'value', c->>'printed', (c->>'sourceId')::uuid, c->>'locator', c->>'basis',
        (c->>'followed')::boolean, c->>'note'
      FROM jsonb_array_elements(${claimsAsJson(claims, known.sources)}::jsonb) WITH ORDINALITY a(c, n)`);
  const linked = before?.directives ?? [];
  const gone = lacking(directives, linked);
  if (gone.length > 0)
    await db.query(sql`DELETE FROM directive_incidents di USING directives d
      WHERE di.incident_id = ${id}::uuid AND d.id = di.directive_id AND d.ref = ANY(${gone}::text[])`);
  const links = lacking(linked, directives).map((ref) => known.directives.get(ref));
  if (links.length > 0)
    await db.query(sql`INSERT INTO directive_incidents (incident_id, directive_id)
      SELECT ${id}::uuid, unnest(${links}::uuid[]) ON CONFLICT DO NOTHING`);
}
