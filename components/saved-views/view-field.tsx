import { useId } from 'react';
import { Button } from '@/components/ui/button';
import { formatNumber, type Locale } from '@/lib/i18n/locale';
import { savedMessages } from '@/lib/i18n/messages/saved';
import { redacted } from '@/lib/privacy/redacted';
import styles from './saved-views.module.css';

type ViewFieldProps = {
  name: 'name' | 'description';
  label: string;
  hint: string;
  /** Longest text that is taken, in characters. A longer one may be typed, so that nothing is cut off in silence. */
  most: number;
  value: string;
  /** What is wrong with it; undefined = nothing known. */
  problem: string | undefined;
  onChange: (value: string) => void;
  locale: Locale;
};

/** A field of the dialog with its hint, its length and what is wrong with it. */
export function ViewField({ name, label, hint, most, value, problem, onChange, locale }: ViewFieldProps) {
  const id = useId();
  const long = value.trim().length;
  const words = savedMessages[locale];
  const isPersonal = problem !== undefined && problem === words.problems[`${name}Personal`]('');
  const field = {
    id,
    name,
    value,
    'aria-invalid': problem !== undefined || long > most,
    'aria-describedby': `${id}-hint ${id}-problem`,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
    autoComplete: 'off',
  };
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {name === 'name' ? (
        // The dialog puts the focus where it finds this mark.
        <input ref={(element) => element?.setAttribute('autofocus', '')} type="text" required {...field} />
      ) : (
        <textarea rows={3} {...field} />
      )}
      <p id={`${id}-hint`} className={styles.hint}>
        <span>{hint}</span>
        <span className={long > most ? styles.problem : undefined}>
          {words.length(formatNumber(long, locale), formatNumber(most, locale))}
        </span>
      </p>
      <p id={`${id}-problem`} className={styles.problem} role="alert">
        {problem}
      </p>
      {isPersonal && (
        <div className={styles.actions}>
          <Button
            size="small"
            aria-label={`${words.redact}: ${label}`}
            onClick={() => {
              onChange(redacted(value));
              document.getElementById(id)?.focus();
            }}
          >
            {words.redact}
          </Button>
        </div>
      )}
    </div>
  );
}
