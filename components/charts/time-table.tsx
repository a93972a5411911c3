'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { chartMessages } from '@/lib/charts/messages';
import { screenMessages } from '@/lib/charts/screen-messages';
import { stackOf, stackTotal } from '@/lib/charts/time-layout';
import type { Bucket, TimeChart } from '@/lib/charts/types';
import { formatNumber } from '@/lib/i18n/locale';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import { cell, DataTable } from '../ui/data-table';

type TimeTableProps = {
  chart: TimeChart;
  /** The addresses of `TimeHrefs`: buckets by start, stacks by `start:code`. */
  hrefOf: { buckets: Record<string, string>; stacks: Record<string, string> };
};

/** The numbers of a chart over time: a row a period, a column a type. */
export function TimeTable({ chart, hrefOf }: TimeTableProps) {
  const { locale, title } = chart.frame;
  const words = exploreMessages[locale].time;
  const screen = screenMessages[locale];
  const number = (value: number) => formatNumber(value, locale);
  const columns = chart.keys.length + (chart.coarse > 0 ? 2 : 1);
  return (
    <DataTable label={screen.tableOf(title)}>
      <thead>
        <tr>
          <th scope="col">{words.period}</th>
          {chart.keys.map(({ code, label }) => (
            <th key={code} scope="col" className={cell.num}>
              {label}
            </th>
          ))}
          <th scope="col" className={cell.num}>
            {words.total}
          </th>
          {chart.coarse > 0 && (
            <th scope="col" className={cell.num}>
              {screen.coarseColumn}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {chart.buckets.map((bucket) => (
          <tr key={bucket.start}>
            <th scope="row">
              <Count href={hrefOf.buckets[bucket.start]}>{bucket.label}</Count>
              {bucket.coverage === 'part' && (
                <span className={cell.muted}> ({chartMessages[locale].partCovered})</span>
              )}
            </th>
            {bucket.coverage === 'none' && bucket.total === 0 ? (
              <td colSpan={columns} className={cell.muted}>
                {chartMessages[locale].noData}
              </td>
            ) : (
              <>
                {chart.keys.map(({ code }) => (
                  <td key={code} className={cell.num}>
                    <Count href={hrefOf.stacks[`${bucket.start}:${code}`]}>
                      {number(stackTotal(bucket, code))}
                    </Count>
                  </td>
                ))}
                <td className={cell.num}>
                  <Count href={bucket.total > 0 ? hrefOf.buckets[bucket.start] : undefined}>
                    {number(bucket.total)}
                  </Count>
                </td>
                {chart.coarse > 0 && <td className={cell.num}>{number(coarseOf(chart, bucket))}</td>}
              </>
            )}
          </tr>
        ))}
        <tr>
          <th scope="row">
            <b>{words.total}</b>
          </th>
          {chart.keys.map(({ code }) => (
            <td key={code} className={cell.num}>
              <b>{number(sum(chart.buckets.map((bucket) => stackTotal(bucket, code))))}</b>
            </td>
          ))}
          <td className={cell.num}>
            <b>{number(chart.total)}</b>
          </td>
          {chart.coarse > 0 && (
            <td className={cell.num}>
              <b>{number(chart.coarse)}</b>
            </td>
          )}
        </tr>
      </tbody>
    </DataTable>
  );
}

/** A number, or words, that lead to the records they stand for. */
function Count({ href, children }: { href: string | undefined; children: ReactNode }) {
  if (href === undefined) return <>{children}</>;
  return (
    <Link href={href} prefetch={false} scroll={false}>
      {children}
    </Link>
  );
}

function coarseOf({ keys }: TimeChart, bucket: Bucket): number {
  return sum(keys.map(({ code }) => stackOf(bucket, code).coarse));
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
