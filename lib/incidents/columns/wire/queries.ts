import 'server-only';
import { type Db, sql } from '@/lib/db/query';

/** Slugs of the data sets whose records may not be handed on. */
export async function listWithheld(db: Db): Promise<string[]> {
  const rows = await db.query<{ slug: string }>(sql`SELECT slug FROM datasets WHERE NOT redistributable`);
  return rows.map(({ slug }) => slug);
}
