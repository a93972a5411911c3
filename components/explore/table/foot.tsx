import { Button, buttonClass } from '@/components/ui/button';
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
  const number = (value: number) => formatNumber(value, locale);
  const { sort } = selection.view;
  const reversed = {
    ...selection,
    view: { ...selection.view, page: 1, sort: { ...sort, descending: !sort.descending } },
  };
  return (
    <div className={styles.position}>
      <span className={styles.rows}>
        {from === to
          ? t.onePosition(number(from), number(total))
          : t.position(number(from), number(to), number(total))}
      </span>
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
