'use client';

import Link from 'next/link';
import { useEffect, useState } from 'react';
import { linksFrom } from '@/lib/explore/links';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import styles from './filter-bar.module.css';
import type { SelectionProps } from './props';

/** A place as `/places.json` gives it. */
type Found = { id: string; label: string; within: string };

/** Finds any place of the country by name in English, pinyin or Chinese, by code or by alias. */
export function PlaceFinder({ selection, base, locale }: SelectionProps) {
  const t = exploreMessages[locale];
  const links = linksFrom(selection, base);
  const [text, setText] = useState('');
  const [answer, setAnswer] = useState<{ text: string; found: Found[]; failed: boolean } | null>(null);

  useEffect(() => {
    const asked = text.trim();
    if (asked === '') return;
    const control = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const response = await fetch(`/places.json?q=${encodeURIComponent(asked)}&lang=${locale}`, {
          signal: control.signal,
        });
        if (!response.ok) throw new Error(String(response.status));
        const body = (await response.json()) as { places: Found[] };
        setAnswer({ text: asked, found: body.places, failed: false });
      } catch {
        if (!control.signal.aborted) setAnswer({ text: asked, found: [], failed: true });
      }
    }, 150);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [text, locale]);

  const shown = answer?.text === text.trim() ? answer : null;
  return (
    <div className={styles.finder}>
      <input
        type="search"
        value={text}
        onChange={(event) => setText(event.target.value)}
        placeholder={t.findPlace}
        aria-label={t.findPlace}
        autoComplete="off"
        maxLength={60}
      />
      {shown && (
        <ul className={styles.options} aria-live="polite">
          {shown.found.map(({ id, label, within }) => (
            <li key={id}>
              <Link
                href={links.toggle('place', id)}
                prefetch={false}
                scroll={false}
                className={styles.option}
                onClick={() => setText('')}
              >
                <span className={styles.check} aria-hidden="true">
                  {selection.filters.place.any.includes(id) ? '✓' : ''}
                </span>
                <span className={styles.optionLabel}>{label}</span>
                <span className={styles.optionCount}>{within}</span>
              </Link>
            </li>
          ))}
          {shown.found.length === 0 && (
            <li className={styles.hint}>{shown.failed ? t.placeSearchFailed : t.noPlaceFound}</li>
          )}
        </ul>
      )}
    </div>
  );
}
