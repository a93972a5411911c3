import 'server-only';
import type { ClientBase } from 'pg';
import { checkMemory } from '../load/load';
import { patchColumns } from '../load/patch';
import { readStamp } from '../load/queries';
import type { Columns } from '../types';
import { readColumns, writeColumns } from './file';

/** Columns that were kept in a file, brought up to date, and the version that the file holds. */
export type FromFile = { columns: Columns; kept: number };

/**
 * The columns of a file, with what changed since. Null = load them anew: there is no such file, it is damaged or of
 * other data, or too much has changed.
 * @throws TooManyForMemory when they take more than `mostBytes`.
 */
export async function columnsFromFile(
  client: ClientBase,
  file: string,
  mostBytes = Number.POSITIVE_INFINITY,
): Promise<FromFile | null> {
  const found = await readColumns(
    file,
    async (version, stamp) => (await readStamp(client, version)) === stamp,
  );
  if (!found) return null;
  const columns = await patchColumns(client, found.columns);
  if (!columns) return null;
  checkMemory(columns, mostBytes);
  return { columns, kept: found.columns.version };
}

/**
 * Keeps columns in a file, unless their version is not known any more. Rows that were added behind them meanwhile are
 * not in it.
 * @throws what the system throws where the file can't be written.
 */
export async function keepColumns(client: ClientBase, file: string, columns: Columns): Promise<void> {
  const stamp = await readStamp(client, columns.version);
  if (stamp !== null) writeColumns(file, { columns, stamp });
}
