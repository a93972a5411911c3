'use client';

import { type FormEvent, useEffect, useId, useState } from 'react';
import { linksFrom } from '@/lib/explore/links';
import { searchFields } from '@/lib/explore/view';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import { filterActs } from '@/lib/i18n/messages/filter-acts';
import { useExplore } from './explore-context';
import styles from './filter-bar.module.css';
import type { SelectionProps } from './props';

/**
 * Text search over title, summary and directive. Taken on Enter, and when the box is emptied. Without scripts the form
 * hands on the rest of the address itself.
 */
export function SearchBox({ selection, base, locale }: SelectionProps) {
  const t = exploreMessages[locale];
  const { go } = useExplore();
  const helpId = useId();
  const { filters } = selection;
  const [typed, setTyped] = useState(filters.q);
  const [before, setBefore] = useState(filters.q);
  // The address says otherwise: another part of the page, or the Back button, has changed the text.
  if (before !== filters.q) {
    setBefore(filters.q);
    setTyped(filters.q);
  }
  // So does Back before the words were answered for.
  useEffect(() => {
    const follow = () => setTyped(new URLSearchParams(window.location.search).get('q') ?? '');
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, []);
  const search = (q: string) => {
    if (q !== filters.q) go(linksFrom(selection, base).to({ ...filters, q }));
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    search(typed.trim());
  };
  return (
    <search className={styles.search}>
      <form action={base} onSubmit={submit}>
        <input
          type="search"
          name="q"
          data-command="search"
          aria-label={t.searchLabel}
          aria-describedby={helpId}
          placeholder={t.searchPlaceholder}
          value={typed}
          autoComplete="off"
          maxLength={200}
          onChange={(event) => {
            setTyped(event.target.value);
            if (event.target.value === '') search('');
          }}
        />
        {searchFields(selection).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <button type="submit" className={styles.searchButton}>
          {t.search}
        </button>
      </form>
      <p id={helpId} className={styles.searchHelp}>
        {filterActs[locale].help}
      </p>
    </search>
  );
}
