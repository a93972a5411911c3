import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { fieldId, useShared } from './context';
import styles from './editor.module.css';
import rowStyles from './rows.module.css';

type Fold = { summary: string; startsOpen: boolean };
type RowProps = {
  /** Name of the row. */
  label: string;
  /** What the row says while it is folded away; without it it never is. */
  fold?: Fold;
  acts: { label: string; text: string; onClick: () => void; disabled?: boolean }[];
  children: ReactNode;
};

/** One row of a list with its fields and what can be done to it. */
export function EditedRow({ label, fold, acts, children }: RowProps) {
  const inside = (
    <>
      <div className={rowStyles.cells}>{children}</div>
      <div className={styles.acts}>
        {acts.map(({ label: name, text, onClick, disabled }) => (
          <Button key={name} size="small" aria-label={name} disabled={disabled} onClick={onClick}>
            {text}
          </Button>
        ))}
      </div>
    </>
  );
  if (!fold)
    return (
      <fieldset className={rowStyles.row}>
        <legend>{label}</legend>
        {inside}
      </fieldset>
    );
  return (
    <details className={rowStyles.folded} open={fold.startsOpen}>
      <summary>
        <b>{label}</b> <span>{fold.summary}</span>
      </summary>
      <fieldset>
        <legend className="visually-hidden">{label}</legend>
        {inside}
      </fieldset>
    </details>
  );
}

type RowsProps = { path: string; hint: string; children: ReactNode };

/** A list of rows; what is wrong with it as a whole is said above them. */
export function Rows({ path, hint, children }: RowsProps) {
  const problem = useShared().problemOf(path);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend beside the heading of the section
    <div
      id={fieldId(path)}
      role="group"
      aria-labelledby={`section-${path}`}
      tabIndex={-1}
      className={rowStyles.rows}
    >
      <p className={styles.hint}>{hint}</p>
      <p className={styles.problem}>{problem}</p>
      {children}
    </div>
  );
}
