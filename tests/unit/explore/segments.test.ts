import { describe, expect, test } from 'vitest';
import { type Segment, segmentsOf } from '@/components/explore/table/segments';

const short = (segments: Segment[]) =>
  segments.map((one) => (one.kind === 'row' ? one.index : `${one.from}+${one.rows}`));

describe('the rows that are drawn', () => {
  test.each([
    [[0, 1, 2], 3, [0, 1, 2]],
    [[0, 1], 5, [0, 1, '2+3']],
    [[6, 0, 1, 7, 6], 10, [0, 1, '2+4', 6, 7, '8+2']],
    [[4], 5, ['0+4', 4]],
    [[], 4, ['0+4']],
    [[], 0, []],
    [[-1, 2, 9], 3, ['0+2', 2]],
  ])('%o of %i', (indexes, count, expected) => {
    expect(short(segmentsOf(indexes, count))).toEqual(expected);
  });

  test('with the room between them make up the whole', () => {
    const count = 500;
    const segments = segmentsOf([0, 1, 2, 77, 300, 301, 499], count);
    const rows = segments.reduce((sum, one) => sum + (one.kind === 'row' ? 1 : one.rows), 0);
    expect(rows).toBe(count);
  });
});
