import { describe, expect, it } from 'vitest';
import { rowsInSight, scrollToShow } from '@/components/explore/table/row-window';

const heights = { row: 40, head: 30 };
/** Room for ten rows under the head. */
const height = 430;

describe('rows in sight', () => {
  it('are those from the top of a region that is not scrolled', () => {
    expect(rowsInSight({ top: 0, height }, heights)).toEqual({ from: 0, to: 9 });
  });

  it('hold those of which a part is in sight', () => {
    expect(rowsInSight({ top: 39, height }, heights)).toEqual({ from: 0, to: 10 });
    expect(rowsInSight({ top: 40, height }, heights)).toEqual({ from: 1, to: 10 });
    expect(rowsInSight({ top: 401, height }, heights)).toEqual({ from: 10, to: 20 });
  });

  it('are at least one, however small the region, and begin at the first when it is pulled beyond its top', () => {
    expect(rowsInSight({ top: 80, height: 0 }, heights)).toEqual({ from: 2, to: 2 });
    expect(rowsInSight({ top: -50, height }, heights)).toEqual({ from: 0, to: 8 });
  });
});

describe('bringing a row into sight', () => {
  it('moves nothing while the row is in sight whole', () => {
    expect(scrollToShow({ top: 0, height }, heights, 0)).toBeNull();
    expect(scrollToShow({ top: 0, height }, heights, 9)).toBeNull();
    expect(scrollToShow({ top: 80, height }, heights, 2)).toBeNull();
  });

  it('goes down until its end is in sight, and up until it is under the head', () => {
    expect(scrollToShow({ top: 0, height }, heights, 10)).toBe(40);
    expect(scrollToShow({ top: 90, height }, heights, 2)).toBe(80);
  });

  it('leaves the row in sight', () => {
    for (const index of [0, 3, 25, 400]) {
      const top = scrollToShow({ top: 1_000, height }, heights, index) ?? 1_000;
      const { from, to } = rowsInSight({ top, height }, heights);
      expect(from <= index && index <= to).toBe(true);
    }
  });
});
