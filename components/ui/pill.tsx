import type { ReactNode } from 'react';
import styles from './pill.module.css';
import { classes } from './tone';

type PillProps = {
  /** What the pill says and opens: a `Menu` of the tone `bare`. */
  children: ReactNode;
  /** `unset`: nothing is chosen; `off`: what is chosen is kept at hand without being in force. */
  state: 'unset' | 'on' | 'off';
  /** Takes the filter away: an address, and its name for screen readers. */
  remove?: { href: string; label: string };
};

/** A filter in a rounded box that opens its editor, with a link that takes it away where it is set. */
export function Pill({ children, state, remove }: PillProps) {
  return (
    <span className={classes(styles.pill, styles[state])}>
      {children}
      {remove && (
        <a href={remove.href} className={styles.remove}>
          <span className="visually-hidden">{remove.label}</span>
          <svg viewBox="0 0 10 10" aria-hidden="true">
            <path d="M1 1l8 8M9 1l-8 8" />
          </svg>
        </a>
      )}
    </span>
  );
}

type PillWordsProps = { label: ReactNode; value: ReactNode; isOff?: boolean; colon?: string };

/** What a pill says: "Type: Petition", the value cut where it is long. */
export function PillWords({ label, value, isOff = false, colon = ': ' }: PillWordsProps) {
  return (
    <span className={classes(styles.words, isOff && styles.struck)}>
      {label}
      {colon}
      <b>{value}</b>
    </span>
  );
}
