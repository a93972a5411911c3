'use client';

import { useRouter } from 'next/navigation';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useChoices } from '@/components/layout/use-choices';
import { Dialog } from '@/components/ui/dialog';
import type { Locale } from '@/lib/i18n/locale';
import { commandMessages } from '@/lib/i18n/messages/commands';
import styles from './palette.module.css';
import { type PaletteAct, paletteGroups, presentFilter } from './palette-items';
import { singleKeys } from './shortcuts';
import { closePanel, showPanel, typedEarly } from './store';
import { filterButtons, isAvailable, runOnPage } from './targets';
import { usePlaces } from './use-places';

type PaletteProps = { locale: Locale; imports: boolean };

/** The command palette: one field, and under it what fits of commands, filters, pages, places and settings. */
export function PaletteDialog({ open, ...given }: PaletteProps & { open: boolean }) {
  const words = commandMessages[given.locale];
  return (
    <Dialog open={open} onClose={() => closePanel()} title={words.palette.title} closeLabel={words.close}>
      <Palette {...given} />
    </Dialog>
  );
}

function Palette({ locale, imports }: PaletteProps) {
  const { palette } = commandMessages[locale];
  const router = useRouter();
  const choices = useChoices();
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState(typedEarly);
  const [chosen, setChosen] = useState(0);
  const [page] = useState(() => ({
    available: singleKeys.map(({ id }) => id).filter(isAvailable),
    filters: filterButtons(),
    present: presentFilter(window.location),
  }));
  const text = typed.trim();
  const { places, failed } = usePlaces(text, locale);
  const groups = paletteGroups({
    locale,
    text,
    places,
    available: page.available,
    filters: page.filters.map(({ label }) => label),
    present: page.present,
    imports,
  });
  const items = groups.flatMap((group) => group.items);
  const active = Math.min(chosen, items.length - 1);
  const optionId = (id: string) => `${listId}-${id}`;

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });

  const run = (act: PaletteAct) =>
    closePanel(() => {
      if ('go' in act) router.push(act.go);
      else if ('theme' in act) choices.chooseTheme(act.theme);
      else if ('language' in act) choices.chooseLanguage(act.language);
      else if ('filter' in act) {
        const button = page.filters[act.filter]?.button;
        button?.focus();
        button?.click();
      } else if (act.command === 'help') showPanel('help');
      else runOnPage(act.command);
    });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 6, PageUp: -6 };
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const to = active + step;
      const last = items.length - 1;
      // One step goes round at the ends; a page stops there.
      setChosen(Math.abs(step) === 1 ? (to + items.length) % items.length : Math.min(last, Math.max(0, to)));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const item = items[active];
      if (item) run(item.act);
    } else if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      closePanel();
    }
  };

  return (
    <div className={styles.palette}>
      <input
        // The dialog puts the focus where it finds this mark.
        ref={(element) => element?.setAttribute('autofocus', '')}
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-autocomplete="list"
        aria-controls={listId}
        aria-activedescendant={items[active] ? optionId(items[active].id) : undefined}
        aria-label={palette.input}
        placeholder={palette.placeholder}
        className={styles.input}
        value={typed}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => {
          setTyped(event.target.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div ref={list} id={listId} role="listbox" aria-label={palette.results} className={styles.list}>
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options, not of fields
          <div key={group.id} role="group" aria-labelledby={optionId(`group-${group.id}`)}>
            <div id={optionId(`group-${group.id}`)} className={styles.heading}>
              {group.label}
            </div>
            {group.items.map((item) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys, by the pattern of the combobox
              // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names the active option
              <div
                key={item.id}
                id={optionId(item.id)}
                role="option"
                aria-selected={items[active] === item}
                className={styles.option}
                onMouseMove={() => setChosen(items.indexOf(item))}
                onClick={() => run(item.act)}
              >
                <span className={styles.label}>{item.label}</span>
                {item.hint !== '' && <span className={styles.hint}>{item.hint}</span>}
              </div>
            ))}
          </div>
        ))}
      </div>
      <p className={styles.foot}>
        <span role="status">{failed ? palette.placesFailed : palette.count(items.length)}</span>
        <span aria-hidden="true">{palette.keys}</span>
      </p>
    </div>
  );
}
