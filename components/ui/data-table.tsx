import type { KeyboardEvent, ReactNode, Ref } from 'react';
import styles from './data-table.module.css';
import { classes } from './tone';

type DataTableProps = {
  /** Name of the region, since it can be scrolled by keyboard. No other region of the page may have it. */
  label: string;
  /** Whether the head stays in sight on wide screens; `--sticky-top` is its distance from the top. */
  sticky?: boolean;
  /** Whether rows become blocks on small screens. Each cell then needs its name in `data-label`, and one child. */
  stacked?: boolean;
  /**
   * Whether the region scrolls up and down by itself, under a head that stays, on all but small screens. Columns
   * have the widths of their `col`, and rows keep one height whatever is in them.
   */
  tall?: boolean;
  /** Rows in all, the head among them, where not all of them are drawn; each row then has its `aria-rowindex`. */
  rowCount?: number;
  className?: string;
  regionRef?: Ref<HTMLElement>;
  tableRef?: Ref<HTMLTableElement>;
  onKeyDown?: (event: KeyboardEvent) => void;
  /** `thead` and `tbody`. */
  children: ReactNode;
};

/** A table in a region of its own that scrolls sideways where the screen is narrow. */
export function DataTable(props: DataTableProps) {
  const { label, sticky = false, stacked = false, tall = false, rowCount, className, children } = props;
  return (
    <section
      ref={props.regionRef}
      className={classes(
        styles.scroll,
        sticky && styles.sticky,
        stacked && styles.stacked,
        tall && styles.tall,
      )}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      onKeyDown={props.onKeyDown}
    >
      <table ref={props.tableRef} className={classes(styles.table, className)} aria-rowcount={rowCount}>
        {children}
      </table>
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
