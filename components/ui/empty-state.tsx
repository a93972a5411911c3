import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

type EmptyStateProps = {
  title: ReactNode;
  /** Why there is nothing: no match, outside the coverage, not yet coded. */
  children?: ReactNode;
  /** Ways out, as buttons or links. */
  actions?: ReactNode;
};

/** What stands in place of an empty list or chart. */
export function EmptyState({ title, children, actions }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{title}</p>
      {children !== undefined && <div className="muted prose">{children}</div>}
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
