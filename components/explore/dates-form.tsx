'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { useMenuClose } from '@/components/ui/menu';
import { parsePartialDate } from '@/lib/dates/periods';
import { linksFrom } from '@/lib/explore/links';
import type { Locale } from '@/lib/i18n/locale';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import { ignoredSentence } from '@/lib/i18n/messages/filters';
import { without } from '@/lib/incidents/selection';
import styles from './filter-bar.module.css';
import type { SelectionProps } from './props';

type Problem = { field: 'from' | 'to'; text: string };

/** Dates as people type them, checked before they go into the address. What is typed is kept when it is wrong. */
export function DatesForm({ selection, base, locale }: SelectionProps) {
  const t = exploreMessages[locale];
  const { filters } = selection;
  const router = useRouter();
  const close = useMenuClose();
  const id = useId();
  const [problem, setProblem] = useState<Problem | null>(null);
  const links = linksFrom(selection, base);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const typed = (name: 'from' | 'to') => String(form.get(name) ?? '').trim() || null;
    const [from, to] = [typed('from'), typed('to')];
    const found = check(from, to, locale);
    setProblem(found);
    if (found) return;
    const match = form.get('certain') === null ? 'possible' : 'certain';
    close();
    router.push(links.to({ ...filters, from, to, match }), { scroll: false });
  };

  const field = (name: 'from' | 'to', label: string) => (
    <div className={styles.dateField}>
      <label htmlFor={`${id}-${name}`}>{label}</label>
      <input
        id={`${id}-${name}`}
        name={name}
        defaultValue={filters[name] ?? ''}
        autoComplete="off"
        spellCheck={false}
        placeholder="2019-02"
        aria-invalid={problem?.field === name || undefined}
        aria-describedby={problem?.field === name ? `${id}-problem` : `${id}-hint`}
      />
    </div>
  );

  return (
    <form className={styles.dates} onSubmit={submit} noValidate>
      <div className={styles.dateFields}>
        {field('from', t.from)}
        {field('to', t.to)}
      </div>
      <p id={`${id}-hint`} className={styles.hint}>
        {t.dateHint}
      </p>
      {problem && (
        <p id={`${id}-problem`} className={styles.problem} role="alert">
          {problem.text}
        </p>
      )}
      <label className={styles.certain}>
        <input type="checkbox" name="certain" defaultChecked={filters.match === 'certain'} /> {t.certainOnly}
      </label>
      <div className={styles.formActions}>
        <Button type="submit" variant="primary">
          {t.apply}
        </Button>
        {(filters.from ?? filters.to) && (
          <Button
            onClick={() => {
              close();
              router.push(links.to(without(filters, 'dates')), { scroll: false });
            }}
          >
            {t.clear}
          </Button>
        )}
      </div>
    </form>
  );
}

/** What is wrong with typed dates, in a sentence; null = nothing. */
function check(from: string | null, to: string | null, locale: Locale): Problem | null {
  for (const [field, value] of [
    ['from', from],
    ['to', to],
  ] as const) {
    if (value !== null && parsePartialDate(value) === null) {
      return {
        field,
        text: ignoredSentence({ param: exploreMessages[locale][field], value, reason: 'not-a-date' }, locale),
      };
    }
  }
  const [first, last] = [from && parsePartialDate(from)?.from, to && parsePartialDate(to)?.to];
  if (from && first && last && first > last) {
    return {
      field: 'from',
      text: ignoredSentence({ param: exploreMessages[locale].from, value: from, reason: 'reversed' }, locale),
    };
  }
  return null;
}
