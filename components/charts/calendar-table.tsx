'use client';

import { dateOf } from '@/lib/charts/calendar-layout';
import { screenMessages } from '@/lib/charts/screen-messages';
import type { TimeChart } from '@/lib/charts/types';
import type { Calendar } from '@/lib/charts/types-time';
import { formatDay } from '@/lib/dates/format';
import { formatNumber } from '@/lib/i18n/locale';
import { timeMessages } from '@/lib/i18n/messages/time';
import { cell, DataTable } from '../ui/data-table';
import type { TimeHrefs } from './time-chart';

type CalendarTableProps = { chart: TimeChart; calendar: Calendar; hrefOf: Pick<TimeHrefs, 'day'> };

/** The days of a calendar on which something happened, the newest first. */
export function CalendarTable({ chart, calendar, hrefOf }: CalendarTableProps) {
  const { locale, title } = chart.frame;
  const t = timeMessages[locale].screen;
  const days = calendar.years.flatMap(({ year, days: counts }) =>
    counts.flatMap((count, index) => (count ? [{ date: dateOf({ year, index }), count }] : [])).reverse(),
  );
  return (
    <DataTable label={screenMessages[locale].tableOf(title)}>
      <thead>
        <tr>
          <th scope="col">{t.date}</th>
          <th scope="col" className={cell.num}>
            {t.incidents}
          </th>
        </tr>
      </thead>
      <tbody>
        {days.map(({ date, count }) => (
          <tr key={date}>
            <th scope="row">
              <a href={hrefOf.day(date)}>{formatDay(date, locale)}</a>
            </th>
            <td className={cell.num}>{formatNumber(count, locale)}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
