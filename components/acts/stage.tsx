import { type ReactNode, useEffect, useRef } from 'react';
import styles from './acts.module.css';

/** A stage of a dialog that takes the place of another one, and the focus. */
export function Stage({ children }: { children: ReactNode }) {
  const here = useRef<HTMLDivElement>(null);
  useEffect(() => here.current?.focus({ preventScroll: true }), []);
  return (
    <div ref={here} tabIndex={-1} className={styles.stage}>
      {children}
    </div>
  );
}
