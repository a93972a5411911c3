import { termLabel } from '@/lib/codebook/vocabularies';
import { findField } from '@/lib/fields/types';
import { type Locale, listed } from '@/lib/i18n/locale';
import { colon } from '@/lib/i18n/marks';
import { actsMessages } from '@/lib/i18n/messages/acts';
import type { FieldChange } from '@/lib/incidents/edit/types';
import { incidentFields } from '@/lib/incidents/fields';
import styles from './acts.module.css';

/** Codes of a field in words; what is no code stands as it is. */
export function codesInWords(field: string, value: unknown, locale: Locale): string {
  const vocabulary = field === 'status' ? 'status' : findField(incidentFields, field)?.vocabulary;
  const values = (Array.isArray(value) ? value : [value]).filter((one) => one !== null && one !== '');
  const labels = values.map((one) => (vocabulary ? termLabel(vocabulary, String(one), locale) : String(one)));
  return labels.length === 0 ? actsMessages[locale].empty : listed(labels, locale);
}

/** What each field of a record is and becomes. */
export function ChangeWords({ changes, locale }: { changes: Record<string, FieldChange>; locale: Locale }) {
  return (
    <ul className={styles.changes}>
      {Object.entries(changes).map(([field, { from, to }]) => (
        <li key={field}>
          {findField(incidentFields, field)?.label[locale] ?? field}
          {colon[locale]}
          <del>{codesInWords(field, from, locale)}</del>
          <span aria-hidden="true"> → </span>
          <ins>{codesInWords(field, to, locale)}</ins>
        </li>
      ))}
    </ul>
  );
}
