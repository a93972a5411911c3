import type { Columns } from '../types';
import { arranged, type Room } from './arrays';
import { alike, type RowIds } from './ids';

/**
 * What finds rows by id: the first 32 bits of all, and the whole id of those that share them. `firsts`: these bits of the
 * rows as they came; `order`: those rows as they stand.
 */
export async function keysOf(
  ids: RowIds,
  firsts: Uint32Array,
  order: Uint32Array,
  room: Room,
): Promise<Pick<Columns, 'keys' | 'sorted' | 'rowsById'>> {
  const keys = (await arranged(firsts, 2 ** 32 - 1, order, room)) as Columns['keys'];
  const { rows, words } = ids.byId(firsts);
  const shared = new Uint8Array(rows.length);
  for (const [from, to] of alike(words)) for (const came of rows.subarray(from, to)) shared[came] = 1;
  const rowsById = new Map<string, number>();
  for (let row = 0; row < order.length; row++) {
    const came = order[row] as number;
    if (shared[came] === 1) rowsById.set(ids.text(came), row);
  }
  return { keys, sorted: order.length, rowsById };
}
