import type { PoolClient } from 'pg';
import type { TableRow } from './rows';

const claimColumns = `ordinal integer, field text, value text, printed text, source_id uuid, locator text,
  basis text, followed boolean, note text`;

/** The columns that the seed fills, by table, as the definition of a record set. */
const columns = {
  places: `id text, code text, name_en text, name_zh text, level text, parent_id text, path text,
    latitude double precision, longitude double precision, aliases text[], note text`,
  populations: 'place_id text, year integer, people integer, origin text, source_id uuid, preferred boolean',
  datasets: `id uuid, slug text, ref_prefix text, title text, title_zh text, description text, origin text,
    licence text, redistributable boolean, citation text, coverage_place_id text, coverage_from date,
    coverage_to date, coverage_note text, codebook_version text`,
  sources: `id uuid, ref text, outlet text, headline text, headline_zh text, published_on date, url text,
    archive_url text, kind text, language text, text text, sha256 text, note text`,
  incidents: `id uuid, ref text, dataset_id uuid, external_id text, title text, title_zh text, summary text,
    type text, source_category text, starts_on date, ends_on date, date_precision text, day_part text,
    place_id text, place_precision text, destination_place_id text, latitude double precision,
    longitude double precision, size_min integer, size_max integer, size_approx boolean, size_text text,
    issues text[], groups text[], forms text[], targets text[], coding_note text, status text`,
  responses:
    'incident_id uuid, ordinal integer, kind text, count integer, duration_days integer, size_text text',
  claims: `incident_id uuid, ${claimColumns}`,
  directives: `id uuid, ref text, dataset_id uuid, kind text, title text, title_zh text, summary text,
    issuer_office text, issuer_text text, issuer_place_id text, addressees text[], orders text[],
    issued_from date, issued_to date, issued_precision text, coding_note text, status text`,
  directive_incidents: 'incident_id uuid, directive_id uuid',
  directive_claims: `directive_id uuid, ${claimColumns}`,
  reported_figures: `id uuid, ref text, dataset_id uuid, metric text, label text, label_zh text, value numeric,
    bound text, unit text, place_id text, from_day date, to_day date, printed text, source_id uuid, locator text`,
  reference_periods: `id text, name_en text, name_zh text, starts_on date, ends_on date, note text,
    source_id uuid`,
} as const;

/** A table that the seed fills with rows of its files. */
export type FilledTable = keyof typeof columns;

/** A table in which the seed makes rows: those, and the history. */
export type SeedTable = FilledTable | 'changes';

/** The tables in the order in which they are filled: what is referred to comes first. */
export const seedTables: readonly SeedTable[] = [...(Object.keys(columns) as FilledTable[]), 'changes'];

/**
 * Inserts the rows that are not there yet and leaves the others as they are. Returns how many were made. One
 * statement, all values in one parameter; the names in the statement are those above.
 */
export async function insertMissing(
  client: PoolClient,
  table: FilledTable,
  rows: TableRow[],
): Promise<number> {
  if (rows.length === 0) return 0;
  const { rowCount } = await client.query(statement(table), [JSON.stringify(rows)]);
  return rowCount ?? 0;
}

/** Like `insertMissing`, for a table with an `id`: returns the ids of the rows that were made. */
export async function insertMissingIds(
  client: PoolClient,
  table: 'incidents' | 'directives',
  rows: TableRow[],
): Promise<Set<string>> {
  const made = await client.query<{ id: string }>(`${statement(table)} RETURNING id`, [JSON.stringify(rows)]);
  return new Set(made.rows.map((row) => row.id));
}

function statement(table: FilledTable): string {
  const names = columns[table]
    .split(',')
    .map((column) => `"${column.trim().split(' ')[0]}"`)
    .join(', ');
  return `INSERT INTO "${table}" (${names})
    SELECT ${names} FROM json_to_recordset($1::json) AS r(${columns[table]})
    ON CONFLICT DO NOTHING`;
}
