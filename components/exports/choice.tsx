'use client';

import { type ReactNode, useId } from 'react';
import styles from './choice.module.css';

type ChoiceProps<Value extends string> = {
  /** What is chosen. */
  legend: string;
  items: readonly { value: Value; label: string; disabled?: boolean }[];
  value: Value;
  onChange: (value: Value) => void;
  /** A word on what is chosen, below. */
  hint?: ReactNode;
};

/** A choice of one out of a few, as radio buttons that look like buttons and wrap where there is no room. */
export function Choice<Value extends string>({ legend, items, value, onChange, hint }: ChoiceProps<Value>) {
  const name = useId();
  return (
    <fieldset className={styles.choice}>
      <legend className={styles.legend}>{legend}</legend>
      <div className={styles.items}>
        {items.map((item) => (
          <label key={item.value} className={styles.item}>
            <input
              type="radio"
              name={name}
              value={item.value}
              checked={item.value === value}
              disabled={item.disabled}
              onChange={() => onChange(item.value)}
            />
            {item.label}
          </label>
        ))}
      </div>
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
    </fieldset>
  );
}
