'use client';

import { type KeyboardEvent, type PointerEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import {
  type CalendarDay,
  cellGroups,
  cellOf,
  dateOf,
  monthColumns,
  spanOutline,
} from '@/lib/charts/calendar-layout';
import { mapZero } from '@/lib/charts/palette';
import type { DaySpan } from '@/lib/charts/time-layout';
import type { TimeChart } from '@/lib/charts/types';
import type { Calendar, CalendarYear } from '@/lib/charts/types-time';
import { formatDay } from '@/lib/dates/format';
import { formatNumber, type Locale } from '@/lib/i18n/locale';
import { timeMessages } from '@/lib/i18n/messages/time';
import { classes } from '../ui/tone';
import { type CalendarGrid, calendarGrid } from './calendar-grid';
import { countOn, firstStop, walk } from './calendar-walk';
import { stepClass } from './steps';
import styles from './time-calendar.module.css';
import type { TimeHrefs } from './time-chart';
import { Tooltip } from './time-tooltip';
import { useFollow } from './use-follow';
import { type Size, useSize } from './use-size';

type TimeCalendarProps = {
  chart: TimeChart;
  calendar: Calendar;
  hrefOf: TimeHrefs;
  selected: DaySpan | null;
};

/** Incidents by day: a block of weeks for each year, the newest first. Every day is a link to its records. */
export function TimeCalendar(props: TimeCalendarProps) {
  const root = useRef<HTMLDivElement>(null);
  const size = useSize(root);
  return (
    <div ref={root} className={styles.calendar}>
      {size && <SizedCalendar {...props} size={size} />}
    </div>
  );
}

function SizedCalendar({ chart, calendar, hrefOf, selected, size }: TimeCalendarProps & { size: Size }) {
  const { locale } = chart.frame;
  const { onClick } = useFollow();
  const root = useRef<HTMLDivElement>(null);
  const grid = useMemo(() => calendarGrid(calendar, size.width), [calendar, size.width]);
  const [at, setAt] = useState<CalendarDay | null>(null);
  const [pointed, setPointed] = useState<CalendarDay | null>(null);
  const hasMoved = useRef(false);
  const here = at && countOn(calendar, at) !== undefined ? at : firstStop(calendar);

  useLayoutEffect(() => {
    if (hasMoved.current && at) root.current?.querySelector<SVGElement>('[data-walk]')?.focus();
    hasMoved.current = false;
  }, [at]);

  const onPointerMove = (event: PointerEvent) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const found = grid.dayAt(event.clientX - left, event.clientY - top);
    setPointed((old) => (old?.year === found?.year && old?.index === found?.index ? old : found));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.metaKey || event.ctrlKey || event.altKey || !here) return;
    const next = walk(event.key, here, calendar);
    if (!next) return;
    event.preventDefault();
    hasMoved.current = true;
    setPointed(null);
    setAt(next);
  };
  const drawing = useMemo(
    () =>
      calendar.years.map((year) => <Year key={year.year} {...{ year, calendar, grid, selected, locale }} />),
    [calendar, grid, selected, locale],
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: catches what bubbles from the links inside
    <div
      ref={root}
      className={styles.inside}
      onPointerMove={onPointerMove}
      onPointerLeave={() => setPointed(null)}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields, these are days of a chart */}
      <svg
        width={grid.width}
        height={grid.height}
        className={styles.drawing}
        role="group"
        aria-label={chart.frame.title}
      >
        {drawing}
        {here && <DayLink {...{ calendar, grid, hrefOf, locale }} day={here} isWalk />}
        {pointed && <DayLink {...{ calendar, grid, hrefOf, locale }} day={pointed} isWalk={false} />}
      </svg>
      {pointed && (
        <Tooltip {...grid.tipOf(pointed)} isAbove>
          {dayName(calendar, pointed, locale)}
        </Tooltip>
      )}
    </div>
  );
}

type YearProps = {
  year: CalendarYear;
  calendar: Calendar;
  grid: CalendarGrid;
  selected: DaySpan | null;
  locale: Locale;
};

/** One year: its number of incidents, the months, the weekdays, and an outline of days for each class. */
function Year({ year, calendar, grid, selected, locale }: YearProps) {
  const t = timeMessages[locale].drawing;
  const { side, inHalves } = grid;
  const top = grid.topOf(year.year);
  return (
    <g>
      <text className={styles.year} x={0} y={top + 13}>
        {t.yearTotal(year.year, formatNumber(year.total, locale), year.total === 1)}
      </text>
      {monthColumns(year.year, inHalves).map(({ month, column, block }) => {
        const { x, y } = grid.place(year.year, { column, row: 0, block });
        return (
          // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus
          <text key={month} className={styles.label} x={x} y={y - 4} aria-hidden="true">
            {t.months[month]}
          </text>
        );
      })}
      {(inHalves ? [0, 1] : [0]).flatMap((block) =>
        [0, 2, 4, 6].map((row) => {
          const { y } = grid.place(year.year, { column: 0, row, block: block as 0 | 1 });
          return (
            // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus
            <text key={`${block}:${row}`} className={styles.label} x={0} y={y + side - 2} aria-hidden="true">
              {t.weekdays[row]}
            </text>
          );
        }),
      )}
      {cellGroups(year, calendar, inHalves, selected).map(({ color, faded, cells }) => (
        <path
          key={`${color}:${faded}`}
          className={classes(
            styles.cell,
            stepClass(color),
            color === mapZero && styles.zero,
            faded && styles.faded,
          )}
          d={cells
            .map((cell) => {
              const { x, y } = grid.place(year.year, cell);
              return `M${x} ${y}h${side}v${side}h${-side}z`;
            })
            .join('')}
        />
      ))}
      {selected && (
        <path
          className={styles.chosen}
          d={spanOutline(year.year, selected, inHalves, {
            place: (cell) => grid.place(year.year, cell),
            side,
            gap: grid.gap,
          })}
        />
      )}
    </g>
  );
}

type DayLinkProps = {
  calendar: Calendar;
  grid: CalendarGrid;
  hrefOf: TimeHrefs;
  locale: Locale;
  day: CalendarDay;
  /** Whether it is the one that the keys lead to. */
  isWalk: boolean;
};

/** The link of the day under the pointer, or of the day that the keys have reached. */
function DayLink({ calendar, grid, hrefOf, locale, day, isWalk }: DayLinkProps) {
  const count = countOn(calendar, day);
  const href = count ? hrefOf.day(dateOf(day)) : undefined;
  const { x, y } = grid.place(day.year, cellOf(day.year, day.index, grid.inHalves));
  return (
    <a
      key={`${day.year}:${day.index}`}
      href={href}
      data-walk={isWalk ? '' : undefined}
      data-day={dateOf(day)}
      tabIndex={isWalk ? 0 : -1}
      draggable={false}
      role={href === undefined ? 'img' : undefined}
      aria-label={dayName(calendar, day, locale)}
      className={styles.day}
    >
      <rect x={x - 1} y={y - 1} width={grid.side + 2} height={grid.side + 2} />
    </a>
  );
}

function dayName(calendar: Calendar, day: CalendarDay, locale: Locale): string {
  const t = timeMessages[locale].drawing;
  const date = formatDay(dateOf(day), locale);
  const count = countOn(calendar, day) ?? null;
  return count === null ? t.noData(date) : t.day(date, formatNumber(count, locale), count === 1);
}
