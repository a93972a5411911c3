import 'server-only';
import { Pool, types } from 'pg';
import { env } from '@/lib/env';

/** Time-outs of the web's pool, in milliseconds. */
export const poolLimits = {
  connections: 10,
  acquire: 2_000,
  statement: 5_000,
  lock: 2_000,
  idleInTransaction: 10_000,
} as const;

// DATE stays the civil day that it is; bigint counts and numerics of our columns fit a double.
types.setTypeParser(types.builtins.DATE, (text) => text);
types.setTypeParser(types.builtins.INT8, Number);
types.setTypeParser(types.builtins.NUMERIC, Number);

const held = globalThis as unknown as { daybookPool?: Pool };

/** The one pool of the process. Made on first use, so that importing the module needs no database. */
export function pool(): Pool {
  held.daybookPool ??= makePool();
  return held.daybookPool;
}

/** Lets the connections go, at the end of a command. */
export async function closePool(): Promise<void> {
  const made = held.daybookPool;
  delete held.daybookPool;
  await made?.end();
}

function makePool(): Pool {
  const made = new Pool({
    connectionString: env().DATABASE_URL,
    max: poolLimits.connections,
    connectionTimeoutMillis: poolLimits.acquire,
    statement_timeout: poolLimits.statement,
    lock_timeout: poolLimits.lock,
    idle_in_transaction_session_timeout: poolLimits.idleInTransaction,
    idleTimeoutMillis: 30_000,
    application_name: 'daybook',
  });
  // A connection that dies while idle is dropped by the pool; without a listener it would end the process.
  made.on('error', () => {});
  return made;
}
