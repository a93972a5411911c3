'use client';

import Link from 'next/link';
import type { MouseEvent, ReactNode } from 'react';
import { rankUnits, rateDigits } from '@/lib/charts/ranks';
import { screenMessages } from '@/lib/charts/screen-messages';
import type { DistrictNumbers } from '@/lib/charts/types';
import { formatNumber } from '@/lib/i18n/locale';
import { districtMessages } from '@/lib/i18n/messages/districts';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import { cell, DataTable } from '../ui/data-table';
import type { DistrictLinks } from './district-bars';
import type { RestLinks } from './district-rest';

type DistrictTableProps = {
  chart: DistrictNumbers;
  links: DistrictLinks;
  rest: RestLinks;
  /** Shows what an address names. */
  go: (href: string) => void;
};

/** The numbers of a map: incidents, people and rate of each district, and what no district holds. */
export function DistrictTable({ chart, links, rest, go }: DistrictTableProps) {
  const { locale, title } = chart.frame;
  const words = districtMessages[locale];
  const number = (value: number) => formatNumber(value, locale);
  const years = new Set(chart.units.flatMap(({ peopleYear }) => peopleYear ?? []));
  const digits = rateDigits(chart.units);
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
              <Place href={links.hrefOf(unit.code)} onShift={() => go(links.addOf(unit.code))}>
                {unit.name}
              </Place>
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
                formatNumber(unit.rate, locale, digits)
              )}
            </td>
          </tr>
        ))}
        {chart.coarse.count > 0 && (
          <Apart href={rest.coarse} count={number(chart.coarse.count)}>
            {chart.coarse.words}
          </Apart>
        )}
        {chart.between.count > 0 && (
          <Apart href={rest.between} count={number(chart.between.count)}>
            {chart.between.words}
          </Apart>
        )}
        {chart.around.count > 0 && (
          <Apart href={rest.around} count={number(chart.around.count)}>
            {chart.around.words}
          </Apart>
        )}
        {chart.outside.map(({ placeId, label, count }) => (
          <Apart key={placeId} href={rest.outsideOf(placeId)} count={number(count)}>
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
function Apart({ href, count, children }: { href: string | null; count: string; children: ReactNode }) {
  return (
    <tr>
      <th scope="row">{href === null ? children : <Place href={href}>{children}</Place>}</th>
      <td className={cell.num}>{count}</td>
      <td />
      <td />
    </tr>
  );
}

type PlaceProps = {
  href: string;
  /** What a click with Shift does, in place of opening another window. */
  onShift?: () => void;
  children: ReactNode;
};

function Place({ href, onShift, children }: PlaceProps) {
  const onClick = (event: MouseEvent) => {
    if (!onShift || !event.shiftKey || event.metaKey || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    onShift();
  };
  return (
    <Link href={href} prefetch={false} scroll={false} onClick={onClick}>
      {children}
    </Link>
  );
}
