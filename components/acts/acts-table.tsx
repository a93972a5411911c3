import Link from 'next/link';
import { cell, DataTable } from '@/components/ui/data-table';
import { formatNumber, type Locale } from '@/lib/i18n/locale';
import { actsMessages } from '@/lib/i18n/messages/acts';
import type { ActEntry } from '@/lib/incidents/acts/types';

/** Acts on many records and merges, newest first. */
export function ActsTable({ acts, locale }: { acts: ActEntry[]; locale: Locale }) {
  const words = actsMessages[locale];
  const heads = words.columns;
  return (
    <DataTable label={words.listTable} stacked>
      <thead>
        <tr>
          {[heads.when, heads.who, heads.what].map((label) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
          <th scope="col" className={cell.num}>
            {heads.count}
          </th>
          <th scope="col">{heads.why}</th>
          <th scope="col">{heads.state}</th>
        </tr>
      </thead>
      <tbody>
        {acts.map((act) => (
          <tr key={act.id}>
            <td data-label={heads.when} className={cell.nowrap}>
              <time dateTime={act.at}>{act.at.slice(0, 16).replace('T', ' ')}</time>
            </td>
            <td data-label={heads.who}>
              <bdi>{act.actorName}</bdi>
            </td>
            <td data-label={heads.what} className={cell.main}>
              <Link href={`/history/acts/${act.id}`} prefetch={false}>
                {words.names[act.kind]}
              </Link>
            </td>
            <td data-label={heads.count} className={cell.num}>
              {formatNumber(act.changed, locale)}
            </td>
            <td data-label={heads.why}>{act.reason === null ? '–' : <bdi>{act.reason}</bdi>}</td>
            <td data-label={heads.state}>
              {act.kind === 'undo' ? '–' : act.undoneBy === null ? words.open : words.undone}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
