import { flexRender, type Row } from '@tanstack/react-table';
import { type MouseEvent, memo } from 'react';
import { cell } from '@/components/ui/data-table';
import { classes } from '@/components/ui/tone';
import type { TableColumn } from '@/lib/explore/columns';
import type { TableRow } from '@/lib/explore/table';
import type { Locale } from '@/lib/i18n/locale';
import { tableMessages } from '@/lib/i18n/messages/table';
import styles from '../records-table.module.css';
import type { features } from './columns';
import { labelOf, pinClass } from './head';

const cellClass: Partial<Record<TableColumn, string | undefined>> = {
  date: cell.nowrap,
  title: styles.title,
  summary: styles.summary,
  size: cell.num,
  ref: cell.nowrap,
};

type BodyRowProps = {
  row: Row<typeof features, TableRow>;
  index: number;
  /** Place of the row in the whole table, the head counted. */
  place: number;
  columns: readonly TableColumn[];
  pin: number;
  ticked: boolean;
  /** Whether its record is open in the panel. */
  open: boolean;
  /** Whether the row came after the first ones, so that paper leaves it out. */
  later: boolean;
  locale: Locale;
  onTick: (index: number, range: boolean) => void;
  onOpen: (ref: string) => void;
};

/** One row. A click opens the record in the panel; a link or a tick inside does what it says. */
export const BodyRow = memo(
  function BodyRow(props: BodyRowProps) {
    const { row, index, place, columns, pin, ticked, open, later, locale, onTick, onOpen } = props;
    const { ref, title } = row.original;
    const onClick = (event: MouseEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      const inside = target?.closest('a, button, label, input');
      const isPlain = !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
      if (!isPlain || (inside && !inside.hasAttribute('data-opens'))) return;
      if (!inside && !window.getSelection()?.isCollapsed) return;
      event.preventDefault();
      onOpen(ref);
    };
    return (
      <tr
        data-command-row
        data-ref={ref}
        aria-rowindex={place}
        aria-current={open ? 'true' : undefined}
        className={classes(styles.row, ticked && styles.ticked, later && styles.later)}
        onClick={onClick}
      >
        <td className={classes(styles.pick, pinClass(0, pin))}>
          <label className={styles.tick}>
            <input
              type="checkbox"
              checked={ticked}
              aria-label={tableMessages[locale].select(title)}
              // The change of a box comes from a click, by key too.
              onChange={({ nativeEvent }) => onTick(index, (nativeEvent as globalThis.MouseEvent).shiftKey)}
            />
          </label>
        </td>
        {row.getAllCells().map((one, at) => {
          const column = one.column.id as TableColumn;
          return (
            <td
              key={one.id}
              className={classes(cellClass[column], pinClass(at + 1, pin))}
              data-label={labelOf(column, columns, locale)}
            >
              <div className={styles.cell}>{flexRender(one.column.columnDef.cell, one.getContext())}</div>
            </td>
          );
        })}
      </tr>
    );
  },
  // The table makes its rows anew whenever more come; what they show is in `original`.
  (before, after) =>
    before.row.original === after.row.original &&
    before.index === after.index &&
    before.place === after.place &&
    before.columns === after.columns &&
    before.row.getAllCells()[0]?.column.columnDef === after.row.getAllCells()[0]?.column.columnDef &&
    before.pin === after.pin &&
    before.ticked === after.ticked &&
    before.open === after.open &&
    before.later === after.later &&
    before.locale === after.locale &&
    before.onTick === after.onTick &&
    before.onOpen === after.onOpen,
);
