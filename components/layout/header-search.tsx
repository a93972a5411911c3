'use client';

import { usePathname } from 'next/navigation';
import styles from './site-header.module.css';

/** Pages with a search of their own, which keeps their filter. */
const withOwnSearch = ['/', '/incidents'];

/** A search over all incidents, on pages that have none. A plain form, so that it works without scripts. */
export function HeaderSearch({ words }: { words: { label: string; placeholder: string } }) {
  if (withOwnSearch.includes(usePathname())) return null;
  return (
    <search className={styles.search}>
      <form action="/" method="get">
        <input
          type="search"
          name="q"
          data-command="search"
          aria-label={words.label}
          placeholder={words.placeholder}
          autoComplete="off"
          maxLength={200}
        />
      </form>
    </search>
  );
}
