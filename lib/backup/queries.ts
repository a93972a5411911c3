import 'server-only';
import type { ClientBase } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { type Db, raw, sql } from '@/lib/db/query';
import { type BackupTable, inOrder, leftOut } from './tables';

/** Entries of the history fit on the one before, so they are written and filled in as they follow each other. */
const ownOrder: Readonly<Record<string, BackupTable['order']>> = { changes: [{ name: 'seq', text: false }] };

/**
 * The tables that a backup holds, in the order in which they can be filled. Read from the catalogue of the database,
 * so that none is forgotten.
 */
export async function listTables(db: Db): Promise<BackupTable[]> {
  const tables = await db.query<BackupTable>(sql`SELECT c.relname::text AS name,
      ARRAY(SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0
        AND NOT a.attisdropped AND a.attgenerated = '' ORDER BY a.attnum) AS columns,
      (SELECT coalesce(json_agg(json_build_object('name', a.attname, 'text', a.attcollation <> 0) ORDER BY k.place), '[]')
        FROM pg_index x CROSS JOIN LATERAL unnest(x.indkey) WITH ORDINALITY k(number, place)
        JOIN pg_attribute a ON a.attrelid = x.indrelid AND a.attnum = k.number
        WHERE x.indrelid = c.oid AND x.indisprimary) AS order,
      ARRAY(SELECT DISTINCT o.relname::text FROM pg_constraint f JOIN pg_class o ON o.oid = f.confrelid
        WHERE f.conrelid = c.oid AND f.contype = 'f' AND f.confrelid <> c.oid) AS needs
    FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
    AND c.relname <> ALL(${Object.keys(leftOut)})`);
  for (const { name, order } of tables)
    if (order.length === 0) throw new Error(`the table ${name} has no primary key to sort its rows by`);
  return inOrder(tables.map((table) => ({ ...table, order: ownOrder[table.name] ?? table.order })));
}

/** The last migration that the database has: which tables and columns there are. */
export async function schemaOf(db: Db): Promise<string> {
  const [row] = await db.query<{ name: string }>(sql`SELECT migration_name AS name FROM _prisma_migrations
    WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name COLLATE "C" DESC LIMIT 1`);
  if (!row) throw new Error('the database is not migrated');
  return row.name;
}

/** The names of those among the tables that hold rows. */
export async function filledTables(db: Db, tables: readonly BackupTable[]): Promise<string[]> {
  const filled: string[] = [];
  for (const { name } of tables) {
    const [row] = await db.query(sql`SELECT FROM ${raw(quoted(name))} LIMIT 1`);
    if (row) filled.push(name);
  }
  return filled;
}

/** The last entry of the history, and how many there are. */
export async function historyOf(db: Db): Promise<{ entries: number; head: string | null }> {
  const [row] = await db.query<{ entries: number; head: string | null }>(sql`SELECT count(*) AS entries,
      (SELECT seq || ':' || hash FROM changes ORDER BY seq DESC LIMIT 1) AS head FROM changes`);
  return row ?? { entries: 0, head: null };
}

/** Makes values look the same whatever the database is set to. */
export async function plainTexts(client: ClientBase): Promise<void> {
  await client.query(`SET LOCAL timezone = 'UTC'; SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL intervalstyle = 'postgres';
    SET LOCAL extra_float_digits = 1; SET LOCAL bytea_output = 'hex'; SET LOCAL client_encoding = 'UTF8'`);
}

/** All rows of a table in their order, as CSV: nothing between commas is null, `""` an empty text. */
export function copyOut(client: ClientBase, { name, columns, order }: BackupTable) {
  const sorted = order.map((key) => quoted(key.name) + (key.text ? ' COLLATE "C"' : '')).join(', ');
  const rows = `SELECT ${columns.map(quoted).join(', ')} FROM ${quoted(name)} ORDER BY ${sorted}`;
  return client.query(copyTo(`COPY (${rows}) TO STDOUT (FORMAT csv, HEADER)`));
}

/** A name as it stands in a statement. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
