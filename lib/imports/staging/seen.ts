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
  // Two halves of a hash and a row for each place, side by side: a look at one of them brings the others along.
  let places = new Uint32Array(size * 3);
  const repeated = new Map<string, number>();
  const nameOf = (a: number, b: number) => `${a} ${b}`;

  const place = (a: number, b: number): number => {
    let at = (a ^ (b >>> 7)) & (size - 1);
    while (places[at * 3 + 2] !== 0 && !(places[at * 3] === a && places[at * 3 + 1] === b))
      at = (at + 1) & (size - 1);
    return at * 3;
  };
  const put = (a: number, b: number, row: number) => {
    const at = place(a, b);
    places[at] = a;
    places[at + 1] = b;
    places[at + 2] = row;
  };
  const grow = () => {
    const old = places;
    size *= 2;
    places = new Uint32Array(size * 3);
    for (let index = 0; index < old.length; index += 3)
      if (old[index + 2] !== 0) put(old[index] as number, old[index + 1] as number, old[index + 2] as number);
  };

  return {
    add(name, row) {
      const [a, b] = hash(name);
      const at = place(a, b);
      const first = places[at + 2] as number;
      if (first !== 0) {
        const same = nameOf(a, b);
        repeated.set(same, (repeated.get(same) ?? 1) + 1);
        return first;
      }
      put(a, b, row);
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
