import { ButtonLink } from '@/components/ui/button';
import { cell, DataTable } from '@/components/ui/data-table';
import { formatNumber, type Locale } from '@/lib/i18n/locale';
import { importMessages } from '@/lib/i18n/messages/imports';
import styles from '../imports.module.css';
import reportStyles from '../report.module.css';

/** Rows that are the same in nothing but what is to be said of them. */
export type SaidGroup = {
  rule: string;
  what: string;
  remedy: string;
  column: string;
  value: string;
  count: number;
  rows: { table: string; row: number; value: string }[];
};

type GroupsProps = {
  label: string;
  groups: readonly SaidGroup[];
  /** Whether rows are named with their table. */
  several: boolean;
  locale: Locale;
};

/** Groups of rows with what is to be said of them, and where they stand. */
export function GroupsTable({ label, groups, several, locale }: GroupsProps) {
  const words = importMessages[locale].report;
  const { columns } = words;
  return (
    <DataTable label={label} stacked className={reportStyles.groups}>
      <thead>
        <tr>
          <th scope="col">{columns.what}</th>
          <th scope="col">{columns.column}</th>
          <th scope="col">{columns.value}</th>
          <th scope="col" className={cell.num}>
            {columns.count}
          </th>
          <th scope="col">{columns.rows}</th>
        </tr>
      </thead>
      <tbody>
        {groups.map(({ rule, what, remedy, column, value, count, rows }) => (
          <tr key={`${rule} ${column} ${value}`}>
            <th scope="row">
              <span className={reportStyles.what}>
                {what}
                <span className={styles.hint}>{remedy}</span>
              </span>
            </th>
            <td data-label={columns.column}>
              <bdi className={styles.break}>{column === '' ? words.wholeRow : column}</bdi>
            </td>
            <td data-label={columns.value}>
              <bdi className={reportStyles.cell}>{value === '' ? '–' : value}</bdi>
            </td>
            <td data-label={columns.count} className={cell.num}>
              {formatNumber(count, locale)}
            </td>
            <td data-label={columns.rows} className={styles.break}>
              {words.rowsAt(
                rows
                  .map(({ table, row }) =>
                    several ? `${table}: ${formatNumber(row, locale)}` : formatNumber(row, locale),
                  )
                  .join(importMessages[locale].and),
                count - rows.length,
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

/** The way to the rows that were refused, as a file. */
export function RefusedLink({ batch, locale }: { batch: string; locale: Locale }) {
  return (
    <ButtonLink href={`/data/import/${batch}/refused.csv`} download="refused.csv" size="small">
      {importMessages[locale].report.refusedFile}
    </ButtonLink>
  );
}
