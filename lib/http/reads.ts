/** How many pages and answers one visitor may ask for within one minute of the clock. */
export const readsAMinute = 600;

/** So many visitors are told apart in a minute; those that come later are not counted. */
const mostVisitors = 50_000;

/**
 * Counts what each visitor asks for within a minute of the clock, in the memory of the process: a write to the
 * database for each read would cost more than most reads do. Nothing of it is kept beyond the minute.
 */
export function makeReadCounter(
  limit: number,
): (visitor: string, now: number) => { retryAfter: number } | null {
  let minute = -1;
  let counts = new Map<string, number>();
  return (visitor, now) => {
    const at = Math.floor(now / 60_000);
    if (at !== minute) {
      minute = at;
      counts = new Map();
    }
    const count = (counts.get(visitor) ?? 0) + 1;
    if (count > limit) return { retryAfter: Math.max(1, Math.ceil(((at + 1) * 60_000 - now) / 1_000)) };
    if (count > 1 || counts.size < mostVisitors) counts.set(visitor, count);
    return null;
  };
}
