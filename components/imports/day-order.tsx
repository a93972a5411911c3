import { useId } from 'react';
import type { Locale } from '@/lib/i18n/locale';
import { importMessages } from '@/lib/i18n/messages/imports';
import type { DateOrder } from '@/lib/imports/plan';
import styles from './imports.module.css';
import mappingStyles from './mapping.module.css';

type DayOrderProps = {
  order: DateOrder | null;
  /** A day of the file that can be read both ways; null = none was found. */
  example: string | null;
  onChange: (order: DateOrder | null) => void;
  locale: Locale;
};

/** Asks whether the day or the month comes first. */
export function DayOrder({ order, example, onChange, locale }: DayOrderProps) {
  const words = importMessages[locale].days;
  const id = useId();
  const choices: { value: DateOrder | null; label: string }[] = [
    { value: 'dmy', label: words.orders.dmy },
    { value: 'mdy', label: words.orders.mdy },
    { value: null, label: words.notSaid },
  ];
  return (
    <fieldset className={example !== null && order === null ? styles.question : mappingStyles.choices}>
      <legend>{words.order}</legend>
      <p className={styles.hint}>{example === null ? words.orderOpen : words.orderHelp(example)}</p>
      {choices.map(({ value, label }) => (
        <label key={label}>
          <input
            type="radio"
            name={id}
            checked={order === value || (value === null && order === 'ymd')}
            onChange={() => onChange(value)}
          />{' '}
          {label}
        </label>
      ))}
    </fieldset>
  );
}
