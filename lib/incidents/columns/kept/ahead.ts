import 'server-only';
import type { ClientBase } from 'pg';
import { loadColumns } from '../load/load';
import { readRoughCount } from '../load/queries';
import { threadedRows } from '../threads';
import { columnsFromFile, keepColumns } from './keep';

/** Where columns are kept, how many bytes they may take, and from how many incidents on. */
export type KeepingAhead = { file: string; mostBytes: number; least?: number };

/**
 * Keeps the columns of all that is published in a file, unless one of them is there that the next start can bring up to
 * date, or they are so few that no file is made: else that start would have to wait until the database was read.
 * `beside`: another connection. Returns how many rows were kept; null = none had to be.
 * @throws TooManyForMemory; what the database or the system throws.
 */
export async function keepAhead(
  client: ClientBase,
  beside: ClientBase,
  { file, mostBytes, least = threadedRows }: KeepingAhead,
): Promise<number | null> {
  if ((await readRoughCount(client)) < least) return null;
  if (await columnsFromFile(client, file, mostBytes)) return null;
  const columns = await loadColumns(client, { mostBytes, beside });
  await keepColumns(client, file, columns);
  return columns.rows;
}
