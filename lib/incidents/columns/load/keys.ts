import type { Columns } from '../types';
import type { Room } from './arrays';
import type { RowIds } from './ids';

/** What finds rows by id: the first 32 bits of all, and the whole id of those that share them. */
export function keysOf(
  ids: RowIds,
  order: Uint32Array,
  { capacity, shared }: Room,
): Pick<Columns, 'keys' | 'sorted' | 'rowsById'> {
  const keys = new Uint32Array(shared ? new SharedArrayBuffer(capacity * 4) : new ArrayBuffer(capacity * 4));
  for (let row = 0; row < order.length; row++) keys[row] = ids.word(order[row] as number, 0);
  const rowsById = new Map<string, number>();
  for (let row = 0; row < order.length; row++)
    if ((row > 0 && keys[row - 1] === keys[row]) || (row + 1 < order.length && keys[row + 1] === keys[row]))
      rowsById.set(ids.text(order[row] as number), row);
  return { keys, sorted: order.length, rowsById };
}
