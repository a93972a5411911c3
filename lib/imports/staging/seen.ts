/**
 * Remembers in which row a name stood first, and how often, for millions of names in a few bytes each: only a hash
 * of 64 bits is kept, of which two differ for all names of a file but for one case in billions.
 */
export type Seen = {
  /** Notes a name. 0 = it is new; else the row in which it stood first. */
  add: (name: string, row: number) => number;
  /** How often a name that was seen before has been noted, itself included. */
  times: (name: string) => number;
};

export function makeSeen(): Seen {
  let size = 1 << 16;
  let used = 0;
  let low = new Uint32Array(size);
  let high = new Uint32Array(size);
  let rows = new Uint32Array(size);
  const repeated = new Map<string, number>();
  const nameOf = (a: number, b: number) => `${a} ${b}`;

  const place = (a: number, b: number): number => {
    let at = (a ^ (b >>> 7)) & (size - 1);
    while (rows[at] !== 0 && !(low[at] === a && high[at] === b)) at = (at + 1) & (size - 1);
    return at;
  };
  const grow = () => {
    const [oldLow, oldHigh, oldRows] = [low, high, rows];
    size *= 2;
    low = new Uint32Array(size);
    high = new Uint32Array(size);
    rows = new Uint32Array(size);
    for (let index = 0; index < oldRows.length; index++) {
      const row = oldRows[index] ?? 0;
      if (row === 0) continue;
      const [a, b] = [oldLow[index] ?? 0, oldHigh[index] ?? 0];
      const at = place(a, b);
      low[at] = a;
      high[at] = b;
      rows[at] = row;
    }
  };

  return {
    add(name, row) {
      const [a, b] = hash(name);
      const at = place(a, b);
      const first = rows[at] ?? 0;
      if (first !== 0) {
        const same = nameOf(a, b);
        repeated.set(same, (repeated.get(same) ?? 1) + 1);
        return first;
      }
      low[at] = a;
      high[at] = b;
      rows[at] = row;
      used += 1;
      if (used * 2 > size) grow();
      return 0;
    },
    times: (name) => repeated.get(nameOf(...hash(name))) ?? 1,
  };
}

/** Two hashes of 32 bits (the mixing of cyrb53, in the public domain). */
function hash(text: string): [number, number] {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    a = Math.imul(a ^ code, 2_654_435_761);
    b = Math.imul(b ^ code, 1_597_334_677);
  }
  a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909);
  b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909);
  return [a >>> 0, b >>> 0];
}
