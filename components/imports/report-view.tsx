import Link from 'next/link';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { cell, DataTable } from '@/components/ui/data-table';
import { termLabel } from '@/lib/codebook/vocabularies';
import { formatNumber, type Locale } from '@/lib/i18n/locale';
import { importMessages } from '@/lib/i18n/messages/imports';
import type { ImportReport } from '@/lib/imports/report';
import styles from './imports.module.css';
import { fieldName } from './names';
import { howRead, Notes } from './reading';
import { valueInWords } from './value-in-words';

type ReportProps = { report: ImportReport; locale: Locale };

/** What an import counted. */
export function CountsCard({ report, written, locale }: ReportProps & { written: boolean }) {
  const words = importMessages[locale].report;
  const counts: [keyof typeof words.counts, number, boolean][] = [
    ['rows', report.rows, true],
    ['made', report.made, true],
    ['changed', report.changed, true],
    ['unchanged', report.unchanged, true],
    ['kept', report.kept, report.kept > 0],
    ['skipped', report.skipped, report.skipped > 0],
    ['refused', report.refused, true],
    ['likely', report.likely.count, report.likely.count > 0],
  ];
  return (
    <Card title={written ? words.written : words.title} footerStart={words.took(report.seconds)}>
      <dl className={styles.counts}>
        {counts
          .filter(([, , shown]) => shown)
          .map(([key, count]) => (
            <div key={key} data-count={key} data-bad={key === 'refused' && count > 0}>
              <dt>{words.counts[key]}</dt>
              <dd>{formatNumber(count, locale)}</dd>
            </div>
          ))}
      </dl>
    </Card>
  );
}

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
    <DataTable label={label} stacked className={styles.groups}>
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
              <span className={styles.what}>
                {what}
                <span className={styles.hint}>{remedy}</span>
              </span>
            </th>
            <td data-label={columns.column}>
              <bdi className={styles.break}>{column === '' ? words.wholeRow : column}</bdi>
            </td>
            <td data-label={columns.value}>
              <bdi className={styles.cell}>{value === '' ? '–' : value}</bdi>
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

/** Records that are there and would get other values. */
export function ChangedCard({ report, locale }: ReportProps) {
  const { report: words, and } = importMessages[locale];
  if (report.changedSample.length === 0) return null;
  const fields = report.changedFields
    .map(({ field, count }) => words.changedField(fieldName(field, locale), count))
    .join(and);
  return (
    <Card
      title={words.changedTitle}
      subtitle={words.changedBy(fields)}
      footerStart={
        report.changed > report.changedSample.length
          ? words.changedFirst(report.changedSample.length)
          : undefined
      }
    >
      <DataTable label={words.changedTable} stacked>
        <thead>
          <tr>
            <th scope="col">{words.record}</th>
            <th scope="col">{words.sample.row}</th>
            <th scope="col">{words.was}</th>
            <th scope="col">{words.becomes}</th>
          </tr>
        </thead>
        <tbody>
          {report.changedSample.flatMap(({ ref, row, fields: changes }) =>
            Object.entries(changes).map(([field, { from, to }], index) => (
              <tr key={`${ref} ${field}`}>
                <td>
                  {index === 0 && (
                    <Link
                      href={`/incidents/${encodeURIComponent(ref)}`}
                      prefetch={false}
                      className={styles.break}
                    >
                      {ref}
                    </Link>
                  )}
                </td>
                <td data-label={words.sample.row}>{index === 0 ? formatNumber(row, locale) : ''}</td>
                <td data-label={words.was}>
                  <span>
                    <b>{fieldName(field, locale)}</b>{' '}
                    <span className={styles.cell}>{valueInWords(field, from, locale)}</span>
                  </span>
                </td>
                <td data-label={words.becomes}>
                  <span className={styles.cell}>{valueInWords(field, to, locale)}</span>
                </td>
              </tr>
            )),
          )}
        </tbody>
      </DataTable>
    </Card>
  );
}

/** New records that may be of an event that is there. */
export function LikelyCard({ report, locale }: ReportProps) {
  const words = importMessages[locale].report;
  const { count, sample } = report.likely;
  if (count === 0) return null;
  return (
    <Card
      title={words.likelyTitle}
      subtitle={words.likelyHelp}
      footerStart={count > sample.length ? words.likelyFirst(sample.length, count) : undefined}
    >
      <DataTable label={words.likelyTable} stacked>
        <thead>
          <tr>
            <th scope="col">{words.sample.row}</th>
            <th scope="col">{words.sample.title}</th>
            <th scope="col">{words.record}</th>
          </tr>
        </thead>
        <tbody>
          {sample.map(({ row, title, ref, otherTitle }) => (
            <tr key={`${row} ${ref}`}>
              <td data-label={words.sample.row}>{formatNumber(row, locale)}</td>
              <td data-label={words.sample.title}>
                <bdi className={styles.break}>{title}</bdi>
              </td>
              <td data-label={words.record}>
                <Link href={`/incidents/${encodeURIComponent(ref)}`} prefetch={false}>
                  <bdi className={styles.break}>{otherTitle}</bdi>
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Card>
  );
}

/** The first records as they would be made. */
export function SampleCard({ report, places, locale }: ReportProps & { places: Record<string, string> }) {
  const { report: words, and } = importMessages[locale];
  const columns = words.sample;
  if (report.sample.length === 0) return null;
  return (
    <Card title={words.sampleTitle} subtitle={words.sampleHelp}>
      <DataTable label={words.sampleTable} stacked>
        <thead>
          <tr>
            <th scope="col" className={cell.num}>
              {columns.row}
            </th>
            <th scope="col">{columns.title}</th>
            <th scope="col">{columns.day}</th>
            <th scope="col">{columns.place}</th>
            <th scope="col">{columns.type}</th>
            <th scope="col">{columns.size}</th>
            <th scope="col">{columns.issues}</th>
          </tr>
        </thead>
        <tbody>
          {report.sample.map((one) => (
            <tr key={`${one.row} ${one.title}`}>
              <td data-label={columns.row} className={cell.num}>
                {formatNumber(one.row, locale)}
              </td>
              <td data-label={columns.title}>
                <bdi className={styles.break}>{one.title}</bdi>
              </td>
              <td data-label={columns.day} className={cell.nowrap}>
                {one.startsOn === one.endsOn ? one.startsOn : `${one.startsOn} – ${one.endsOn}`}
              </td>
              <td data-label={columns.place}>{places[one.placeId] ?? one.placeId}</td>
              <td data-label={columns.type}>{termLabel('type', one.type, locale)}</td>
              <td data-label={columns.size}>{one.size ?? '–'}</td>
              <td data-label={columns.issues}>
                {one.issues.map((code) => termLabel('issue', code, locale)).join(and) || '–'}
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Card>
  );
}

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

/** The way to the rows that were refused, as a file. */
export function RefusedLink({ batch, locale }: { batch: string; locale: Locale }) {
  return (
    <ButtonLink href={`/data/import/${batch}/refused.csv`} download="refused.csv" size="small">
      {importMessages[locale].report.refusedFile}
    </ButtonLink>
  );
}
