import { Card } from '@/components/ui/card';
import { cell, DataTable } from '@/components/ui/data-table';
import { formatNumber } from '@/lib/i18n/locale';
import { importMessages } from '@/lib/i18n/messages/imports';
import styles from '../imports.module.css';
import { howRead, Notes } from '../reading';
import type { ReportProps } from './counts-card';

/** The tables that were read, and what was seen on reading them. */
export function TablesCard({ report, locale }: ReportProps) {
  const words = importMessages[locale].report;
  const { tables: columns } = words;
  return (
    <Card title={words.tablesTitle}>
      <DataTable label={words.tablesTable} stacked>
        <thead>
          <tr>
            <th scope="col">{columns.name}</th>
            <th scope="col">{columns.how}</th>
            <th scope="col" className={cell.num}>
              {columns.rows}
            </th>
            <th scope="col">{columns.notes}</th>
          </tr>
        </thead>
        <tbody>
          {report.tables.map((table) => (
            <tr key={table.name}>
              <th scope="row">
                <bdi className={styles.break}>{table.name}</bdi>
              </th>
              <td data-label={columns.how}>{howRead(table, locale)}</td>
              <td data-label={columns.rows} className={cell.num}>
                {formatNumber(table.rows, locale)}
              </td>
              <td data-label={columns.notes} className={cell.muted}>
                <Notes notes={table.notes} locale={locale} />
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Card>
  );
}
