import { useState } from 'react';
import { findTerm, storedCodesOf, termLabel, type VocabularyName } from '@/lib/codebook/vocabularies';
import { textAt } from '@/lib/edit/form';
import { useShared } from './context';
import styles from './editor.module.css';
import { FieldFrame } from './field-frame';

type CodeControlProps = {
  path: string;
  label: string;
  hint?: string;
  remark?: string;
  vocabulary: VocabularyName;
  /** What the empty choice says; without it there is none once a term is chosen. */
  empty?: string;
  /** What the term means is said only while the control has the focus. */
  quiet?: boolean;
};

/** One term of a vocabulary. What the chosen one means stands below. */
export function CodeControl({ path, vocabulary, empty, quiet, hint, ...frame }: CodeControlProps) {
  const { values, setText, words, locale } = useShared();
  const [isHere, setIsHere] = useState(false);
  const code = textAt(values, path) ?? '';
  const term = findTerm(vocabulary, code);
  return (
    <FieldFrame
      path={path}
      {...frame}
      hint={
        <>
          {hint && (term === null || isHere) && <p>{hint}</p>}
          {term && (isHere || !quiet) && <p>{term.definition[locale]}</p>}
          {term && isHere && <p>{words.example(term.example[locale])}</p>}
        </>
      }
    >
      {(control) => (
        <select
          {...control}
          className={styles.select}
          value={code}
          onChange={(event) => setText(path, event.target.value)}
          onFocus={() => setIsHere(true)}
          onBlur={() => setIsHere(false)}
        >
          {(empty !== undefined || code === '') && <option value="">{empty ?? words.choose}</option>}
          {storedCodesOf(vocabulary).map((one) => (
            <option key={one} value={one}>
              {termLabel(vocabulary, one, locale)}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}
