import { describe, expect, test } from 'vitest';
import { longestCursor, type Position, readCursor, writeCursor } from '@/lib/incidents/cursor';
import { type Sort, type SortKey, sortKeys } from '@/lib/incidents/row';

const id = '0191d2a0-0000-5000-8000-000000000001';
const positions: Record<SortKey, Position> = {
  date: { values: ['2019-02-25', '2019-03-03'], id },
  title: { values: ["村民“聚集” — o'clock \\ 100%"], id },
  type: { values: ['mass-incident'], id },
  place: { values: ['CN/440000/440800/440883/'], id },
  size: { values: [2_147_483_647], id },
};
const sorts = sortKeys.flatMap((key): Sort[] => [
  { key, descending: false },
  { key, descending: true },
]);
const byDate: Sort = { key: 'date', descending: true };
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a cursor', () => {
  test.each(sorts)('of $key, descending $descending, names the position it was made from', (sort) => {
    const cursor = writeCursor(sort, positions[sort.key]);
    expect(cursor).toMatch(/^[\w-]+$/);
    expect(readCursor(cursor, sort)).toEqual(positions[sort.key]);
  });

  test.each(sorts)('of another sort than $key, descending $descending, is refused', (sort) => {
    for (const other of sorts) {
      if (other.key === sort.key && other.descending === sort.descending) continue;
      expect(readCursor(writeCursor(other, positions[other.key]), sort)).toBeNull();
    }
  });

  test('holds the longest title that is sorted by, in letters of any kind', () => {
    const longest = { values: ['😀'.repeat(100)], id };
    const sort: Sort = { key: 'title', descending: false };
    const cursor = writeCursor(sort, longest);
    expect(cursor.length).toBeLessThanOrEqual(longestCursor);
    expect(readCursor(cursor, sort)).toEqual(longest);
  });

  test.each([
    ['nothing', ''],
    ['no base64', '%%%'],
    ['no JSON', Buffer.from('[').toString('base64url')],
    ['no list', encoded({ sort: '-date' })],
    ['a day that does not exist', encoded(['-date', ['2019-02-30', '2019-03-03'], id])],
    ['a value too few', encoded(['-date', ['2019-02-25'], id])],
    ['no id', encoded(['-date', ['2019-02-25', '2019-03-03'], "' OR 1=1 --"])],
    ['more than there should be', encoded(['-date', ['2019-02-25', '2019-03-03'], id, 1])],
    ['too long', writeCursor(byDate, { values: ['x'.repeat(2_000)], id })],
  ])('that is %s is refused', (_, cursor) => {
    expect(readCursor(cursor, byDate)).toBeNull();
  });

  test.each([
    [{ key: 'title', descending: false }, ['a\u0000b']],
    [{ key: 'size', descending: false }, [-1]],
    [{ key: 'size', descending: false }, [2 ** 31]],
    [{ key: 'size', descending: false }, [1.5]],
    [{ key: 'size', descending: false }, ['7']],
  ] as [Sort, (string | number)[]][])('of %o with %o is refused', (sort, values) => {
    expect(readCursor(writeCursor(sort, { values, id }), sort)).toBeNull();
  });
});
