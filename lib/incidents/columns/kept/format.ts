import { crc32 } from 'node:zlib';
import { capacityFor } from '../load/load';
import type { Columns } from '../types';

/** Columns of a version of the data with its mark (`data_stamps`), as they lie in a file. */
export type Stamped = { columns: Columns; stamp: string };

const kinds = { Uint8Array, Uint16Array, Uint32Array, Float64Array } as const;
type Kind = keyof typeof kinds;
type Numbers = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/** An array in a file: where its bytes begin after the head, how many numbers it has, and whether they are one a row. */
type Stored = { $array: Kind; at: number; length: number; perRow: boolean; crc: number };

/** Arrays begin at multiples of this, so that any number can be read where it lies. */
const align = (at: number) => Math.ceil(at / 8) * 8;

/** Bytes of numbers. */
export const bytesIn = ({ buffer, byteOffset, byteLength }: Numbers): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

/** The head of a file, as JSON, and the arrays that follow it. Arrays that threads share have one number a row. */
export function pack(stamped: Stamped): { head: string; arrays: { at: number; bytes: Uint8Array }[] } {
  const arrays: { at: number; bytes: Uint8Array }[] = [];
  let end = 0;
  const store = (array: Numbers): Stored => {
    const perRow = array.buffer instanceof SharedArrayBuffer;
    const used = perRow ? array.subarray(0, stamped.columns.rows) : array;
    const bytes = bytesIn(used as Numbers);
    const at = align(end);
    arrays.push({ at, bytes });
    end = at + bytes.length;
    return { $array: kindOf(array), at, length: used.length, perRow, crc: crc32(bytes) };
  };
  const head = JSON.stringify(stamped, (_, value: unknown) => {
    if (ArrayBuffer.isView(value)) return store(value as Numbers);
    if (value instanceof Map) return { $map: [...value] };
    if (value instanceof Set) return { $set: [...value] };
    return value;
  });
  return { head, arrays };
}

/** What `head` tells, with arrays filled by `fill`, which gets where their bytes begin. Null = some are damaged. */
export function unpack(head: string, fill: (bytes: Uint8Array, at: number) => boolean): Stamped | null {
  let isWhole = true;
  const revived: unknown = JSON.parse(head, (_, value: unknown) => {
    if (typeof value !== 'object' || value === null) return value;
    if ('$map' in value) return new Map(value.$map as [unknown, unknown][]);
    if ('$set' in value) return new Set(value.$set as unknown[]);
    if (!('$array' in value)) return value;
    const { $array, at, length, perRow, crc } = value as Stored;
    const array = emptyArray($array, length, perRow);
    const bytes = bytesIn(array.subarray(0, length) as Numbers);
    isWhole &&= fill(bytes, at) && crc32(bytes) === crc;
    return array;
  });
  return isWhole ? (revived as Stamped) : null;
}

function emptyArray(kind: Kind, length: number, perRow: boolean): Numbers {
  const bytes = kinds[kind].BYTES_PER_ELEMENT;
  const buffer = perRow
    ? new SharedArrayBuffer(capacityFor(length) * bytes)
    : new ArrayBuffer(length * bytes);
  switch (kind) {
    case 'Uint8Array':
      return new Uint8Array(buffer);
    case 'Uint16Array':
      return new Uint16Array(buffer);
    case 'Uint32Array':
      return new Uint32Array(buffer);
    case 'Float64Array':
      return new Float64Array(buffer);
  }
}

function kindOf(array: Numbers): Kind {
  const kind = (Object.keys(kinds) as Kind[]).find((one) => array instanceof kinds[one]);
  if (!kind) throw new TypeError('columns hold an array of a kind that has no place in a file');
  return kind;
}
