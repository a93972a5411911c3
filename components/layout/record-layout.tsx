import type { ReactNode } from 'react';
import styles from './record-layout.module.css';

type RecordLayoutProps = {
  /** Across both columns: what must be known first. */
  before?: ReactNode;
  /** Cards at the right; below the others on narrow screens. */
  aside: ReactNode;
  /** Cards at the left. */
  children: ReactNode;
};

/** The two columns of the page of a record. */
export function RecordLayout({ before, aside, children }: RecordLayoutProps) {
  return (
    <div className={styles.page}>
      {before && <div className={styles.before}>{before}</div>}
      <div className="stack">{children}</div>
      <div className="stack">{aside}</div>
    </div>
  );
}
