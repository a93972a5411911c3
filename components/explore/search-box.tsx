'use client';

import { useRouter } from 'next/navigation';
import type { FormEvent } from 'react';
import { linksFrom } from '@/lib/explore/links';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import styles from './filter-bar.module.css';
import type { SelectionProps } from './props';

/** Text search over title, summary and directive. Taken on Enter, and when the box is emptied. */
export function SearchBox({ selection, base, locale }: SelectionProps) {
  const t = exploreMessages[locale];
  const router = useRouter();
  const links = linksFrom(selection, base);
  const search = (q: string) => {
    if (q !== selection.filters.q) router.push(links.to({ ...selection.filters, q }), { scroll: false });
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    search(String(new FormData(event.currentTarget).get('q') ?? '').trim());
  };
  return (
    <search className={styles.search}>
      <form action="/" onSubmit={submit}>
        <input
          type="search"
          name="q"
          aria-label={t.searchLabel}
          placeholder={t.searchPlaceholder}
          defaultValue={selection.filters.q}
          maxLength={200}
          onInput={(event) => {
            if (event.currentTarget.value === '') search('');
          }}
        />
        <button type="submit" className={styles.searchButton}>
          {t.search}
        </button>
      </form>
    </search>
  );
}
