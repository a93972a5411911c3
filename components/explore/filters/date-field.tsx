import { useRef } from 'react';
import { Button } from '@/components/ui/button';
import { parsePartialDate, type Span } from '@/lib/dates/periods';
import styles from './forms.module.css';

type DateFieldProps = {
  id: string;
  name: 'from' | 'to';
  label: string;
  value: string | null;
  /** What is wrong with what was typed; null = nothing. */
  problem: string | null;
  /** Id of the line that says how dates are written. */
  hintId: string;
  pick: string;
  /** Days among which the picker lets one choose. */
  bounds: Span | null;
};

/** One end of a range of dates: typed as coarsely as one likes, or picked to the day from the browser's calendar. */
export function DateField({ id, name, label, value, problem, hintId, pick, bounds }: DateFieldProps) {
  const text = useRef<HTMLInputElement>(null);
  const calendar = useRef<HTMLInputElement>(null);
  const open = () => {
    if (!text.current || !calendar.current) return;
    const typed = parsePartialDate(text.current.value.trim());
    calendar.current.value = typed ? (name === 'from' ? typed.from : typed.to) : '';
    calendar.current.showPicker();
  };
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        ref={text}
        id={id}
        name={name}
        defaultValue={value ?? ''}
        autoComplete="off"
        spellCheck={false}
        placeholder={name === 'from' ? '2019-02' : '2021'}
        aria-invalid={problem !== null || undefined}
        aria-describedby={problem === null ? hintId : `${id}-problem`}
      />
      {problem !== null && (
        <p id={`${id}-problem`} className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      <span className={styles.picker}>
        <Button size="small" onClick={open}>
          {pick}
          <span className="visually-hidden"> ({label})</span>
        </Button>
        <input
          ref={calendar}
          type="date"
          className={styles.calendar}
          tabIndex={-1}
          aria-hidden="true"
          min={bounds?.from}
          max={bounds?.to}
          onChange={(event) => {
            if (text.current && event.target.value !== '') text.current.value = event.target.value;
          }}
        />
      </span>
    </div>
  );
}
