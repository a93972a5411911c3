import 'server-only';
import { type Db, join, raw, type Sql, sql } from '@/lib/db/query';
import type { ChangedRecord, LikelyPair } from '../report';
import { type ComparedField, comparedColumns } from './mutations';

/** How many of the staged records are there already, and what becomes of them. */
export type KnownCounts = { known: number; changed: number; edited: number };

export async function countKnown(db: Db): Promise<KnownCounts> {
  const [found] =
    await db.query<KnownCounts>(sql`SELECT count(*) AS known, count(*) FILTER (WHERE changed) AS changed,
    count(*) FILTER (WHERE changed AND edited) AS edited FROM known`);
  return found ?? { known: 0, changed: 0, edited: 0 };
}

/** A record that is to be changed. */
export type RecordToChange = ChangedRecord & { id: string; version: number };

const both = (field: ComparedField): Sql => {
  const column = comparedColumns[field];
  return sql`CASE WHEN ${raw(`s.${column}`)} IS DISTINCT FROM ${raw(`i.${column}`)} THEN jsonb_build_object(${field}::text,
    jsonb_build_object('from', to_jsonb(${raw(`i.${column}`)}), 'to', to_jsonb(${raw(`s.${column}`)}))) ELSE '{}' END`;
};

const responsesAs = (table: 'staged_responses' | 'responses') =>
  sql`coalesce((SELECT jsonb_agg(jsonb_build_object('kind', r.kind, 'count', r.count, 'durationDays', NULL,
      'sizeText', NULL) ORDER BY r.ordinal) FROM ${raw(table)} r WHERE r.incident_id = s.id), '[]')`;

/** Records that the file changes, with what changes, by id, after one of them; without those that were edited where `kept`. */
export function listChanged(
  db: Db,
  fields: readonly ComparedField[],
  withResponses: boolean,
  options: { after: string | null; limit: number; keepEdited: boolean },
): Promise<RecordToChange[]> {
  const parts: Sql[] = fields.map(both);
  if (withResponses)
    parts.push(sql`CASE WHEN ${responsesAs('staged_responses')} <> ${responsesAs('responses')} THEN
      jsonb_build_object('responses', jsonb_build_object('from', ${responsesAs('responses')}, 'to',
        ${responsesAs('staged_responses')})) ELSE '{}' END`);
  const changes = parts.length === 0 ? sql`'{}'::jsonb` : join(parts, ' || ');
  const { after, limit, keepEdited } = options;
  return db.query(sql`SELECT k.id, k.ref, k.version, k.import_row AS row, ${changes} AS fields
    FROM known k JOIN staged_incidents s ON s.id = k.id JOIN incidents i ON i.id = k.id
    WHERE k.changed ${keepEdited ? sql`AND NOT k.edited` : sql``} ${after === null ? sql`` : sql`AND k.id > ${after}::uuid`}
    ORDER BY k.id LIMIT ${limit}`);
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
