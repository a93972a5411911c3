import type { Columns } from '../types';

/** The incidents take more memory as columns than they may. */
export class TooManyForMemory extends Error {
  override name = 'TooManyForMemory';
}

/** Bytes that a string takes beside its letters. */
const stringBytes = 24;
const textBytes = (text: string) => stringBytes + text.length;

/** Bytes that columns take: what grows with the rows, room for more among it, and the dictionaries. */
export function bytesOf(columns: Columns): { rows: number; dictionaries: number } {
  const { starts, spans, sizeMin, sizeMax, fields, keys, dead, placeUnknown, rowsById, paths } = columns;
  let rows = starts.byteLength + spans.byteLength + keys.byteLength + dead.byteLength;
  let dictionaries = placeUnknown.byteLength;
  for (const { values, codes } of [sizeMin, sizeMax]) {
    rows += codes.byteLength;
    dictionaries += values.byteLength;
  }
  for (const { words, codes, sets } of Object.values(fields)) {
    rows += codes.byteLength;
    for (const word of words) dictionaries += textBytes(word);
    if (sets) dictionaries += sets.starts.byteLength + sets.members.byteLength;
  }
  dictionaries += rowsById.size * (stringBytes + 36 + 24);
  for (const [id, path] of paths) dictionaries += textBytes(id) + textBytes(path);
  return { rows, dictionaries };
}
