import type { Ask, RawOf, RowOrder } from './asks';
import { keptBlocks } from './kept-rows';
import type { Live, Range, Rows } from './live';
import type { Plan } from './plan';

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
  const { rows: list, range, ends } = live;
  const [begin, end] = list ? [0, ends[0] as number] : [range.from, range.to];
  const add = adder(rows, first, ask);
  const isBackwards = comesLast(
    rows,
    ask,
    list ? { from: list[0] ?? 0, to: (list[end - 1] ?? 0) + 1 } : range,
  );
  for (let n = begin; n < end; n++) {
    const at = isBackwards ? begin + end - 1 - n : n;
    add(list ? (list[at] as number) : at);
  }
  return first.inOrder(end - begin);
}

/**
 * The same without what is known of a filter: the rows of each block that every part keeps are found, counted, looked
 * through and forgotten, so that a page costs less than what a dashboard needs to know. Pure.
 */
export function scanKept(rows: Rows, plan: Plan, range: Range, ask: FirstAsk): RawOf<'first'> {
  const first = new First(ask.order, ask.most);
  const add = adder(rows, first, ask);
  let total = 0;
  for (const { rows: kept, size } of keptBlocks(rows, plan, range, comesLast(rows, ask, range))) {
    total += size;
    for (let at = 0; at < size; at++) add(kept[at] as number);
  }
  return first.inOrder(total);
}

/** Hands a row to those that may be the first, unless it comes before where they begin. */
function adder(rows: Rows, first: First, { order, from }: FirstAsk): (row: number) => void {
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
    if (from && sign * (rank === from.rank ? key - from.key : rank - from.rank) < 0) return;
    first.add(rank, key);
  };
}

/**
 * Whether the first rows of an order stand at the end, as the newest do where rows were written as things happened.
 * Only the time that is taken depends on it: what comes after the first few is dropped without being put in order.
 */
function comesLast({ starts }: Rows, { order }: FirstAsk, { from, to }: Range): boolean {
  const rises = (starts[from] as number) < (starts[to - 1] as number);
  return order.by === 'date' && rises === order.descending;
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
