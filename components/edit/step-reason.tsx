import { useEffect, useId, useRef } from 'react';
import styles from './record-actions.module.css';

type ReasonProps = { label: string; hint: string; text: string; onChange: (text: string) => void };

/** Where it is said why; it has the focus when it comes, with its dialog or in one that is open. */
export function Reason({ label, hint, text, onChange }: ReasonProps) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <div className={styles.reason}>
      <label htmlFor={id}>{label}</label>
      <textarea
        ref={(element) => {
          field.current = element;
          // The dialog puts the focus where it finds this mark when it opens.
          element?.setAttribute('autofocus', '');
        }}
        id={id}
        rows={3}
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
