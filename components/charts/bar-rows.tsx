'use client';

import { type MouseEvent, type ReactNode, useState } from 'react';
import { screenMessages } from '@/lib/charts/screen-messages';
import { formatNumber, type Locale } from '@/lib/i18n/locale';
import { breakdownMessages } from '@/lib/i18n/messages/breakdowns';
import { Bar } from '../ui/bar';
import { classes } from '../ui/tone';
import styles from './bar-rows.module.css';

/** A second way that a row leads, behind a button that shows on hover and focus, and behind Alt held during the click. */
export type RowAct = { key: 'alt' | 'shift'; label: string; name: string; href: string };

type BarRowProps = {
  code: string;
  label: string;
  value: number;
  /** Value of a bar of full length. */
  max: number;
  /** The value in words. */
  text: string;
  tone: string;
  href: string;
  /** `chosen` and `faded` where a filter names some of the rows; `out` where it leaves this one out. */
  look: 'plain' | 'chosen' | 'faded' | 'out';
  /** Whether the row is a part of the one above it. */
  nested?: boolean;
  /** Whether it stands for what is not known or not there: hatched, and set off from the row above. */
  apart?: 'first' | 'more' | false;
  act?: RowAct;
};

/** One line of a list of bars: a name, a bar, a number. Its links are followed by the page around it. */
export function BarRow(props: BarRowProps) {
  const { code, label, value, max, text, tone, href, look, nested = false, apart = false, act } = props;
  return (
    <li className={classes(styles.item, apart === 'first' && styles.apart)}>
      <a
        href={href}
        className={classes(
          styles.row,
          look === 'chosen' && styles.chosen,
          look === 'faded' && styles.faded,
          look === 'out' && styles.out,
          value === 0 && styles.zero,
        )}
        data-code={code}
        data-key={act?.key}
        aria-current={look === 'chosen' ? 'true' : undefined}
      >
        <span className={classes(styles.label, nested && styles.nested)}>{label}</span>
        <Bar
          value={value}
          max={max}
          tone={tone}
          faint={look === 'faded' || look === 'out'}
          hatched={apart !== false}
        />
        <span className={styles.value}>{text}</span>
      </a>
      {act && (
        <a href={act.href} className={styles.act} aria-label={act.name} data-act="">
          {act.label}
        </a>
      )}
    </li>
  );
}

type BarRowsProps<Item> = {
  label: string;
  items: readonly Item[];
  /** How many are shown before "show all". */
  shown: number;
  /** Whether one of the others is shown too, because the filter names it. */
  isKept: (item: Item) => boolean;
  /** Items that are shown in any case, after the others. */
  last?: readonly Item[];
  /** Characters of the longest number: all rows keep room for it, so that bars begin and end at one line. */
  widest: number;
  /** What a click on a row with Shift does; without it what a plain click does. */
  onShift?: (code: string) => void;
  locale: Locale;
  children: (item: Item) => ReactNode;
};

/** Classes for the room of the numbers, by their characters; shorter ones have the usual. */
const widths: Record<number, string | undefined> = {
  4: styles.four,
  5: styles.five,
  6: styles.six,
  7: styles.seven,
  8: styles.eight,
  9: styles.nine,
  10: styles.ten,
};

/** A list of bars, the longer part of it behind a button. */
export function BarRows<Item>(props: BarRowsProps<Item>) {
  const { label, items, shown, isKept, last = [], widest, onShift, locale, children } = props;
  const [open, setOpen] = useState(false);
  const first = items.filter((item, at) => open || at < shown || isKept(item));
  const hasRest = open || first.length < items.length;
  return (
    <>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the second way of a row has a link of its own */}
      <ul
        className={classes(styles.rows, widths[Math.min(10, widest)])}
        aria-label={label}
        onClick={(event) => followKeys(event, onShift)}
      >
        {[...first, ...last].map(children)}
      </ul>
      {hasRest && (
        <button type="button" className={styles.all} aria-expanded={open} onClick={() => setOpen(!open)}>
          {open
            ? screenMessages[locale].showLess
            : breakdownMessages[locale].showAll(formatNumber(items.length + last.length, locale))}
        </button>
      )}
    </>
  );
}

/**
 * A click on a row with Alt takes its second way: the link of that is clicked in place of the row. One with Shift, or
 * Shift+Enter, opens no other window but does what `onShift` does.
 */
function followKeys(event: MouseEvent, onShift: BarRowsProps<unknown>['onShift']): void {
  const row = event.target instanceof Element ? event.target.closest<HTMLElement>('a[data-code]') : null;
  if (!row || event.metaKey || event.ctrlKey) return;
  if (event.altKey && row.dataset.key === 'alt') {
    event.preventDefault();
    row.parentElement?.querySelector<HTMLElement>('[data-act]')?.click();
  } else if (event.shiftKey && !event.altKey) {
    event.preventDefault();
    if (onShift) onShift(row.dataset.code ?? '');
    else row.click();
  }
}
