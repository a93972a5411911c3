import type { Ask, Place, RawOf, RowOrder } from './asks';
import type { Kept } from './kept-rows';
import type { Live, Range, Rows } from './live';

/** What is asked for. */
export type FirstAsk = Extract<Ask, { kind: 'first' }>;

/** Days that an interval may last, and a rank leaves room for. */
const longest = 2 ** 22;

/** The largest number that stands for people; it stands for those that are not known, where the smallest come first. */
const mostPeople = 2_147_483_647;

/** Rank by date: by first day, then by last; both in days, the first from that of the columns, the last from the first. */
export const dateRank = (starts: number, span: number): number => starts * longest + span;

/**
 * Keeps the first places of an order. What comes is gathered until there is twice as much as is wanted; then what is
 * too far behind is dropped, and so is all later that would come after it.
 */
class First {
  private readonly ranks: Float64Array;
  private readonly keys: Uint32Array;
  private size = 0;
  /** The last place that is still wanted. */
  private edge = Number.POSITIVE_INFINITY;
  private readonly sign: number;

  constructor(
    private readonly order: RowOrder,
    private readonly most: number,
  ) {
    this.ranks = new Float64Array(most * 2);
    this.keys = new Uint32Array(most * 2);
    this.sign = order.descending ? -1 : 1;
  }

  add(rank: number, key: number): void {
    if (rank * this.sign > this.edge) return;
    this.ranks[this.size] = rank;
    this.keys[this.size] = key;
    this.size++;
    if (this.size === this.ranks.length) this.drop();
  }

  /** `total`: how many rows there are in all. */
  inOrder(total: number): RawOf<'first'> {
    this.drop();
    const { order, most } = this;
    return {
      kind: 'first',
      order,
      most,
      total,
      ranks: this.ranks.slice(0, this.size),
      keys: this.keys.slice(0, this.size),
    };
  }

  private drop(): void {
    const { sign } = this;
    const [ranks, keys] = [this.ranks.slice(0, this.size), this.keys.slice(0, this.size)];
    const places = Uint32Array.from(ranks.keys()).sort((a, b) => {
      const [one, other] = [ranks[a] as number, ranks[b] as number];
      return sign * (one === other ? (keys[a] as number) - (keys[b] as number) : one - other);
    });
    this.size = Math.min(this.most, this.size);
    for (let at = 0; at < this.size; at++) {
      this.ranks[at] = ranks[places[at] as number] as number;
      this.keys[at] = keys[places[at] as number] as number;
    }
    if (this.size === this.most) this.edge = (this.ranks[this.size - 1] as number) * sign;
  }
}

/** The first kept rows in an order, from a place on; that place itself is among them. */
export function scanFirst(rows: Rows, live: Live, ask: FirstAsk): RawOf<'first'> {
  const first = new First(ask.order, ask.most);
  const kept = live.without(0);
  const takes = adder(rows, first, ask);
  const { range, blocks } = kept;
  const takeAll = (from: number) => {
    for (let row = kept.next(from, range.to); row < range.to; row = kept.next(row + 1, range.to)) takes(row);
  };
  if (ask.order.by === 'date') {
    takeInOrder(rows, kept, ask, takes);
    takeAll(blocks.to);
  } else takeAll(range.from);
  return first.inOrder(kept.count);
}

/** Takes as many rows as are wanted of those that stand in order, from the place on where the wanted ones begin. */
function takeInOrder(
  rows: Rows,
  kept: Kept,
  { order, from, most }: FirstAsk,
  takes: (row: number) => boolean,
): void {
  const { from: begin, to: end } = kept.blocks;
  let left = most;
  if (order.descending) {
    const before = from ? firstBehind(rows, kept.blocks, from) : end;
    for (let row = kept.previous(before, begin); row >= begin && left > 0; row = kept.previous(row, begin))
      if (takes(row)) left--;
  } else {
    // What stands at the place itself is wanted too.
    const least = from ? firstBehind(rows, kept.blocks, { rank: from.rank, key: from.key - 1 }) : begin;
    for (let row = kept.next(least, end); row < end && left > 0; row = kept.next(row + 1, end))
      if (takes(row)) left--;
  }
}

/** The first row in order that comes after a place. */
function firstBehind({ starts, spans, keys }: Rows, { from, to }: Range, { rank, key }: Place): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const own = dateRank(starts[middle] as number, spans[middle] as number);
    if (own < rank || (own === rank && (keys[middle] as number) <= key)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Hands a row to those that may be the first, and says whether it does not come before where they begin. */
function adder(rows: Rows, first: First, { order, from }: FirstAsk): (row: number) => boolean {
  const { starts, spans, sizeMin, sizeMax, keys } = rows;
  const [byDate, sign] = [order.by === 'date', order.descending ? -1 : 1];
  const notKnown = order.descending ? 0 : mostPeople;
  return (row) => {
    const rank = byDate
      ? dateRank(starts[row] as number, spans[row] as number)
      : (sizeMin.values[sizeMin.codes[row] as number] as number) ||
        (sizeMax.values[sizeMax.codes[row] as number] as number) ||
        notKnown;
    const key = keys[row] as number;
    if (from && sign * (rank === from.rank ? key - from.key : rank - from.rank) < 0) return false;
    first.add(rank, key);
    return true;
  };
}

/** The first of what several ranges of rows have. */
export function firstOf(parts: readonly RawOf<'first'>[]): RawOf<'first'> {
  const [{ order, most }] = parts as [RawOf<'first'>];
  const first = new First(order, most);
  for (const { ranks, keys } of parts)
    ranks.forEach((rank, at) => {
      first.add(rank, keys[at] as number);
    });
  return first.inOrder(parts.reduce((sum, { total }) => sum + total, 0));
}
