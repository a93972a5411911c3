'use client';

import { useId } from 'react';
import { isCivilDate } from '@/lib/dates/civil';
import type { Locale } from '@/lib/i18n/locale';
import { exportMessages } from '@/lib/i18n/messages/exports';
import styles from './since-field.module.css';

/** A day as it is typed: '' = none; null = something that is no day, or not a whole one yet. */
export type TypedDay = string | null;

type SinceFieldProps = { value: TypedDay; onChange: (value: TypedDay) => void; locale: Locale };

/** The day since which a package tells what was changed; empty = it does not tell. */
export function SinceField({ value, onChange, locale }: SinceFieldProps) {
  const t = exportMessages[locale].dialog.data;
  const id = useId();
  // The browser gives no value of a day that is not whole, and keeps what is typed: the field is left alone.
  const read = ({ value: day, validity }: HTMLInputElement) =>
    onChange(validity.badInput || (day !== '' && !isCivilDate(day)) ? null : day);
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{t.since}</label>
      <input
        id={id}
        type="date"
        defaultValue={value ?? ''}
        aria-invalid={value === null || undefined}
        aria-describedby={value === null ? `${id}-problem ${id}-hint` : `${id}-hint`}
        onChange={(event) => read(event.target)}
        // A day that is begun changes no value, and is told from an empty one only here.
        onBlur={(event) => read(event.target)}
      />
      {value === null && (
        <p id={`${id}-problem`} className={styles.problem} role="alert">
          {t.sinceProblem}
        </p>
      )}
      <p id={`${id}-hint`} className={styles.hint}>
        {t.sinceHint}
      </p>
    </div>
  );
}
