import Link from 'next/link';
import { cell, DataTable } from '@/components/ui/data-table';
import { Tag } from '@/components/ui/tag';
import { formatNumber, type Locale } from '@/lib/i18n/locale';
import { importMessages } from '@/lib/i18n/messages/imports';
import type { BatchRow } from '@/lib/imports/batches/types';
import styles from './imports.module.css';
import { whenOf } from './when';

/** How many imports the list holds at most. */
const most = 200;

/** The imports, the newest first. */
export function ImportList({ batches, locale }: { batches: BatchRow[]; locale: Locale }) {
  const words = importMessages[locale];
  const { columns } = words.list;
  if (batches.length === 0) return <p className="muted">{words.list.empty}</p>;
  return (
    <>
      <DataTable label={words.list.table} stacked>
        <thead>
          <tr>
            <th scope="col">{columns.files}</th>
            <th scope="col">{columns.state}</th>
            <th scope="col">{columns.dataset}</th>
            <th scope="col" className={cell.num}>
              {columns.rows}
            </th>
            <th scope="col" className={cell.num}>
              {columns.kept}
            </th>
            <th scope="col">{columns.who}</th>
            <th scope="col">{columns.when}</th>
          </tr>
        </thead>
        <tbody>
          {batches.map((batch) => (
            <tr key={batch.id}>
              <td>
                <Link
                  href={`/data/import/${batch.id}`}
                  prefetch={false}
                  className={`${cell.main} ${styles.break}`}
                >
                  <bdi>{batch.fileName}</bdi>
                </Link>
              </td>
              <td data-label={columns.state}>
                <StateTag batch={batch} locale={locale} />
              </td>
              <td data-label={columns.dataset}>{batch.dataset ?? words.list.none}</td>
              <td data-label={columns.rows} className={cell.num}>
                {batch.rowsRead === 0 ? '–' : formatNumber(batch.rowsRead, locale)}
              </td>
              <td data-label={columns.kept} className={cell.num}>
                {batch.committedAt === null ? '–' : formatNumber(batch.rowsKept, locale)}
              </td>
              <td data-label={columns.who}>
                <bdi>{batch.authorName}</bdi>
              </td>
              <td data-label={columns.when} className={cell.nowrap}>
                {whenOf(batch.createdAt)}
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      {batches.length >= most && <p className={styles.hint}>{words.list.first(most)}</p>}
    </>
  );
}

function StateTag({ batch: { job, status }, locale }: { batch: BatchRow; locale: Locale }) {
  const words = importMessages[locale];
  if (job) return <Tag>{words.jobs[job]}</Tag>;
  const tone = status === 'committed' ? 'default' : status === 'failed' ? 'warning' : 'quiet';
  return <Tag tone={tone}>{words.states[status]}</Tag>;
}
