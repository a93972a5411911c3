import Link from 'next/link';
import type { ReactNode } from 'react';
import { cell, DataTable } from '@/components/ui/data-table';
import { type Field, findField } from '@/lib/fields/types';
import { type Locale, listed } from '@/lib/i18n/locale';
import { recordMessages, titleIn, titleLang } from '@/lib/i18n/messages/records';
import type { Aspect } from '@/lib/sources/evidence';
import type { RestingRecord } from '@/lib/sources/types';

type RestingTableProps = {
  /** Name of the region of the table. */
  label: string;
  records: RestingRecord[];
  /** All that there are; more than are listed when there are many. */
  total: number;
  /** First part of their addresses, e.g. `/incidents`. */
  base: string;
  fields: readonly Field[];
  aspects: readonly Aspect[];
  kindLabel: (code: string) => ReactNode;
  locale: Locale;
};

/** Records with the coded fields that rest on one source. */
export function RestingTable({
  label,
  records,
  total,
  base,
  fields,
  aspects,
  kindLabel,
  locale,
}: RestingTableProps) {
  const words = recordMessages[locale];
  const nameOf = (key: string) =>
    (aspects.find((aspect) => aspect.fields.includes(key)) ?? findField(fields, key))?.label[locale] ?? key;
  const fieldNames = (keys: string[]) => listed([...new Set(keys.map(nameOf))], locale);
  return (
    <>
      <DataTable label={label} stacked>
        <thead>
          <tr>
            <th scope="col">{words.record.facts}</th>
            <th scope="col">{words.record.type}</th>
            <th scope="col">{words.source.fields}</th>
            <th scope="col">{words.source.where}</th>
          </tr>
        </thead>
        <tbody>
          {records.map((record) => (
            <tr key={record.ref}>
              <td>
                <Link
                  href={`${base}/${encodeURIComponent(record.ref)}`}
                  prefetch={false}
                  className={cell.main}
                  lang={titleLang(locale, record.titleZh)}
                >
                  {titleIn(locale, record.title, record.titleZh)}
                </Link>
              </td>
              <td data-label={words.record.type} className={cell.nowrap}>
                {kindLabel(record.kind)}
              </td>
              <td data-label={words.source.fields} className={cell.muted}>
                {fieldNames(record.fields)}
              </td>
              <td data-label={words.source.where} className={cell.nowrap}>
                {listed(record.locators, locale)}
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      {total > records.length && <p className="muted">{words.more(total - records.length)}</p>}
    </>
  );
}
