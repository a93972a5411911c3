import type { Ask, RawOf } from './asks';
import type { Kept } from './kept-rows';
import type { Stretch } from './reading';
import { difference, summed } from './sum';

type Kind = 'periods' | 'pairs';

/**
 * Answers a question about some rows. Of blocks of which they are the most, what is known of the block is taken, and the
 * few rows are looked at by which they differ. Series do so where that is all blocks: their question is seldom the same
 * twice. (Days outside of the periods that are asked for are taken for some of them: rows on such days are not kept, and
 * what they add is taken away again.)
 */
export function ofWholes<Of extends Kind>(
  kept: Kept,
  ask: Extract<Ask, { kind: Kind }>,
  scan: (stretch: Stretch) => RawOf<Of>,
): RawOf<Of> {
  const { blocks } = kept;
  const { whole, more, less } = kept.parts();
  // Then all that are kept come to no block.
  if (whole.length === 0) return scan(more);
  const isAll = whole.length === blocks.count;
  if (ask.kind === 'periods' && !isAll) return scan(kept.stretch());
  // The part that is left out says which rows are kept, and nothing of how they are counted.
  const asked = ask.kind === 'pairs' ? { ...ask, part: 0 } : ask;
  const parts = (isAll ? (['all'] as const) : whole).map((block) => blocks.answerFor(asked, block, scan));
  if (more.from < more.to) parts.push(scan(more));
  const sum = summed(parts) as RawOf<Of>;
  return less.from < less.to ? difference(sum, scan(less)) : sum;
}
