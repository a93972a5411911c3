'use client';

import { splitRows } from '@/lib/charts/ranks';
import type { BreakdownChart as BreakdownChartData, BreakdownRow } from '@/lib/charts/types';
import { formatNumber } from '@/lib/i18n/locale';
import { breakdownMessages } from '@/lib/i18n/messages/breakdowns';
import { BarRow, BarRows } from './bar-rows';
import styles from './bar-rows.module.css';

/** Where the rows of a breakdown lead. */
export type BreakdownLinks = {
  /** Takes the value into the filter or out of it. */
  toggleOf: (row: BreakdownRow) => string;
  /** Leaves the value out, or no longer. */
  outOf: (code: string) => string;
};

type BreakdownChartProps = {
  chart: BreakdownChartData;
  links: BreakdownLinks;
  /** Rows shown at once; the others are behind "show all". Classes that have an order are all shown. */
  most?: number;
};

/** Incidents by the values of one field, a bar each; what is not known stands apart, hatched. */
export function BreakdownChart({ chart, links, most = 8 }: BreakdownChartProps) {
  const { locale } = chart.frame;
  const t = breakdownMessages[locale];
  const isFiltered = chart.rows.some(({ selected }) => selected);
  const own = chart.rows.filter(({ apart }) => !apart);
  const apart = chart.rows.filter((row) => row.apart);
  // What is not known or not there is often far more than any value: it does not set the scale.
  const max = Math.max(0, ...(own.some(({ count }) => count > 0) ? own : apart).map(({ count }) => count));
  const [shown] = chart.ordered ? [own] : splitRows(own, most);
  const draw = (row: BreakdownRow) => (
    <BarRow
      key={row.code}
      code={row.code}
      label={row.excluded ? `${row.label} (${t.isOut})` : row.label}
      value={row.count}
      max={max}
      tone={chart.key === 'type' ? row.code : chart.key}
      text={formatNumber(row.count, locale)}
      href={links.toggleOf(row)}
      look={row.excluded ? 'out' : !isFiltered ? 'plain' : row.selected ? 'chosen' : 'faded'}
      nested={row.depth === 1}
      apart={row.apart && (row === apart[0] ? 'first' : 'more')}
      act={
        row.excludedBy === undefined
          ? {
              key: 'alt',
              label: row.excluded ? t.takeBack : t.leaveOut,
              name: (row.excluded ? t.takeBackLong : t.leaveOutLong)(row.label),
              href: links.outOf(row.code),
            }
          : undefined
      }
    />
  );
  return (
    <>
      <BarRows
        label={chart.frame.title}
        items={own}
        shown={shown.length}
        isKept={({ selected, excluded, excludedBy }) => selected || (excluded && excludedBy === undefined)}
        last={apart}
        widest={formatNumber(Math.max(0, ...chart.rows.map(({ count }) => count)), locale).length}
        locale={locale}
      >
        {draw}
      </BarRows>
      {chart.more.rows > 0 && (
        <p className={styles.note}>
          {t.more(formatNumber(chart.more.rows, locale), formatNumber(chart.more.incidents, locale))}
        </p>
      )}
    </>
  );
}
