import Link from 'next/link';
import { FieldChanges } from '@/components/history/field-changes';
import { cell, DataTable } from '@/components/ui/data-table';
import { Tag } from '@/components/ui/tag';
import type { Locale } from '@/lib/i18n/locale';
import { actsMessages } from '@/lib/i18n/messages/acts';
import { titleIn, titleLang } from '@/lib/i18n/messages/records';
import type { ActRecord } from '@/lib/incidents/acts/entries/queries';
import styles from './acts.module.css';
import { ChangeWords } from './change-words';

type ActRecordsProps = {
  records: ActRecord[];
  /** Whether it is told which were changed after the act. */
  marksSince: boolean;
  locale: Locale;
};

const short: readonly string[] = ['status', 'type', 'issues', 'groups', 'forms', 'targets'];

/** The records of an act, each with what changed in it. */
export function ActRecords({ records, marksSince, locale }: ActRecordsProps) {
  const words = actsMessages[locale];
  return (
    <DataTable label={words.recordsTitle} stacked>
      <thead>
        <tr>
          <th scope="col">{words.record}</th>
          <th scope="col">{words.fields}</th>
        </tr>
      </thead>
      <tbody>
        {records.map(({ ref, title, titleZh, changes, since }) => (
          <tr key={ref}>
            <td data-label={words.record} className={cell.main}>
              <span lang={titleLang(locale, titleZh)}>
                <Link href={`/incidents/${encodeURIComponent(ref)}`} prefetch={false}>
                  {titleIn(locale, title, titleZh)}
                </Link>
                {marksSince && since && (
                  <span className={styles.since}>
                    <Tag tone="warning">{words.since}</Tag>
                  </span>
                )}
              </span>
            </td>
            <td data-label={words.fields}>
              {Object.keys(changes).every((field) => short.includes(field)) ? (
                <ChangeWords changes={changes} locale={locale} />
              ) : (
                <FieldChanges kind="incident" changes={changes} locale={locale} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
