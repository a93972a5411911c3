'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { takeArrival } from './arrival';
import styles from './upload.module.css';

/** What comes after a job that was waited for: it takes the focus, so that reading and keys go on from there. */
export function Arrived({ label, children }: { label: string; children: ReactNode }) {
  const here = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takeArrival()) here.current?.focus({ preventScroll: true });
  }, []);
  return (
    // biome-ignore lint/a11y/useSemanticElements: it groups the cards of one step, which are regions themselves
    <div ref={here} role="group" aria-label={label} tabIndex={-1} className={`stack ${styles.arrived}`}>
      {children}
    </div>
  );
}
