import type { ReactNode } from 'react';
import styles from './data-table.module.css';
import { classes } from './tone';

type DataTableProps = {
  /** Name of the region, since it can be scrolled by keyboard. No other region of the page may have it. */
  label: string;
  /** Whether the head stays in sight on wide screens; `--sticky-top` is its distance from the top. */
  sticky?: boolean;
  /** Whether rows become blocks on small screens. Each cell then needs its name in `data-label`, and one child. */
  stacked?: boolean;
  className?: string;
  /** `thead` and `tbody`. */
  children: ReactNode;
};

/** A table in a region of its own that scrolls sideways where the screen is narrow. */
export function DataTable({ label, sticky = false, stacked = false, className, children }: DataTableProps) {
  return (
    <section
      className={classes(styles.scroll, sticky && styles.sticky, stacked && styles.stacked)}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
    >
      <table className={classes(styles.table, className)}>{children}</table>
    </section>
  );
}

/** Classes for cells: `num`, `nowrap`, `muted`, and `main` for the link that names the record. */
export const cell = {
  num: styles.num,
  nowrap: styles.nowrap,
  muted: styles.muted,
  main: styles.main,
} as const;
