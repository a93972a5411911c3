import Link from 'next/link';
import { screenMessages } from '@/lib/charts/screen-messages';
import type { ChangeRow } from '@/lib/explore/compare/types';
import { changeText, pointsText, ratioOf, ratioText, shareText } from '@/lib/explore/compare/words';
import { formatNumber } from '@/lib/i18n/locale';
import { compareMessages } from '@/lib/i18n/messages/compare';
import { cell, DataTable } from '../../ui/data-table';
import { classes } from '../../ui/tone';
import type { ChangeRowsProps } from './change-pairs';
import styles from './compare-pairs.module.css';

/** The change table: counts, shares, their difference, the ratio with its interval, and the change in words. */
export function ChangeTable({ comparison, links, rows, field, measure, locale }: ChangeRowsProps) {
  const t = compareMessages[locale];
  const { a, b, result } = comparison;
  const heads = [
    t.count('A'),
    t.count('B'),
    t.share('A'),
    t.share('B'),
    t.points,
    t.ratio[measure],
    t.change,
  ];
  const number = (row: ChangeRow, side: 'a' | 'b', href: string) => {
    const n = formatNumber(row[side], locale);
    return row[side] > 0 ? (
      <Link href={href} prefetch={false} aria-label={t.open(t.sides[side], row.label, n)}>
        {n}
      </Link>
    ) : (
      <span>{n}</span>
    );
  };
  const cells = (row: ChangeRow, hrefA: string, hrefB: string) => {
    const { change } = row;
    const ratio = ratioOf(change, measure);
    const texts = [
      change ? shareText(change.shareA, locale) : '',
      change ? shareText(change.shareB, locale) : '',
      change?.difference ? pointsText(change.difference, locale) : '',
      ratio ? ratioText(ratio, locale) : '',
    ];
    return (
      <>
        <td className={cell.num} data-label={heads[0]}>
          {number(row, 'a', hrefA)}
        </td>
        <td className={cell.num} data-label={heads[1]}>
          {number(row, 'b', hrefB)}
        </td>
        {texts.map((text, at) => (
          <td key={heads[at + 2]} className={cell.num} data-label={heads[at + 2]}>
            <span>{text || '–'}</span>
          </td>
        ))}
        <td className={change ? undefined : cell.muted} data-label={heads[6]}>
          <span>
            {!change ? t.tooFew : ratio ? changeText(ratio, locale) : measure === 'rate' ? t.noDays : '–'}
          </span>
        </td>
      </>
    );
  };
  return (
    <DataTable label={screenMessages[locale].tableOf(t.changeTitle)} stacked className={styles.changes}>
      <thead>
        <tr>
          <th scope="col">{t.fields[field]}</th>
          {heads.map((head, at) => (
            <th key={head} scope="col" className={at < 6 ? cell.num : undefined}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr className={styles.totalRow}>
          <th scope="row">{result.total.label}</th>
          {cells(result.total, links.side(a), links.side(b))}
        </tr>
        {rows.map((row) => (
          <tr key={row.code} data-row={row.code}>
            <th scope="row" className={classes(row.depth === 1 && styles.nested)}>
              <a href={links.narrow(field, row)} title={t.narrow(row.label)}>
                {row.label}
              </a>
            </th>
            {cells(row, links.value(a, field, row, 'a'), links.value(b, field, row, 'b'))}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
