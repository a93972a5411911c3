import { type KeyboardEvent, useEffect, useState } from 'react';
import type { Locale } from '@/lib/i18n/locale';
import { editMessages } from '@/lib/i18n/messages/edit';
import styles from './editor.module.css';
import { type Found, findPlaces, inFull } from './places';

type PlaceComboboxProps = {
  /** What the input is given beside what a combobox needs; its id names the list too. */
  control: { id: string } & Record<string, unknown>;
  /** Name of the list. */
  label: string;
  /** The place that is chosen, in words; '' = none. */
  present: string;
  onChoose: (id: string, inWords: string) => void;
  /** What was there is emptied. */
  onClear: () => void;
  locale: Locale;
};

/** Milliseconds that typing must rest before it is searched for. */
const rest = 150;

/** A place, found by typing its name: a combobox with a list, by the pattern of the ARIA practices. */
export function PlaceCombobox({ control, label, present, onChoose, onClear, locale }: PlaceComboboxProps) {
  const words = editMessages[locale];
  /** What is typed; null = nothing is being typed. */
  const [typed, setTyped] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const { found, failed } = useFound(typed, locale);
  const open = typed !== null && typed.trim() !== '' && found !== null;

  const choose = (place: Found) => {
    onChoose(place.id, inFull(place, locale));
    setTyped(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const count = found?.length ?? 0;
    if (event.key === 'Escape' && typed !== null) setTyped(null);
    else if (!open || count === 0) return;
    else if (event.key === 'ArrowDown') setActive((active + 1) % count);
    else if (event.key === 'ArrowUp') setActive((active + count - 1) % count);
    else if (event.key === 'Enter' && found?.[active]) choose(found[active]);
    else return;
    event.preventDefault();
  };
  const onBlur = () => {
    if (typed !== null && typed.trim() === '') onClear();
    setTyped(null);
  };

  return (
    <div className={styles.combobox}>
      <input
        {...control}
        type="text"
        role="combobox"
        aria-expanded={open}
        aria-controls={`${control.id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={open && found.length > 0 ? `${control.id}-${active}` : undefined}
        autoComplete="off"
        spellCheck={false}
        maxLength={60 + present.length}
        value={typed ?? present}
        onChange={(event) => {
          setTyped(event.target.value);
          setActive(0);
        }}
        onFocus={(event) => event.target.select()}
        onKeyDown={onKeyDown}
        onBlur={onBlur}
      />
      <div id={`${control.id}-list`} role="listbox" aria-label={label} hidden={!open || found.length === 0}>
        {open &&
          found.map((place, index) => (
            // biome-ignore lint/a11y/useFocusableInteractive: as above
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys
            <div
              key={place.id}
              id={`${control.id}-${index}`}
              role="option"
              aria-selected={index === active}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(place)}
            >
              {place.label} <span className={styles.remark}>{place.within}</span>
            </div>
          ))}
      </div>
      <p className={open || failed ? styles.hint : 'visually-hidden'} role="status">
        {failed
          ? words.place.failed
          : open && (found.length === 0 ? words.place.none : words.place.found(found.length))}
      </p>
    </div>
  );
}

/** The places that a text may mean; `found` null = not known yet. */
function useFound(typed: string | null, locale: Locale): { found: Found[] | null; failed: boolean } {
  const text = typed?.trim().slice(0, 60) ?? '';
  const [answer, setAnswer] = useState<{ text: string; found: Found[] | null } | null>(null);
  useEffect(() => {
    if (text === '') return;
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      try {
        setAnswer({ text, found: await findPlaces(text, locale, stop.signal) });
      } catch {
        if (!stop.signal.aborted) setAnswer({ text, found: null });
      }
    }, rest);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [text, locale]);
  const isAnswered = text !== '' && answer?.text === text;
  return { found: isAnswered ? answer.found : null, failed: isAnswered && answer.found === null };
}
