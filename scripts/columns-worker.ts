import { parentPort, workerData } from 'node:worker_threads';
import { Client } from 'pg';
import { loadColumns } from '@/lib/incidents/columns/load/load';
import { type ToThread, threadScanner } from '@/lib/incidents/columns/thread';

/** What a thread of lib/incidents/columns/threads.ts does: it answers questions, or loads columns once. */
const task = workerData as { job: 'scan' } | { job: 'load'; url: string; mostBytes: number };

if (task.job === 'scan') {
  const answer = threadScanner();
  parentPort?.on('message', (message: ToThread) => {
    const answered = answer(message);
    if (answered) parentPort?.postMessage(answered);
  });
} else {
  const client = new Client({ connectionString: task.url, application_name: 'daybook-columns' });
  await client.connect();
  try {
    const columns = await loadColumns(client, { mostBytes: task.mostBytes });
    parentPort?.postMessage({ columns });
  } catch (thrown) {
    const { name, message } = thrown as Error;
    parentPort?.postMessage({ fault: { name, message } });
  } finally {
    await client.end();
  }
}
