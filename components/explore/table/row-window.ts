/** What of a region is in sight, in pixels: how far it is scrolled down, and its height. */
export type Window = { top: number; height: number };

/** Heights in pixels of every row and of the head, which stays at the top of the region. */
export type Heights = { row: number; head: number };

/** The first and the last row of which a part is in sight, from 0; `to` may lie beyond the last row there is. */
export type Sight = { from: number; to: number };

/** The rows in sight. Pure. */
export function rowsInSight({ top, height }: Window, { row, head }: Heights): Sight {
  const from = Math.max(0, Math.floor(top / row));
  return { from, to: Math.max(from, Math.ceil((top + height - head) / row) - 1) };
}

/** How far down the region is to be scrolled so that a row is in sight whole, moved no more than needed; null = it is. Pure. */
export function scrollToShow({ top, height }: Window, { row, head }: Heights, index: number): number | null {
  const highest = index * row;
  const lowest = (index + 1) * row + head - height;
  if (top > highest) return highest;
  return top < lowest ? lowest : null;
}
