import Link from 'next/link';
import { Card } from '@/components/ui/card';
import { cell, DataTable } from '@/components/ui/data-table';
import { termLabel } from '@/lib/codebook/vocabularies';
import { formatNumber } from '@/lib/i18n/locale';
import { importMessages } from '@/lib/i18n/messages/imports';
import styles from '../imports.module.css';
import { fieldName } from '../names';
import reportStyles from '../report.module.css';
import { valueInWords } from '../value-in-words';
import type { ReportProps } from './counts-card';

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
                    <span className={reportStyles.cell}>{valueInWords(field, from, locale)}</span>
                  </span>
                </td>
                <td data-label={words.becomes}>
                  <span className={reportStyles.cell}>{valueInWords(field, to, locale)}</span>
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
