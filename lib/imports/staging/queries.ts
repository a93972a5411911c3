import 'server-only';
import { type Db, join, raw, type Sql, sql } from '@/lib/db/query';
import type { EditedClaim } from '@/lib/edit/types';
import type { ChangedRecord, LikelyPair } from '../report';
import { type ComparedField, comparedColumns, isOther, otherResponses } from './mutations';

/** How many of the staged records are there already, and what becomes of them. */
export type KnownCounts = { known: number; changed: number; kept: number };

export async function countKnown(db: Db): Promise<KnownCounts> {
  const [found] =
    await db.query<KnownCounts>(sql`SELECT count(*) AS known, count(*) FILTER (WHERE changed) AS changed,
    count(*) FILTER (WHERE changed AND kept) AS kept FROM known`);
  return found ?? { known: 0, changed: 0, kept: 0 };
}

/** A record that is to be changed. */
export type RecordToChange = ChangedRecord & { id: string; version: number };

const both = (field: ComparedField): Sql => {
  const column = comparedColumns[field];
  return sql`CASE WHEN ${isOther(field)} THEN jsonb_build_object(${field}::text,
    jsonb_build_object('from', to_jsonb(${raw(`i.${column}`)}), 'to', to_jsonb(${raw(`s.${column}`)}))) ELSE '{}' END`;
};

const listOf = (responses: Sql) =>
  sql`coalesce((SELECT jsonb_agg(jsonb_build_object('kind', r.kind, 'count', r.count, 'durationDays', r.duration_days,
      'sizeText', r.size_text) ORDER BY r.ordinal) FROM (${responses}) r), '[]')`;
const before = listOf(sql`SELECT * FROM responses o WHERE o.incident_id = i.id`);
const after = listOf(sql`SELECT o.*, NULL::int AS duration_days, NULL::text AS size_text
  FROM staged_responses o WHERE o.incident_id = s.id`);

const toChange = sql`FROM known k JOIN staged_incidents s ON s.id = k.id JOIN incidents i ON i.id = k.id
  WHERE k.changed AND NOT k.kept`;

/** Records that the file changes, with what changes, by id, after one of them. */
export function listChanged(
  db: Db,
  fields: readonly ComparedField[],
  withResponses: boolean,
  options: { after: string | null; limit: number },
): Promise<RecordToChange[]> {
  const parts: Sql[] = fields.map(both);
  if (withResponses)
    parts.push(sql`CASE WHEN ${otherResponses} THEN jsonb_build_object('responses',
      jsonb_build_object('from', ${before}, 'to', ${after})) ELSE '{}' END`);
  const changes = parts.length === 0 ? sql`'{}'::jsonb` : join(parts, ' || ');
  return db.query(sql`SELECT k.id, k.ref, k.version, k.import_row AS row, ${changes} AS fields ${toChange}
    ${options.after === null ? sql`` : sql`AND k.id > ${options.after}::uuid`} ORDER BY k.id LIMIT ${options.limit}`);
}

/** In how many records the file changes each field, the most first. */
export async function countChangedFields(
  db: Db,
  fields: readonly ComparedField[],
  withResponses: boolean,
): Promise<{ field: string; count: number }[]> {
  const counts = fields.map(
    (field) => sql`count(*) FILTER (WHERE ${isOther(field)}) AS ${raw(`"${field}"`)}`,
  );
  if (withResponses) counts.push(sql`count(*) FILTER (WHERE ${otherResponses}) AS "responses"`);
  if (counts.length === 0) return [];
  const [found] = await db.query<Record<string, number>>(sql`SELECT ${join(counts)} ${toChange}`);
  return Object.entries(found ?? {})
    .map(([field, count]) => ({ field, count }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}

type ClaimsOf = { id: string; claims: EditedClaim[] };

/** The evidence of records as it is edited, by id. */
export async function listClaims(db: Db, ids: readonly string[]): Promise<Map<string, EditedClaim[]>> {
  const rows =
    await db.query<ClaimsOf>(sql`SELECT c.incident_id AS id, jsonb_agg(jsonb_build_object('field', c.field,
      'value', c.value, 'printed', c.printed, 'source', s.ref, 'locator', c.locator, 'basis', c.basis,
      'followed', c.followed, 'note', c.note) ORDER BY c.ordinal) AS claims
    FROM claims c JOIN sources s ON s.id = c.source_id WHERE c.incident_id = ANY(${[...ids]}::uuid[])
    GROUP BY c.incident_id`);
  return new Map(rows.map(({ id, claims }) => [id, claims]));
}

/** New records that may be of the same event as one of the data set: the same day, place and type. */
export async function findLikely(
  db: Db,
  datasetId: string,
): Promise<{ count: number; sample: LikelyPair[] }> {
  const pairs = sql`FROM staged_incidents s JOIN incidents i ON i.dataset_id = ${datasetId}::uuid
      AND i.starts_on = s.starts_on AND i.place_id = s.place_id AND i.type = s.type AND i.status <> 'withdrawn'
    WHERE NOT EXISTS (SELECT FROM known k WHERE k.id = s.id)
      AND NOT EXISTS (SELECT FROM staged_incidents o WHERE o.id = i.id)`;
  const [found] = await db.query<{ count: number }>(sql`SELECT count(DISTINCT s.id) AS count ${pairs}`);
  const sample =
    await db.query<LikelyPair>(sql`SELECT DISTINCT ON (s.import_row) s.import_row AS row, s.title, i.ref,
    i.title AS "otherTitle" ${pairs} ORDER BY s.import_row, i.ref LIMIT 50`);
  return { count: found?.count ?? 0, sample };
}

/** Whether a data set has any record. */
export async function hasRecords(db: Db, datasetId: string): Promise<boolean> {
  const rows = await db.query(sql`SELECT FROM incidents WHERE dataset_id = ${datasetId}::uuid LIMIT 1`);
  return rows.length > 0;
}

/** Whether a data set has records that readers see. */
export async function hasPublished(db: Db, datasetId: string): Promise<boolean> {
  const rows = await db.query(
    sql`SELECT FROM incidents WHERE dataset_id = ${datasetId}::uuid AND status = 'published' LIMIT 1`,
  );
  return rows.length > 0;
}
