import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import type { Locale } from '@/lib/i18n/locale';
import { importMessages } from '@/lib/i18n/messages/imports';
import type { ReadQuestion } from '@/lib/imports/read/types';
import styles from './imports.module.css';
import mappingStyles from './mapping.module.css';

type EncodingQuestionProps = {
  question: ReadQuestion;
  working: boolean;
  onTake: (encoding: string) => void;
  locale: Locale;
};

/** Asks in which encoding a file is, by how its words would read. */
export function EncodingQuestion({ question, working, onTake, locale }: EncodingQuestionProps) {
  const words = importMessages[locale].files;
  const id = useId();
  const [chosen, setChosen] = useState(question.candidates[0]?.name ?? '');
  return (
    <fieldset className={styles.question}>
      <legend>{words.encodingQuestion}</legend>
      <p className={styles.hint}>{words.encodingQuestionHelp(Math.round(question.confidence * 100))}</p>
      {question.candidates.map(({ name, sample }) => (
        <label key={name} className={mappingStyles.candidate}>
          <input type="radio" name={id} checked={chosen === name} onChange={() => setChosen(name)} />
          <span>
            <b>{name.toUpperCase()}</b>
            <span className={mappingStyles.candidateText}>{sample}</span>
          </span>
        </label>
      ))}
      <div>
        <Button variant="primary" aria-disabled={working} onClick={() => onTake(chosen)}>
          {words.takeEncoding}
        </Button>
      </div>
    </fieldset>
  );
}
