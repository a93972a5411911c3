import type { Locale } from '@/lib/i18n/locale';
import { type CivilDate, dateParts, dayNumber } from './civil';
import type { DatePrecision, Grain } from './periods';
import { periodEnd, periodStart } from './periods';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const monthName = (month: number) => months[month - 1] ?? '';
const dash = '–';

/** A day in words: "13 Sep 2019", 2019年9月13日. */
export function formatDay(date: CivilDate, locale: Locale): string {
  const { year, month, day } = dateParts(date);
  return locale === 'zh' ? `${year}年${month}月${day}日` : `${day} ${monthName(month)} ${year}`;
}

/** A month in words: "Sep 2019", 2019年9月. */
export function formatMonth(date: CivilDate, locale: Locale): string {
  const { year, month } = dateParts(date);
  return locale === 'zh' ? `${year}年${month}月` : `${monthName(month)} ${year}`;
}

/** A run of days in words, naming month and year once where they are shared: "10–16 Feb 2020". */
export function formatSpan(from: CivilDate, to: CivilDate, locale: Locale): string {
  if (from === to) return formatDay(from, locale);
  const [a, b] = [dateParts(from), dateParts(to)];
  if (a.year !== b.year) return `${formatDay(from, locale)} ${dash} ${formatDay(to, locale)}`;
  if (locale === 'zh') {
    return a.month === b.month
      ? `${a.year}年${a.month}月${a.day}${dash}${b.day}日`
      : `${a.year}年${a.month}月${a.day}日${dash}${b.month}月${b.day}日`;
  }
  return a.month === b.month
    ? `${a.day}${dash}${b.day} ${monthName(b.month)} ${b.year}`
    : `${a.day} ${monthName(a.month)} ${dash} ${b.day} ${monthName(b.month)} ${b.year}`;
}

/** A range of a filter in words, as coarse as its ends allow: "Jan 2019 – Jun 2020", "2019", "2 Jan 2019 – 28 Jun 2020". */
export function formatRange(from: CivilDate, to: CivilDate, locale: Locale): string {
  if (from === periodStart(from, 'year') && to === periodEnd(to, 'year')) {
    const [a, b] = [dateParts(from).year, dateParts(to).year];
    const suffix = locale === 'zh' ? '年' : '';
    return a === b ? `${a}${suffix}` : `${a}${dash}${b}${suffix}`;
  }
  if (from === periodStart(from, 'month') && to === periodEnd(to, 'month')) {
    const [first, last] = [formatMonth(from, locale), formatMonth(to, locale)];
    return first === last ? first : `${first} ${dash} ${last}`;
  }
  return formatSpan(from, to, locale);
}

const precisionWords = {
  en: { week: ' (week)', quarter: ' (quarter)' },
  zh: { week: '（周）', quarter: '（季度）' },
} as const;

/**
 * The date of a record with its precision: "13 Sep 2019, morning", "10–16 Feb 2020 (week)", "c. Mar 2014",
 * "c. 2014". `dayPart` is the label of the part of the day; null = none.
 */
export function formatDate(
  date: { startsOn: CivilDate; endsOn: CivilDate; datePrecision: DatePrecision; dayPart: string | null },
  locale: Locale,
): string {
  const { startsOn, endsOn, datePrecision } = date;
  const about = locale === 'zh' ? '约' : 'c. ';
  switch (datePrecision) {
    case 'day': {
      const part = date.dayPart ? (locale === 'zh' ? date.dayPart : `, ${date.dayPart.toLowerCase()}`) : '';
      return `${formatDay(startsOn, locale)}${part}`;
    }
    case 'days':
      return formatSpan(startsOn, endsOn, locale);
    case 'week':
      return formatSpan(startsOn, endsOn, locale) + precisionWords[locale].week;
    case 'month':
      return about + formatMonth(startsOn, locale);
    case 'quarter':
      return about + formatPeriod(startsOn, 'quarter', locale);
    case 'year':
      return about + formatPeriod(startsOn, 'year', locale);
  }
}

/** A time bucket in words, by its first day: "13 Sep 2019", "Week of 9 Sep 2019", "Sep 2019", "Q3 2019", "2019". */
export function formatPeriod(start: CivilDate, grain: Grain, locale: Locale): string {
  const { year, month } = dateParts(start);
  const quarter = Math.ceil(month / 3);
  switch (grain) {
    case 'day':
      return formatDay(start, locale);
    case 'week':
      return locale === 'zh' ? `${formatDay(start, locale)}起一周` : `Week of ${formatDay(start, locale)}`;
    case 'month':
      return formatMonth(start, locale);
    case 'quarter':
      return locale === 'zh' ? `${year}年第${quarter}季度` : `Q${quarter} ${year}`;
    case 'year':
      return locale === 'zh' ? `${year}年` : String(year);
  }
}

/** Number of days in a span, both ends counted. */
export function spanDays(from: CivilDate, to: CivilDate): number {
  return dayNumber(to) - dayNumber(from) + 1;
}

/** A moment (ISO 8601 in UTC) in words, to the minute: "13 Sep 2019, 08:05 UTC", 2019年9月13日 08:05 UTC. */
export function formatMoment(moment: string, locale: Locale): string {
  const day = formatDay(moment.slice(0, 10), locale);
  return `${day}${locale === 'zh' ? ' ' : ', '}${moment.slice(11, 16)} UTC`;
}
