import Link from 'next/link';
import type { Locale } from '@/lib/i18n/locale';
import { recordMessages, titleIn, titleLang } from '@/lib/i18n/messages/records';
import { tableMessages } from '@/lib/i18n/messages/table';
import type { RecordName } from '@/lib/incidents/record/types';
import { whenInWords } from '@/lib/incidents/record/words';
import styles from './record-steps.module.css';

type RecordStepsProps = {
  previous: RecordName | null;
  next: RecordName | null;
  /** Query string of the selection that is walked and kept along, `?` included; '' = none, so the data set is. */
  query: string;
  locale: Locale;
};

/** The records before and after this one: in the order of the selection that one comes from, else by date. */
export function RecordSteps({ previous, next, query, locale }: RecordStepsProps) {
  const { record } = recordMessages[locale];
  const words = query === '' ? { ...record, label: record.steps } : tableMessages[locale].steps;
  const step = (record: RecordName | null, label: string, end: string, className: string, rel: string) =>
    record === null ? (
      <p className={className}>{end}</p>
    ) : (
      <Link
        href={`/incidents/${encodeURIComponent(record.ref)}${query}`}
        prefetch={false}
        className={className}
        rel={rel}
        data-command={rel === 'prev' ? 'previous' : 'next'}
      >
        {label} · {whenInWords(record, locale)}
        <b lang={titleLang(locale, record.titleZh)}>{titleIn(locale, record.title, record.titleZh)}</b>
      </Link>
    );
  return (
    <nav className={styles.steps} aria-label={words.label}>
      {step(previous, `‹ ${words.previous}`, words.first, styles.step ?? '', 'prev')}
      {step(next, `${words.next} ›`, words.last, `${styles.step} ${styles.next}`, 'next')}
    </nav>
  );
}
