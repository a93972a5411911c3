import { describe, expect, test } from 'vitest';
import { AppError } from '@/lib/errors';
import { catalogue, findPublicData } from '@/lib/imports/public/catalogue';
import { readDataArguments } from '@/scripts/steps/data-arguments';
import { aboutOf, tableOf } from '@/scripts/steps/data-report';

describe('the arguments of npm run data', () => {
  test('list, or get a name as the catalogue has it, asking first', () => {
    expect(readDataArguments(['list'])).toEqual({ does: 'list' });
    expect(readDataArguments(['get', 'ucdp-ged'])).toEqual({
      ...{ does: 'get', name: 'ucdp-ged', dataset: null, dryRun: false, status: 'draft', from: null },
      ...{ sha256: null, keep: null, yes: false, withoutRefused: false, careReason: null },
      ...{ encoding: null, refused: null },
    });
  });

  test('all that can be said of it', () => {
    const sha256 = '0123456789abcdefABCDEF'.padEnd(64, '0');
    const said = [
      ...['get', 'ucdp-ged', '--dataset', 'ged', '--dry-run', '--status', 'published'],
      ...['--from', 'https://example.org/a.zip', '--sha256', sha256, '--keep', 'a.zip', '--yes'],
      ...['--without-refused', '--refused', 'r.csv', '--care-reason', 'why', '--encoding', 'utf-8'],
    ];
    expect(readDataArguments(said)).toEqual({
      ...{ does: 'get', name: 'ucdp-ged', dataset: 'ged', dryRun: true, status: 'published' },
      ...{ from: 'https://example.org/a.zip', sha256, keep: 'a.zip', yes: true },
      ...{ withoutRefused: true, refused: 'r.csv', careReason: 'why', encoding: 'utf-8' },
    });
  });

  test.each([
    [[], /^Say list or get\.\nUsage: npm run data/],
    [['fetch'], /^“fetch” can't be done; list and get can\./],
    [['list', 'ucdp-ged'], /^“ucdp-ged” is too much: list takes nothing more/],
    [['list', '--yes'], /^“--yes” is too much/],
    [['get'], /^Name the data set to get/],
    [['get', 'a', 'b'], /^“b” is too much: one data set is got at a time/],
    [['get', 'a', '--status', 'hidden'], /^--status is draft or published; “hidden” is not/],
    [['get', 'a', '--sha256', 'abc'], /^--sha256 is 64 digits from 0 to f; “abc” is not/],
    [['get', 'a', '--from', 'a.zip', '--keep', 'b.zip'], /^--keep is for what is fetched/],
    [['get', 'a', '--where', 'x'], /--where/],
    [['get', 'a', '--from'], /--from/],
  ])('%j is refused with a sentence', (args, sentence) => {
    expect(() => readDataArguments(args)).toThrow(sentence);
    expect(() => readDataArguments(args)).toThrow(AppError);
  });
});

describe('what the command says', () => {
  test('a line for each data set, in columns', () => {
    const [head, ...lines] = tableOf(catalogue);
    expect(head).toMatch(/^Name +Title +Licence +Size +Preset$/);
    expect(lines.map((line) => line.split(' ')[0])).toEqual(catalogue.map(({ name }) => name));
    const licences = lines.map((line) => line.slice(head?.indexOf('Licence')));
    expect(licences[0]).toMatch(/^CC BY 4\.0 +39 MB +ucdp-ged$/);
  });

  test('licence, citation, address and checksum before anything is fetched', () => {
    const entry = findPublicData('ucdp-ged-25.1');
    const said = aboutOf(entry, null, entry.sha256).join('\n');
    for (const part of [entry.licence, entry.citation, entry.address, entry.sha256, 'may leave with exports'])
      expect(said).toContain(part);
    const other = aboutOf({ ...entry, redistributable: false }, 'https://example.org/a.zip', null).join('\n');
    expect(other).toContain('are kept back from exports');
    expect(other).toContain('From:      https://example.org/a.zip (size not known)');
    expect(other).toContain('no checksum is known');
  });
});
