import { fieldsOf } from '@/components/edit/dictionaries';
import { findField } from '@/lib/fields/types';
import type { HistoryEntry } from '@/lib/history/types';
import type { Locale } from '@/lib/i18n/locale';
import { historyMessages } from '@/lib/i18n/messages/history';
import styles from './history.module.css';

type FieldChangesProps = {
  /** Kind of the record that was changed. */
  kind: string;
  changes: HistoryEntry['changes'];
  locale: Locale;
  open?: boolean;
};

/** What each field was and became, under a line that names the fields. Nothing where no field is named. */
export function FieldChanges({ kind, changes, locale, open = false }: FieldChangesProps) {
  const words = historyMessages[locale];
  const fields = Object.entries(changes);
  if (fields.length === 0) return null;
  const label = (key: string) =>
    findField(fieldsOf(kind), key)?.label[locale] ?? words.otherFields[key] ?? key;
  return (
    <details open={open}>
      <summary>{fields.map(([key]) => label(key)).join(locale === 'zh' ? '、' : ', ')}</summary>
      <dl className={styles.changes}>
        {fields.map(([key, { from, to }]) => (
          <div key={key}>
            <dt>{label(key)}</dt>
            <dd className={styles.was}>
              {words.was}: {asText(from, words.nothing)}
            </dd>
            <dd>
              {words.became}: {asText(to, words.nothing)}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** A value of a record as text; lists of records as one line each. */
function asText(value: unknown, nothing: string): string {
  if (value === null || value === undefined || value === '') return nothing;
  if (Array.isArray(value))
    return value.length === 0 ? nothing : value.map((one) => asText(one, nothing)).join('\n');
  if (typeof value !== 'object') return String(value);
  return Object.values(value)
    .filter((part) => part !== null && part !== '')
    .map(String)
    .join(' · ');
}
