import {
  type CivilDate,
  civilDate,
  dayNumber,
  daysInMonth,
  fromDayNumber,
  isCivilDate,
} from '@/lib/dates/civil';
import { type DatePrecision, periodEnd, periodStart } from '@/lib/dates/periods';
import type { DateOrder } from '../plan';

/** What a text says of a day: the span it may lie in, and how that is meant. */
export type ReadDay = { from: CivilDate; to: CivilDate; precision: DatePrecision };

/** Why a text is not read as a day. `ambiguous`: day and month could stand in either order. */
export type DayFault = 'not-a-day' | 'ambiguous' | 'year' | 'short-year';

/** Years between which events are taken; others are likelier wrong than old. */
export const years = { first: 1900, last: 2100 } as const;

/** Characters of a text that may be a day: in a longer one none is looked for, which could take very long. */
const longest = 200;

const months: Record<string, number> = {};
for (const [index, name] of [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
].entries()) {
  months[name] = index + 1;
  months[name.slice(0, 3)] = index + 1;
}
months.sept = 9;

/**
 * Reads a day, month, quarter, week or year as it is written: `2019-09-13`, `2019/9/13`, `20190913`, `2019-09`,
 * `2019`, `2019-W37`, `2019-Q3`, `2019年9月13日`, `13 September 2019`, `Sep 13, 2019`, `13/09/2019`, a serial day of a
 * spreadsheet (43721), and spans of two of them joined by `..` or ` to `. A time of the day is left out. Where day and
 * month could stand in either order, `order` decides, and without one it is a fault. Never guesses a century. Serial
 * days are counted from 1900, as in most workbooks, or from 1904.
 */
export function readDay(text: string, order: DateOrder | null, from1904 = false): ReadDay | DayFault {
  if (text.length > longest) return 'not-a-day';
  const folded = text.normalize('NFKC').trim();
  const ends = /^(.{4,}?)(?:\.\.|\s+to\s+|\s*至\s*|\s*[–—~～]\s*)(.{4,})$/.exec(folded);
  if (!ends) return readOne(folded, order, from1904);
  const from = readOne(ends[1] ?? '', order, from1904);
  const to = readOne(ends[2] ?? '', order, from1904);
  if (typeof from === 'string') return from;
  if (typeof to === 'string') return to;
  if (to.to < from.from) return 'not-a-day';
  return from.from === to.to
    ? { from: from.from, to: to.to, precision: 'day' }
    : { from: from.from, to: to.to, precision: 'days' };
}

function readOne(text: string, order: DateOrder | null, from1904: boolean): ReadDay | DayFault {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const bare = text.replace(
    /[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s?(?:[AaPp][Mm])?(?:Z|[+-]\d{2}:?\d{2})?$/,
    '',
  );
  const m =
    /^(\d{4})\s?[-/.年]\s?(\d{1,2})(?:\s?[-/.月]\s?(\d{1,2})\s?[日号]?)?月?$/.exec(bare) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(bare);
  if (m)
    return m[3] === undefined
      ? month(Number(m[1]), Number(m[2]))
      : day(Number(m[1]), Number(m[2]), Number(m[3]));
  return readRare(bare, order, from1904);
}

function readRare(text: string, order: DateOrder | null, from1904: boolean): ReadDay | DayFault {
  const year = /^(\d{4})年?$/.exec(text);
  if (year) return period(Number(year[1]), 1, 'year');
  const week = /^(\d{4})-?W(\d{1,2})$/i.exec(text);
  if (week) return isoWeek(Number(week[1]), Number(week[2]));
  const quarter = /^(\d{4})[- ]?Q([1-4])$/i.exec(text);
  if (quarter) return period(Number(quarter[1]), Number(quarter[2]) * 3 - 2, 'quarter');
  const turned = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(text);
  if (turned) return inOrder(Number(turned[1]), Number(turned[3]), Number(turned[4]), order);
  if (/^\d{1,2}([-/.])\d{1,2}\1\d{2}$/.test(text)) return 'short-year';
  const named =
    /^(\d{1,2})(?:st|nd|rd|th)?[-\s.]+([a-z]+)[-\s.,]+(\d{4})$/i.exec(text) ??
    /^()([a-z]+)[-\s.,]+(\d{4})$/i.exec(text);
  if (named) return byName(named[2] ?? '', named[1] ?? '', Number(named[3]));
  const american = /^([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/i.exec(text);
  if (american) return byName(american[1] ?? '', american[2] ?? '', Number(american[3]));
  const serial = /^(\d{5})(?:\.\d+)?$/.exec(text);
  return serial ? ofSerial(Number(serial[1]) + (from1904 ? daysTo1904 : 0)) : 'not-a-day';
}

function byName(name: string, dayOfMonth: string, year: number): ReadDay | DayFault {
  const number = Object.hasOwn(months, name.toLowerCase()) ? months[name.toLowerCase()] : undefined;
  if (number === undefined) return 'not-a-day';
  return dayOfMonth === '' ? month(year, number) : day(year, number, Number(dayOfMonth));
}

function inOrder(a: number, b: number, year: number, order: DateOrder | null): ReadDay | DayFault {
  if (a > 12 || order === 'dmy') return day(year, b, a);
  if (b > 12 || order === 'mdy' || a === b) return day(year, a, b);
  return 'ambiguous';
}

/** Whether both orders of day and month give a day. */
export function isAmbiguousDay(text: string): boolean {
  return readDay(text, null) === 'ambiguous';
}

const inYears = (year: number) => year >= years.first && year <= years.last;

function day(year: number, monthOfYear: number, dayOfMonth: number): ReadDay | DayFault {
  if (monthOfYear < 1 || monthOfYear > 12 || dayOfMonth < 1 || dayOfMonth > daysInMonth(year, monthOfYear))
    return 'not-a-day';
  if (!inYears(year)) return 'year';
  const date = civilDate(year, monthOfYear, dayOfMonth);
  return { from: date, to: date, precision: 'day' };
}

const month = (year: number, number: number) => period(year, number, 'month');

function period(year: number, monthOfYear: number, precision: DatePrecision): ReadDay | DayFault {
  if (monthOfYear < 1 || monthOfYear > 12) return 'not-a-day';
  if (!inYears(year)) return 'year';
  return around(civilDate(year, monthOfYear, 1), precision);
}

/** The week, month, quarter or year of the calendar that a day lies in. */
export function around(date: CivilDate, precision: DatePrecision): ReadDay {
  return {
    from: periodStart(date, precision as 'week'),
    to: periodEnd(date, precision as 'week'),
    precision,
  };
}

function isoWeek(year: number, week: number): ReadDay | DayFault {
  if (!inYears(year)) return 'year';
  if (week < 1 || week > 53) return 'not-a-day';
  // The fourth of January always lies in the first week.
  const monday = dayNumber(periodStart(civilDate(year, 1, 4), 'week')) + (week - 1) * 7;
  const found = around(fromDayNumber(monday), 'week');
  return week === 53 && fromDayNumber(monday + 3).slice(0, 4) !== String(year) ? 'not-a-day' : found;
}

/** What the number of a day in a workbook that counts from 1904 is less than in one that counts from 1900. */
const daysTo1904 = 1_462;

/** Days of the calendar of spreadsheets, from 1950 to 2099: a number of five digits is read as nothing else. */
function ofSerial(serial: number): ReadDay | DayFault {
  const date = fromDayNumber(serial - 25_569);
  if (serial < 18_264 || serial > 73_050 || !isCivilDate(date)) return 'not-a-day';
  return { from: date, to: date, precision: 'day' };
}
