import type { Ask, RawOf, RowOrder } from './asks';
import type { Live, Rows } from './live';

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

  inOrder(): RawOf<'first'> {
    this.drop();
    const { order, most } = this;
    return {
      kind: 'first',
      order,
      most,
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
export function scanFirst(rows: Rows, live: Live, ask: Extract<Ask, { kind: 'first' }>): RawOf<'first'> {
  const { order, from, most } = ask;
  const first = new First(order, most);
  const { starts, spans, sizeMin, sizeMax, keys } = rows;
  const [byDate, sign] = [order.by === 'date', order.descending ? -1 : 1];
  const notKnown = order.descending ? 0 : mostPeople;
  const [begin, end] = live.rows ? [0, live.ends[0] as number] : [live.range.from, live.range.to];
  for (let at = begin; at < end; at++) {
    const row = live.rows ? (live.rows[at] as number) : at;
    const rank = byDate
      ? dateRank(starts[row] as number, spans[row] as number)
      : (sizeMin.values[sizeMin.codes[row] as number] as number) ||
        (sizeMax.values[sizeMax.codes[row] as number] as number) ||
        notKnown;
    const key = keys[row] as number;
    if (from) {
      const ahead = sign * (rank === from.rank ? key - from.key : rank - from.rank);
      if (ahead < 0) continue;
    }
    first.add(rank, key);
  }
  return first.inOrder();
}

/** The first of what several ranges of rows have. */
export function firstOf(parts: readonly RawOf<'first'>[]): RawOf<'first'> {
  const [{ order, most }] = parts as [RawOf<'first'>];
  const first = new First(order, most);
  for (const { ranks, keys } of parts)
    ranks.forEach((rank, at) => {
      first.add(rank, keys[at] as number);
    });
  return first.inOrder();
}
