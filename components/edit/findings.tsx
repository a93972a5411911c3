import type { Locale } from '@/lib/i18n/locale';
import { colon } from '@/lib/i18n/marks';
import { editMessages } from '@/lib/i18n/messages/edit';
import type { EditKind } from '@/lib/i18n/messages/edit-records';
import type { FieldFindings } from '@/lib/privacy/records';
import { pathInWords } from './names';
import styles from './record-actions.module.css';

type FindingsProps = { kind: EditKind; found: FieldFindings[]; locale: Locale };

/** What looks like personal data in a record: in which field, of which kind, and the words themselves. */
export function Findings({ kind, found, locale }: FindingsProps) {
  const words = editMessages[locale];
  return (
    <ul>
      {found.map(({ field, findings }) => (
        <li key={field}>
          <b>{pathInWords(field, kind, locale)}</b>
          {colon[locale]}
          {findings.map(({ kind: what, text, start, certainty }) => (
            <span key={start} className={styles.finding}>
              {certainty === 'maybe' && `${words.care.maybe} `}
              {words.kinds[what]} <q>{text}</q>
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}
