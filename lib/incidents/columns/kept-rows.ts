import { block, deadIn, inOrder, out, type Range, type Rows } from './live';
import { type Found, takeKept, testOf } from './marks';
import type { Plan } from './plan';

/** Some kept rows; they hold until the next are asked for. */
type Kept = Pick<Found, 'rows' | 'size'>;

/**
 * The rows of a range that every part of a filter keeps, block by block; `backwards` = the last block first. In a
 * block they are in order. Pure.
 */
export function* keptBlocks(rows: Rows, plan: Plan, range: Range, backwards: boolean): Generator<Kept> {
  const dead = deadIn(rows.dead, range);
  const tests = inOrder(rows, plan, range, 2).map((condition) => testOf(rows, condition));
  const [one] = tests;
  const marks = new Uint32Array(block);
  const found: Found = { rows: new Uint32Array(block + 1), parts: new Uint8Array(block + 1), size: 0 };
  const blocks = Math.ceil((range.to - range.from) / block);
  for (let n = 0; n < blocks; n++) {
    const from = range.from + block * (backwards ? blocks - 1 - n : n);
    const to = Math.min(range.to, from + block);
    marks.fill(0);
    one?.mark(marks, from, to);
    for (let at = firstFrom(dead, from); (dead[at] ?? to) < to; at++)
      marks[(dead[at] as number) - from] = out;
    found.size = 0;
    takeKept(found, marks, from, to);
    for (let at = 1; at < tests.length; at++) {
      // As if another part did not keep them already, so that one that does not keep them either drops them.
      found.parts.fill(1, 0, found.size);
      tests[at]?.narrow(found, 0);
    }
    yield found;
  }
}

/** Where the first number from one on is in an ascending list; the length of the list where there is none. */
function firstFrom(list: Uint32Array, least: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle] as number) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
