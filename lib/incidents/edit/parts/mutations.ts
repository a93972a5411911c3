import 'server-only';
import { type Db, sql } from '@/lib/db/query';
import { AppError, type FieldProblem } from '@/lib/errors';
import type { EditedIncident } from '../types';

/** The ids of the sources and directives that a record names, by ref. */
export type Known = { sources: Map<string, string>; directives: Map<string, string> };

type Named = { ref: string; id: string };

/**
 * The records that an incident names. @throws AppError `invalid` that names every place, source and directive that there
 * is not, each at its field.
 */
export async function readKnown(db: Db, incident: EditedIncident): Promise<Known> {
  const refs = [...new Set(incident.claims.map(({ source }) => source))];
  const places = [incident.placeId, ...(incident.destinationPlaceId ? [incident.destinationPlaceId] : [])];
  const idsOf = (rows: Named[]) => new Map(rows.map(({ ref, id }) => [ref, id]));
  const found = new Set(
    (await db.query<{ id: string }>(sql`SELECT id FROM places WHERE id = ANY(${places}::text[])`)).map(
      ({ id }) => id,
    ),
  );
  const known: Known = {
    sources: idsOf(await db.query<Named>(sql`SELECT ref, id FROM sources WHERE ref = ANY(${refs}::text[])`)),
    directives: idsOf(
      await db.query<Named>(
        sql`SELECT ref, id FROM directives WHERE ref = ANY(${incident.directives}::text[])`,
      ),
    ),
  };
  const problems: FieldProblem[] = [];
  const require = (field: string, value: string | null, isThere: boolean) => {
    if (value !== null && !isThere) problems.push({ field, value, message: `There is no “${value}”.` });
  };
  require('placeId', incident.placeId, found.has(incident.placeId));
  require('destinationPlaceId', incident.destinationPlaceId, found.has(incident.destinationPlaceId ?? ''));
  for (const [index, { source }] of incident.claims.entries())
    require(`claims.${index}.source`, source, known.sources.has(source));
  for (const ref of incident.directives) require('directives', ref, known.directives.has(ref));
  if (problems.length > 0)
    throw new AppError('invalid', problems.map(({ message }) => message).join(' '), { fields: problems });
  return known;
}

/** Writes responses, evidence and links to directives of an incident; `replace` takes those away that it had. */
export async function insertParts(
  db: Db,
  id: string,
  incident: EditedIncident,
  known: Known,
  { replace = false }: { replace?: boolean } = {},
): Promise<void> {
  if (replace)
    for (const table of [sql`responses`, sql`claims`, sql`directive_incidents`])
      await db.query(sql`DELETE FROM ${table} WHERE incident_id = ${id}::uuid`);
  const { responses, claims, directives } = incident;
  if (responses.length > 0)
    await db.query(sql`INSERT INTO responses (incident_id, ordinal, kind, count, duration_days, size_text)
      SELECT ${id}::uuid, n, r->>'kind', (r->>'count')::int, (r->>'durationDays')::int, r->>'sizeText'
      FROM jsonb_array_elements(${JSON.stringify(responses)}::jsonb) WITH ORDINALITY a(r, n)`);
  const evidence = claims.map(({ source, ...claim }) => ({ ...claim, sourceId: known.sources.get(source) }));
  if (evidence.length > 0)
    await db.query(sql`INSERT INTO claims (incident_id, ordinal, field, value, printed, source_id, locator, basis, followed, note)
      SELECT ${id}::uuid, n, c->>'field', c->>'value', c->>'printed', (c->>'sourceId')::uuid, c->>'locator', c->>'basis',
        (c->>'followed')::boolean, c->>'note'
      FROM jsonb_array_elements(${JSON.stringify(evidence)}::jsonb) WITH ORDINALITY a(c, n)`);
  const links = directives.map((ref) => known.directives.get(ref));
  if (links.length > 0)
    await db.query(sql`INSERT INTO directive_incidents (incident_id, directive_id)
      SELECT ${id}::uuid, unnest(${links}::uuid[])`);
}
