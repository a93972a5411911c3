import { memo } from 'react';
import { classes } from '@/components/ui/tone';
import type { Term } from '@/lib/codebook/types';
import { storedCodesOf, termLabel, type VocabularyName, vocabularies } from '@/lib/codebook/vocabularies';
import { type Locale, listed } from '@/lib/i18n/locale';
import { editMessages } from '@/lib/i18n/messages/edit';
import { fieldId, type SetField } from './context';
import styles from './editor.module.css';

type CodesControlProps = {
  field: string;
  label: string;
  hint: string;
  remark: string | undefined;
  vocabulary: VocabularyName;
  codes: string[];
  set: SetField;
  problem: string | undefined;
  locale: Locale;
};

/** Several terms of a vocabulary, folded away but for the names of those that are chosen. */
export const CodesControl = memo(function CodesControl(props: CodesControlProps) {
  const { field, label, hint, remark, vocabulary, codes, set, problem, locale } = props;
  const words = editMessages[locale];
  const id = fieldId(field);
  const toggle = (code: string, isOn: boolean) => {
    const order = storedCodesOf(vocabulary);
    const next = isOn ? [...codes, code] : codes.filter((one) => one !== code);
    set(field, isOn ? next.sort((a, b) => order.indexOf(a) - order.indexOf(b)) : next);
  };
  const chosen = codes.map((code) => termLabel(vocabulary, code, locale));
  return (
    <div className={classes(styles.field, styles.wide)}>
      <details className={styles.codes}>
        <summary id={id} aria-describedby={`${id}-problem ${id}-remark`}>
          <b>{label}</b>{' '}
          <span className={chosen.length === 0 ? styles.remark : undefined}>
            {chosen.length === 0 ? words.noneChosen : listed(chosen, locale)}
          </span>{' '}
          <span id={`${id}-remark`} className={styles.remark}>
            {remark}
          </span>
        </summary>
        <fieldset aria-describedby={`${id}-hint`}>
          <legend className="visually-hidden">{label}</legend>
          <p id={`${id}-hint`} className={styles.hint}>
            {hint}
          </p>
          <div className={styles.terms}>
            {inOrder(vocabularies[vocabulary].terms).map(({ code, parent, definition }) => (
              <div key={code} className={classes(styles.term, parent !== undefined && styles.narrower)}>
                <input
                  id={`${id}-${code}`}
                  type="checkbox"
                  checked={codes.includes(code)}
                  aria-describedby={`${id}-${code}-hint`}
                  onChange={(event) => toggle(code, event.target.checked)}
                />
                <label htmlFor={`${id}-${code}`}>{termLabel(vocabulary, code, locale)}</label>
                <p id={`${id}-${code}-hint`} className={styles.hint}>
                  {definition[locale]}
                </p>
              </div>
            ))}
          </div>
        </fieldset>
      </details>
      <p id={`${id}-problem`} className={styles.problem}>
        {problem}
      </p>
    </div>
  );
});

/** The terms that a record may hold, each followed by its narrower ones. */
function inOrder(terms: readonly Term[]): Term[] {
  const stored = terms.filter((term) => term.stored !== false);
  return stored
    .filter(({ parent }) => parent === undefined)
    .flatMap((term) => [term, ...stored.filter(({ parent }) => parent === term.code)]);
}
