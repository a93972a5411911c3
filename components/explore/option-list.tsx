'use client';

import { type KeyboardEvent, useRef, useState } from 'react';
import { linksFrom } from '@/lib/explore/links';
import type { FilterOption, ListedKey } from '@/lib/explore/options';
import { formatNumber } from '@/lib/i18n/locale';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import { filterBarMessages } from '@/lib/i18n/messages/filter-bar';
import { OptionRow } from './filters/option-row';
import type { FilterProps } from './filters/props';
import { walkRows } from './filters/row-keys';
import styles from './filters/rows.module.css';

/** Lists that are longer have a field to type in. */
const longList = 12;

/** Most values that are drawn; the others are found by typing. */
const mostDrawn = 120;

/** The values of one filter with their counts; each can be kept or left out. */
export function OptionList({ field, page, base, locale }: FilterProps & { field: ListedKey }) {
  const t = filterBarMessages[locale];
  const [typed, setTyped] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const links = linksFrom(page.selection, base);
  const options = page.options[field];
  const text = typed.trim().toLowerCase();
  const fitting = text === '' ? options : options.filter((option) => fits(option, text));
  const drawn = fitting.slice(0, mostDrawn);
  const hidden = fitting.length - drawn.length;
  const firstRest = drawn.findIndex(({ isRest }) => isRest);

  const row = ({ code, label, count, broader, over, state, implied }: FilterOption) => (
    <li key={code}>
      <OptionRow
        label={label}
        hint={text !== '' && broader !== null ? broader : undefined}
        count={count}
        state={state}
        implied={broader === null ? null : { state: implied, by: broader }}
        keepHref={links.toggle(field, code, over)}
        leaveOutHref={links.exclude(field, code)}
        isNarrower={broader !== null && text === ''}
        locale={locale}
      />
    </li>
  );
  /** Enter in the field keeps the first value that fits. */
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter' || text === '' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    list.current?.querySelector<HTMLElement>('[data-cell="in"]')?.click();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: catches arrow keys that bubble from its links
    <div ref={list} className={styles.list} onKeyDown={walkRows}>
      {options.length > longList && (
        <div className={styles.finder}>
          <input
            type="search"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={onKeyDown}
            aria-label={t.narrow(exploreMessages[locale].parts[field])}
            placeholder={t.narrow(exploreMessages[locale].parts[field])}
            autoComplete="off"
            maxLength={60}
          />
        </div>
      )}
      {firstRest === -1 ? (
        <ul>{drawn.map(row)}</ul>
      ) : (
        <>
          <ul>{drawn.slice(0, firstRest).map(row)}</ul>
          <ul className={firstRest > 0 ? styles.rest : undefined}>{drawn.slice(firstRest).map(row)}</ul>
        </>
      )}
      {hidden > 0 && <p className={styles.note}>{t.valuesHidden(formatNumber(hidden, locale))}</p>}
      {fitting.length === 0 && (
        <p className={styles.note} role="status">
          {t.noneOfName}
        </p>
      )}
    </div>
  );
}

function fits({ label, code }: FilterOption, text: string): boolean {
  return label.toLowerCase().includes(text) || code.includes(text);
}
