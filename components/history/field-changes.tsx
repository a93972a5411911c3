import { fieldsOf } from '@/components/edit/dictionaries';
import { termLabel } from '@/lib/codebook/vocabularies';
import { valueInWords } from '@/lib/codebook/words';
import { findField } from '@/lib/fields/types';
import type { HistoryEntry } from '@/lib/history/types';
import { type Locale, listed } from '@/lib/i18n/locale';
import { colon } from '@/lib/i18n/marks';
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
    <details open={open} className={styles.fields}>
      <summary>
        {listed(
          fields.map(([key]) => label(key)),
          locale,
        )}
      </summary>
      <dl className={styles.changes}>
        {fields.map(([key, { from, to }]) => (
          <div key={key}>
            <dt>{label(key)}</dt>
            <dd
              className={styles.was}
            >{`${words.was}${colon[locale]}${inWords(key, from, kind, locale)}`}</dd>
            <dd>{`${words.became}${colon[locale]}${inWords(key, to, kind, locale)}`}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** A value of a field in words; lists with one line each. Places stay as their ids. */
function inWords(key: string, value: unknown, kind: string, locale: Locale): string {
  if (value === null || value === undefined || value === '') return historyMessages[locale].nothing;
  if (Array.isArray(value) && value.length > 0)
    return value.map((one) => inWords(key, one, kind, locale)).join('\n');
  if (Array.isArray(value)) return historyMessages[locale].nothing;
  if (typeof value === 'object') return partsInWords(value as Record<string, unknown>, kind, locale);
  if (key === 'status') return termLabel('status', String(value), locale);
  return valueInWords(findField(fieldsOf(kind), key), String(value), locale, (id) => id);
}

/** What a piece of evidence or a response holds, on one line. */
function partsInWords(row: Record<string, unknown>, kind: string, locale: Locale): string {
  const { field, value, basis, kind: response, ...rest } = row;
  const named = typeof field === 'string' ? findField(fieldsOf(kind), field) : null;
  const parts = [
    named ? `${named.label[locale]}${colon[locale]}${inWords(named.key, value, kind, locale)}` : value,
    typeof response === 'string' ? termLabel('response', response, locale) : null,
    ...Object.values(rest).filter((part) => typeof part !== 'boolean'),
    typeof basis === 'string' ? termLabel('basis', basis, locale) : null,
  ];
  return parts
    .filter((part) => part !== null && part !== undefined && part !== '')
    .map(String)
    .join(' · ');
}
