import { keyOf, WantedKeys } from './ids';
import type { Columns } from './types';

/** Marks the rows of some incidents that are in the columns: 1 for each. `ids`: 16 bytes an id. */
export function rowsOfText(columns: Columns, ids: Uint8Array): Uint8Array {
  const { keys, sorted, rows, rowsById } = columns;
  // Threads that scan share it.
  const found = new Uint8Array(new SharedArrayBuffer(Math.max(1, rows)));
  if (ids.byteLength === 0) return found;
  const view = new DataView(ids.buffer, ids.byteOffset, ids.byteLength);
  const wanted = new WantedKeys(ids.byteLength / 16);
  for (let at = 0; at < ids.byteLength; at += 16) wanted.add(view.getUint32(at));
  wanted.find(keys, sorted);
  // Rows that came later, and those whose keys are not theirs alone, are known by their whole ids.
  const shared = new Set(Array.from(rowsById.keys(), keyOf));
  for (let at = 0; at < ids.byteLength; at += 16) {
    const key = view.getUint32(at);
    const byId = shared.has(key) ? rowsById.get(idText(ids.subarray(at, at + 16))) : undefined;
    const row = byId ?? wanted.rowOf(key);
    if (row >= 0) found[row] = 1;
  }
  return found;
}

function idText(bytes: Uint8Array): string {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
