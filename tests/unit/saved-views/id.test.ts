import { describe, expect, test } from 'vitest';
import { isViewId, makeViewId, viewIdLength, viewPath } from '@/lib/saved-views/id';

describe('ids of saved views', () => {
  test('are 11 characters of base58, never the same, each character as likely as any other', () => {
    const ids = Array.from({ length: 6_000 }, makeViewId);
    expect(new Set(ids).size).toBe(ids.length);
    const counts = new Map<string, number>();
    for (const id of ids) {
      expect(id).toHaveLength(viewIdLength);
      expect(isViewId(id)).toBe(true);
      for (const letter of id) counts.set(letter, (counts.get(letter) ?? 0) + 1);
    }
    expect(counts.size).toBe(58);
    // 66,000 characters: about 1,138 of each, with a standard deviation of 34. Six of them either way.
    for (const [letter, count] of counts) expect(Math.abs(count - 1_138), letter).toBeLessThan(204);
  });

  test.each([
    '',
    'short',
    'ABCDEFGHIJK',
    'ABCDEFGH0JK',
    'ABCDEFGHlJK',
    'ABCDEFGHJK2/',
    "ABCDEFGHJK'",
    '湛江',
  ])('“%s” is none', (text) => {
    expect(isViewId(text)).toBe(false);
  });

  test('have a short address', () => {
    expect(viewPath('ABCDEFGHJK2')).toBe('/v/ABCDEFGHJK2');
  });
});
