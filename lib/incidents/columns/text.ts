import { firstAt, rowOf } from './ids';
import type { Columns } from './types';

/** Marks the rows of some incidents that are in the columns: 1 for each. `ids`: 16 bytes an id. */
export function rowsOfText(columns: Columns, ids: Uint8Array): Uint8Array {
  const { keys, sorted, dead, rows } = columns;
  // Threads that scan share it.
  const found = new Uint8Array(new SharedArrayBuffer(Math.max(1, rows)));
  const view = new DataView(ids.buffer, ids.byteOffset, ids.byteLength);
  for (let at = 0; at < ids.byteLength; at += 16) {
    const key = view.getUint32(at);
    const row = firstAt(keys, sorted, key);
    const isAlone = row < sorted && keys[row] === key && !(row + 1 < sorted && keys[row + 1] === key);
    const isSure = isAlone && dead[firstAt(dead, dead.length, row)] !== row;
    const sure = isSure ? row : rowOf(columns, idText(ids.subarray(at, at + 16)));
    if (sure >= 0) found[sure] = 1;
  }
  return found;
}

function idText(bytes: Uint8Array): string {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
