import { closePool } from '@/lib/db/pool';
import { runImportJob } from '@/lib/imports/jobs/run';

/** Works on one import, in a process of its own (lib/imports/jobs/queue). Ends with the process that began it. */
process.on('disconnect', () => process.exit(1));
process.on('SIGTERM', () => process.exit(1));

const [batch = ''] = process.argv.slice(2);
try {
  await runImportJob(batch);
} catch (thrown) {
  console.error('An import could not be worked on:', thrown instanceof Error ? thrown.message : thrown);
  process.exitCode = 1;
} finally {
  await closePool().catch(() => {});
  if (process.connected) process.disconnect();
}
