'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { chartMessages } from '@/lib/charts/messages';
import { rankUnits, rateDigits } from '@/lib/charts/ranks';
import { screenMessages } from '@/lib/charts/screen-messages';
import type { DistrictChart } from '@/lib/charts/types';
import { formatNumber } from '@/lib/i18n/locale';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import { cell, DataTable } from '../ui/data-table';

type DistrictTableProps = {
  chart: DistrictChart;
  hrefs: Record<string, string>;
  coarseHref: string;
  outsideHrefs: Record<string, string>;
};

/** The numbers of a map: incidents, people and rate of each district, and what no district holds. */
export function DistrictTable({ chart, hrefs, coarseHref, outsideHrefs }: DistrictTableProps) {
  const { locale, title } = chart.frame;
  const words = exploreMessages[locale].districts;
  const number = (value: number) => formatNumber(value, locale);
  const years = new Set(chart.units.flatMap(({ peopleYear }) => peopleYear ?? []));
  return (
    <DataTable label={screenMessages[locale].tableOf(title)}>
      <thead>
        <tr>
          <th scope="col">{words.district}</th>
          <th scope="col" className={cell.num}>
            {words.count}
          </th>
          <th scope="col" className={cell.num}>
            {words.population}
          </th>
          <th scope="col" className={cell.num}>
            {words.rateColumn}
          </th>
        </tr>
      </thead>
      <tbody>
        {rankUnits(chart.units, chart.measure).map((unit) => (
          <tr key={unit.code}>
            <th scope="row">
              <Place href={hrefs[unit.code]}>{unit.name}</Place>
            </th>
            <td className={cell.num}>{number(unit.count)}</td>
            <td className={cell.num}>
              {unit.people === null ? '–' : number(unit.people)}
              {unit.peopleYear !== null && years.size > 1 && (
                <span className={cell.muted}> ({unit.peopleYear})</span>
              )}
            </td>
            <td className={cell.num}>
              {unit.rate === null ? (
                <span className={cell.muted}>{words.noRate}</span>
              ) : (
                formatNumber(unit.rate, locale, rateDigits(chart.units))
              )}
            </td>
          </tr>
        ))}
        {chart.coarse.count > 0 && (
          <Apart href={coarseHref} count={number(chart.coarse.count)}>
            {chartMessages[locale].knownOnly(chart.coarse.count, chart.coarse.label)}
          </Apart>
        )}
        {chart.outside.map(({ placeId, label, count }) => (
          <Apart key={placeId} href={outsideHrefs[placeId]} count={number(count)}>
            {label}
            <span className={cell.muted}> ({exploreMessages[locale].table.outside})</span>
          </Apart>
        ))}
        <tr>
          <th scope="row">
            <b>{screenMessages[locale].total}</b>
          </th>
          <td className={cell.num}>
            <b>{number(chart.total)}</b>
          </td>
          <td />
          <td />
        </tr>
      </tbody>
    </DataTable>
  );
}

/** A row of incidents that no district holds. */
function Apart({ href, count, children }: { href: string | undefined; count: string; children: ReactNode }) {
  return (
    <tr>
      <th scope="row">
        <Place href={href}>{children}</Place>
      </th>
      <td className={cell.num}>{count}</td>
      <td />
      <td />
    </tr>
  );
}

function Place({ href, children }: { href: string | undefined; children: ReactNode }) {
  if (href === undefined) return <>{children}</>;
  return (
    <Link href={href} prefetch={false} scroll={false}>
      {children}
    </Link>
  );
}
