import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { cell } from '@/components/ui/data-table';
import { classes } from '@/components/ui/tone';
import { type TableColumn, widthLimits } from '@/lib/explore/columns';
import { type Selection, selectionPath } from '@/lib/explore/view';
import { formatNumber, type Locale } from '@/lib/i18n/locale';
import { tableMessages } from '@/lib/i18n/messages/table';
import type { SortKey } from '@/lib/incidents/row';
import styles from '../records-table.module.css';
import { mainColumn, sortOf } from './columns';
import type { Selected } from './use-selected';
import type { ColumnWidths } from './use-widths';

/** The class that keeps a column in place: `place` counts from the left, the column of the ticks among them. */
export function pinClass(place: number, pin: number): string {
  return pin > 0 && place <= pin ? classes(styles.pinned, styles[`pin${place}`]) : '';
}

type HeadProps = {
  selection: Selection;
  base: string;
  locale: Locale;
  columns: readonly TableColumn[];
  widths: ColumnWidths;
  selected: Selected;
  /** Rows at hand. */
  rows: number;
  draw: (column: TableColumn) => ReactNode;
};

/** The head of the table: ticks for all rows, sorting by address, and edges that change the width. */
export function TableHead(props: HeadProps) {
  const { selection, base, locale, columns, widths, selected, rows, draw } = props;
  const { view } = selection;
  const hrefOf = (key: SortKey) => {
    const descending = view.sort.key === key ? !view.sort.descending : key === 'date' || key === 'size';
    return selectionPath(base, { ...selection, view: { ...view, page: 1, sort: { key, descending } } });
  };
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col" className={classes(styles.pick, pinClass(0, view.pin))}>
          <SelectAll selected={selected} rows={rows} locale={locale} />
        </th>
        {columns.map((column, index) => {
          const key = sortOf[column];
          const current = key !== undefined && key === view.sort.key;
          return (
            <th
              key={column}
              scope="col"
              data-column={column}
              className={classes(column === 'size' && cell.num, pinClass(index + 1, view.pin))}
              aria-sort={current ? (view.sort.descending ? 'descending' : 'ascending') : undefined}
            >
              {key ? (
                <a href={hrefOf(key)} className={styles.sort}>
                  <span className={styles.word}>{draw(column)}</span>
                  {current && <span aria-hidden="true">{view.sort.descending ? '\u00a0↓' : '\u00a0↑'}</span>}
                </a>
              ) : (
                <span className={styles.sort}>
                  <span className={styles.word}>{draw(column)}</span>
                </span>
              )}
              <Edge column={column} widths={widths} locale={locale} />
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

/** The right edge of a column. */
function Edge({ column, widths, locale }: { column: TableColumn; widths: ColumnWidths; locale: Locale }) {
  const t = tableMessages[locale];
  const width = widths.widthOf(column);
  return (
    // biome-ignore lint/a11y/useSemanticElements: an hr takes no focus and has no value
    <div
      role="separator"
      tabIndex={0}
      className={styles.edge}
      aria-orientation="vertical"
      aria-label={t.width(t.columnNames[column])}
      aria-description={t.widthHint}
      aria-valuenow={width}
      aria-valuemin={widthLimits.least}
      aria-valuemax={widthLimits.most}
      aria-valuetext={t.widthValue(formatNumber(width, locale))}
      {...widths.edgeOf(column)}
    />
  );
}

function SelectAll({ selected, rows, locale }: { selected: Selected; rows: number; locale: Locale }) {
  const box = useRef<HTMLInputElement>(null);
  const all = selected.refs.size >= rows && rows > 0;
  const some = selected.refs.size > 0 && !all;
  useEffect(() => {
    if (box.current) box.current.indeterminate = some;
  }, [some]);
  return (
    <label className={styles.tick}>
      <input
        ref={box}
        type="checkbox"
        checked={all}
        onChange={selected.toggleAll}
        aria-label={tableMessages[locale].selectAll}
      />
    </label>
  );
}

/** The name of a cell where rows are blocks; the cell that names the record has none and comes first. */
export function labelOf(column: TableColumn, columns: readonly TableColumn[], locale: Locale) {
  return column === mainColumn(columns) ? undefined : tableMessages[locale].columnNames[column];
}
