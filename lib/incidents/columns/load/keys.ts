import type { Columns } from '../types';
import type { Room } from './arrays';
import type { RowIds } from './ids';

/**
 * What finds rows by id: the first 32 bits of all, and the whole id of those that share them. `byId`: the rows as they
 * came, in ascending order of id; `order`: in that in which they stand.
 */
export function keysOf(
  ids: RowIds,
  byId: Uint32Array,
  order: Uint32Array,
  { capacity, shared }: Room,
): Pick<Columns, 'keys' | 'sorted' | 'rowsById'> {
  const keys = new Uint32Array(shared ? new SharedArrayBuffer(capacity * 4) : new ArrayBuffer(capacity * 4));
  for (let row = 0; row < order.length; row++) keys[row] = ids.word(order[row] as number, 0);
  const alike = new Set<number>();
  for (let at = 1; at < byId.length; at++) {
    const [one, other] = [byId[at - 1] as number, byId[at] as number];
    if (ids.word(one, 0) === ids.word(other, 0)) alike.add(one).add(other);
  }
  const rowsById = new Map<string, number>();
  if (alike.size > 0)
    order.forEach((came, row) => {
      if (alike.has(came)) rowsById.set(ids.text(came), row);
    });
  return { keys, sorted: order.length, rowsById };
}
