import type { Columns } from '../types';
import { arranged, type Room } from './arrays';
import type { RowIds } from './ids';

/**
 * What finds rows by id: the first 32 bits of all, and the whole id of those that share them. `words`: these bits of the
 * rows as they came; `byId`: those rows in ascending order of id; `order`: in that in which they stand.
 */
export async function keysOf(
  ids: RowIds,
  words: Uint32Array,
  byId: Uint32Array,
  order: Uint32Array,
  room: Room,
): Promise<Pick<Columns, 'keys' | 'sorted' | 'rowsById'>> {
  const keys = (await arranged(words, 2 ** 32 - 1, order, room)) as Columns['keys'];
  const alike = new Set<number>();
  for (let at = 1; at < byId.length; at++) {
    const [one, other] = [byId[at - 1] as number, byId[at] as number];
    if (words[one] === words[other]) alike.add(one).add(other);
  }
  const rowsById = new Map<string, number>();
  if (alike.size > 0)
    order.forEach((came, row) => {
      if (alike.has(came)) rowsById.set(ids.text(came), row);
    });
  return { keys, sorted: order.length, rowsById };
}
