'use client';

import { SegmentedLinks } from '@/components/ui/segmented';
import { classes } from '@/components/ui/tone';
import { mostPinned, type TableColumn, tableColumns, usualColumns } from '@/lib/explore/columns';
import { type ExploreView, selectionPath } from '@/lib/explore/view';
import { formatNumber } from '@/lib/i18n/locale';
import { tableMessages } from '@/lib/i18n/messages/table';
import styles from './column-menu.module.css';
import type { SelectionProps } from './props';

/** The columns in the order `cols`, with one of them and its neighbour at the left (`by` -1) or right changed round. */
function moved(cols: readonly TableColumn[], at: number, by: 1 | -1): TableColumn[] {
  const next = [...cols];
  const [one, other] = [next[at], next[at + by]];
  if (one && other) [next[at], next[at + by]] = [other, one];
  return next;
}

/** Chooses the columns of the table, their order, which stay in place, and the height of rows; all by addresses. */
export function ColumnChoices({ selection, base, locale }: SelectionProps) {
  const t = tableMessages[locale];
  const { view } = selection;
  const shown = view.cols ?? usualColumns;
  const hidden = tableColumns.filter((id) => !shown.includes(id));
  const href = (change: Partial<ExploreView>) =>
    selectionPath(base, { ...selection, view: { ...view, ...change } });
  const columnsHref = (cols: TableColumn[]) =>
    href({ cols: cols.join('~') === usualColumns.join('~') ? null : cols });
  return (
    <>
      <div className={styles.choices}>
        <span>{t.view.density}</span>
        <SegmentedLinks
          label={t.view.density}
          items={(['normal', 'compact'] as const).map((density) => ({
            key: density,
            label: t.view[density],
            href: href({ density }),
            current: view.density === density,
          }))}
        />
        <span>{t.view.pin}</span>
        <SegmentedLinks
          label={t.view.pin}
          items={Array.from({ length: mostPinned + 1 }, (_, pin) => ({
            key: String(pin),
            label: pin === 0 ? t.view.pinNone : formatNumber(pin, locale),
            href: href({ pin }),
            current: view.pin === pin,
          }))}
        />
      </div>
      <ul className={styles.columns} aria-label={t.view.columns}>
        {shown.map((id, index) => (
          <li key={id}>
            <a
              className={classes(styles.column, styles.shown)}
              aria-current="true"
              href={columnsHref(shown.length > 1 ? shown.filter((one) => one !== id) : [...shown])}
            >
              {t.columnNames[id]}
            </a>
            {([-1, 1] as const).map((by) => {
              const words = by < 0 ? t.view.moveLeft : t.view.moveRight;
              const canMove = shown[index + by] !== undefined;
              return canMove ? (
                <a
                  key={by}
                  className={styles.move}
                  aria-label={words(t.columnNames[id])}
                  href={columnsHref(moved(shown, index, by))}
                >
                  {by < 0 ? '←' : '→'}
                </a>
              ) : (
                <span key={by} className={styles.move} />
              );
            })}
          </li>
        ))}
        {hidden.map((id) => (
          <li key={id}>
            <a className={styles.column} href={columnsHref([...shown, id])}>
              {t.columnNames[id]}
            </a>
          </li>
        ))}
      </ul>
      <div className={styles.usual}>
        <a href={href({ cols: null })}>{t.view.usual}</a>
        {view.widths && <a href={href({ widths: null })}>{t.view.usualWidths}</a>}
      </div>
    </>
  );
}
