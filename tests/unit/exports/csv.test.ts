import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { csvLine } from '@/lib/exports/csv';

describe('a line of CSV', () => {
  test.each([
    'plain',
    'two, parts',
    'a "quoted" word',
    'two\nlines',
    '中文，逗号',
    ' blanks ',
    '',
    "o'clock",
  ])('is read back as it was: %j', (text) => {
    expect(parse(csvLine([text, 'x']))).toEqual([[text, 'x']]);
  });
  test.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '＝1',
    '＋1',
    '－1',
    '＠a',
    '\u0000=1',
    '=HYPERLINK("http://x")',
  ])('keeps %j from being a formula', (text) => {
    const [[cell = '']] = parse(csvLine([text])) as [string[]];
    expect(cell.startsWith("'")).toBe(true);
    expect(cell.slice(1)).toBe(text.replaceAll('\u0000', ''));
  });
  test('numbers are numbers, negative ones too, and nothing is an empty cell', () => {
    expect(csvLine([-5.2, 0, null, true])).toBe('-5.2,0,,true\r\n');
  });
});
