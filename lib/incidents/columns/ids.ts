import type { Columns } from './types';

/** A UUID as two halves of 64 bits each; their order is the order of the text. */
export function halvesOf(id: string): [high: bigint, low: bigint] {
  const hex = id.replaceAll('-', '');
  return [BigInt(`0x${hex.slice(0, 16)}`), BigInt(`0x${hex.slice(16)}`)];
}

/** The row of an id; -1 = there is none. */
export function rowOf({ idHigh, idLow, rows }: Columns, id: string): number {
  const [high, low] = halvesOf(id);
  let [from, to] = [0, rows - 1];
  while (from <= to) {
    const middle = (from + to) >> 1;
    const [otherHigh, otherLow] = [idHigh[middle] as bigint, idLow[middle] as bigint];
    if (otherHigh === high && otherLow === low) return middle;
    if (otherHigh < high || (otherHigh === high && otherLow < low)) from = middle + 1;
    else to = middle - 1;
  }
  return -1;
}
