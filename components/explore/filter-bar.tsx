'use client';

import dynamic from 'next/dynamic';
import { useEffect, useRef, useState } from 'react';
import { buttonClass } from '@/components/ui/button';
import { LazyPart } from '@/components/ui/lazy-part';
import { Menu } from '@/components/ui/menu';
import { Pill } from '@/components/ui/pill';
import { linksFrom } from '@/lib/explore/links';
import { formatNumber } from '@/lib/i18n/locale';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import { filterActs } from '@/lib/i18n/messages/filter-acts';
import { type FilterPart, keepsAll, setParts } from '@/lib/incidents/selection';
import { useExplore } from './explore-context';
import styles from './filter-bar.module.css';
import { barParts } from './filters/fields';
import { FilterMenu } from './filters/filter-menu';
import { filterEditor, moreFilters } from './filters/lazy-parts';
import menuStyles from './filters/menus.module.css';
import type { FilterProps } from './filters/props';
import { SwitchedOffPill } from './filters/switched-off-pill';
import { useKeptFocus } from './filters/use-kept-focus';
import { SearchBox } from './search-box';

const FilterPanel = dynamic(() => import('./filters/filter-panel').then((module) => module.FilterPanel));

/**
 * The filter. Each of the usual parts is a menu with counts that says what is set; the others stand under "More
 * filters" and as pills once they are set. On small screens all of them are in one panel, and those that are set are
 * pills.
 */
export function FilterBar(props: FilterProps) {
  const { page, base, locale } = props;
  const { selection, phrases, offPhrases } = page;
  const t = exploreMessages[locale];
  const { filters } = selection;
  const { menusNote } = useExplore();
  const bar = useRef<HTMLElement>(null);
  const [edited, setEdited] = useState<FilterPart | null>(null);
  useKeptFocus(bar);
  useEffect(() => {
    const signs = ['keydown', 'pointermove', 'pointerdown', 'focusin'];
    const onSign = () => {
      foreseeEditors();
      stop();
    };
    const stop = () => {
      for (const sign of signs) window.removeEventListener(sign, onSign);
    };
    for (const sign of signs) window.addEventListener(sign, onSign, { passive: true });
    return stop;
  }, []);
  const menu = (part: FilterPart) => (
    <FilterMenu
      part={part}
      phrase={phrases.find((phrase) => phrase.part === part) ?? null}
      {...props}
      onOpenChange={(open) => setEdited(open ? part : null)}
    />
  );
  // A pill whose last value is taken away stays as long as its menu is open, so that another can be chosen.
  const pills = phrases.map(({ part }) => part);
  if (edited !== null && !pills.includes(edited)) pills.push(edited);

  return (
    <section ref={bar} className={styles.bar} aria-label={t.filters} tabIndex={-1} data-focus-home>
      <div className={styles.menus}>
        <PanelButton {...props} />
        <ul className={styles.pills}>
          {barParts.map((part) => (
            <li key={part} className={styles.barPart}>
              {menu(part)}
            </li>
          ))}
          <li className={styles.barPart}>
            <Pill state="unset">
              <Menu tone="bare" command="filters" label={t.moreFilters} panelClassName={menuStyles.morePanel}>
                <LazyPart source={moreFilters} props={props} />
              </Menu>
            </Pill>
          </li>
        </ul>
        <SearchBox selection={selection} base={base} locale={locale} />
      </div>
      {menusNote}
      <div className={styles.set}>
        <ul className={styles.pills}>
          {pills.map((part) => (
            <li key={part} className={barParts.includes(part) ? styles.smallPart : undefined}>
              {menu(part)}
            </li>
          ))}
          {offPhrases.map((phrase) => (
            <li key={`off-${phrase.part}`}>
              <SwitchedOffPill phrase={phrase} {...props} />
            </li>
          ))}
        </ul>
        {(!keepsAll(filters) || offPhrases.length > 0) && (
          <a href={linksFrom(selection, base).clear()} className={styles.clear}>
            {t.clearAll}
          </a>
        )}
        <ResultCount {...props} />
      </div>
    </section>
  );
}

/** The first sign of a hand, by which it is long there when a menu is opened: what is in the menus is fetched. */
function foreseeEditors(): void {
  filterEditor.foresee();
  moreFilters.foresee();
}

/** How many records match, said aloud after every change. */
function ResultCount({ page, locale }: FilterProps) {
  const t = filterActs[locale].results;
  const total = page.totals.incidents;
  const n = formatNumber(total, locale);
  const isAll = keepsAll(page.selection.filters);
  return (
    <output className={styles.count} aria-live="polite" aria-atomic="true">
      {isAll ? (
        t.all(n, total === 1)
      ) : (
        <>
          <span>{t.matching(n, total === 1)}</span>
          <span>{t.of(formatNumber(page.described, locale))}</span>
        </>
      )}
    </output>
  );
}

/** Opens the panel of small screens; loaded when it is first asked for. */
function PanelButton(props: FilterProps) {
  const { page, locale } = props;
  const t = filterActs[locale].panel;
  const [state, setState] = useState<'unused' | 'open' | 'closed'>('unused');
  const set = setParts(page.selection.filters).length;
  return (
    <div className={styles.panelButton}>
      <button
        type="button"
        className={buttonClass({})}
        aria-haspopup="dialog"
        data-command="filters"
        onClick={() => setState('open')}
      >
        {t.open}
        {set > 0 && <span className={styles.panelCount}>{t.count(formatNumber(set, locale))}</span>}
      </button>
      {state !== 'unused' && (
        <FilterPanel {...props} open={state === 'open'} onClose={() => setState('closed')} />
      )}
    </div>
  );
}
