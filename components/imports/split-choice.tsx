import { useState } from 'react';
import type { Locale } from '@/lib/i18n/locale';
import { importMessages } from '@/lib/i18n/messages/imports';
import styles from './mapping.module.css';

type SplitChoiceProps = {
  column: string;
  split: string | null;
  onChange: (split: string | null) => void;
  locale: Locale;
};

/** Stands for a sign that is typed. */
const other = 'other ';

/** The sign between several values of a cell: one of the usual ones, or any that is typed. */
export function SplitChoice({ column, split, onChange, locale }: SplitChoiceProps) {
  const words = importMessages[locale].columns;
  const splits = Object.entries(words.splits);
  const [typing, setTyping] = useState(split !== null && !splits.some(([sign]) => sign === split));
  return (
    <>
      <label className={styles.how}>
        {words.split}
        <select
          aria-label={words.splitOf(column)}
          value={typing ? other : (split ?? '')}
          onChange={({ target }) => {
            setTyping(target.value === other);
            if (target.value !== other) onChange(target.value || null);
          }}
        >
          <option value="">{words.noSplit}</option>
          {splits.map(([sign, label]) => (
            <option key={sign} value={sign}>
              {label}
            </option>
          ))}
          <option value={other}>{words.otherSplit}</option>
        </select>
      </label>
      {typing && (
        <input
          className={styles.sign}
          aria-label={words.signOf(column)}
          maxLength={3}
          value={split ?? ''}
          onChange={({ target }) => onChange(target.value || null)}
        />
      )}
    </>
  );
}
