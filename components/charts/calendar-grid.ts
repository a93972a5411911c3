import { type CalendarCell, type CalendarDay, cellOf, columnsOf, dayIn } from '@/lib/charts/calendar-layout';
import type { Calendar } from '@/lib/charts/types-time';

/** The places of a calendar's days for a width. */
export type CalendarGrid = {
  width: number;
  height: number;
  /** The side of a day, and the room between two. */
  side: number;
  gap: number;
  /** Whether each year is drawn as two half years, one below the other. */
  inHalves: boolean;
  hasYear: (year: number) => boolean;
  topOf: (year: number) => number;
  place: (year: number, cell: CalendarCell) => { x: number; y: number };
  /** The day at a point; null = there is none. */
  dayAt: (x: number, y: number) => CalendarDay | null;
  /** Where a box about a day stands. */
  tipOf: (day: CalendarDay) => { x: number; y: number; isLeft: boolean };
};

/** Room for the names of weekdays, for the line of the year, and for the names of months. */
const [left, head, months, between] = [30, 20, 16, 14];
/** Days smaller than this are drawn as half years, in which they are twice as large. */
const smallest = 9;
const [gap, largest] = [2, 15];

/** Places the days of a calendar for a width. */
export function calendarGrid({ years }: Calendar, width: number): CalendarGrid {
  const pitchFor = (inHalves: boolean) => Math.min(largest, Math.floor((width - left) / columnsOf(inHalves)));
  const inHalves = pitchFor(false) < smallest;
  const pitch = Math.max(5, pitchFor(inHalves));
  const blockHeight = months + 7 * pitch;
  const yearHeight = head + blockHeight * (inHalves ? 2 : 1) + between;
  const order = years.map(({ year }) => year);
  const topOf = (year: number) => order.indexOf(year) * yearHeight;
  const place = (year: number, { column, row, block }: CalendarCell) => ({
    x: left + column * pitch,
    y: topOf(year) + head + block * blockHeight + months + row * pitch,
  });
  return {
    width: left + columnsOf(inHalves) * pitch,
    height: Math.max(0, order.length * yearHeight - between),
    side: pitch - gap,
    gap,
    inHalves,
    hasYear: (year) => order.includes(year),
    topOf,
    place,
    dayAt: (x, y) => {
      const year = order[Math.floor(y / yearHeight)];
      if (year === undefined || x < left) return null;
      const inYear = y - topOf(year) - head;
      const block = inHalves && inYear >= blockHeight ? 1 : 0;
      const row = Math.floor((inYear - block * blockHeight - months) / pitch);
      if (row < 0 || row > 6) return null;
      const index = dayIn(year, { column: Math.floor((x - left) / pitch), row, block }, inHalves);
      return index === null ? null : { year, index };
    },
    tipOf: (day) => {
      const { x, y } = place(day.year, cellOf(day.year, day.index, inHalves));
      return { x: x + pitch / 2, y, isLeft: x > width / 2 };
    },
  };
}
