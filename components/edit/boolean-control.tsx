import { type ControlProps, fieldId, useShared } from './context';
import styles from './editor.module.css';

/** Something that holds or does not. */
export function BooleanControl({ path, label, hint, remark }: ControlProps) {
  const { values, set } = useShared();
  return (
    <p className={styles.check}>
      <input
        id={fieldId(path)}
        type="checkbox"
        checked={values[path] === true}
        aria-describedby={`${fieldId(path)}-hint`}
        onChange={(event) => set(path, event.target.checked)}
      />
      <label htmlFor={fieldId(path)}>{label}</label>
      <span className={styles.remark}>{remark}</span>
      <span id={`${fieldId(path)}-hint`} className={styles.hint}>
        {hint}
      </span>
    </p>
  );
}
