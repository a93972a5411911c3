'use client';

import { useEffect, useState } from 'react';
import type { Locale } from '@/lib/i18n/locale';
import type { FoundPlace } from './palette-items';

const wait = 150;
const most = 6;
const none: FoundPlace[] = [];

/** The places of a name, as far as they are known for what is typed now; `failed`: they could not be asked for. */
export function usePlaces(text: string, locale: Locale): { places: FoundPlace[]; failed: boolean } {
  const [answer, setAnswer] = useState({ text: '', places: none, failed: false });
  useEffect(() => {
    if (text === '') return;
    const control = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const query = `?q=${encodeURIComponent(text.slice(0, 60))}&lang=${locale}`;
        const response = await fetch(`/places.json${query}`, { signal: control.signal });
        if (!response.ok) throw new Error(String(response.status));
        const { places }: { places: FoundPlace[] } = await response.json();
        setAnswer({ text, places: places.slice(0, most), failed: false });
      } catch {
        if (!control.signal.aborted) setAnswer({ text, places: none, failed: true });
      }
    }, wait);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [text, locale]);
  return answer.text === text ? answer : { places: none, failed: false };
}
