import 'server-only';
import { finished } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { AppError } from '@/lib/errors';
import { toAppError } from './errors';
import { connect, type Db, database, dbOf, type Sql, sql } from './query';

/** A transaction that moves many rows. */
export type Bulk = Db & {
  /** Copies lines of COPY's text format into columns of a table, and waits until they are taken. */
  copy: (table: string, columns: readonly string[], lines: string) => Promise<void>;
};

/** Milliseconds that such a transaction waits for what others have locked. */
const lockWait = 20_000;
/** Milliseconds after which the server looks whether the process is still there for which a statement runs. */
const lookForClient = 2_000;

/**
 * Runs work that may take long as one transaction: all of it holds, or nothing does. `keep` false = nothing holds in
 * any case; what was found out is returned all the same. `stop` breaks off the statement that runs, and its reason is
 * thrown; once the transaction ends, it comes too late.
 */
export async function bulkTransaction<Result>(
  work: (db: Bulk) => Promise<Result>,
  { keep, stop }: { keep: boolean; stop?: AbortSignal | undefined },
): Promise<Result> {
  const client = await connect();
  let finishedWell = false;
  let cancelling: Promise<void> = Promise.resolve();
  const cancel = () => {
    cancelling = cancelBackend(client);
  };
  // Between two statements there is nothing that could be cancelled.
  const goOn = () => {
    if (stop?.aborted) throw stop.reason;
  };
  stop?.addEventListener('abort', cancel);
  try {
    // Not every system can look; it may stay so when the connection is used for something else.
    await client.query(`SET client_connection_check_interval = ${lookForClient}`).catch(() => {});
    await client.query('BEGIN');
    await client.query(
      `SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0;
       SET LOCAL lock_timeout = ${lockWait}; SET LOCAL work_mem = '64MB'`,
    );
    const db = dbOf(client);
    const result = await work({
      async query<Row>(statement: Sql): Promise<Row[]> {
        goOn();
        return db.query<Row>(statement);
      },
      async copy(table, columns, lines) {
        goOn();
        if (lines === '') return;
        const names = columns.map((name) => client.escapeIdentifier(name)).join(', ');
        const stream = client.query(copyFrom(`COPY ${client.escapeIdentifier(table)} (${names}) FROM STDIN`));
        stream.end(lines);
        await finished(stream);
      },
    });
    goOn();
    stop?.removeEventListener('abort', cancel);
    await client.query(keep ? 'COMMIT' : 'ROLLBACK');
    finishedWell = true;
    return result;
  } catch (thrown) {
    throw stop?.aborted && stop.reason instanceof AppError ? stop.reason : toAppError(thrown);
  } finally {
    stop?.removeEventListener('abort', cancel);
    // What is cancelled is this transaction, and nothing that the connection does for somebody else afterwards.
    await cancelling;
    client.release(!finishedWell);
  }
}

/** Breaks off what a connection does just now, through another one. */
async function cancelBackend(client: ClientBase): Promise<void> {
  const { processID } = client as ClientBase & { processID?: number };
  if (processID) await database.query(sql`SELECT pg_cancel_backend(${processID}::int)`).catch(() => {});
}

const special = /[\\\t\n\r]/g;
const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** A text as a cell of COPY's text format. */
export const copyText = (text: string): string =>
  /[\\\t\n\r]/.test(text) ? text.replace(special, (found) => escapes[found] ?? found) : text;

/** Codes as a cell of COPY's text format that holds an array; codes need no quotes. */
export const copyCodes = (codes: readonly string[]): string => `{${codes.join(',')}}`;
