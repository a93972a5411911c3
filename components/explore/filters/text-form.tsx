import { type FormEvent, useId } from 'react';
import { Button } from '@/components/ui/button';
import { useMenuClose } from '@/components/ui/menu';
import { linksFrom } from '@/lib/explore/links';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import { filterActs } from '@/lib/i18n/messages/filter-acts';
import { filterBarMessages } from '@/lib/i18n/messages/filter-bar';
import { useExplore } from '../explore-context';
import styles from './forms.module.css';
import type { FilterProps } from './props';

/** The words to be found, as the pill of the text search and the panel of small screens edit them. */
export function TextForm({ page, base, locale }: FilterProps) {
  const t = filterBarMessages[locale].text;
  const { filters } = page.selection;
  const { go } = useExplore();
  const close = useMenuClose();
  const id = useId();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const q = String(new FormData(event.currentTarget).get('q') ?? '').trim();
    close();
    if (q !== filters.q) go(linksFrom(page.selection, base).to({ ...filters, q }));
  };
  return (
    <form key={filters.q} className={styles.form} onSubmit={submit}>
      <div className={styles.field}>
        <label htmlFor={id}>{t.label}</label>
        <input
          id={id}
          type="search"
          name="q"
          defaultValue={filters.q}
          autoComplete="off"
          maxLength={200}
          aria-describedby={`${id}-hint`}
        />
      </div>
      <p id={`${id}-hint`} className={styles.hint}>
        {filterActs[locale].help}
      </p>
      <div className={styles.actions}>
        <Button type="submit" variant="primary" size="small">
          {exploreMessages[locale].search}
        </Button>
      </div>
    </form>
  );
}
