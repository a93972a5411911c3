import { describe, expect, test } from 'vitest';
import { readExportArguments } from '@/scripts/steps/export-arguments';

describe('the arguments of npm run export', () => {
  test('are CSV of everything to the standard output, as a visitor sees it, unless said', () => {
    expect(readExportArguments([])).toEqual({ format: 'csv', out: null, query: '', as: 'public' });
    expect(
      readExportArguments([
        '--format=zip',
        '--out',
        'a.zip',
        '--query',
        '?type=strike&place=440800',
        '--as',
        'editor',
      ]),
    ).toEqual({ format: 'zip', out: 'a.zip', query: 'type=strike&place=440800', as: 'editor' });
  });

  test.each([
    [['--format', 'pdf'], /--format can be csv, .*zip; “pdf” is none/],
    [['--as', 'admin'], /--as can be public, editor/],
    [['--out'], /--out needs a value, e\.g\. --out incidents\.csv/],
    [['--out', '--as'], /--out needs a value/],
    [['--out', 'a', '--out', 'b'], /--out is given twice/],
    [['--where', 'x'], /“--where” is not an argument of this command\. It knows --format, /],
    [['incidents.csv'], /“incidents.csv” is too much/],
  ])('%j is refused with a sentence', (args, sentence) => {
    expect(() => readExportArguments(args)).toThrow(sentence);
  });
});
