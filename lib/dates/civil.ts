/**
 * Civil dates: calendar days without a time or a zone, as 'YYYY-MM-DD' strings. Arithmetic is done on
 * day numbers (days since 1970-01-01) in UTC, so that no result depends on the zone of the machine.
 */
export type CivilDate = string;

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const msPerDay = 86_400_000;

/** Whether a string is a day that exists in the calendar, between the years 1000 and 9999. */
export function isCivilDate(text: string): boolean {
  const match = pattern.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year >= 1000 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Number of days in a month (1 to 12). */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Days since 1970-01-01. */
export function dayNumber(date: CivilDate): number {
  return (
    Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / msPerDay
  );
}

/** Days that were written lately: counts over time write the same ones again and again. */
const written = new Map<number, CivilDate>();
const mostWritten = 50_000;

/** The day that lies `days` after 1970-01-01. */
export function fromDayNumber(days: number): CivilDate {
  const known = written.get(days);
  if (known !== undefined) return known;
  if (written.size >= mostWritten) written.clear();
  const day = new Date(days * msPerDay).toISOString().slice(0, 10);
  written.set(days, day);
  return day;
}

/** The day that lies `days` later (earlier when negative). */
export function addDays(date: CivilDate, days: number): CivilDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** Day of the week by ISO 8601: 1 is Monday, 7 is Sunday. */
export function isoWeekday(date: CivilDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

/** Year, month (1 to 12) and day of the month. */
export function dateParts(date: CivilDate): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** A day from its parts; the parts must exist in the calendar. */
export function civilDate(year: number, month: number, day: number): CivilDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The earlier of two days. */
export function earlier(a: CivilDate, b: CivilDate): CivilDate {
  return a < b ? a : b;
}

/** The later of two days. */
export function later(a: CivilDate, b: CivilDate): CivilDate {
  return a > b ? a : b;
}

/** The instant that Prisma needs for a DATE column: midnight UTC, which is stored as the same civil day. */
export function toDbDate(date: CivilDate): Date {
  return new Date(`${date}T00:00:00Z`);
}

/** The civil day of an instant that Prisma read from a DATE column. */
export function fromDbDate(instant: Date): CivilDate {
  return instant.toISOString().slice(0, 10);
}

/** Today in UTC, for citations and image footers. */
export function today(): CivilDate {
  return new Date().toISOString().slice(0, 10);
}
