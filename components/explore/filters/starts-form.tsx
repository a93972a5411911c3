import { type FormEvent, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { useMenuClose } from '@/components/ui/menu';
import { linksFrom } from '@/lib/explore/links';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import { filterBarMessages } from '@/lib/i18n/messages/filter-bar';
import { ignoredSentence } from '@/lib/i18n/messages/filters';
import { startsSpan } from '@/lib/incidents/spans';
import { useExplore } from '../explore-context';
import styles from './forms.module.css';
import type { FilterProps } from './props';

/** In which span incidents must begin; set by a click on a bar, changed here by typing. */
export function StartsForm({ page, base, locale }: FilterProps) {
  const t = filterBarMessages[locale].starts;
  const { filters } = page.selection;
  const { go } = useExplore();
  const close = useMenuClose();
  const id = useId();
  const [problem, setProblem] = useState<string | null>(null);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const value = String(new FormData(event.currentTarget).get('starts') ?? '').trim();
    if (value !== '' && startsSpan(value) === null) {
      setProblem(ignoredSentence({ param: t.label, value, reason: 'not-a-date' }, locale));
      return;
    }
    close();
    go(linksFrom(page.selection, base).to({ ...filters, starts: value || null }));
  };
  return (
    <form key={filters.starts} className={styles.form} onSubmit={submit} noValidate>
      <div className={styles.field}>
        <label htmlFor={id}>{t.label}</label>
        <input
          id={id}
          name="starts"
          defaultValue={filters.starts ?? ''}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={problem !== null || undefined}
          aria-describedby={`${id}-${problem === null ? 'hint' : 'problem'}`}
        />
        {problem !== null && (
          <p id={`${id}-problem`} className={styles.problem} role="alert">
            {problem}
          </p>
        )}
      </div>
      <p id={`${id}-hint`} className={styles.hint}>
        {t.hint}
      </p>
      <div className={styles.actions}>
        <Button type="submit" variant="primary" size="small">
          {exploreMessages[locale].apply}
        </Button>
      </div>
    </form>
  );
}
