import { describe, expect, it } from 'vitest';
import { walk } from '@/components/explore/table/walk';

describe('a walk from row to row', () => {
  it('goes as many rows as there were steps', () => {
    expect(walk(3, 1, 25, true)).toEqual({ index: 4, owed: 0 });
    expect(walk(3, 9, 25, true)).toEqual({ index: 12, owed: 0 });
    expect(walk(3, -2, 25, true)).toEqual({ index: 1, owed: 0 });
  });

  it('stops at the first row and at the last', () => {
    expect(walk(1, -5, 25, true)).toEqual({ index: 0, owed: 0 });
    expect(walk(20, 9, 25, false)).toEqual({ index: 24, owed: 0 });
  });

  it('owes the steps beyond the rows at hand while there are more', () => {
    const first = walk(0, 239, 25, true);
    expect(first).toEqual({ index: 24, owed: 215 });
    const second = walk(first.index, first.owed, 125, true);
    expect(second).toEqual({ index: 124, owed: 115 });
    expect(walk(second.index, second.owed, 325, true)).toEqual({ index: 239, owed: 0 });
  });
});
