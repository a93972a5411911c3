import { addDays, civilDate, dateParts } from '@/lib/dates/civil';
import { nextPeriod, parsePartialDate, periodEnd, periodStart, type Span } from '@/lib/dates/periods';

/** Dates as they go into an address; null = open. */
export type TypedDates = { from: string | null; to: string | null };

/** Which field is wrong, what stands there, and why. */
export type DateProblem = { field: 'from' | 'to'; value: string; reason: 'not-a-date' | 'reversed' };

/**
 * What is typed in the two fields of a range, as an address writes it. A whole range may stand in either field
 * (`2019..2021`, `..2021`, `2019..`, with `–` or `…` for the dots); it goes before what stands in the other, which an
 * open end leaves in force. Dates may be written `2019/2/5`, `2019.2` or `2019年2月5日`, with full-width digits too. Pure.
 */
export function readTypedDates(fromText: string, toText: string): TypedDates | DateProblem {
  const typed = { from: narrow(fromText), to: narrow(toText) };
  const [inFrom, inTo] = [splitRange(typed.from), splitRange(typed.to)];
  const rangeIn = inFrom ? 'from' : inTo ? 'to' : null;
  const from = normalDate(inFrom ? inFrom[0] : inTo?.[0] || typed.from);
  const to = normalDate(inFrom?.[1] || (inTo ? inTo[1] : typed.to));
  const problem = (field: 'from' | 'to', reason: DateProblem['reason']): DateProblem => ({
    field: rangeIn ?? field,
    value: ((rangeIn ?? field) === 'from' ? fromText : toText).trim(),
    reason,
  });
  const [first, last] = [parsePartialDate(from), parsePartialDate(to)];
  if (from !== '' && !first) return problem('from', 'not-a-date');
  if (to !== '' && !last) return problem('to', 'not-a-date');
  if (first && last && first.from > last.to) return problem('from', 'reversed');
  return { from: from || null, to: to || null };
}

/** What an input method types in full width, in the width of an address. */
const narrow = (text: string) => text.normalize('NFKC').trim();

/** The two ends of a range typed in one field; null = it holds no range. */
function splitRange(text: string): [string, string] | null {
  const match = /^(.*?)\s*(?:\.{2,3}|[…–—~～至])\s*(.*)$/.exec(text);
  return match ? [match[1] ?? '', match[2] ?? ''] : null;
}

/** A date with the marks and zeros of an address: `2019/2/5` → `2019-02-05`; other texts come back trimmed. */
function normalDate(text: string): string {
  const match = /^(\d{4})\s*[-/.年]\s*(\d{1,2})(?:\s*[-/.月]\s*(?:(\d{1,2})\s*日?)?)?$/.exec(text.trim());
  const year = /^(\d{4})年$/.exec(text.trim());
  if (year?.[1]) return year[1];
  if (!match) return text.trim().toUpperCase();
  const [, years, month = '', day] = match;
  return [years, month.padStart(2, '0'), ...(day ? [day.padStart(2, '0')] : [])].join('-');
}

/**
 * The last twelve months of a coverage, as short as an address can say it: whole months where it ends with a
 * month, else days. Never begins before the coverage. Pure.
 */
export function lastTwelveMonths({ from, to }: Span): { from: string; to: string } {
  const { year, month, day } = dateParts(to);
  const isLeapDay = month === 2 && day === 29;
  const start =
    to === periodEnd(to, 'month')
      ? nextPeriod(civilDate(year - 1, month, 1), 'month')
      : addDays(civilDate(year - 1, month, isLeapDay ? 28 : day), 1);
  const first = start < from ? from : start;
  const isMonths = first === periodStart(first, 'month') && to === periodEnd(to, 'month');
  return isMonths ? { from: first.slice(0, 7), to: to.slice(0, 7) } : { from: first, to };
}

/** The years that a coverage touches, in order. Pure. */
export function yearsOf({ from, to }: Span): number[] {
  const [first, last] = [dateParts(from).year, dateParts(to).year];
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}
