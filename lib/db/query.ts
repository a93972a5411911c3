import 'server-only';
import { createHash } from 'node:crypto';
import type { ClientBase, PoolClient } from 'pg';
import Cursor from 'pg-cursor';
import { Prisma } from '@/prisma/generated/client';
import { toAppError } from './errors';
import { pool } from './pool';
import { batchTimer, timed } from './slow';

export type Sql = Prisma.Sql;
export const { sql, join, empty, raw } = Prisma;

/** A statement under a name, by which the log of slow ones calls it. */
export const named = (name: string, statement: Sql): Sql => sql`${raw(`/* ${name} */ `)}${statement}`;

const prepared = new WeakMap<Sql, string>();

/**
 * A statement that a connection plans once and keeps, for one of few texts that is asked again and again. Of one whose
 * text depends on a filter every connection would keep hundreds.
 */
export function prepare(statement: Sql): Sql {
  prepared.set(statement, createHash('sha256').update(statement.text).digest('base64url'));
  return statement;
}

/** A statement as pg takes it. */
const asked = (statement: Sql) => ({
  name: prepared.get(statement),
  text: statement.text,
  values: statement.values,
});

/** Something that answers queries: the pool, or one snapshot of the database. */
export type Db = {
  query: <Row>(statement: Sql) => Promise<Row[]>;
  /** Within `transaction` only: leaves a statement to be run at its end (lib/db/write.ts). */
  atEnd?: (statement: Sql) => void;
  /** The version of the data that a snapshot sees. */
  version?: number;
};

/** One snapshot of the database. */
export type Snapshot = Db & {
  /** Hands over the rows of one statement in batches, without holding them all in memory. */
  each: <Row>(statement: Sql, take: (rows: Row[]) => void) => Promise<void>;
};

/**
 * Asks the questions of one connection, within the transaction that it is in: one after the other, also those that are
 * asked together. Errors are those of pg.
 */
export function dbOf(client: ClientBase): Db {
  let last: Promise<unknown> = Promise.resolve();
  return {
    async query<Row>(statement: Sql): Promise<Row[]> {
      const ask = () => timed(statement.text, () => client.query(asked(statement)));
      const answer = last.then(ask, ask);
      last = answer;
      const { rows } = await answer;
      return rows as Row[];
    },
  };
}

/** Asks one question of the pool. Rows come as pg gives them: DATE as 'YYYY-MM-DD', bigint and numeric as number. */
export const database: Db = {
  async query<Row>({ text, values }: Sql): Promise<Row[]> {
    try {
      const { rows } = await timed(text, () => pool().query({ text, values }));
      return rows as Row[];
    } catch (thrown) {
      throw toAppError(thrown);
    }
  },
};

/**
 * Runs several questions on one read-only snapshot, so that all the numbers of one answer fit each other.
 * The connection goes back to the pool whatever happens.
 */
export async function snapshot<Result>(ask: (db: Snapshot) => Promise<Result>): Promise<Result> {
  const client = await connect();
  let broken = false;
  try {
    const result = await ask({
      ...dbOf(client),
      version: await beginSnapshot(client),
      async each<Row>(statement: Sql, take: (rows: Row[]) => void): Promise<void> {
        const cursor = client.query(new Cursor<Row>(statement.text, statement.values));
        const timer = batchTimer(statement.text);
        for (;;) {
          const rows = await timer.wait(cursor.read(5_000), ({ length }) => length);
          if (rows.length === 0) break;
          take(rows);
        }
        timer.end();
        await cursor.close();
      },
    });
    await client.query('COMMIT');
    return result;
  } catch (thrown) {
    broken = true;
    throw toAppError(thrown);
  } finally {
    client.release(broken);
  }
}

/** Begins a snapshot and reads the version of the data in it, in one turn: nearly every question needs it. */
async function beginSnapshot(client: ClientBase): Promise<number | undefined> {
  const answers: unknown = await client.query(
    'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SELECT version FROM data_version',
  );
  const [, { rows }] = answers as [unknown, { rows: { version: number }[] }];
  return rows[0]?.version;
}

/** A snapshot that stays open for as long as a file is being sent. Whoever opens it closes it. */
export type OpenSnapshot = Db & {
  /** The rows of one statement in batches, read through a cursor without holding them all in memory. */
  stream: <Row>(statement: Sql, batch?: number) => AsyncGenerator<Row[]>;
  /** Gives the connection back; dropped unless everything that was asked for was read to its end (`whole`). */
  close: (whole: boolean) => Promise<void>;
};

/** Milliseconds that one statement of an open snapshot may take, and that its reader may let it wait. */
const openSnapshotLimits = { statement: 60_000, idle: 60_000 };

/** Rows of the first batch of a stream. */
const firstBatch = 100;

/**
 * Opens a read-only snapshot for a file that is sent while it is read: the statements may take longer than those
 * of a page, and the reader may be slow. `statement_timeout` counts each batch anew.
 */
export async function openSnapshot(): Promise<OpenSnapshot> {
  const client = await connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await client.query(
      `SET LOCAL statement_timeout = ${openSnapshotLimits.statement};
       SET LOCAL idle_in_transaction_session_timeout = ${openSnapshotLimits.idle};
       SET LOCAL cursor_tuple_fraction = 1`,
    );
  } catch (thrown) {
    client.release(true);
    throw toAppError(thrown);
  }
  let closed = false;
  let opened = 0;
  return {
    async query<Row>({ text, values }: Sql): Promise<Row[]> {
      try {
        const { rows } = await timed(text, () => client.query({ text, values }));
        return rows as Row[];
      } catch (thrown) {
        throw toAppError(thrown);
      }
    },
    async *stream<Row>(statement: Sql, batch = 1_000): AsyncGenerator<Row[]> {
      const name = `stream_${++opened}`;
      const timer = batchTimer(statement.text);
      try {
        // A cursor of SQL: with one of the protocol, the time-out would count all batches and the reader's pauses.
        await client.query({
          text: `DECLARE ${name} NO SCROLL CURSOR FOR ${statement.text}`,
          values: statement.values,
        });
        const fetchNext = (count: number) => {
          const fetched = client.query(`FETCH ${count} FROM ${name}`);
          // Whoever gives up closes the connection under the batch that is on its way.
          fetched.catch(toldElsewhere);
          return { count, fetched };
        };
        // The first rows are few, so that the reader has something to begin with.
        let coming: ReturnType<typeof fetchNext> | null = fetchNext(Math.min(batch, firstBatch));
        while (coming) {
          const { rows }: { rows: unknown[] } = await timer.wait<{ rows: unknown[] }>(
            coming.fetched,
            ({ rows: got }) => got.length,
          );
          // The database works on the next batch while the reader works on this one.
          coming = rows.length < coming.count ? null : fetchNext(batch);
          if (rows.length > 0) yield rows as Row[];
        }
        timer.end();
        await client.query(`CLOSE ${name}`);
      } catch (thrown) {
        throw toAppError(thrown);
      }
    },
    async close(whole: boolean): Promise<void> {
      if (closed) return;
      closed = true;
      try {
        if (whole) await client.query('COMMIT');
        client.release(!whole);
      } catch (thrown) {
        client.release(true);
        throw toAppError(thrown);
      }
    },
  };
}

/** A connection of the pool, for a transaction. Whoever takes it gives it back. */
export async function connect(): Promise<PoolClient> {
  try {
    const client = await pool().connect();
    // A connection that dies while it is out says so to its query; without a listener it would end the process too.
    if (!client.listeners('error').includes(toldElsewhere)) client.on('error', toldElsewhere);
    return client;
  } catch (thrown) {
    throw toAppError(thrown);
  }
}

function toldElsewhere(): void {}
