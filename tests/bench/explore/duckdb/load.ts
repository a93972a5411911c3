import {
  DOUBLE,
  DuckDBConnection,
  DuckDBDataChunk,
  DuckDBInstance,
  type DuckDBValue,
  INTEGER,
} from '@duckdb/node-api';
import type { ColumnField, Columns, Numbers } from '@/lib/incidents/columns/types';
import { provinceOf } from '../questions';

/** Rows of one chunk of DuckDB. */
const chunkRows = 2_048;

/**
 * The same data in DuckDB, in memory: one table with dates, sizes, a column of an enumeration for each field, lists of
 * them where a row may have several values, and the province beside the place.
 */
export async function loadDuckdb(columns: Columns, threads: number): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(':memory:', { threads: String(threads) });
  const connection = await DuckDBConnection.create(instance);
  const fields = Object.keys(columns.fields) as ColumnField[];
  await appendRows(connection, columns, fields);
  for (const field of fields) await appendWords(connection, columns, field);
  const { words } = columns.fields.place;
  const provinces = words.map((id) => provinceOf(columns.paths, id));
  await connection.run(
    `CREATE TYPE province AS ENUM (${[...new Set(provinces)].map((one) => `'${one}'`).join()})`,
  );
  await connection.run('CREATE TABLE provinces (code INTEGER, province province)');
  const filling = await connection.createAppender('provinces');
  for (const [code, province] of provinces.entries()) {
    filling.appendInteger(code);
    filling.appendVarchar(province);
    filling.endRow();
  }
  filling.closeSync();
  const chosen = fields.map((field) => `w_${field}.value AS "${field}"`).join();
  const joins = fields.map((field) => `JOIN w_${field} ON w_${field}.code = r."${field}"`).join(' ');
  await connection.run(`CREATE TABLE incidents AS SELECT DATE '1970-01-01' + r.starts AS starts,
    DATE '1970-01-01' + r.ends AS ends, nullif(r.size_min, 0)::INTEGER AS size_min,
    nullif(r.size_max, 0)::INTEGER AS size_max, p.province, ${chosen}
    FROM rows r JOIN provinces p ON p.code = r.place ${joins}`);
  await connection.run('DROP TABLE rows');
  return connection;
}

async function appendRows(
  connection: DuckDBConnection,
  columns: Columns,
  fields: readonly ColumnField[],
): Promise<void> {
  const names = ['starts', 'ends', ...fields];
  await connection.run(
    `CREATE TABLE rows (${names.map((name) => `"${name}" INTEGER`).join()}, size_min DOUBLE, size_max DOUBLE)`,
  );
  const { rows, firstDay, starts, spans, sizeMin, sizeMax } = columns;
  const appender = await connection.createAppender('rows');
  const types = [...names.map(() => INTEGER), DOUBLE, DOUBLE];
  const dead = new Set(columns.dead);
  for (let from = 0; from < rows; from += chunkRows) {
    const live = Array.from({ length: Math.min(chunkRows, rows - from) }, (_, at) => from + at).filter(
      (row) => !dead.has(row),
    );
    const of = (numbers: Numbers) => live.map((row) => numbers[row] as number);
    const sizes = ({ values, codes }: Columns['sizeMin']) => live.map((row) => values[codes[row] as number]);
    const values = [
      live.map((row) => firstDay + (starts[row] as number)),
      live.map((row) => firstDay + (starts[row] as number) + (spans[row] as number)),
      ...fields.map((field) => of(columns.fields[field].codes)),
      sizes(sizeMin),
      sizes(sizeMax),
    ] as DuckDBValue[][];
    const chunk = DuckDBDataChunk.create(types, live.length);
    chunk.setColumns(values);
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

/** A table of the values that the codes of a field stand for. */
async function appendWords(
  connection: DuckDBConnection,
  { fields }: Columns,
  field: ColumnField,
): Promise<void> {
  const { words, sets } = fields[field];
  const quoted = (word: string) => `'${word.replaceAll("'", "''")}'`;
  await connection.run(`CREATE TYPE e_${field} AS ENUM (${[...new Set(words)].map(quoted).join()})`);
  const lists = sets
    ? Array.from({ length: sets.starts.length - 1 }, (_, set) => [
        ...sets.members.subarray(sets.starts[set], sets.starts[set + 1]),
      ])
    : words.map((_, code) => [code]);
  await connection.run(`CREATE TABLE l_${field} (code INTEGER, word VARCHAR)`);
  const appender = await connection.createAppender(`l_${field}`);
  for (const [code, list] of lists.entries())
    for (const word of list) {
      appender.appendInteger(code);
      appender.appendVarchar(words[word] as string);
      appender.endRow();
    }
  appender.closeSync();
  const value = sets ? `list(word::e_${field})` : `any_value(word)::e_${field}`;
  await connection.run(
    `CREATE TABLE w_${field} AS SELECT code, ${value} AS value FROM l_${field} GROUP BY code`,
  );
}
