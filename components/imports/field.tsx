import { type ReactNode, useId } from 'react';
import styles from './imports.module.css';
import mappingStyles from './mapping.module.css';

type Control = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined };

type FieldProps = {
  label: string;
  hint?: string | undefined;
  /** What is wrong with it; undefined = nothing known. */
  problem?: string | undefined;
  /** A button that stands at its end. */
  end?: ReactNode;
  children: (control: Control) => ReactNode;
};

/** A control with its label above, and below it what is wrong with it and its hint. */
export function Field({ label, hint, problem, end, children }: FieldProps) {
  const id = useId();
  const described = [...(problem ? [`${id}-problem`] : []), ...(hint ? [`${id}-hint`] : [])].join(' ');
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <div className={mappingStyles.line}>
        {children({
          id,
          'aria-describedby': described || undefined,
          'aria-invalid': problem ? true : undefined,
        })}
        {end}
      </div>
      {problem && (
        <p id={`${id}-problem`} className={styles.problem}>
          {problem}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}

type SelectFieldProps<Value extends string> = {
  label: string;
  hint?: string | undefined;
  problem?: string | undefined;
  end?: ReactNode;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
};

/** A choice of one of a few. */
export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const { value, options, onChange, ...frame } = props;
  return (
    <Field {...frame}>
      {(control) => (
        <select {...control} value={value} onChange={(event) => onChange(event.target.value as Value)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

type LineFieldProps = {
  label: string;
  hint?: string | undefined;
  problem?: string | undefined;
  end?: ReactNode;
  value: string;
  most: number;
  onChange: (value: string) => void;
};

/** A text of one line. */
export function LineField({ value, most, onChange, ...frame }: LineFieldProps) {
  return (
    <Field {...frame}>
      {(control) => (
        <input
          {...control}
          type="text"
          maxLength={most}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

type CheckFieldProps = { label: string; hint?: string; isOn: boolean; onChange: (isOn: boolean) => void };

/** Something that is so, or is not. */
export function CheckField({ label, hint, isOn, onChange }: CheckFieldProps) {
  const id = useId();
  return (
    <div className={styles.check}>
      <input
        id={id}
        type="checkbox"
        checked={isOn}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.target.checked)}
      />
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}
