'use client';

import Link from 'next/link';
import { Fragment, type ReactNode, useState } from 'react';
import type { DistrictNumbers } from '@/lib/charts/types';
import { formatNumber } from '@/lib/i18n/locale';
import { districtMessages } from '@/lib/i18n/messages/districts';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import { Button } from '../ui/button';
import styles from './district-chart.module.css';

/** Where the incidents are listed that no unit of a map holds; null = no filter can keep them. */
export type RestLinks = {
  coarse: string;
  around: string;
  between: string | null;
  outsideOf: (placeId: string) => string;
};

/** Places outside the area that are named at once. */
const most = 6;

/** What no unit of the map holds: incidents known only to the whole area or a wider one, and those outside the area. */
export function DistrictRest({ chart, links }: { chart: DistrictNumbers; links: RestLinks }) {
  const { coarse, around, between, outside, frame } = chart;
  const { locale } = frame;
  const t = districtMessages[locale];
  const [isOpen, setOpen] = useState(false);
  const away = outside.reduce((total, { count }) => total + count, 0);
  if (coarse.count + around.count + between.count + away === 0) return null;
  const named = isOpen || outside.length <= most + 1 ? outside : outside.slice(0, most);
  const hidden = outside.length - named.length;
  const number = (value: number) => formatNumber(value, locale);
  return (
    <div className={styles.rest}>
      {coarse.count > 0 && (
        <p>
          <RestLink href={links.coarse}>{coarse.words}</RestLink>
        </p>
      )}
      {between.count > 0 && (
        <p>{links.between ? <RestLink href={links.between}>{between.words}</RestLink> : between.words}</p>
      )}
      {around.count > 0 && (
        <p>
          <RestLink href={links.around}>{around.words}</RestLink>
        </p>
      )}
      {away > 0 && (
        <p>
          {t.outside(number(away), coarse.label)}
          {exploreMessages[locale].colon}
          {named.map(({ placeId, label, count }, index) => (
            <Fragment key={placeId}>
              {index > 0 && exploreMessages[locale].and}
              <RestLink href={links.outsideOf(placeId)}>{`${label} ${number(count)}`}</RestLink>
            </Fragment>
          ))}
          {(hidden > 0 || isOpen) && (
            <>
              {' '}
              <Button size="small" variant="quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
                {isOpen ? t.fewer : t.more(number(hidden))}
              </Button>
            </>
          )}
        </p>
      )}
    </div>
  );
}

function RestLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} prefetch={false} scroll={false}>
      {children}
    </Link>
  );
}
