import Link from 'next/link';
import { cell, DataTable } from '@/components/ui/data-table';
import { Tag, TagList } from '@/components/ui/tag';
import { termLabel } from '@/lib/codebook/vocabularies';
import type { DirectiveRow } from '@/lib/directives/types';
import { addresseesInWords, issuedInWords } from '@/lib/directives/words';
import { formatNumber, type Locale } from '@/lib/i18n/locale';
import { recordMessages, titleIn, titleLang } from '@/lib/i18n/messages/records';
import styles from './directive-table.module.css';

/** Directives as a table. */
export function DirectiveTable({ rows, locale }: { rows: DirectiveRow[]; locale: Locale }) {
  const words = recordMessages[locale];
  const { directive } = words;
  return (
    <DataTable label={directive.table} sticky stacked>
      <thead>
        <tr>
          <th scope="col">{directive.issued}</th>
          <th scope="col">{directive.about}</th>
          <th scope="col">{directive.issuer}</th>
          <th scope="col">{directive.addressees}</th>
          <th scope="col">{directive.orders}</th>
          <th scope="col" className={cell.num}>
            {directive.incidents}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.ref} data-command-row>
            <td
              data-label={directive.issued}
              className={row.issuedFrom === null ? `${cell.nowrap} ${cell.muted}` : cell.nowrap}
            >
              {issuedInWords(row, locale)}
            </td>
            <td className={styles.title}>
              <Link
                href={`/directives/${encodeURIComponent(row.ref)}`}
                prefetch={false}
                className={cell.main}
                lang={titleLang(locale, row.titleZh)}
              >
                {titleIn(locale, row.title, row.titleZh)}
              </Link>{' '}
              {row.synthetic && <Tag tone="warning">{words.synthetic}</Tag>}
              <div className={styles.kind}>{termLabel('directiveKind', row.kind, locale)}</div>
            </td>
            <td data-label={directive.issuer} className={styles.office}>
              <div>
                {termLabel('office', row.issuerOffice, locale)}
                {row.issuerText !== null && (
                  <div className={styles.kind} lang="en">
                    {row.issuerText}
                  </div>
                )}
              </div>
            </td>
            <td
              data-label={directive.addressees}
              className={styles.office}
              lang={locale === 'zh' && row.addressees.length > 0 ? 'en' : undefined}
            >
              {addresseesInWords(row.addressees, locale) ?? <span className="muted">{words.notSaid}</span>}
            </td>
            <td data-label={directive.orders} className={styles.orders}>
              <TagList
                items={row.orders.map((order) => ({ key: order, label: termLabel('order', order, locale) }))}
              />
            </td>
            <td data-label={directive.incidents} className={cell.num}>
              {row.incidents === 0 ? '–' : formatNumber(row.incidents, locale)}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
