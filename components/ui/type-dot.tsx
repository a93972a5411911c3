import type { ReactNode } from 'react';
import { classes, toneClass } from './tone';
import styles from './type-dot.module.css';

type TypeDotProps = {
  /** Code that has a tone, e.g. `petition`. */
  code: string;
  label: ReactNode;
  /** Dots for records, squares for legends. */
  shape?: 'dot' | 'square';
  /** Keeps the label for screen readers only, where the same words stand beside. */
  hideLabel?: boolean;
};

/** A coloured mark and its label: the colour is never alone. */
export function TypeDot({ code, label, shape = 'dot', hideLabel = false }: TypeDotProps) {
  return (
    <span className={classes(styles.mark, toneClass(code))}>
      <svg className={styles.dot} viewBox="0 0 10 10" aria-hidden="true">
        {shape === 'dot' ? <circle cx="5" cy="5" r="5" /> : <rect width="10" height="10" rx="2" />}
      </svg>
      <span className={hideLabel ? 'visually-hidden' : undefined}>{label}</span>
    </span>
  );
}
