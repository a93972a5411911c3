import { type Bits, setBit, setBits, wordsFor } from './bits';
import type { Blocks } from './blocks';
import type { Range, Rows } from './live';
import { loops } from './loops';
import type { Condition } from './plan';
import { eachStep } from './reading';
import type { Numbers } from './types';

/** The rows of a range that a condition does not keep, in bits in which anything may stand before. */
export function missesOf(
  rows: Rows,
  condition: Condition,
  range: Range,
  blocks: Blocks,
  misses: Bits = new Uint32Array(wordsFor(range.to - range.from)),
): Bits {
  if (condition.on === 'codes') {
    const { codes } = rows.fields[condition.field];
    markCodes(codes, missedOf(codes, condition.ok), range, misses);
  } else if (condition.on === 'rows')
    markCodes(condition.ok, missedOf(condition.ok, Uint8Array.of(0, 1)), range, misses);
  else markDays(rows, condition, range, blocks, misses.fill(0));
  return misses;
}

/** Room for what is found out about the codes of two bytes. */
const ofPairs = new Uint8Array(1 << 16);

/**
 * 1 for the codes that are not kept, of all that there is room for in a code: behind the last row anything may stand. Of
 * codes of two bytes it holds until it is asked for again.
 */
function missedOf(codes: Numbers, ok: Uint8Array): Uint8Array {
  const width = codes.BYTES_PER_ELEMENT;
  const missed = width === 2 ? ofPairs : new Uint8Array(width === 1 ? 1 << 8 : ok.length);
  for (let code = 0; code < ok.length; code++) missed[code] = ok[code] === 0 ? 1 : 0;
  return missed;
}

function markCodes(codes: Numbers, missed: Uint8Array, { from, to }: Range, misses: Bits): void {
  eachStep({ from, to }, (begin, end) => {
    loops.mark(codes, [begin, end], missed, misses, (begin - from) >>> 5);
  });
}

type Days = Extract<Condition, { low: number }>;

/** Whether days from one to another are such as a condition does not keep. */
function isMissed({ on, low, high }: Days, first: number, last: number): boolean {
  if (on === 'begins') return first < low || first > high;
  return on === 'within' ? first < low || last > high : last < low || first > high;
}

/** Where rows stand in order of their first day, most are told by their place; the others are looked at. */
function markDays(rows: Rows, days: Days, range: Range, blocks: Blocks, misses: Bits): void {
  const { from, to } = range;
  const { starts, spans } = rows;
  const { on, low, high } = days;
  const look = (row: number) => {
    const first = starts[row] as number;
    if (isMissed(days, first, first + (spans[row] as number))) setBit(misses, row - from);
  };
  const [begin, end] = [blocks.firstFrom(low), blocks.firstFrom(high + 1)];
  // Those that begin after the last day are missed by all; those that begin before the first by all but `touches`.
  setBits(misses, end - from, blocks.to - from);
  if (on === 'touches') {
    for (const zone of blocks.zones()) {
      if (zone.from >= begin) break;
      const last = Math.min(zone.to, begin);
      if (zone.lastDay < low) setBits(misses, zone.from - from, last - from);
      else for (let row = zone.from; row < last; row++) look(row);
    }
  } else setBits(misses, 0, begin - from);
  if (on === 'within') {
    for (const zone of blocks.zones())
      if (zone.to > begin && zone.from < end && zone.lastDay > high)
        for (let row = Math.max(zone.from, begin); row < Math.min(zone.to, end); row++) look(row);
  }
  for (let row = blocks.to; row < to; row++) look(row);
}
