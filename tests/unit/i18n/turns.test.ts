import { expect, test } from 'vitest';
import { withoutTurns } from '@/lib/i18n/turns';

test('signs that turn letters around are seen as what they are, and nothing else is', () => {
  expect(withoutTurns('a\u202etxt.exe\u202c')).toBe('a[U+202E]txt.exe[U+202C]');
  for (const sign of '\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069')
    expect(withoutTurns(sign)).toMatch(/^\[U\+[0-9A-F]{4}\]$/);
  for (const text of ['湛江 petition', 'العربية עברית', '👩‍👩‍👧 \u200d e\u0301', ''])
    expect(withoutTurns(text)).toBe(text);
});
