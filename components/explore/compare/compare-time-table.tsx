import Link from 'next/link';
import { screenMessages } from '@/lib/charts/screen-messages';
import type { ComparedCount, ComparisonTimeChart } from '@/lib/charts/types-comparison';
import { formatNumber, type Locale } from '@/lib/i18n/locale';
import { compareMessages } from '@/lib/i18n/messages/compare';
import { cell, DataTable } from '../../ui/data-table';

/** Addresses of the records behind a pair of buckets; null = none. */
export type PairHrefs = { a: string | null; b: string | null };

/** The numbers of both selections over time; each opens its records. */
export function CompareTimeTable({ chart, hrefs }: { chart: ComparisonTimeChart; hrefs: PairHrefs[] }) {
  const { locale, title } = chart.frame;
  const t = compareMessages[locale];
  const apart = chart.aligned === 'years';
  return (
    <DataTable label={screenMessages[locale].tableOf(title)}>
      <thead>
        <tr>
          <th scope="col">{apart ? t.periodOf(t.sides.b) : t.period}</th>
          <th scope="col" className={cell.num}>
            {t.count(t.sides.b)}
          </th>
          {apart && <th scope="col">{t.periodOf(t.sides.a)}</th>}
          <th scope="col" className={cell.num}>
            {t.count(t.sides.a)}
          </th>
          <th scope="col" className={cell.num}>
            {t.difference}
          </th>
        </tr>
      </thead>
      <tbody>
        {chart.buckets.map(({ at, label, a, b }, index) => (
          <tr key={at + (b ? '' : 'a')}>
            <th scope="row">{apart && !b ? t.none : label}</th>
            <Count count={b} href={hrefs[index]?.b ?? null} locale={locale} />
            {apart && <td className={a ? undefined : cell.muted}>{a?.label ?? t.none}</td>}
            <Count count={a} href={hrefs[index]?.a ?? null} locale={locale} />
            <td className={cell.num}>{a && b ? signed(b.count - a.count, locale) : ''}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

type CountProps = { count: ComparedCount | null; href: string | null; locale: Locale };

function Count({ count, href, locale }: CountProps) {
  const t = compareMessages[locale];
  if (!count) return <td className={`${cell.num} ${cell.muted}`}>{t.noData}</td>;
  const n = formatNumber(count.count, locale);
  return (
    <td className={cell.num}>
      {href ? (
        <Link href={href} prefetch={false}>
          {n}
        </Link>
      ) : (
        n
      )}
      {count.isPart && <span className={cell.muted}> ({t.inPart})</span>}
    </td>
  );
}

function signed(value: number, locale: Locale): string {
  const sign = value > 0 ? '+' : value < 0 ? '−' : '';
  return sign + formatNumber(Math.abs(value), locale);
}
