import { dayNumber } from '@/lib/dates/civil';
import type { RowsWanted } from '../counts/types';
import type { Ask, Place, RawOf } from './asks';
import { dateRank } from './first';
import { keyOf } from './ids';
import type { Columns } from './types';

/** Rows that are asked for beyond those of a page, since the first 32 bits of an id do not always tell it from others. */
const spare = 16;

/** The farthest row of a page that is looked for here. */
const farthest = 5_000;

/** How the rows of a page are asked for; null = the columns can't tell them. */
export function askForPage(
  { firstDay, keys }: Columns,
  { sort, limit, offset = 0, after }: RowsWanted,
): Extract<Ask, { kind: 'first' }> | null {
  const { key: by, descending } = sort;
  // Columns that were sent to a browser have no keys.
  if (keys.length === 0) return null;
  if ((by !== 'date' && by !== 'size') || offset + limit > farthest) return null;
  let from: Place | null = null;
  if (after) {
    const [one, other] = after.values;
    const rank =
      by === 'size'
        ? Number(one)
        : dateRank(dayNumber(String(one)) - firstDay, dayNumber(String(other)) - dayNumber(String(one)));
    from = { rank, key: keyOf(after.id) };
  }
  return { kind: 'first', order: { by, descending }, from, most: offset + limit + spare };
}

/** The first 32 bits of the ids among which the rows of a page are; null = those at its beginning can't be told. */
export function keysOfPage({ ranks, keys }: RawOf<'first'>, offset: number): Uint32Array | null {
  const isTied = offset > 0 && ranks[offset] === ranks[offset - 1] && keys[offset] === keys[offset - 1];
  return isTied ? null : keys.slice(offset);
}
