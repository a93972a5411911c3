import { type Bits, setBit, setBits, wordsFor } from './bits';
import type { Blocks } from './blocks';
import type { Range, Rows } from './live';
import type { Condition } from './plan';
import { read, roomToRead, step } from './reading';
import type { Numbers } from './types';

/** The rows of a range that a condition does not keep. Pure. */
export function missesOf(rows: Rows, condition: Condition, range: Range, blocks: Blocks): Bits {
  const misses = new Uint32Array(wordsFor(range.to - range.from));
  if (condition.on === 'codes') {
    const missed = Uint8Array.from(condition.ok, (one) => (one === 0 ? 1 : 0));
    markCodes(rows.fields[condition.field].codes, missed, range, misses);
  } else if (condition.on === 'rows') markCodes(condition.ok, Uint8Array.of(1, 0), range, misses);
  else markDays(rows, condition, range, blocks, misses);
  return misses;
}

/** `missed`: 1 for the codes that are not kept. */
function markCodes(codes: Numbers, missed: Uint8Array, { from, to }: Range, misses: Bits): void {
  // What is read behind the last row is not used: there the bits of a word belong to no row.
  const room = roomToRead();
  for (let at = from; at < to; at += step) {
    const end = Math.min(to, at + step);
    read(codes, null, at, end, room);
    markRead(room, end - at, missed, misses, (at - from) >>> 5);
  }
}

function markRead(codes: Uint32Array, count: number, missed: Uint8Array, misses: Bits, place: number): void {
  for (let at = 0; at < count; at += 32) {
    let word = 0;
    for (let bit = 0; bit < 32; bit += 4) {
      const a = missed[codes[at + bit] as number] as number;
      const b = missed[codes[at + bit + 1] as number] as number;
      const c = missed[codes[at + bit + 2] as number] as number;
      const d = missed[codes[at + bit + 3] as number] as number;
      word |= (a | (b << 1) | (c << 2) | (d << 3)) << bit;
    }
    misses[place + (at >>> 5)] = word;
  }
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
