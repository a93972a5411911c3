import Link from 'next/link';
import { cell, DataTable } from '@/components/ui/data-table';
import { Tag } from '@/components/ui/tag';
import { termLabel } from '@/lib/codebook/vocabularies';
import { formatDay } from '@/lib/dates/format';
import type { Locale } from '@/lib/i18n/locale';
import { recordMessages, titleIn, titleLang } from '@/lib/i18n/messages/records';
import type { SourceRow } from '@/lib/sources/types';
import { restsInWords } from '@/lib/sources/words';

/** Sources as a table, with what rests on each. */
export function SourceTable({ rows, locale }: { rows: SourceRow[]; locale: Locale }) {
  const words = recordMessages[locale];
  const { source } = words;
  return (
    <DataTable label={source.list} sticky stacked>
      <thead>
        <tr>
          <th scope="col">{source.published}</th>
          <th scope="col">{source.outlet}</th>
          <th scope="col">{source.about}</th>
          <th scope="col">{source.kind}</th>
          <th scope="col">{source.rests}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.ref} data-command-row>
            <td data-label={source.published} className={cell.nowrap}>
              {row.publishedOn ? (
                formatDay(row.publishedOn, locale)
              ) : (
                <span className="muted">{words.undated}</span>
              )}
            </td>
            <td data-label={source.outlet} className={cell.nowrap}>
              {row.outlet} {row.synthetic && <Tag tone="warning">{words.synthetic}</Tag>}
            </td>
            <td>
              <Link
                href={`/sources/${encodeURIComponent(row.ref)}`}
                prefetch={false}
                className={cell.main}
                lang={titleLang(locale, row.headlineZh)}
              >
                {titleIn(locale, row.headline, row.headlineZh)}
              </Link>
            </td>
            <td data-label={source.kind} className={cell.nowrap}>
              {termLabel('sourceKind', row.kind, locale)}
            </td>
            <td data-label={source.rests}>
              {restsInWords(row, locale) ?? <span className="muted">{source.nothing}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
