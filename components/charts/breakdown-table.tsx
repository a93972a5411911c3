'use client';

import Link from 'next/link';
import { shareText } from '@/lib/charts/matrix';
import { screenMessages } from '@/lib/charts/screen-messages';
import type { BreakdownChart } from '@/lib/charts/types';
import { formatNumber } from '@/lib/i18n/locale';
import { breakdownMessages } from '@/lib/i18n/messages/breakdowns';
import { cell, DataTable } from '../ui/data-table';
import { classes } from '../ui/tone';
import styles from './bar-rows.module.css';
import type { BreakdownLinks } from './breakdown-chart';

/** The numbers of a breakdown, with the share of all incidents that each value has. */
export function BreakdownTable({ chart, links }: { chart: BreakdownChart; links: BreakdownLinks }) {
  const { locale, title } = chart.frame;
  const words = breakdownMessages[locale];
  return (
    <DataTable label={screenMessages[locale].tableOf(title)}>
      <thead>
        <tr>
          <th scope="col">{words.value}</th>
          <th scope="col" className={cell.num}>
            {words.incidents}
          </th>
          <th scope="col" className={cell.num}>
            {words.share}
          </th>
        </tr>
      </thead>
      <tbody>
        {chart.rows.map((row) => {
          const { code, label, count, selected, excluded, depth } = row;
          return (
            <tr key={code}>
              <th scope="row" className={classes(depth === 1 && styles.nested)}>
                <Link
                  href={links.toggleOf(row)}
                  prefetch={false}
                  scroll={false}
                  aria-current={selected ? 'true' : undefined}
                >
                  {selected ? <b>{label}</b> : label}
                </Link>
                {excluded && <span className={cell.muted}> ({words.isOut})</span>}
              </th>
              <td className={cell.num}>{formatNumber(count, locale)}</td>
              <td className={cell.num}>{shareText(chart.total > 0 ? count / chart.total : null, locale)}</td>
            </tr>
          );
        })}
      </tbody>
    </DataTable>
  );
}
