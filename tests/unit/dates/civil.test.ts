import { describe, expect, test } from 'vitest';
import {
  addDays,
  dayNumber,
  fromDayNumber,
  fromDbDate,
  isCivilDate,
  isoWeekday,
  toDbDate,
} from '@/lib/dates/civil';
import { formatDate, formatRange } from '@/lib/dates/format';
import {
  bucketHolds,
  countPeriods,
  type Grain,
  nextPeriod,
  parsePartialDate,
  periodEnd,
  periodStart,
} from '@/lib/dates/periods';

const traps = [
  '1949-10-01',
  '1986-05-04',
  '1991-09-15',
  '2000-02-29',
  '2011-12-30',
  '2019-02-25',
  '2038-01-20',
];

describe('civil dates', () => {
  test.each(traps)('%s survives day numbers and the database in every zone', (day) => {
    expect(fromDayNumber(dayNumber(day))).toBe(day);
    expect(fromDbDate(toDbDate(day))).toBe(day);
    expect(addDays(addDays(day, 400), -400)).toBe(day);
  });

  test.each([
    ['2019-02-29', false],
    ['2020-02-29', true],
    ['2019-02-30', false],
    ['2019-13-01', false],
    ['2019-00-10', false],
    ['2019-1-1', false],
    ['0999-01-01', false],
    ['2019-01-01T00:00', false],
    ['', false],
  ])('%s is a day of the calendar: %s', (text, expected) => {
    expect(isCivilDate(text)).toBe(expected);
  });

  test('weeks are ISO weeks, Monday to Sunday', () => {
    expect(isoWeekday('2019-02-25')).toBe(1);
    expect(isoWeekday('2019-03-03')).toBe(7);
    expect(isoWeekday('1969-12-31')).toBe(3);
    expect([periodStart('2019-03-03', 'week'), periodEnd('2019-02-25', 'week')]).toEqual([
      '2019-02-25',
      '2019-03-03',
    ]);
  });
});

describe('periods', () => {
  test.each([
    ['2019-02-10', 'month', '2019-02-01', '2019-02-28'],
    ['2020-02-10', 'month', '2020-02-01', '2020-02-29'],
    ['2019-12-31', 'quarter', '2019-10-01', '2019-12-31'],
    ['2019-06-08', 'year', '2019-01-01', '2019-12-31'],
    ['2020-01-01', 'week', '2019-12-30', '2020-01-05'],
  ] as const)('the %s is in the %s from %s to %s', (day, grain, from, to) => {
    expect([periodStart(day, grain), periodEnd(day, grain)]).toEqual([from, to]);
    expect(nextPeriod(day, grain)).toBe(addDays(to, 1));
  });

  test.each(['day', 'week', 'month', 'quarter', 'year'] satisfies Grain[])(
    'counts every %s of a span',
    (grain) => {
      const [from, to] = ['2018-11-20', '2020-03-03'];
      let count = 0;
      for (let start = periodStart(from, grain); start <= to; start = nextPeriod(start, grain)) count += 1;
      expect(countPeriods(from, to, grain)).toBe(count);
    },
  );

  test('a bucket holds dates that are known as finely as it is (rule 2)', () => {
    expect(bucketHolds('day', 'day')).toBe(true);
    expect(bucketHolds('day', 'days')).toBe(true);
    expect(bucketHolds('day', 'week')).toBe(false);
    expect(bucketHolds('week', 'week')).toBe(true);
    expect(bucketHolds('week', 'month')).toBe(false);
    expect(bucketHolds('month', 'week')).toBe(true);
    expect(bucketHolds('month', 'year')).toBe(false);
    expect(bucketHolds('year', 'year')).toBe(true);
  });

  test.each([
    ['2019', '2019-01-01', '2019-12-31'],
    ['2019-02', '2019-02-01', '2019-02-28'],
    ['2019-Q1', '2019-01-01', '2019-03-31'],
    ['2019-W09', '2019-02-25', '2019-03-03'],
    ['2020-W53', '2020-12-28', '2021-01-03'],
    ['2019-02-25', '2019-02-25', '2019-02-25'],
  ])('%s stands for %s to %s', (text, from, to) => {
    expect(parsePartialDate(text)).toEqual({ from, to });
  });

  test.each([
    '2019-02-30',
    '2019-13',
    '2019-Q5',
    '2019-W00',
    '2019-W53',
    '19',
    '2019-2',
    'yesterday',
    '',
    "2019'--",
    '0000',
  ])('%s is no date', (text) => {
    expect(parsePartialDate(text)).toBeNull();
  });
});

describe('dates in words', () => {
  const base = { startsOn: '2019-09-13', endsOn: '2019-09-13', datePrecision: 'day', dayPart: null } as const;
  test.each([
    [{ ...base, dayPart: 'Morning' }, '13 Sep 2019, morning'],
    [base, '13 Sep 2019'],
    [
      { ...base, startsOn: '2020-02-10', endsOn: '2020-02-16', datePrecision: 'week' },
      '10–16 Feb 2020 (week)',
    ],
    [
      { ...base, startsOn: '2019-02-25', endsOn: '2019-03-03', datePrecision: 'week' },
      '25 Feb – 3 Mar 2019 (week)',
    ],
    [{ ...base, startsOn: '2015-05-03', endsOn: '2015-05-07', datePrecision: 'days' }, '3–7 May 2015'],
    [{ ...base, startsOn: '2014-03-01', endsOn: '2014-03-31', datePrecision: 'month' }, 'c. Mar 2014'],
    [{ ...base, startsOn: '2014-01-01', endsOn: '2014-12-31', datePrecision: 'year' }, 'c. 2014'],
    [
      { ...base, startsOn: '2019-12-30', endsOn: '2020-01-05', datePrecision: 'week' },
      '30 Dec 2019 – 5 Jan 2020 (week)',
    ],
  ] as const)('%o reads %s', (date, words) => {
    expect(formatDate(date, 'en')).toBe(words);
  });

  test('a range is as coarse as its ends allow', () => {
    expect(formatRange('2019-01-01', '2020-06-30', 'en')).toBe('Jan 2019 – Jun 2020');
    expect(formatRange('2019-01-01', '2019-12-31', 'en')).toBe('2019');
    expect(formatRange('2018-01-01', '2019-12-31', 'zh')).toBe('2018–2019年');
    expect(formatRange('2019-01-02', '2020-06-28', 'en')).toBe('2 Jan 2019 – 28 Jun 2020');
  });
});
