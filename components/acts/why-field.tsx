import { useId } from 'react';
import styles from './acts.module.css';

type WhyFieldProps = { label: string; hint: string; text: string; onChange: (text: string) => void };

/** Where it is said why something is done with many records. */
export function WhyField({ label, hint, text, onChange }: WhyFieldProps) {
  const id = useId();
  return (
    <div className={styles.why}>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={2}
        value={text}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(event.target.value)}
      />
      <p id={`${id}-hint`} className="muted">
        {hint}
      </p>
    </div>
  );
}
