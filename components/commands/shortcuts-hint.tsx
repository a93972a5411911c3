'use client';

import styles from './commands.module.css';
import { showPanel } from './store';

/** The way to the help for those who don't know its key, or have switched it off. */
export function ShortcutsHint({ label }: { label: string }) {
  return (
    <button
      type="button"
      className={styles.hint}
      aria-haspopup="dialog"
      aria-keyshortcuts="?"
      onClick={() => showPanel('help')}
    >
      {label} <kbd className={styles.key}>?</kbd>
    </button>
  );
}
