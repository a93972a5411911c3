import 'server-only';
import { Client } from 'pg';
import { env } from '@/lib/env';

/** How long an answer of the database counts, and how long it may take, in milliseconds. */
export const healthLimits = { goodFor: 1_000, badFor: 500, timeout: 3_000 } as const;

type Health = { answered: boolean; until: number };
type Held = { daybookHealth?: { last?: Health; asking?: Promise<boolean>; client?: Client } };

const held = globalThis as unknown as Held;

/**
 * Whether the database answers, asked at most once a second over a connection of its own: a pool that is busy
 * is not a database that is down.
 */
export function databaseAnswers(): Promise<boolean> {
  held.daybookHealth ??= {};
  const state = held.daybookHealth;
  if (state.last && state.last.until > Date.now()) return Promise.resolve(state.last.answered);
  state.asking ??= ask().then((answered) => {
    const lasts = answered ? healthLimits.goodFor : healthLimits.badFor;
    state.last = { answered, until: Date.now() + lasts };
    state.asking = undefined;
    return answered;
  });
  return state.asking;
}

/** Asks, and asks once more on a fresh connection when one that was kept turns out to be dead. */
async function ask(): Promise<boolean> {
  const kept = held.daybookHealth?.client !== undefined;
  return (await askOnce()) || (kept && (await askOnce()));
}

/** One question, with a time-out over connecting and answering together. A connection that failed is thrown away. */
async function askOnce(): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The database did not answer in time.')), healthLimits.timeout);
  });
  try {
    await Promise.race([connection().then((client) => client.query('SELECT 1')), timeout]);
    return true;
  } catch {
    drop();
    return false;
  } finally {
    clearTimeout(timer);
  }
}

async function connection(): Promise<Client> {
  const state = held.daybookHealth;
  if (state?.client) return state.client;
  const client = new Client({
    connectionString: env().DATABASE_URL,
    connectionTimeoutMillis: healthLimits.timeout,
    application_name: 'daybook-health',
  });
  // A connection that dies while idle is made anew by the next question.
  client.on('error', drop);
  client.on('end', drop);
  if (state) state.client = client;
  await client.connect();
  return client;
}

function drop(): void {
  const client = held.daybookHealth?.client;
  if (!client || !held.daybookHealth) return;
  held.daybookHealth.client = undefined;
  client.removeListener('end', drop);
  client.end().catch(() => {});
}

/** Ends the connection, for tests and for a server that shuts down. */
export async function closeHealth(): Promise<void> {
  drop();
}
