/** What stands in the body of a table of which only some rows are drawn: a row, or the room of those left out. */
export type Segment = { kind: 'row'; index: number } | { kind: 'gap'; from: number; rows: number };

/**
 * The rows that are drawn, with the room of all others between them, in order. `indexes` in any order, with repeats;
 * those beyond `count` are passed over. Pure.
 */
export function segmentsOf(indexes: Iterable<number>, count: number): Segment[] {
  const drawn = [...new Set(indexes)].filter((index) => index >= 0 && index < count).sort((a, b) => a - b);
  const segments: Segment[] = [];
  let from = 0;
  for (const index of drawn) {
    if (index > from) segments.push({ kind: 'gap', from, rows: index - from });
    segments.push({ kind: 'row', index });
    from = index + 1;
  }
  if (from < count) segments.push({ kind: 'gap', from, rows: count - from });
  return segments;
}
