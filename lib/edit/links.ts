/**
 * The links that a record has now, with those added and taken away by which `from` became `to`; links that were made or
 * removed elsewhere stay as they are. Pure.
 */
export function withLinks(now: readonly string[], from: readonly string[], to: readonly string[]): string[] {
  const kept = now.filter((ref) => to.includes(ref) || !from.includes(ref));
  return [...kept, ...lacking(kept, lacking(from, to))];
}

/** The links of `second` that `first` does not have. Pure. */
export function lacking(first: readonly string[], second: readonly string[]): string[] {
  return second.filter((ref) => !first.includes(ref));
}
