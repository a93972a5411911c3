import { type ControlProps, fieldId, useShared } from './context';
import styles from './editor.module.css';

/** Something that holds or does not. `held`: only an editor may change it, which is said. */
export function BooleanControl({ path, label, hint, remark, held }: ControlProps & { held: boolean }) {
  const { values, set, words } = useShared();
  const id = fieldId(path);
  return (
    <p className={styles.check}>
      <input
        id={id}
        type="checkbox"
        checked={values[path] === true}
        // Not `disabled`: it can still be reached and read.
        aria-disabled={held}
        aria-describedby={`${id}-remark ${id}-hint`}
        onChange={(event) => {
          if (!held) set(path, event.target.checked);
        }}
      />
      <label htmlFor={id}>{label}</label>
      <span id={`${id}-remark`} className={styles.remark}>
        {held ? words.editorsOnly : remark}
      </span>
      <span id={`${id}-hint`} className={styles.hint}>
        {hint}
      </span>
    </p>
  );
}
