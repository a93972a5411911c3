import { formatDay } from '@/lib/dates/format';
import type { Span } from '@/lib/dates/periods';
import { formatNumber } from '@/lib/i18n/locale';
import { timeMessages } from '@/lib/i18n/messages/time';
import { cellGroups, columnsOf, dateOf, monthColumns, spanOutline } from '../calendar-layout';
import { fadedOpacity, ink, mapZero } from '../palette';
import type { Calendar, CalendarYear } from '../types-time';
import { type Child, el, num } from './element';
import type { Body } from './frame';
import { literalColor } from './marks';
import type { Pen } from './pen';

/** How the years of a calendar are put: in so many columns, each in one row of weeks or in two half years. */
type Arrangement = {
  columns: number;
  inHalves: boolean;
  /** From one day to the next. */
  pitch: number;
  /** Size of the letters. */
  size: number;
  left: number;
  yearHeight: number;
  height: number;
};

/** Incidents by day as blocks of weeks, a block a year, the newest first. */
export function calendarBody(pen: Pen, calendar: Calendar, width: number, selected: Span | null): Body {
  const usual = arrange(pen, calendar, width, 1);
  const others = [2, 3, 4]
    .filter((columns) => columns <= calendar.years.length)
    .map((columns) => arrange(pen, calendar, width, columns))
    .filter(({ pitch }) => pitch >= pen.px(5.5));
  const all = [usual, ...others];
  return {
    least: Math.min(...all.map(({ height }) => height)),
    natural: usual.height,
    draw: (x, y, _, height) => {
      const fitting = all.find((one) => one.height <= height + 0.01) ?? all.at(-1) ?? usual;
      return {
        drawn: calendar.years.map((year, index) =>
          oneYear(pen, calendar, year, index, fitting, { x, y, width, selected }),
        ),
      };
    },
  };
}

function arrange(pen: Pen, { years }: Calendar, width: number, columns: number): Arrangement {
  const each = (width - (columns - 1) * pen.px(28)) / columns;
  const size = Math.min(pen.size.small, pen.px(columns === 1 ? 14 : 11));
  const t = timeMessages[pen.locale].drawing;
  const left = Math.max(...t.weekdays.map((day) => pen.width(day, { size }))) + pen.px(8);
  const pitchFor = (inHalves: boolean) => Math.min(pen.px(17), (each - left) / columnsOf(inHalves));
  const inHalves = columns === 1 && pitchFor(false) < pen.px(9);
  const pitch = pitchFor(inHalves);
  const yearHeight = pen.size.label * 1.5 + (inHalves ? 2 : 1) * (size * 1.5 + 7 * pitch) + pen.px(14);
  return {
    columns,
    inHalves,
    pitch,
    size,
    left,
    yearHeight,
    height: Math.ceil(years.length / columns) * yearHeight,
  };
}

function oneYear(
  pen: Pen,
  calendar: Calendar,
  year: CalendarYear,
  index: number,
  at: Arrangement,
  room: { x: number; y: number; width: number; selected: Span | null },
): Child {
  const t = timeMessages[pen.locale].drawing;
  const { columns, inHalves, pitch, size, left } = at;
  const gutter = pen.px(28);
  const each = (room.width - (columns - 1) * gutter) / columns;
  const x = room.x + (index % columns) * (each + gutter);
  const y = room.y + Math.floor(index / columns) * at.yearHeight;
  const head = pen.size.label * 1.5;
  const blockHeight = size * 1.5 + 7 * pitch;
  const place = (column: number, row: number, block: 0 | 1): [number, number] => [
    x + left + column * pitch,
    y + head + block * blockHeight + size * 1.5 + row * pitch,
  ];
  const side = pitch * 0.86;
  const outline =
    room.selected === null
      ? ''
      : spanOutline(year.year, room.selected, inHalves, {
          place: ({ column, row, block }) => {
            const [left, top] = place(column, row, block);
            return { x: left, y: top };
          },
          side,
          gap: pitch - side,
        });
  return el(
    'g',
    { 'data-year': String(year.year) },
    pen.text(
      x,
      y + pen.size.label,
      t.yearTotal(year.year, formatNumber(year.total, pen.locale), year.total === 1),
      {
        style: 'strong',
        size: pen.size.label,
      },
    ),
    months(pen, year.year, at, place),
    (inHalves ? ([0, 1] as const) : ([0] as const)).map((block) =>
      // Every other day where the rows are lower than the letters.
      (pitch >= size * 1.15 ? [0, 1, 2, 3, 4, 5, 6] : pitch >= size * 0.6 ? [0, 2, 4, 6] : [0, 3, 6]).map(
        (row) => {
          const [, top] = place(0, row, block);
          return pen.text(x, top + side / 2 + size * 0.35, t.weekdays[row] ?? '', { size, fill: ink.muted });
        },
      ),
    ),
    cellGroups(year, calendar, inHalves, room.selected).map(({ color, faded, cells }) =>
      el(
        'g',
        {
          fill: literalColor(color),
          ...(faded ? { opacity: fadedOpacity, 'data-faded': 'true' } : {}),
          ...(color === mapZero ? { stroke: ink.line, 'stroke-width': 0.75 } : {}),
        },
        cells.map((cell) => {
          const [left, top] = place(cell.column, cell.row, cell.block);
          const date = dateOf({ year: year.year, index: cell.index });
          return cell.count === 0
            ? square(left, top, side)
            : el(
                'path',
                { d: path(left, top, side), 'data-day': date, 'data-count': String(cell.count) },
                el(
                  'title',
                  {},
                  t.day(formatDay(date, pen.locale), formatNumber(cell.count, pen.locale), cell.count === 1),
                ),
              );
        }),
      ),
    ),
    outline === ''
      ? null
      : el('path', {
          d: outline,
          fill: 'none',
          stroke: ink.accent,
          'stroke-width': pen.px(1.75),
          'stroke-linecap': 'square',
          'data-selected': 'true',
        }),
  );
}

const path = (x: number, y: number, side: number) =>
  `M${num(x)} ${num(y)}h${num(side)}v${num(side)}h${num(-side)}z`;
const square = (x: number, y: number, side: number) => el('path', { d: path(x, y, side) });

/** The names of the months over the weeks in which they begin; those that have no room are left out. */
function months(
  pen: Pen,
  year: number,
  { inHalves, size, pitch }: Arrangement,
  place: (column: number, row: number, block: 0 | 1) => [number, number],
): Child {
  const t = timeMessages[pen.locale].drawing;
  let end: [number, number] = [Number.NEGATIVE_INFINITY, 0];
  const last = columnsOf(inHalves) * pitch;
  return monthColumns(year, inHalves).map(({ month, column, block }) => {
    const [x, top] = place(column, 0, block);
    const words = t.months[month] ?? '';
    const width = pen.width(words, { size });
    const isNewRow = end[1] !== block;
    if ((!isNewRow && x < end[0] + 2) || column * pitch + width > last + pitch) return null;
    end = [x + width, block];
    return pen.text(x, top - size * 0.4, words, { size, fill: ink.muted });
  });
}
