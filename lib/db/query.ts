import 'server-only';
import type { PoolClient } from 'pg';
import Cursor from 'pg-cursor';
import { Prisma } from '@/prisma/generated/client';
import { toAppError } from './errors';
import { pool } from './pool';

export type Sql = Prisma.Sql;
export const { sql, join, empty, raw } = Prisma;

/** Something that answers queries: the pool, or one snapshot of the database. */
export type Db = { query: <Row>(statement: Sql) => Promise<Row[]> };

/** Asks one question of the pool. Rows come as pg gives them: DATE as 'YYYY-MM-DD', bigint and numeric as number. */
export const database: Db = {
  async query<Row>(statement: Sql): Promise<Row[]> {
    try {
      const { rows } = await pool().query({ text: statement.text, values: statement.values });
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
export async function snapshot<Result>(ask: (db: Db) => Promise<Result>): Promise<Result> {
  const client = await connect();
  let broken = false;
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const result = await ask({
      async query<Row>(statement: Sql): Promise<Row[]> {
        const { rows } = await client.query({ text: statement.text, values: statement.values });
        return rows as Row[];
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

/**
 * Reads the rows of one statement in batches through a cursor, on one snapshot, without holding them all in
 * memory. Ends the cursor when the reader stops early. `statement_timeout` counts each batch anew.
 */
export async function* stream<Row>(statement: Sql, batch = 1_000): AsyncGenerator<Row[]> {
  const client = await connect();
  let finished = false;
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const cursor = client.query(new Cursor<Row>(statement.text, statement.values));
    for (;;) {
      const rows = await cursor.read(batch);
      if (rows.length === 0) break;
      yield rows;
    }
    await cursor.close();
    await client.query('COMMIT');
    finished = true;
  } catch (thrown) {
    throw toAppError(thrown);
  } finally {
    client.release(!finished);
  }
}

async function connect(): Promise<PoolClient> {
  try {
    return await pool().connect();
  } catch (thrown) {
    throw toAppError(thrown);
  }
}
