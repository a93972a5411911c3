import 'server-only';
import { toAppError } from '@/lib/db/errors';
import { type Db, sql } from '@/lib/db/query';
import { entriesOf } from './entries';
import type { NewChange } from './types';

/**
 * Adds changes to the end of the history, in their order, within the transaction of the caller: they hold when it
 * does. One statement, however many there are. Writers queue up for the end of the history; so that nobody waits for
 * long, `transaction()` does it as its last act, whenever in it this is called.
 * @throws AppError `conflict`, here or from `transaction()`, when the history has this version of a record already.
 */
export async function appendChanges(db: Db, changes: readonly NewChange[]): Promise<void> {
  if (changes.length === 0) return;
  const statement = sql`SELECT append_changes(${entriesOf(changes)}::jsonb)`;
  if (db.atEnd) return db.atEnd(statement);
  try {
    await db.query(statement);
  } catch (thrown) {
    throw toAppError(thrown);
  }
}
