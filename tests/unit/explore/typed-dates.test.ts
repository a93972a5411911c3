import { describe, expect, test } from 'vitest';
import { lastTwelveMonths, readTypedDates, yearsOf } from '@/lib/explore/typed-dates';

describe('typed dates', () => {
  test.each([
    ['2019', '', '2019', null],
    ['', '2019-W09', null, '2019-W09'],
    ['2019-02', '2021', '2019-02', '2021'],
    ['2019..2021', '', '2019', '2021'],
    ['..2021', '', null, '2021'],
    ['2019..', '', '2019', null],
    ['', ' 2019-02 .. 2019-q4 ', '2019-02', '2019-Q4'],
    ['2019–2021', '', '2019', '2021'],
    ['2019.2..2019.11', '', '2019-02', '2019-11'],
    ['2019/2/5', '2019年12月31日', '2019-02-05', '2019-12-31'],
    ['2019年', '2020年3月', '2019', '2020-03'],
    ['2019至2021', '1999', '2019', '2021'],
    ['2019..', '2021', '2019', '2021'],
    ['2018', '..2021', '2018', '2021'],
    ['2019..', '..2021', '2019', '2021'],
    ['..2021', '2022', null, '2021'],
    ['２０１９', '２０１９年２月', '2019', '2019-02'],
    ['２０１９～２０２１', '', '2019', '2021'],
    [' ', '', null, null],
  ])('“%s” and “%s” are %s and %s', (fromText, toText, from, to) => {
    expect(readTypedDates(fromText, toText)).toEqual({ from, to });
  });
  test.each([
    ['2019-02-30', '', 'from', '2019-02-30', 'not-a-date'],
    ['2019', 'last year', 'to', 'last year', 'not-a-date'],
    ['', '2019..soon', 'to', '2019..soon', 'not-a-date'],
    ['2019-13..2021', '', 'from', '2019-13..2021', 'not-a-date'],
    ['2021', '2019', 'from', '2021', 'reversed'],
    ['', '2021..2019', 'to', '2021..2019', 'reversed'],
  ])('“%s” and “%s” are refused at the field “%s”', (fromText, toText, field, value, reason) => {
    expect(readTypedDates(fromText, toText)).toEqual({ field, value, reason });
  });
});

describe('ranges of a coverage', () => {
  test.each([
    ['2010-01-01', '2025-12-31', '2025-01', '2025-12'],
    ['2010-01-01', '2020-02-29', '2019-03', '2020-02'],
    ['2010-01-01', '2020-06-15', '2019-06-16', '2020-06-15'],
    ['2019-09-13', '2020-03-11', '2019-09-13', '2020-03-11'],
  ])('the last twelve months of %s to %s are %s to %s', (from, to, first, last) => {
    expect(lastTwelveMonths({ from, to })).toEqual({ from: first, to: last });
  });
  test('touches the years of both its ends', () => {
    expect(yearsOf({ from: '2018-12-31', to: '2021-01-01' })).toEqual([2018, 2019, 2020, 2021]);
  });
});
