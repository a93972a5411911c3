'use client';

import Link from 'next/link';
import { Menu } from '@/components/ui/menu';
import { type TableColumn, tableColumns, usualColumns } from '@/lib/explore/columns';
import { selectionPath } from '@/lib/explore/view';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import own from './column-menu.module.css';
import styles from './filter-bar.module.css';
import type { SelectionProps } from './props';

/** Chooses the columns of the table and their order; every choice is an address. */
export function ColumnMenu({ selection, base, locale }: SelectionProps) {
  const t = exploreMessages[locale].table;
  const shown = selection.view.cols ?? usualColumns;
  const hidden = tableColumns.filter((id) => !shown.includes(id));
  const href = (cols: TableColumn[] | null) =>
    selectionPath(base, { ...selection, view: { ...selection.view, cols } });
  const usual = (cols: TableColumn[]) => (cols.join('~') === usualColumns.join('~') ? null : cols);
  const moved = (at: number) =>
    shown.map((id, index) =>
      index === at - 1 ? (shown[at] ?? id) : index === at ? (shown[at - 1] ?? id) : id,
    );
  return (
    <Menu tone="small" align="end" label={t.columns} panelClassName={own.panel}>
      <ul className={styles.options}>
        {shown.map((id, index) => (
          <li key={id} className={own.row}>
            <Link
              className={styles.option}
              prefetch={false}
              scroll={false}
              aria-current="true"
              href={href(usual(shown.length > 1 ? shown.filter((one) => one !== id) : shown))}
            >
              <span className={styles.check} aria-hidden="true">
                ✓
              </span>
              {t.columnNames[id]}
            </Link>
            {index > 0 && (
              <Link
                className={own.move}
                prefetch={false}
                scroll={false}
                aria-label={t.moveLeft(t.columnNames[id])}
                href={href(usual(moved(index)))}
              >
                ↑
              </Link>
            )}
          </li>
        ))}
        {hidden.map((id) => (
          <li key={id}>
            <Link
              className={styles.option}
              prefetch={false}
              scroll={false}
              href={href(usual([...shown, id]))}
            >
              <span className={styles.check} />
              {t.columnNames[id]}
            </Link>
          </li>
        ))}
        <li>
          <Link className={styles.option} prefetch={false} scroll={false} href={href(null)}>
            <span className={styles.check} />
            {t.usual}
          </Link>
        </li>
      </ul>
    </Menu>
  );
}
