import 'server-only';
import PgBoss from 'pg-boss';

/** The schema in which pg-boss keeps its tables. */
export const queueSchema = 'pgboss';

/** The queue of imports. */
export const importQueue = 'imports';

/** Makes the tables of the queue, or brings them to what the installed version needs. Asks for the owner of the database. */
export async function migrateQueue(ownerUrl: string): Promise<void> {
  const queue = new PgBoss({
    connectionString: ownerUrl,
    schema: queueSchema,
    schedule: false,
    supervise: false,
    max: 2,
    application_name: 'daybook-setup',
  });
  queue.on('error', () => {});
  await queue.start();
  try {
    if ((await queue.getQueue(importQueue)) === null)
      // A job is a hint that there is work; what is to be done stands with the import. It is never tried twice.
      await queue.createQueue(importQueue, { name: importQueue, retryLimit: 0, expireInSeconds: 86_000 });
  } finally {
    await queue.stop({ graceful: false, wait: true });
  }
}
