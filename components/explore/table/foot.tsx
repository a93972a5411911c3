import { Button, buttonClass } from '@/components/ui/button';
import { classes } from '@/components/ui/tone';
import { type Selection, selectionPath } from '@/lib/explore/view';
import { formatNumber, type Locale } from '@/lib/i18n/locale';
import { tableMessages } from '@/lib/i18n/messages/table';
import styles from '../records-table.module.css';

type PositionProps = {
  selection: Selection;
  base: string;
  locale: Locale;
  /** Rows in sight, counted from 1, and how many there are in all. */
  from: number;
  to: number;
  total: number;
  /** Whether all rows are at hand, so that their end can be scrolled to. */
  whole: boolean;
  onTop: () => void;
  onEnd: () => void;
};

/** Where in the table the reader is, and the ways to its ends. */
export function Position(props: PositionProps) {
  const { selection, base, locale, from, to, total, whole, onTop, onEnd } = props;
  const t = tableMessages[locale];
  const { sort } = selection.view;
  const reversed = {
    ...selection,
    view: { ...selection.view, page: 1, sort: { ...sort, descending: !sort.descending } },
  };
  return (
    <div className={styles.position}>
      <span className={styles.rows}>{rowsOf(from, to, total, locale)}</span>
      {to - from + 1 < total && (
        <span className={styles.ends}>
          <Button size="small" onClick={onTop}>
            {t.toTop}
          </Button>
          {whole ? (
            <Button size="small" onClick={onEnd}>
              {t.toEnd}
            </Button>
          ) : (
            <a href={selectionPath(base, reversed)} className={buttonClass({ size: 'small' })}>
              {t.fromEnd}
            </a>
          )}
        </span>
      )}
    </div>
  );
}

/** On paper: which rows stand there, where they are not all. */
export function Printed(props: { from: number; rows: number; total: number; locale: Locale }) {
  const { from, rows, total, locale } = props;
  if (rows === 0 || rows >= total) return null;
  return (
    <p className={classes('print-only', styles.printed)}>{rowsOf(from, from + rows - 1, total, locale)}</p>
  );
}

function rowsOf(from: number, to: number, total: number, locale: Locale): string {
  const t = tableMessages[locale];
  const number = (value: number) => formatNumber(value, locale);
  return from === to
    ? t.onePosition(number(from), number(total))
    : t.position(number(from), number(to), number(total));
}
