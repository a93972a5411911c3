'use client';

import { type ChangeEvent, type FormEvent, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { useMenuClose } from '@/components/ui/menu';
import { formatSpan } from '@/lib/dates/format';
import { linksFrom } from '@/lib/explore/links';
import { describeStarts } from '@/lib/explore/phrases';
import { readTypedDates } from '@/lib/explore/typed-dates';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import { filterBarMessages } from '@/lib/i18n/messages/filter-bar';
import { ignoredSentence } from '@/lib/i18n/messages/filters';
import { useExplore } from './explore-context';
import { DateField } from './filters/date-field';
import { DatePresets } from './filters/date-presets';
import styles from './filters/forms.module.css';
import type { FilterProps } from './filters/props';

type Problem = { field: 'from' | 'to'; text: string };

/** Dates as people type or pick them, checked before they go into the address. What is typed is kept when it is wrong. */
export function DatesForm(props: FilterProps) {
  const { page, base, locale } = props;
  const t = filterBarMessages[locale].dates;
  const { filters } = page.selection;
  return (
    <div className={styles.form}>
      {filters.starts !== null && <Began starts={filters.starts} {...props} />}
      <TypedDatesForm key={`${filters.from}..${filters.to}`} {...props} />
      <DatePresets page={page} base={base} locale={locale} />
      {page.coverage && (
        <p className={styles.hint}>{t.covers(formatSpan(page.coverage.from, page.coverage.to, locale))}</p>
      )}
    </div>
  );
}

/** Says that another filter of dates is in force, and makes it the dates or takes it away. */
function Began({ starts, page, base, locale }: FilterProps & { starts: string }) {
  const t = filterBarMessages[locale].dates;
  const links = linksFrom(page.selection, base);
  const { filters } = page.selection;
  const [from = '', to = from] = starts.split('..');
  return (
    <div className={styles.began}>
      <p>{t.began(describeStarts(starts, locale))}</p>
      <a className={styles.chip} href={links.to({ ...filters, from, to, starts: null })}>
        {t.beganAsDates}
      </a>{' '}
      <a className={styles.chip} href={links.to({ ...filters, starts: null })}>
        {t.beganRemove}
      </a>
    </div>
  );
}

function TypedDatesForm({ page, base, locale }: FilterProps) {
  const common = exploreMessages[locale];
  const t = filterBarMessages[locale].dates;
  const { filters } = page.selection;
  const { go } = useExplore();
  const close = useMenuClose();
  const id = useId();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [match, setMatch] = useState(filters.match);
  const [matchBefore, setMatchBefore] = useState(filters.match);
  if (matchBefore !== filters.match) {
    setMatchBefore(filters.match);
    setMatch(filters.match);
  }
  const links = linksFrom(page.selection, base);
  const isSet = filters.from !== null || filters.to !== null;

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const typed = readTypedDates(String(form.get('from') ?? ''), String(form.get('to') ?? ''));
    if ('reason' in typed) {
      const { field, value, reason } = typed;
      setProblem({ field, text: ignoredSentence({ param: common[field], value, reason }, locale) });
      return;
    }
    setProblem(null);
    close();
    go(links.to({ ...filters, ...typed, match }));
  };
  /** With dates in force the switch acts at once; else it waits for them. */
  const onCertain = (event: ChangeEvent<HTMLInputElement>) => {
    const next = event.target.checked ? 'certain' : 'possible';
    setMatch(next);
    if (isSet) go(links.to({ ...filters, match: next }));
  };
  const field = (name: 'from' | 'to') => (
    <DateField
      id={`${id}-${name}`}
      name={name}
      label={common[name]}
      value={filters[name]}
      problem={problem?.field === name ? problem.text : null}
      hintId={`${id}-hint`}
      pick={t.pick}
      bounds={page.coverage}
    />
  );

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <div className={styles.fields}>
        {field('from')}
        {field('to')}
      </div>
      <p id={`${id}-hint`} className={styles.hint}>
        {t.hint}
      </p>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={match === 'certain'}
          aria-describedby={`${id}-certain`}
          onChange={onCertain}
        />
        {t.certain}
      </label>
      <p id={`${id}-certain`} className={styles.hint}>
        {t.certainHint}
      </p>
      <div className={styles.actions}>
        <Button type="submit" variant="primary" size="small">
          {common.apply}
        </Button>
      </div>
    </form>
  );
}
