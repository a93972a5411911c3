/** Where steps from row to row lead. */
export type Walk = {
  /** The row that is come to. */
  index: number;
  /** Steps that wait for rows which are not at hand yet. */
  owed: number;
};

/** Goes `by` rows on from the row `index` of `count`, to the last one at hand at most. Pure. */
export function walk(index: number, by: number, count: number, hasMore: boolean): Walk {
  const wanted = index + by;
  const reached = Math.max(0, Math.min(count - 1, wanted));
  return { index: reached, owed: hasMore && wanted > reached ? wanted - reached : 0 };
}
