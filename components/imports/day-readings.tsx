import { DataTable } from '@/components/ui/data-table';
import { termLabel } from '@/lib/codebook/vocabularies';
import type { Locale } from '@/lib/i18n/locale';
import { importMessages } from '@/lib/i18n/messages/imports';
import type { IncidentMapping } from '@/lib/imports/plan';
import { readDay } from '@/lib/imports/values/days';
import styles from './imports.module.css';
import mappingStyles from './mapping.module.css';
import { type SampleTable, samplesOf } from './tables';

type DayReadingsProps = { dates: IncidentMapping['dates']; tables: readonly SampleTable[]; locale: Locale };

/** How many days are shown. */
const most = 5;

/** The first days of the file as they stand, and as they are read. */
export function DayReadings({ dates, tables, locale }: DayReadingsProps) {
  const words = importMessages[locale].days;
  const { start, order } = dates;
  const samples = 'column' in start && start.column !== '' ? samplesOf(tables, start.column, most) : [];
  if (samples.length === 0) return null;
  return (
    <DataTable label={words.readings} stacked>
      <caption>{words.readings}</caption>
      <thead>
        <tr>
          <th scope="col">{words.cell}</th>
          <th scope="col">{words.read}</th>
          <th scope="col">{words.precision}</th>
        </tr>
      </thead>
      <tbody>
        {samples.map((text) => {
          const read = readDay(text, order);
          const isFault = typeof read === 'string';
          return (
            <tr key={text}>
              <th scope="row">
                <bdi className={styles.break}>{text}</bdi>
              </th>
              <td data-label={words.read}>
                {isFault ? (
                  <span className={mappingStyles.open}>{words.faults[read]}</span>
                ) : read.from === read.to ? (
                  read.from
                ) : (
                  `${read.from} – ${read.to}`
                )}
              </td>
              <td data-label={words.precision}>
                {isFault ? '–' : termLabel('datePrecision', read.precision, locale)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </DataTable>
  );
}
