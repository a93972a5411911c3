'use client';

import { type KeyboardEvent, useRef, useState } from 'react';
import { linksFrom } from '@/lib/explore/links';
import type { PlaceKey } from '@/lib/explore/options';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import { filterBarMessages } from '@/lib/i18n/messages/filter-bar';
import { unknown } from '@/lib/incidents/dimensions';
import { ChosenPlaces } from './filters/chosen-places';
import { OptionRow } from './filters/option-row';
import { PlaceBranch, type Tree } from './filters/place-branch';
import styles from './filters/places.module.css';
import type { FilterProps } from './filters/props';
import { walkRows } from './filters/row-keys';
import rowStyles from './filters/rows.module.css';
import { useFoundPlaces, usePlaceTree } from './filters/use-place-tree';

/**
 * Chooses places: by name in English, pinyin or Chinese, by code or by alias, or from the tree of places. Several
 * can be kept and left out, each with the places within it or alone.
 */
export function PlaceFinder({ field, page, base, locale }: FilterProps & { field: PlaceKey }) {
  const t = filterBarMessages[locale].places;
  const [text, setText] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const { filters } = page.selection;
  const links = linksFrom(page.selection, base);
  const question = { field, filters, locale };
  const { answer, failed, open, toggle, retry } = usePlaceTree(question);
  const search = useFoundPlaces(question, text);
  const stateOf = (value: string) =>
    filters[field].any.includes(value) ? 'in' : filters[field].not.includes(value) ? 'out' : null;
  const tree: Tree | null = answer && { field, answer, open, toggle, stateOf, links, locale };

  /** Enter in the field keeps the first place that fits. */
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (search) list.current?.querySelector<HTMLElement>('[data-found] [data-cell="in"]')?.click();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: catches arrow keys that bubble from its links
    <div ref={list} className={styles.places} onKeyDown={walkRows} tabIndex={-1} data-focus-home>
      <div className={rowStyles.finder}>
        <input
          type="search"
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
          placeholder={t.find}
          aria-label={exploreMessages[locale].findPlace}
          autoComplete="off"
          maxLength={60}
        />
      </div>
      {text.trim() !== '' ? (
        <div className={rowStyles.list} aria-live="polite" data-found>
          {search === null && <p className={rowStyles.note}>{t.searching}</p>}
          {search?.failed && <p className={rowStyles.note}>{t.failed}</p>}
          {search?.found?.length === 0 && <p className={rowStyles.note}>{t.none}</p>}
          <ul>
            {search?.found?.map(({ id, label, within, over, count }) => (
              <li key={id}>
                <OptionRow
                  label={label}
                  hint={within}
                  count={count}
                  state={stateOf(id)}
                  keepHref={links.toggle(field, id, over)}
                  leaveOutHref={links.exclude(field, id)}
                  locale={locale}
                />
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <div className={rowStyles.list}>
          <ChosenPlaces
            field={field}
            chosen={page.options[field]}
            counts={answer?.chosen ?? null}
            links={links}
            locale={locale}
          />
          {failed && (
            <p className={rowStyles.note} role="alert">
              {t.failed}{' '}
              <button type="button" className={rowStyles.noteButton} onClick={retry}>
                {t.retry}
              </button>
            </p>
          )}
          {tree ? (
            <PlaceBranch parent="" tree={tree} above={null} over={[]} />
          ) : (
            !failed && (
              <p className={rowStyles.note} role="status">
                {t.loading}
              </p>
            )
          )}
          <ul className={rowStyles.rest}>
            <li>
              <OptionRow
                label={t.unknown[field]}
                count={answer?.unknown ?? null}
                state={stateOf(unknown)}
                keepHref={links.toggle(field, unknown)}
                leaveOutHref={links.exclude(field, unknown)}
                before={<span className={rowStyles.noOpener} />}
                locale={locale}
              />
            </li>
          </ul>
        </div>
      )}
    </div>
  );
}
