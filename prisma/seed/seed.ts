import type { Pool, PoolClient } from 'pg';
import { datasetId, incidentId, incidentRef } from '@/lib/ids';
import { noteMade } from './changes';
import { type FilledTable, insertMissing, insertMissingIds, type SeedTable, seedTables } from './insert';
import { loadSeed } from './load';
import { loadPlaces } from './places';
import {
  claimTableRows,
  datasetTableRow,
  directiveTableRow,
  figureTableRow,
  incidentTableRow,
  periodTableRow,
  placeTableRow,
  populationTableRow,
  responseTableRows,
  sourceTableRow,
  type TableRow,
} from './rows';
import type { Seed } from './schema';

/** How many rows the seed made in each table; 0 = all of them were there before. */
export type SeedReport = Record<SeedTable, number>;

/**
 * Fills an empty database with the places and the first data set, in one transaction. On a database that has
 * them already it changes nothing: rows that exist are left as they are, edited or not, and so is all that hangs
 * on an incident or a directive that exists. Each incident and directive that is made gets its Change row.
 * Throws `invalid` when the files of the seed have errors; then nothing is written.
 */
export async function seed(pool: Pool): Promise<SeedReport> {
  const { places, populations } = loadPlaces();
  const data = await loadSeed(new Set(places.map((place) => place.id)));
  const client = await pool.connect();
  let failed = true;
  try {
    await client.query('BEGIN');
    const report = Object.fromEntries(seedTables.map((table) => [table, 0])) as SeedReport;
    const insert = async (table: FilledTable, rows: TableRow[]) => {
      report[table] += await insertMissing(client, table, rows);
    };
    await insert('places', places.map(placeTableRow));
    await insert('sources', data.sources.map(sourceTableRow));
    await insert('populations', populations.map(populationTableRow));
    await insert('datasets', data.datasets.map(datasetTableRow));
    await insertIncidents(client, data, report, insert);
    await insertDirectives(client, data, report, insert);
    await insert('reported_figures', await withoutDeleted(client, data.figures.map(figureTableRow)));
    await insert('reference_periods', data.periods.map(periodTableRow));
    await client.query('COMMIT');
    failed = false;
    return report;
  } catch (thrown) {
    await client.query('ROLLBACK').catch(() => {});
    throw thrown;
  } finally {
    client.release(failed);
  }
}

/** Figures but for those that an editor deleted, which stay away. */
async function withoutDeleted(client: PoolClient, rows: TableRow[]): Promise<TableRow[]> {
  const deleted = await client.query<{ id: string }>(
    `SELECT subject_id AS id FROM changes WHERE subject_type = 'figure' AND action = 'figure.deleted'`,
  );
  const gone = new Set(deleted.rows.map(({ id }) => id));
  return rows.filter(({ id }) => !gone.has(String(id)));
}

type Insert = (table: FilledTable, rows: TableRow[]) => Promise<void>;

async function insertIncidents(client: PoolClient, data: Seed, report: SeedReport, insert: Insert) {
  const prefixes = prefixBySlug(data);
  const rows = data.incidents.map((row) => ({
    row,
    made: incidentTableRow(row, prefixes.get(row.dataset) ?? ''),
  }));
  const ids = await insertMissingIds(
    client,
    'incidents',
    rows.map(({ made }) => made),
  );
  const fresh = rows.filter(({ made }) => ids.has(made.id));
  report.incidents += fresh.length;
  await insert(
    'responses',
    fresh.flatMap(({ row, made }) => responseTableRows(row, made.id)),
  );
  await insert(
    'claims',
    fresh.flatMap(({ row, made }) => claimTableRows(row.claims, { incident_id: made.id })),
  );
  report.changes += await noteMade(
    client,
    'incident',
    fresh.map(({ made }) => made.id),
  );
}

async function insertDirectives(client: PoolClient, data: Seed, report: SeedReport, insert: Insert) {
  const prefixes = prefixBySlug(data);
  const incidents = new Map(
    data.incidents.map((row) => [
      incidentRef(prefixes.get(row.dataset) ?? '', row.externalId),
      incidentId(datasetId(row.dataset), row.externalId),
    ]),
  );
  const rows = data.directives.map((row) => ({ row, made: directiveTableRow(row) }));
  const ids = await insertMissingIds(
    client,
    'directives',
    rows.map(({ made }) => made),
  );
  const fresh = rows.filter(({ made }) => ids.has(made.id));
  report.directives += fresh.length;
  await insert(
    'directive_incidents',
    fresh.flatMap(({ row, made }) =>
      row.incidents.map((ref) => ({ incident_id: incidents.get(ref), directive_id: made.id })),
    ),
  );
  await insert(
    'directive_claims',
    fresh.flatMap(({ row, made }) => claimTableRows(row.claims, { directive_id: made.id })),
  );
  report.changes += await noteMade(
    client,
    'directive',
    fresh.map(({ made }) => made.id),
  );
}

const prefixBySlug = (data: Seed) => new Map(data.datasets.map((row) => [row.slug, row.refPrefix]));
