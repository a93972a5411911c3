import type { ColumnField } from './types';

/** A count that is asked of the rows of a filter. Plain data. */
export type Ask =
  /** Sums over the kept rows, and over those that only `part` does not keep (0 = none). */
  | { kind: 'totals'; part: number }
  /** For each word of each field the kept rows, and those that only `part` does not keep: the field's own, or another. */
  | { kind: 'tallies'; fields: readonly ColumnField[]; part: number | 'own' }
  /** The rows by period of their first day, precision and code, without the filter on when they begin. */
  | { kind: 'periods'; split: ColumnField | null; periods: Uint32Array; width: Widths }
  /**
   * The kept rows, and those that only `part` does not keep, by the codes of two fields; `cells` is how many words the
   * one has, and the other.
   */
  | { kind: 'pairs'; down: ColumnField; across: ColumnField; cells: [number, number]; part: number }
  /** The first and the last day on which rows begin, without the filter on it. */
  | { kind: 'extent' }
  /** The first `most` kept rows in an order, from a place in it on (null = from the beginning). */
  | { kind: 'first'; order: RowOrder; from: Place | null; most: number };

/** Whether two questions are the same. Pure. */
export function isSameAsk(one: Ask, other: Ask): boolean {
  if (one.kind === 'periods' && other.kind === 'periods') {
    const { periods: a, ...rest } = one;
    const { periods: b, ...others } = other;
    return a.length === b.length && a.every((period, day) => period === b[day]) && areAlike(rest, others);
  }
  return areAlike(one, other);
}

const areAlike = (one: object, other: object) => JSON.stringify(one) === JSON.stringify(other);

/** By what rows are put in order; the first 32 bits of the id come last. */
export type RowOrder = { by: 'date' | 'size'; descending: boolean };

/** Where a row stands in an order: `rank` (`rankOf` in first.ts), and the first 32 bits of its id. */
export type Place = { rank: number; key: number };

/** How many periods, precisions and words there are. */
type Widths = { periods: number; precisions: number; words: number };

/** People and days, summed over groups of rows: one entry a group. */
export type GroupSums = {
  counts: Uint32Array;
  /** Sums of lower and of upper bounds; 0 = none reported. */
  sizeMin: Float64Array;
  sizeMax: Float64Array;
  /** Rows with neither bound, and rows with a lower bound only. */
  unknown: Uint32Array;
  open: Uint32Array;
};

/** What a scan of some rows answers. Answers over ranges can be added up. */
export type Raw =
  /** First and last day are from the first day of the columns; of no rows, Infinity and -Infinity. */
  | {
      kind: 'totals';
      sums: GroupSums;
      first: number;
      last: number;
      directives: Uint32Array;
      datasets: Uint32Array;
    }
  | { kind: 'tallies'; counts: Uint32Array[] }
  /** `keys`: numbers of groups, ascending: (period × precisions + precision) × words + word. */
  | { kind: 'periods'; keys: Float64Array; sums: GroupSums }
  /** `keys`: down × words across + across, ascending. */
  | { kind: 'pairs'; keys: Float64Array; counts: Uint32Array }
  | { kind: 'extent'; first: number; last: number }
  /** Places in order, one a row; `total`: how many rows are kept in all, also before the first of them. */
  | {
      kind: 'first';
      ranks: Float64Array;
      keys: Uint32Array;
      order: RowOrder;
      most: number;
      total: number;
    };

/** The answer to one kind of question. */
export type RawOf<Kind extends Raw['kind']> = Extract<Raw, { kind: Kind }>;
