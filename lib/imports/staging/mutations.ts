import 'server-only';
import type { Bulk } from '@/lib/db/bulk';
import { type Db, join, raw, type Sql, sql } from '@/lib/db/query';
import { stagedColumns } from './lines';

/** Makes the tables, of this transaction alone, into which the rows of files are copied before anything is written. */
export async function makeStaging(db: Db): Promise<void> {
  for (const statement of [
    sql`CREATE TEMP TABLE staged_incidents (id uuid, ref text, external_id text, title text, title_zh text, summary text,
      type text, source_category text, starts_on date, ends_on date, date_precision text, day_part text, place_id text,
      place_precision text, destination_place_id text, latitude float8, longitude float8, size_min int, size_max int,
      size_approx boolean, size_text text, issues text[], groups text[], forms text[], targets text[], coding_note text,
      extra jsonb, import_row int) ON COMMIT DROP`,
    sql`CREATE TEMP TABLE staged_responses (incident_id uuid, ordinal int, kind text, count int) ON COMMIT DROP`,
    sql`CREATE TEMP TABLE staged_claims (incident_id uuid, ordinal int, field text, value text, printed text,
      locator text) ON COMMIT DROP`,
  ])
    await db.query(statement);
}

/** Fields that a file may bring, by the column that holds each. */
export const comparedColumns = {
  title: 'title',
  titleZh: 'title_zh',
  summary: 'summary',
  type: 'type',
  sourceCategory: 'source_category',
  startsOn: 'starts_on',
  endsOn: 'ends_on',
  datePrecision: 'date_precision',
  dayPart: 'day_part',
  placeId: 'place_id',
  placePrecision: 'place_precision',
  destinationPlaceId: 'destination_place_id',
  latitude: 'latitude',
  longitude: 'longitude',
  sizeMin: 'size_min',
  sizeMax: 'size_max',
  sizeApprox: 'size_approx',
  sizeText: 'size_text',
  issues: 'issues',
  groups: 'groups',
  forms: 'forms',
  targets: 'targets',
  codingNote: 'coding_note',
  extra: 'extra',
} as const;
export type ComparedField = keyof typeof comparedColumns;

const columnOf = (row: 's' | 'i', field: ComparedField) => raw(`${row}.${comparedColumns[field]}`);

/** What was done to responses, as one text, as far as files say it. */
const responsesOf = (table: 'staged_responses' | 'responses', row: 's' | 'i') =>
  sql`coalesce((SELECT string_agg(r.kind || ':' || coalesce(r.count::text, ''), ',' ORDER BY r.ordinal)
    FROM ${raw(table)} r WHERE r.incident_id = ${raw(row)}.id), '')`;

/** Whether the file gives other responses to a staged record `s` than the record `i` has. */
export const otherResponses = sql`${responsesOf('staged_responses', 's')} <> ${responsesOf('responses', 'i')}`;

/** Whether the file says otherwise of a field. */
export const isOther = (field: ComparedField): Sql =>
  sql`${columnOf('s', field)} IS DISTINCT FROM ${columnOf('i', field)}`;

/** Lets staged rows be found by their record, and counts them for the plans of what follows. */
async function indexStaging(db: Db): Promise<void> {
  for (const statement of [
    sql`CREATE INDEX ON staged_incidents (id)`,
    sql`CREATE INDEX ON staged_responses (incident_id)`,
    sql`CREATE INDEX ON staged_claims (incident_id)`,
    sql`ANALYZE staged_incidents, staged_responses, staged_claims`,
  ])
    await db.query(statement);
}

/**
 * Finds the staged records that are there already (`known`), whether the file says something else of them, and whether
 * they are kept as they are all the same: those that went into another record, and, with `keepEdited`, those that
 * somebody edited here since they were imported.
 */
export async function compareStaged(
  db: Db,
  fields: readonly ComparedField[],
  { withResponses, keepEdited }: { withResponses: boolean; keepEdited: boolean },
): Promise<void> {
  await indexStaging(db);
  const differences: Sql[] = fields.map(isOther);
  if (withResponses) differences.push(otherResponses);
  const changed = differences.length === 0 ? sql`false` : join(differences, ' OR ');
  const edited = sql`i.version > 1 AND EXISTS (SELECT FROM changes c WHERE c.subject_id = i.id
    AND c.action NOT IN ('incident.created', 'incident.imported', 'incident.import-undone'))`;
  await db.query(sql`CREATE TEMP TABLE known ON COMMIT DROP AS
    SELECT s.id, i.ref, i.version, s.import_row, (${changed}) AS changed,
      (EXISTS (SELECT FROM incident_redirects m WHERE m.ref = i.ref) ${keepEdited ? sql`OR ${edited}` : sql``}) AS kept
    FROM staged_incidents s JOIN incidents i ON i.id = s.id`);
  await db.query(sql`CREATE INDEX ON known (id)`);
}

/** Says that no staged record is there already. */
export async function compareNothing(db: Db): Promise<void> {
  await db.query(
    sql`CREATE TEMP TABLE known (id uuid, ref text, version int, import_row int, changed boolean, kept boolean) ON COMMIT DROP`,
  );
}

const isNew = sql`NOT EXISTS (SELECT FROM known k WHERE k.id = s.id)`;

/** What the records of an import have in common. */
export type BatchOfRecords = {
  batchId: string;
  datasetId: string;
  status: string;
  authorId: string | null;
  /** The source that the claims rest on; null = none are written. */
  sourceId: string | null;
};

/** Makes the records that are not there yet, with what authorities did and their evidence. Returns how many. */
export async function insertStaged(db: Bulk, batch: BatchOfRecords): Promise<number> {
  const names = raw(stagedColumns.map((name) => `"${name}"`).join(', '));
  const taken = raw(stagedColumns.map((name) => `s."${name}"`).join(', '));
  const [made] = await db.query<{ count: number }>(sql`WITH made AS (
      INSERT INTO incidents (dataset_id, status, author_id, import_batch_id, ${names})
      SELECT ${batch.datasetId}::uuid, ${batch.status}, ${batch.authorId}::uuid, ${batch.batchId}::uuid, ${taken}
      FROM staged_incidents s WHERE ${isNew} RETURNING 1)
    SELECT count(*) AS count FROM made`);
  await db.query(sql`INSERT INTO responses (incident_id, ordinal, kind, count)
    SELECT r.incident_id, r.ordinal, r.kind, r.count FROM staged_responses r
    WHERE NOT EXISTS (SELECT FROM known k WHERE k.id = r.incident_id)`);
  if (batch.sourceId !== null)
    await db.query(sql`INSERT INTO claims (incident_id, ordinal, field, value, printed, source_id, locator, basis)
      SELECT c.incident_id, c.ordinal, c.field, c.value, c.printed, ${batch.sourceId}::uuid, c.locator, 'rule'
      FROM staged_claims c WHERE NOT EXISTS (SELECT FROM known k WHERE k.id = c.incident_id)`);
  return made?.count ?? 0;
}

/** What of records is changed. `withResponses`: ids of those whose responses are others. */
export type RecordsToUpdate = {
  ids: readonly string[];
  fields: readonly ComparedField[];
  withResponses: readonly string[];
  /** The source of the file, and which sources `s` are files of the data set; null = evidence is left as it is. */
  evidence: { sourceId: string; isFile: Sql } | null;
};

/** Gives records the values of the file, as their next version. */
export async function updateStaged(
  db: Bulk,
  { ids, fields, withResponses, evidence }: RecordsToUpdate,
): Promise<void> {
  const list = sql`ANY(${[...ids]}::uuid[])`;
  const set = fields.map((field) => sql`${raw(comparedColumns[field])} = ${columnOf('s', field)}`);
  await db.query(sql`UPDATE incidents i SET ${join([...set, sql`version = i.version + 1`, sql`updated_at = now()`])}
    FROM staged_incidents s WHERE s.id = i.id AND i.id = ${list}`);
  if (withResponses.length > 0) {
    const others = sql`ANY(${[...withResponses]}::uuid[])`;
    await db.query(sql`DELETE FROM responses WHERE incident_id = ${others}`);
    await db.query(sql`INSERT INTO responses (incident_id, ordinal, kind, count)
      SELECT r.incident_id, r.ordinal, r.kind, r.count FROM staged_responses r WHERE r.incident_id = ${others}`);
  }
  if (evidence === null) return;
  // Evidence of an earlier file goes for what this one says; that of other sources stays, in front.
  await db.query(sql`DELETE FROM claims c USING sources s WHERE s.id = c.source_id AND c.incident_id = ${list}
    AND ${evidence.isFile}`);
  await db.query(sql`INSERT INTO claims (incident_id, ordinal, field, value, printed, source_id, locator, basis)
    SELECT c.incident_id, c.ordinal + coalesce((SELECT max(o.ordinal) FROM claims o
        WHERE o.incident_id = c.incident_id), 0),
      c.field, c.value, c.printed, ${evidence.sourceId}::uuid, c.locator, 'rule'
    FROM staged_claims c WHERE c.incident_id = ${list}`);
}
