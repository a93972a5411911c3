import { Button, ButtonLink } from '@/components/ui/button';
import { termLabel } from '@/lib/codebook/vocabularies';
import type { DirectiveCount, DirectiveFilter as Filter } from '@/lib/directives/types';
import { formatNumber, type Locale } from '@/lib/i18n/locale';
import { recordMessages } from '@/lib/i18n/messages/records';
import styles from './directive-filter.module.css';

type DirectiveFilterProps = {
  filter: Filter;
  counts: Record<keyof Filter, DirectiveCount[]>;
  /** Titles of data sets by slug. */
  datasets: Record<string, string>;
  locale: Locale;
};

/** Narrows the list; a plain form, so that it works without scripts and the address tells what is shown. */
export function DirectiveFilter({ filter, counts, datasets, locale }: DirectiveFilterProps) {
  const words = recordMessages[locale];
  const { directive } = words;
  const narrowed = Object.values(filter).some((value) => value !== null);
  const select = (name: keyof Filter, label: string, all: string, labelOf: (code: string) => string) => {
    const value = filter[name];
    const options = counts[name];
    const missing =
      value !== null && !options.some(({ code }) => code === value) ? [{ code: value, count: 0 }] : [];
    return (
      <label className={styles.field}>
        {label}
        <select name={name} defaultValue={value ?? ''} key={value ?? ''}>
          <option value="">{all}</option>
          {[...options, ...missing].map(({ code, count }) => (
            <option key={code} value={code}>
              {labelOf(code)} ({formatNumber(count, locale)})
            </option>
          ))}
        </select>
      </label>
    );
  };
  return (
    <form
      className={`${styles.form} no-print`}
      action="/directives"
      method="get"
      aria-label={directive.filter}
    >
      {select('kind', directive.kind, words.all, (code) => termLabel('directiveKind', code, locale))}
      {select('office', directive.office, words.all, (code) => termLabel('office', code, locale))}
      {select('order', directive.order, words.all, (code) => termLabel('order', code, locale))}
      {counts.dataset.length > 1 &&
        select('dataset', directive.dataset, directive.allButSynthetic, (code) => datasets[code] ?? code)}
      <div className={styles.actions}>
        <Button type="submit" variant="primary">
          {directive.apply}
        </Button>
        {narrowed && (
          <ButtonLink href="/directives" variant="quiet">
            {directive.clear}
          </ButtonLink>
        )}
      </div>
    </form>
  );
}
