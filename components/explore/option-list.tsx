'use client';

import Link from 'next/link';
import { classes } from '@/components/ui/tone';
import { linksFrom } from '@/lib/explore/links';
import type { FilterOption } from '@/lib/explore/options';
import type { Selection } from '@/lib/explore/view';
import { formatNumber, type Locale } from '@/lib/i18n/locale';
import type { ChoiceKey } from '@/lib/incidents/selection';
import styles from './filter-bar.module.css';

type OptionListProps = {
  field: ChoiceKey;
  options: FilterOption[];
  selection: Selection;
  base: string;
  locale: Locale;
};

/** The values of one filter with their counts; each is a link that switches it on or off. */
export function OptionList({ field, options, selection, base, locale }: OptionListProps) {
  const links = linksFrom(selection, base);
  return (
    <ul className={styles.options}>
      {options.map(({ code, label, count, depth, state }) => (
        <li key={code}>
          <Link
            href={links.toggle(field, code)}
            prefetch={false}
            scroll={false}
            className={classes(styles.option, depth === 1 && styles.narrower, count === 0 && styles.zero)}
            aria-current={state === 'in' ? 'true' : undefined}
          >
            <span className={styles.check} aria-hidden="true">
              {state === 'in' ? '✓' : state === 'out' ? '–' : ''}
            </span>
            <span className={styles.optionLabel}>{label}</span>
            <span className={styles.optionCount}>{formatNumber(count, locale)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
