import { type ComponentProps, useId } from 'react';
import styles from './form.module.css';

type TextFieldProps = Omit<ComponentProps<'input'>, 'id' | 'aria-describedby' | 'aria-invalid'> & {
  name: string;
  label: string;
  hint?: string;
  /** What is wrong with it; undefined = nothing known. */
  problem: string | undefined;
};

/** A field of one line with its label, its hint, and what is wrong with it. */
export function TextField({ label, hint, problem, type = 'text', ...rest }: TextFieldProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type={type}
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-hint ${id}-problem`}
        {...rest}
      />
      <p id={`${id}-hint`} className={styles.hint}>
        {hint}
      </p>
      <p id={`${id}-problem`} className={styles.problem} role="alert">
        {problem}
      </p>
    </div>
  );
}
