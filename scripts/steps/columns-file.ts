import path from 'node:path';
import { Client } from 'pg';
import { runningUrls } from '@/lib/db/embedded';
import { type CommandSettings, readCommandSettings } from '@/lib/env';
import { say } from './lifecycle';

/** Where the app keeps what it counts in memory: beside the database that it was read from; null = nowhere. */
export function columnsFile(settings: CommandSettings): string | null {
  const { DAYBOOK_COLUMNS_FILE: file, DATABASE_URL: url, DAYBOOK_DATA_DIR: home } = settings;
  return file ?? (url ? null : path.join(path.resolve(home), 'columns.bin'));
}

/**
 * What a command that changes very much does last: keeps the columns, so that the next start need not read them from the
 * database. An app that runs does so itself. To be called before the database is looked for.
 */
export function columnsKeeper(): (url: string) => Promise<void> {
  const settings = readCommandSettings(process.env);
  const { DATABASE_URL, DAYBOOK_DATA_DIR: home, DAYBOOK_COLUMNS_MB: most } = settings;
  const file = columnsFile(settings);
  const isRunning = !DATABASE_URL && runningUrls(path.resolve(home), 'daybook') !== null;
  if (file === null || isRunning || most === 0) return async () => {};
  return async (url) => {
    const began = performance.now();
    const { keepAhead } = await import('@/lib/incidents/columns/kept/ahead');
    const connection = { connectionString: url, application_name: 'daybook-columns' };
    const [client, beside] = [new Client(connection), new Client(connection)];
    for (const one of [client, beside]) one.on('error', () => {});
    try {
      await Promise.all([client.connect(), beside.connect()]);
      const rows = await keepAhead(client, beside, { file, mostBytes: most * 1_000_000 });
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      if (rows !== null)
        say(
          `Kept what the next start counts in memory: ${rows.toLocaleString('en')} incidents in ${seconds} s.`,
        );
    } catch (thrown) {
      const { code, name } = thrown as NodeJS.ErrnoException;
      say(
        `What is counted in memory could not be kept (${code ?? name}); the next start reads the database.`,
      );
    } finally {
      await Promise.allSettled([client.end(), beside.end()]);
    }
  };
}
