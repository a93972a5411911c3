import 'server-only';
import PgBoss from 'pg-boss';
import { toAppError } from '@/lib/db/errors';
import { queueSchema } from '@/lib/db/queue';
import { env } from '@/lib/env';

export { importQueue as queueName } from '@/lib/db/queue';

const held = globalThis as unknown as { daybookQueue?: Promise<PgBoss> | undefined };

/** The one connection of the process to the queue. Made on first use; tried anew where it could not be made. */
export function boss(): Promise<PgBoss> {
  const known = held.daybookQueue;
  if (known) return known;
  const made = start().catch((thrown: unknown) => {
    held.daybookQueue = undefined;
    throw toAppError(thrown);
  });
  held.daybookQueue = made;
  return made;
}

async function start(): Promise<PgBoss> {
  const queue = new PgBoss({
    connectionString: env().DATABASE_URL,
    schema: queueSchema,
    // The owner of the database makes its tables (lib/db/migrate); the app may not.
    migrate: false,
    schedule: false,
    max: 3,
    application_name: 'daybook-queue',
  });
  // The database may be away for a while; the queue goes on when it is back.
  queue.on('error', () => {});
  return queue.start();
}

/** Lets the connection to the queue go. */
export async function closeQueue(): Promise<void> {
  const known = held.daybookQueue;
  held.daybookQueue = undefined;
  if (known) await known.then((queue) => queue.stop({ graceful: false, wait: false })).catch(() => {});
}
