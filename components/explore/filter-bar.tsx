'use client';

import Link from 'next/link';
import { Menu } from '@/components/ui/menu';
import { Pill } from '@/components/ui/pill';
import type { FilterPhrase } from '@/lib/explore/describe';
import { linksFrom } from '@/lib/explore/links';
import type { FilterOptions } from '@/lib/explore/options';
import type { Selection } from '@/lib/explore/view';
import { formatNumber, type Locale } from '@/lib/i18n/locale';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import { type ChoiceKey, keepsAll, noFilters, without } from '@/lib/incidents/selection';
import { isEmptyChoice } from '@/lib/url/params';
import { DatesForm } from './dates-form';
import styles from './filter-bar.module.css';
import { OptionList } from './option-list';
import { PlaceFinder } from './place-finder';
import { SearchBox } from './search-box';

type FilterBarProps = {
  selection: Selection;
  options: FilterOptions;
  phrases: FilterPhrase[];
  total: number;
  /** Page that the addresses lead to. */
  base: string;
  locale: Locale;
};

/** Filters with menus of their own; the others stand together under "More filters". */
const first = ['dataset', 'type', 'place'] as const satisfies ChoiceKey[];
const second = ['issue', 'order'] as const satisfies ChoiceKey[];
const more = [
  'group',
  'response',
  'office',
  'form',
  'target',
  'size',
  'precision',
] as const satisfies ChoiceKey[];

/** The filter: menus with counts, the text search, and what is set as pills that can be taken away. */
export function FilterBar({ selection, options, phrases, total, base, locale }: FilterBarProps) {
  const t = exploreMessages[locale];
  const { filters } = selection;
  const links = linksFrom(selection, base);
  const menu = (key: ChoiceKey) => (
    <Menu
      key={key}
      tone="pill"
      label={t.parts[key]}
      active={!isEmptyChoice(filters[key])}
      panelClassName={styles.panel}
    >
      {key === 'place' && <PlaceFinder selection={selection} base={base} locale={locale} />}
      <OptionList field={key} options={options[key]} selection={selection} base={base} locale={locale} />
    </Menu>
  );
  return (
    <section className={styles.bar} aria-label={t.filters}>
      <div className={styles.menus}>
        {first.map(menu)}
        <Menu
          tone="pill"
          label={t.parts.dates}
          active={Boolean(filters.from ?? filters.to)}
          panelClassName={styles.panel}
        >
          <DatesForm selection={selection} base={base} locale={locale} />
        </Menu>
        {second.map(menu)}
        <Menu
          tone="pill"
          label={t.moreFilters}
          active={more.some((key) => !isEmptyChoice(filters[key]))}
          panelClassName={styles.widePanel}
        >
          <div className={styles.groups}>
            {more.map((key) => (
              <section key={key} aria-label={t.parts[key]}>
                <h3 className={styles.groupTitle}>{t.parts[key]}</h3>
                <OptionList
                  field={key}
                  options={options[key]}
                  selection={selection}
                  base={base}
                  locale={locale}
                />
              </section>
            ))}
          </div>
        </Menu>
        <SearchBox key={filters.q} selection={selection} base={base} locale={locale} />
      </div>
      <div className={styles.set}>
        {phrases.length > 0 && (
          <ul className={styles.pills}>
            {phrases.map(({ part, label, text }) => (
              <li key={part}>
                <Pill
                  label={label}
                  value={text}
                  removeHref={links.to(without(filters, part))}
                  removeLabel={t.remove(label)}
                />
              </li>
            ))}
          </ul>
        )}
        {!keepsAll(filters) && (
          <Link href={links.to(noFilters)} prefetch={false} scroll={false} className={styles.clear}>
            {t.clearAll}
          </Link>
        )}
        <output className={styles.count} aria-live="polite">
          {t.results(formatNumber(total, locale), total === 1)}
        </output>
      </div>
    </section>
  );
}
