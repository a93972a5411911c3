import type { Locale } from '@/lib/i18n/locale';
import { importMessages } from '@/lib/i18n/messages/imports';
import type { IncidentMapping } from '@/lib/imports/plan';
import styles from './imports.module.css';
import mappingStyles from './mapping.module.css';
import type { ImportDraft } from './use-import-draft';

type KeyChoiceProps = {
  mapping: IncidentMapping;
  columns: readonly string[];
  edit: ImportDraft['edit'];
  locale: Locale;
};

/** Which columns together name a record, where none is its id. */
export function KeyChoice({ mapping, columns, edit, locale }: KeyChoiceProps) {
  const { target: words, and } = importMessages[locale];
  const id = mapping.bindings.find(({ target }) => target === 'externalId')?.column;
  if (id !== undefined) return <p className={styles.hint}>{words.keyId(id)}</p>;
  const toggle = (column: string, isOn: boolean) =>
    edit((before) => ({
      ...before,
      key: columns.filter((one) => (one === column ? isOn : before.key.includes(one))).slice(0, 20),
    }));
  return (
    <details className={styles.folded}>
      <summary>
        <b>{words.key}</b>{' '}
        <span className={`muted ${styles.break}`}>
          {mapping.key.length === 0 ? words.keyNone : mapping.key.join(and)}
        </span>
      </summary>
      <fieldset className={styles.inside}>
        <legend className="visually-hidden">{words.key}</legend>
        <p className={styles.hint}>{words.keyHelp}</p>
        <div className={mappingStyles.keys}>
          {columns.map((column) => (
            <label key={column}>
              <input
                type="checkbox"
                checked={mapping.key.includes(column)}
                onChange={(event) => toggle(column, event.target.checked)}
              />{' '}
              <bdi className={styles.break}>{column}</bdi>
            </label>
          ))}
        </div>
      </fieldset>
    </details>
  );
}
