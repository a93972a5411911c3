import type { ReactNode } from 'react';
import styles from './notice.module.css';
import { classes } from './tone';

type NoticeProps = { kind?: 'info' | 'warning' | 'error'; title?: ReactNode; children: ReactNode };

/** Something the reader should know before reading on. Errors interrupt a screen reader, the others do not. */
export function Notice({ kind = 'info', title, children }: NoticeProps) {
  return (
    <div className={classes(styles.notice, styles[kind])} role={kind === 'error' ? 'alert' : 'status'}>
      {title !== undefined && <p className={styles.title}>{title}</p>}
      <div>{children}</div>
    </div>
  );
}
