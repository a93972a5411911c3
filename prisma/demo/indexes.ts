import type { ClientBase } from 'pg';
import { copyTables } from './copy';

/** From how many incidents on it pays to build indexes anew instead of keeping them up row by row. */
export const rebuildFrom = 200_000;

/**
 * Whether indexes can be set aside without harm: the role owns the tables, and no other connection works in this
 * database, so that nobody would wait for a table that is locked.
 */
export async function mayRebuild(client: ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ may: boolean }>(
    `SELECT (SELECT count(*) = 0 FROM pg_stat_activity
          WHERE datname = current_database() AND usesysid IS NOT NULL AND pid <> pg_backend_pid())
        AND (SELECT bool_and(pg_has_role(relowner, 'MEMBER')) FROM pg_class
          WHERE oid = ANY (SELECT to_regclass(quote_ident(name)) FROM unnest($1::text[]) name)) AS may`,
    [copyTables],
  );
  return rows[0]?.may === true;
}

type Definition = { drop: string; make: string };

/**
 * Drops the foreign keys of the tables that COPY fills and their indexes other than those of primary keys, within the
 * transaction of the caller. Returns what makes them again exactly as they were, every row checked. The tables are
 * locked for readers too until the transaction ends.
 */
export async function setIndexesAside(client: ClientBase): Promise<() => Promise<void>> {
  const tables = [copyTables];
  const { rows: keys } = await client.query<Definition>(
    `SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop,
        format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS make
      FROM pg_constraint
      WHERE contype = 'f' AND conrelid = ANY (SELECT to_regclass(quote_ident(name)) FROM unnest($1::text[]) name)
      ORDER BY conrelid::regclass::text, conname`,
    tables,
  );
  const { rows: indexes } = await client.query<Definition>(
    `SELECT format('DROP INDEX %s', indexrelid::regclass) AS drop, pg_get_indexdef(indexrelid) AS make
      FROM pg_index i
      WHERE indrelid = ANY (SELECT to_regclass(quote_ident(name)) FROM unnest($1::text[]) name)
        AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid)
      ORDER BY indexrelid::regclass::text`,
    tables,
  );
  for (const { drop } of [...keys, ...indexes]) await client.query(drop);
  return async () => {
    await client.query("SET LOCAL maintenance_work_mem = '1GB'");
    for (const { make } of [...indexes, ...keys]) await client.query(make);
  };
}
