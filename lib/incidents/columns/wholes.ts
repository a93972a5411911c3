import type { Ask, RawOf } from './asks';
import type { Kept } from './kept-rows';
import type { Stretch } from './reading';
import { difference, summed } from './sum';

type Kind = 'periods' | 'pairs';

/**
 * Answers a question about some rows. Where they are most of those of each block, what is known of all blocks is taken,
 * and the few rows are looked at by which they differ. (Days outside of the periods that are asked for are taken for some
 * of them: rows on such days are not kept, and what they add is taken away again.)
 */
export function ofWholes<Of extends Kind>(
  kept: Kept,
  ask: Extract<Ask, { kind: Of }>,
  scan: (stretch: Stretch) => RawOf<Of>,
): RawOf<Of> {
  const { blocks } = kept;
  const { whole, more, less } = kept.parts();
  if (whole.length === 0 || whole.length < blocks.count) return scan(kept.stretch());
  const all = blocks.answerFor(ask, scan);
  const withMore = more.from < more.to ? (summed([all, scan(more)]) as RawOf<Of>) : all;
  return less.from < less.to ? difference(withMore, scan(less)) : withMore;
}
