import 'server-only';
import { type Db, named, sql } from '@/lib/db/query';
import { allFound } from '../text/where';

/** The version of the data that a snapshot of the database sees. */
export async function dataVersion(db: Db): Promise<number> {
  if (db.version !== undefined) return db.version;
  const [row] = await db.query<{ version: number }>(sql`SELECT version FROM data_version`);
  if (!row) throw new Error('the table data_version has no row');
  return row.version;
}

/** How many incidents there are, about: as the statistics of the database have it. */
export async function roughCount(db: Db): Promise<number> {
  const [row] = await db.query<{ rows: number }>(
    sql`SELECT greatest(reltuples, 0)::bigint AS rows FROM pg_class WHERE oid = 'incidents'::regclass`,
  );
  return row?.rows ?? 0;
}

/** The ids of the published incidents in whose text the search is found: 16 bytes each, in no order. */
export async function idsOfText(db: Db, q: string): Promise<Uint8Array> {
  const [row] = await db.query<{ ids: Uint8Array }>(
    named(
      'idsOfText',
      sql`SELECT coalesce(string_agg(uuid_send(f.id), ''), '') AS ids FROM (${allFound(q)}) f`,
    ),
  );
  if (!row) throw new Error('an aggregate without GROUP BY returned no row');
  return row.ids;
}
