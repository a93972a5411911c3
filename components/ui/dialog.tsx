'use client';

import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from './button';
import styles from './dialog.module.css';
import { classes } from './tone';

type DialogProps = {
  open: boolean;
  onClose: () => void;
  title: string;
  /** Words of the button that closes it. */
  closeLabel: string;
  children: ReactNode;
  /** What stands at the foot, such as the buttons that act. */
  footer?: ReactNode;
  /** `side`: a panel at the right edge that leaves the page in sight; `center`: above the page, which waits. */
  place?: 'center' | 'side';
  size?: 'normal' | 'wide';
};

/**
 * A dialog by the browser's own element: the rest of the page waits, Esc and a click outside close it, and the
 * focus goes back to where it came from. What is inside is drawn only while it is open.
 */
export function Dialog(props: DialogProps) {
  const { open, onClose, title, closeLabel, children, footer, place = 'center', size = 'normal' } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    if (!element || element.open === open) return;
    if (open) element.showModal();
    else element.close();
  }, [open]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc closes it already; the click is one on what lies around it
    <dialog
      ref={dialog}
      className={classes(styles.dialog, place === 'side' && styles.side, size === 'wide' && styles.wide)}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      {open && (
        <div className={styles.inside}>
          <header className={styles.head}>
            <h2 id={titleId} className={styles.title}>
              {title}
            </h2>
            <Button variant="quiet" size="small" onClick={onClose}>
              {closeLabel}
            </Button>
          </header>
          <div className={styles.body}>{children}</div>
          {footer !== undefined && <footer className={styles.foot}>{footer}</footer>}
        </div>
      )}
    </dialog>
  );
}
