import Link from 'next/link';
import type { ReactNode } from 'react';
import styles from './pill.module.css';
import { classes } from './tone';

type PillProps = {
  /** What is filtered: "Type". */
  label: ReactNode;
  /** To what: "Petition, Strike". */
  value?: ReactNode;
  /** Removes the filter: an address, or an act. */
  removeHref?: string;
  onRemove?: () => void;
  /** Name of the removing button, e.g. "Remove the filter Type". */
  removeLabel?: string;
  active?: boolean;
  disabled?: boolean;
};

/** A filter that is set, in a rounded box with a button that takes it away. */
export function Pill({
  label,
  value,
  removeHref,
  onRemove,
  removeLabel,
  active = true,
  disabled = false,
}: PillProps) {
  return (
    <span className={classes(styles.pill, active && styles.active, disabled && styles.disabled)}>
      <span className={styles.words}>
        {label}
        {value !== undefined && (
          <>
            {': '}
            <b>{value}</b>
          </>
        )}
      </span>
      {removeHref !== undefined && (
        <Link
          href={removeHref}
          prefetch={false}
          scroll={false}
          className={styles.remove}
          aria-label={removeLabel}
        >
          ×
        </Link>
      )}
      {onRemove !== undefined && (
        <button type="button" className={styles.remove} onClick={onRemove} aria-label={removeLabel}>
          ×
        </button>
      )}
    </span>
  );
}
