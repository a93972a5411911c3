'use client';

import Link from 'next/link';
import { screenMessages } from '@/lib/charts/screen-messages';
import type { BreakdownChart } from '@/lib/charts/types';
import { formatNumber } from '@/lib/i18n/locale';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import { cell, DataTable } from '../ui/data-table';
import { classes } from '../ui/tone';
import styles from './bar-rows.module.css';

type BreakdownTableProps = { chart: BreakdownChart; hrefs: Record<string, string> };

/** The numbers of a breakdown. */
export function BreakdownTable({ chart, hrefs }: BreakdownTableProps) {
  const { locale, title } = chart.frame;
  const words = exploreMessages[locale].breakdown;
  return (
    <DataTable label={screenMessages[locale].tableOf(title)}>
      <thead>
        <tr>
          <th scope="col">{words.value}</th>
          <th scope="col" className={cell.num}>
            {words.incidents}
          </th>
        </tr>
      </thead>
      <tbody>
        {chart.rows.map(({ code, label, count, selected, depth }) => {
          const href = hrefs[code];
          const name = selected ? <b>{label}</b> : label;
          return (
            <tr key={code}>
              <th scope="row" className={classes(depth === 1 && styles.nested)}>
                {href === undefined ? (
                  name
                ) : (
                  <Link
                    href={href}
                    prefetch={false}
                    scroll={false}
                    aria-current={selected ? 'true' : undefined}
                  >
                    {name}
                  </Link>
                )}
              </th>
              <td className={cell.num}>{formatNumber(count, locale)}</td>
            </tr>
          );
        })}
      </tbody>
    </DataTable>
  );
}
