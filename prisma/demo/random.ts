/** Numbers that look random and are the same for the same seed, on every machine. */
export type Random = {
  /** A number from 0 (included) to 1 (not included). */
  next: () => number;
  /** A whole number from `from` to `to`, both included. */
  whole: (from: number, to: number) => number;
  /** Whether an event of that probability happens. */
  chance: (probability: number) => boolean;
  /** One of the items, each as likely as the others. Throws for an empty list. */
  pick: <Item>(items: readonly Item[]) => Item;
};

/** What items are drawn from: the likelier, the larger their weight. */
export type Weighted<Item> = { items: readonly Item[]; sums: Float64Array };

/**
 * A stream of numbers for one thing (`index`) of one seed. Streams of different things are independent, so that
 * incident 17 is the same whether 20 or 20,000 are made. Generator: sfc32 (Chris Doty-Humphrey, PractRand), its
 * state filled by the finaliser of MurmurHash3.
 */
export function randomOf(seed: number, index: number): Random {
  let a = mix(seed);
  let b = mix(a ^ index);
  let c = mix(b ^ Math.floor(index / 4_294_967_296));
  let counter = 1;
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let round = 0; round < 8; round++) next();
  return {
    next,
    whole: (from, to) => from + Math.floor(next() * (to - from + 1)),
    chance: (probability) => next() < probability,
    pick: (items) => at(items, Math.floor(next() * items.length)),
  };
}

/** Items with their weights; items of weight 0 are never drawn. */
export function weighted<Item>(pairs: readonly (readonly [Item, number])[]): Weighted<Item> {
  const sums = new Float64Array(pairs.length);
  let sum = 0;
  for (const [index, [, weight]] of pairs.entries()) {
    sum += weight;
    sums[index] = sum;
  }
  return { items: pairs.map(([item]) => item), sums };
}

/** Draws one item by its weight. */
export function draw<Item>(random: Random, { items, sums }: Weighted<Item>): Item {
  return at(items, indexAt(sums, random.next() * (sums[sums.length - 1] ?? 0)));
}

/** Draws up to `count` different items by their weights, in the order in which they were drawn. */
export function drawSeveral<Item>(random: Random, from: Weighted<Item>, count: number): Item[] {
  const drawn: Item[] = [];
  for (let n = 0; n < count; n++) {
    const item = draw(random, from);
    if (!drawn.includes(item)) drawn.push(item);
  }
  return drawn;
}

/** The first index whose running sum exceeds the value, from `low` on. */
export function indexAt(sums: Float64Array, value: number, low = 0, high = sums.length - 1): number {
  let [left, right] = [low, high];
  while (left < right) {
    const middle = (left + right) >> 1;
    if ((sums[middle] ?? 0) > value) right = middle;
    else left = middle + 1;
  }
  return left;
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new Error('There is nothing to draw from.');
  return item;
}

function mix(value: number): number {
  let h = (value ^ 0x9e3779b9) | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) | 0;
}
