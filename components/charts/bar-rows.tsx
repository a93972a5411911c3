import Link from 'next/link';
import type { ReactNode } from 'react';
import { screenMessages } from '@/lib/charts/screen-messages';
import { formatNumber, type Locale } from '@/lib/i18n/locale';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import { Bar } from '../ui/bar';
import { classes } from '../ui/tone';
import styles from './bar-rows.module.css';

type BarRowProps = {
  code: string;
  label: string;
  value: number;
  /** Value of a bar of full length. */
  max: number;
  /** The value in words. */
  text: string;
  tone: string;
  href: string | undefined;
  /** `chosen` and `faded` where a filter names some of the rows. */
  look: 'plain' | 'chosen' | 'faded';
  /** Whether the row is a part of the one above it. */
  nested?: boolean;
};

/** One line of a list of bars: a name, a bar, a number. */
export function BarRow({ code, label, value, max, text, tone, href, look, nested = false }: BarRowProps) {
  const className = classes(
    styles.row,
    look === 'chosen' && styles.chosen,
    look === 'faded' && styles.faded,
    value === 0 && styles.zero,
  );
  const inside = (
    <>
      <span className={classes(styles.label, nested && styles.nested)}>{label}</span>
      <Bar value={value} max={max} tone={tone} faint={look === 'faded'} />
      <span className={styles.value}>{text}</span>
    </>
  );
  return (
    <li>
      {href === undefined ? (
        <span className={className} data-code={code}>
          {inside}
        </span>
      ) : (
        <Link
          href={href}
          prefetch={false}
          scroll={false}
          className={className}
          data-code={code}
          aria-current={look === 'chosen' ? 'true' : undefined}
        >
          {inside}
        </Link>
      )}
    </li>
  );
}

type BarRowsProps = {
  label: string;
  rows: ReactNode[];
  /** Rows behind "show all". */
  rest: ReactNode[];
  /** Whether the rest is shown from the start. */
  open: boolean;
  /** Number of all rows. */
  count: number;
  locale: Locale;
};

/** A list of bars, the longer part of it folded away. */
export function BarRows({ label, rows, rest, open, count, locale }: BarRowsProps) {
  return (
    <>
      <ul className={styles.rows} aria-label={label}>
        {rows}
      </ul>
      {rest.length > 0 && (
        <details className={styles.details} open={open}>
          <summary>
            <span className={styles.more}>
              {exploreMessages[locale].breakdown.showAll(formatNumber(count, locale))}
            </span>
            <span className={styles.less}>{screenMessages[locale].showLess}</span>
          </summary>
          <ul className={styles.rows} aria-label={label}>
            {rest}
          </ul>
        </details>
      )}
    </>
  );
}
