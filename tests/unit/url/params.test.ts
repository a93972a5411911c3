import { describe, expect, test } from 'vitest';
import { choice, excluded, formatChoice, parseChoice, searchText, toggled } from '@/lib/url/params';

const read = (text: string) => parseChoice('x', text, () => true).choice;

describe('choices', () => {
  test.each([
    [choice(['a', 'b'], ['c']), 'a~b~!c'],
    [choice(['a~b', '!odd', '100%']), '%21odd~100%25~a%7Eb'],
    [choice([], ['!x']), '!%21x'],
  ])('%j is written as %s and read back', (value, text) => {
    expect(formatChoice(value)).toBe(text);
    expect(read(text)).toEqual(value);
  });

  test('a value is kept, left out, or neither, never both', () => {
    const kept = toggled(choice([], ['a']), 'a');
    expect(kept).toEqual(choice(['a']));
    const left = excluded(kept, 'a');
    expect(left).toEqual(choice([], ['a']));
    expect(excluded(left, 'a')).toEqual(choice([]));
  });
});

test('the text of an address is that of the browser, repeated names in order', () => {
  const query = { a: ['1', '2'], b: '拆迁 x', c: undefined };
  expect(searchText(query)).toBe(new URLSearchParams('a=1&a=2&b=拆迁+x').toString());
});
