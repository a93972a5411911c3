import 'server-only';
import type { ClientBase } from 'pg';
import { dbOf } from '@/lib/db/query';
import { keyOf, WantedKeys } from '../ids';
import type { Columns } from '../types';
import { appended } from './append';
import { readColumns, syntheticOf } from './load';
import { changesSince, inSnapshot, readDatasets, readNeighbours, readPaths } from './queries';

/**
 * The columns as they are in the newest version of the data, by reading only what changed since theirs; null = load
 * them anew. Rows that changed are dead, and what they are now is written behind the last row, in arrays that both
 * versions share: so only the newest version can be brought up to date, and by one thread.
 */
export function patchColumns(client: ClientBase, columns: Columns): Promise<Columns | null> {
  return inSnapshot(client, async () => {
    const db = dbOf(client);
    const changes = await changesSince(db, columns.version);
    if (!changes) return null;
    const { version, ids } = changes;
    const paths = (await readPaths(client, columns.paths.size)) ?? columns.paths;
    const synthetic = syntheticOf(await readDatasets(client));
    const reference = { version, paths, synthetic };
    if (ids.length === 0) return { ...columns, ...reference };
    const room = (rows: number) => ({ capacity: rows, shared: false });
    const now = await readColumns([client], version, ids, room);
    const changed = new Set(ids);
    // Those that are known by their whole id have another row than the one that the key leads to.
    const others = (await readNeighbours(db, ids)).filter(
      ({ id }) => !changed.has(id) && !columns.rowsById.has(id),
    );
    const gone = rowsOf(columns, ids, new Set(others.map(({ id }) => keyOf(id))));
    const made = appended(columns, gone, now.columns, now.idOf);
    return made && { ...made, ...reference };
  });
}

/** The rows of those of some ids that are in the columns. `taken`: keys that are of other incidents in them. */
function rowsOf(
  { keys, sorted, rowsById, dead }: Columns,
  ids: readonly string[],
  taken: ReadonlySet<number>,
): Map<string, number> {
  const gone = new Set(dead);
  const wanted = new WantedKeys(ids.length);
  for (const id of ids) wanted.add(keyOf(id));
  wanted.find(keys, sorted);
  const found = new Map<string, number>();
  for (const id of ids) {
    const known = rowsById.get(id);
    const key = keyOf(id);
    // Incidents that share a key in the columns are known by their whole id.
    const row = known ?? (taken.has(key) ? -1 : wanted.rowOf(key));
    if (row >= 0 && !(known === undefined && gone.has(row))) found.set(id, row);
  }
  return found;
}
