import type { Columns } from './types';

/** The first 32 bits of an id. */
export const keyOf = (id: string): number => Number.parseInt(id.slice(0, 8), 16);

/** The row of the id of an incident that is in the columns; of another id, any row or -1. */
export function rowOf({ keys, sorted, rowsById }: Columns, id: string): number {
  const known = rowsById.get(id);
  if (known !== undefined) return known;
  const key = keyOf(id);
  const row = firstAt(keys, sorted, key);
  return row < sorted && keys[row] === key ? row : -1;
}

/** The first of some ascending numbers that is not below another; how many there are where all are. */
export function firstAt(numbers: Uint32Array, count: number, wanted: number): number {
  let [from, to] = [0, count];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((numbers[middle] as number) < wanted) from = middle + 1;
    else to = middle;
  }
  return from;
}
