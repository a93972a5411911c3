import { describe, expect, test } from 'vitest';
import { type DayFault, readDay } from '@/lib/imports/values/days';

const day = (date: string) => ({ from: date, to: date, precision: 'day' });
const span = (from: string, to: string, precision: string) => ({ from, to, precision });

describe('a day as it is written', () => {
  test.each([
    ['2019-09-13'],
    ['2019/9/13'],
    ['2019.9.13'],
    ['20190913'],
    ['2019年9月13日'],
    ['２０１９年９月１３日'],
    ['13 September 2019'],
    ['13-Sep-2019'],
    ['Sept 13, 2019'],
    ['September 13th, 2019'],
    ['13/09/2019'],
    ['09/13/2019'],
    ['43721'],
    ['43721.5'],
    ['2019-09-13T23:30'],
    ['2019-09-13 00:00:00'],
    ['2019-09-13T23:30:00Z'],
  ])('%s is the 13th of September', (text) => expect(readDay(text, null)).toEqual(day('2019-09-13')));

  test.each([
    ['2018-10', span('2018-10-01', '2018-10-31', 'month')],
    ['2018年10月', span('2018-10-01', '2018-10-31', 'month')],
    ['October 2018', span('2018-10-01', '2018-10-31', 'month')],
    ['2018', span('2018-01-01', '2018-12-31', 'year')],
    ['2018年', span('2018-01-01', '2018-12-31', 'year')],
    ['2018-Q4', span('2018-10-01', '2018-12-31', 'quarter')],
    ['2019-W09', span('2019-02-25', '2019-03-03', 'week')],
    ['2020-W53', span('2020-12-28', '2021-01-03', 'week')],
    ['2019-09-13..2019-09-15', span('2019-09-13', '2019-09-15', 'days')],
    ['2019-09-13 to 2019-09-15', span('2019-09-13', '2019-09-15', 'days')],
    ['2019年9月13日至2019年9月15日', span('2019-09-13', '2019-09-15', 'days')],
  ])('%s keeps how exact it is', (text, read) => expect(readDay(text, null)).toEqual(read));

  test('is counted from 1904 where the workbook does so', () => {
    expect(readDay('42259', null, true)).toEqual(day('2019-09-13'));
    expect(readDay('42259', null)).toEqual(day('2015-09-12'));
    expect(readDay('42259..42261.5', null, true)).toEqual(span('2019-09-13', '2019-09-15', 'days'));
    expect(readDay('16802', null, true)).toEqual(day('1950-01-01'));
    expect(readDay('16801', null, true)).toBe('not-a-day');
    expect(readDay('2019-09-13', null, true)).toEqual(day('2019-09-13'));
  });

  test('is not guessed where day and month could stand in either order', () => {
    expect(readDay('03/04/2019', null)).toBe('ambiguous');
    expect(readDay('03/04/2019', 'dmy')).toEqual(day('2019-04-03'));
    expect(readDay('03/04/2019', 'mdy')).toEqual(day('2019-03-04'));
    expect(readDay('04/04/2019', null)).toEqual(day('2019-04-04'));
  });

  test.each<[string, DayFault]>([
    ['2014-02-30', 'not-a-day'],
    ['2014-13-01', 'not-a-day'],
    ['31/02/2019', 'not-a-day'],
    ['2019-W53', 'not-a-day'],
    ['民国103年', 'not-a-day'],
    ['昨天', 'not-a-day'],
    ['spring 2019', 'not-a-day'],
    ['constructor 2019', 'not-a-day'],
    ['1e400', 'not-a-day'],
    ['NaN', 'not-a-day'],
    ['2019-09-15..2019-09-13', 'not-a-day'],
    ['1753-01-01', 'year'],
    ['2919-01-01', 'year'],
    ['0000-01-01', 'year'],
    ['1/2/19', 'short-year'],
  ])('%s is refused: %s', (text, fault) => expect(readDay(text, null)).toBe(fault));
});
