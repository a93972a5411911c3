import { parentPort, workerData } from 'node:worker_threads';
import { Client } from 'pg';
import { columnsFromFile, type FromFile, keepColumns } from '@/lib/incidents/columns/kept/keep';
import { loadColumns } from '@/lib/incidents/columns/load/load';
import { type ToThread, threadScanner } from '@/lib/incidents/columns/thread';
import type { ThreadTask } from '@/lib/incidents/columns/threads';
import type { Columns } from '@/lib/incidents/columns/types';

/** What a thread of lib/incidents/columns/threads.ts does: it answers questions, or loads or keeps columns once. */
const task = workerData as ThreadTask;

if (task.job === 'scan') {
  const answer = threadScanner();
  parentPort?.on('message', (message: ToThread) => {
    const answered = answer(message);
    if (answered) parentPort?.postMessage(answered);
  });
} else {
  const connection = { connectionString: task.url, application_name: 'daybook-columns' };
  const client = new Client(connection);
  await client.connect();
  try {
    if (task.job === 'load') await load(task);
    else await keep(task.file, task.columns);
  } catch (thrown) {
    const { name, message } = thrown as Error;
    parentPort?.postMessage({ fault: { name, message } });
  } finally {
    await client.end();
  }

  /** A second connection; null = the database has none to spare. */
  async function another(): Promise<Client | null> {
    const second = new Client(connection);
    return second.connect().then(
      () => second,
      () => null,
    );
  }

  async function load({ file, mostBytes }: Extract<ThreadTask, { job: 'load' }>): Promise<void> {
    const found = file === null ? null : await columnsFromFile(client, file, mostBytes);
    if (found) return void parentPort?.postMessage(found);
    const beside = await another();
    const columns = await loadColumns(client, { mostBytes, beside }).finally(() => beside?.end());
    parentPort?.postMessage({ columns, kept: columns.version } satisfies FromFile);
    if (file !== null) await keep(file, columns);
  }

  async function keep(file: string, columns: Columns): Promise<void> {
    try {
      await keepColumns(client, file, columns);
    } catch (thrown) {
      const why = (thrown as NodeJS.ErrnoException).code ?? (thrown as Error).name;
      console.warn(`Columns could not be kept in a file (${why}); the next start reads the database.`);
    }
  }
}
