import type { ReactNode } from 'react';
import { classes } from '@/components/ui/tone';
import { fieldId, useShared } from './context';
import styles from './editor.module.css';

type Control = { id: string; name: string; 'aria-invalid': true | undefined; 'aria-describedby': string };

type FieldFrameProps = {
  /** Where the value stands in the record: `title`, `claims.1.source`. */
  path: string;
  label: string;
  hint?: ReactNode;
  wide?: boolean;
  /** A quiet word beside the label. */
  remark?: string;
  /** What follows below the control. */
  after?: ReactNode;
  children: (control: Control) => ReactNode;
};

/** A control with its label, hint, and what is wrong with it. */
export function FieldFrame({ path, label, hint, wide, remark, after, children }: FieldFrameProps) {
  const id = fieldId(path);
  const problem = useShared().problemOf(path);
  return (
    <div className={classes(styles.field, wide && styles.wide)} data-wide={wide}>
      <p className={styles.head}>
        <label htmlFor={id}>{label}</label>
        <span id={`${id}-remark`} className={styles.remark}>
          {remark}
        </span>
      </p>
      {children({
        id,
        name: path,
        'aria-invalid': problem === undefined ? undefined : true,
        'aria-describedby': `${id}-problem ${id}-hint ${id}-remark`,
      })}
      <p id={`${id}-problem`} className={styles.problem}>
        {problem}
      </p>
      <div id={`${id}-hint`} className={styles.hint}>
        {hint}
      </div>
      {after}
    </div>
  );
}

/** The remark beside a coded field that has a value without evidence; undefined = none. */
export function useGapRemark(field: string): string | undefined {
  const { gaps, words } = useShared();
  return gaps.missing.some((gap) => gap.field === field) ? words.gap : undefined;
}
