import type { Columns } from './types';

/** The first 32 bits of an id. */
export const keyOf = (id: string): number => Number.parseInt(id.slice(0, 8), 16);

/** The row of the id of an incident that is in the columns; of another id, any row or -1. */
export function rowOf({ keys, sorted, rowsById }: Columns, id: string): number {
  return rowsById.get(id) ?? keys.subarray(0, sorted).indexOf(keyOf(id));
}

/** Bits of a key that a first look asks for: most rows that are not wanted are told by a table that stays near. */
const lookBits = 20;

const [none, several] = [-1, -2];

/** Finds the rows of many keys in one pass. */
export class WantedKeys {
  private readonly slots: Uint32Array;
  /** `none` = there is no such row, `several` = more than one. */
  private readonly rows: Int32Array;
  private readonly used: Uint8Array;
  private readonly near = new Uint32Array(1 << (lookBits - 5));

  /** `wanted`: so many keys come, at most. */
  constructor(wanted: number) {
    const size = 2 ** Math.ceil(Math.log2(Math.max(8, wanted * 2)));
    this.slots = new Uint32Array(size);
    this.rows = new Int32Array(size).fill(none);
    this.used = new Uint8Array(size);
  }

  add(key: number): void {
    const slot = this.slotOf(key);
    this.slots[slot] = key;
    this.used[slot] = 1;
    const bit = key >>> (32 - lookBits);
    this.near[bit >>> 5] = (this.near[bit >>> 5] as number) | (1 << (bit & 31));
  }

  /** Finds the rows of all that were added, among the first `count`. */
  find(keys: Uint32Array, count: number): void {
    const { near, slots, rows, used } = this;
    for (let row = 0; row < count; row++) {
      const key = keys[row] as number;
      const bit = key >>> (32 - lookBits);
      if ((((near[bit >>> 5] as number) >>> (bit & 31)) & 1) === 0) continue;
      const slot = this.slotOf(key);
      if (used[slot] === 1 && slots[slot] === key) rows[slot] = rows[slot] === none ? row : several;
    }
  }

  /** The row that has a key which was added, and is the only one that does; below 0 = there is no such row. */
  rowOf(key: number): number {
    return this.rows[this.slotOf(key)] as number;
  }

  /** Where a key is, or would be. */
  private slotOf(key: number): number {
    const { slots, used } = this;
    const mask = slots.length - 1;
    let slot = (Math.imul(key, 0x9e3779b1) >>> 0) & mask;
    while (used[slot] === 1 && slots[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }
}
