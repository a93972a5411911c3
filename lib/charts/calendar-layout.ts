import { type CivilDate, dayNumber, fromDayNumber, isoWeekday } from '@/lib/dates/civil';
import type { Span } from '@/lib/dates/periods';
import { classOf } from './scale';
import { isChosen } from './time-layout';
import type { Calendar, CalendarYear } from './types-time';

/** A day of a calendar: its year, and its place in the year from 0. */
export type CalendarDay = { year: number; index: number };

/** Where a day stands: the column of its week, its weekday (0 = Monday), and the row of weeks (0, or 1 in the second half of a year that is drawn in two). */
export type CalendarCell = { column: number; row: number; block: 0 | 1 };

const firstOf = (year: number): CivilDate => `${year}-01-01`;

/** The place of 1 July in its year. */
const middleOf = (year: number) => dayNumber(`${year}-07-01`) - dayNumber(firstOf(year));

/** Where a day of a year stands: weeks from left to right, Monday at the top; in one row of weeks, or in two half years. */
export function cellOf(year: number, index: number, inHalves: boolean): CalendarCell {
  const at = isoWeekday(firstOf(year)) - 1 + index;
  const cell = { column: Math.floor(at / 7), row: at % 7 };
  const middle = middleOf(year);
  if (!inHalves || index < middle) return { ...cell, block: 0 };
  return { column: cell.column - cellOf(year, middle, false).column, row: cell.row, block: 1 };
}

/** The day that stands in a cell; null = the cell is empty. The other way round of `cellOf`. */
export function dayIn(year: number, { column, row, block }: CalendarCell, inHalves: boolean): number | null {
  const middle = middleOf(year);
  const shift = block === 1 ? cellOf(year, middle, false).column : 0;
  const index = (column + shift) * 7 + row - (isoWeekday(firstOf(year)) - 1);
  const [least, most] = inHalves ? (block === 1 ? [middle, daysIn(year)] : [0, middle]) : [0, daysIn(year)];
  return index >= least && index < most ? index : null;
}

/** The number of days in a year. */
export function daysIn(year: number): number {
  return dayNumber(firstOf(year + 1)) - dayNumber(firstOf(year));
}

/** The most columns that a year needs. */
export const columnsOf = (inHalves: boolean) => (inHalves ? 28 : 54);

/** A day as a civil date. */
export function dateOf({ year, index }: CalendarDay): CivilDate {
  return fromDayNumber(dayNumber(firstOf(year)) + index);
}

/** Days of a calendar that look alike; those outside the chosen span apart, faded. */
export type CellGroup = {
  color: string;
  faded: boolean;
  cells: (CalendarCell & { index: number; count: number })[];
};

/** The days of a year by the colour of their class; days without data are left out, they are drawn blank. */
export function cellGroups(
  { year, days }: CalendarYear,
  { classes }: Calendar,
  inHalves: boolean,
  selected: Span | null,
): CellGroup[] {
  const groups = new Map<string, CellGroup>();
  days.forEach((count, index) => {
    if (count === null) return;
    const color = classOf(count, classes)?.color ?? classes[0]?.color ?? '#F7F4EF';
    const day = selected && dateOf({ year, index });
    const faded = day !== null && !isChosen({ start: day, end: day }, selected);
    const group = groups.get(`${color}:${faded}`) ?? { color, faded, cells: [] };
    group.cells.push({ ...cellOf(year, index, inHalves), index, count });
    groups.set(`${color}:${faded}`, group);
  });
  return [...groups.values()];
}

/**
 * The outline of the days of a year that lie in a span, as one path; '' = none do. `place` gives the upper left corner
 * of a day, `side` its width, `gap` the room between two days.
 */
export function spanOutline(
  year: number,
  span: Span,
  inHalves: boolean,
  at: { place: (cell: CalendarCell) => { x: number; y: number }; side: number; gap: number },
): string {
  const isIn = (index: number | null) => {
    if (index === null || index < 0 || index >= daysIn(year)) return false;
    const day = dateOf({ year, index });
    return isChosen({ start: day, end: day }, span);
  };
  const length = round(at.side + at.gap);
  let d = '';
  for (let index = 0; index < daysIn(year); index++) {
    if (!isIn(index)) continue;
    const cell = cellOf(year, index, inHalves);
    const corner = at.place(cell);
    const [x, y] = [corner.x - at.gap / 2, corner.y - at.gap / 2].map(round);
    const [right, below] = [round(corner.x - at.gap / 2 + length), round(corner.y - at.gap / 2 + length)];
    const beside = (columns: number, rows: number) => {
      const row = cell.row + rows;
      const column = cell.column + columns;
      if (row < 0 || row > 6 || column < 0) return false;
      return isIn(dayIn(year, { column, row, block: cell.block }, inHalves));
    };
    if (!beside(-1, 0)) d += `M${x} ${y}V${below}`;
    if (!beside(1, 0)) d += `M${right} ${y}V${below}`;
    if (!beside(0, -1)) d += `M${x} ${y}H${right}`;
    if (!beside(0, 1)) d += `M${x} ${below}H${right}`;
  }
  return d;
}

const round = (value: number) => Math.round(value * 100) / 100;

/** The months of a year with the column in which each begins. */
export function monthColumns(
  year: number,
  inHalves: boolean,
): { month: number; column: number; block: 0 | 1 }[] {
  return Array.from({ length: 12 }, (_, month) => {
    const first = dayNumber(`${year}-${String(month + 1).padStart(2, '0')}-01`) - dayNumber(firstOf(year));
    const { column, row, block } = cellOf(year, first, inHalves);
    return { month, column: row === 0 || column === 0 ? column : column + 1, block };
  });
}
