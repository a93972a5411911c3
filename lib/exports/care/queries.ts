import 'server-only';
import { type Db, named, type Sql, sql } from '@/lib/db/query';

/** The kinds of records whose texts leave in files. */
export type CaredKind = 'incident' | 'directive' | 'source';

/** Whether the history has a reason why personal data may stay in record `r`. */
const explained = sql`EXISTS (SELECT FROM changes c
  WHERE c.subject_id = r.id AND c.changes -> 'personalData' ->> 'to' IS NOT NULL)`;

/** Whether an import that brought incident `r`, or changed it, was given such a reason. */
const importExplained = sql`EXISTS (SELECT FROM changes b WHERE b.subject_id = ANY(ARRAY(
    SELECT r.import_batch_id UNION ALL SELECT c.batch_id FROM changes c WHERE c.subject_id = r.id))
  AND b.action = 'import.committed' AND b.reason IS NOT NULL)`;

/**
 * Those of some records, by their refs, of which it was said why personal data may stay: when they were published,
 * changed, merged or restored, or for an import.
 */
export async function listExplained(db: Db, kind: CaredKind, refs: readonly string[]): Promise<Set<string>> {
  const among = sql`r.ref = ANY(${[...refs]}::text[])`;
  const statements: Record<CaredKind, Sql> = {
    incident: sql`SELECT r.ref FROM incidents r WHERE ${among} AND (${explained} OR ${importExplained})`,
    directive: sql`SELECT r.ref FROM directives r WHERE ${among} AND ${explained}`,
    source: sql`SELECT r.ref FROM sources r WHERE ${among} AND ${explained}`,
  };
  const rows = await db.query<{ ref: string }>(named('listExplained', statements[kind]));
  return new Set(rows.map(({ ref }) => ref));
}
