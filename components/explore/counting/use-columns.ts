'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { CountedPage } from '@/lib/explore/counted-page';
import type { Locale } from '@/lib/i18n/locale';
import { whenIdle } from '../when-idle';
import type { ColumnClient } from './client';

/** `off` = the server counts alone; `ready` = pages are counted here first. */
type ColumnState = 'off' | 'loading' | 'ready';

/** How long the page has to be at rest before the columns are fetched, at most, in milliseconds. */
const longestRest = 5_000;

/**
 * Has the columns of a version of the data counted beside the page; they are fetched when the page is at rest, and anew
 * for another version. Where that does not work, nothing is counted here, and nobody is told.
 */
export function useColumns(version: number | null, locale: Locale) {
  const [state, setState] = useState<ColumnState>('off');
  const client = useRef<ColumnClient>(null);
  useEffect(() => {
    if (version === null || savesData()) return;
    const wanted = new AbortController();
    const { signal } = wanted;
    const lose = () => {
      client.current = null;
      setState('off');
    };
    const load = async () => {
      await whenIdle(longestRest, signal);
      setState('loading');
      const { openColumns } = await import('./client');
      const opened = await openColumns(version, locale, signal, lose);
      if (signal.aborted) return opened.end();
      client.current = opened;
      setState('ready');
    };
    load().catch(() => {
      if (!signal.aborted) lose();
    });
    return () => {
      wanted.abort();
      client.current?.end();
      lose();
    };
  }, [version, locale]);
  const count = useCallback(
    async (search: string): Promise<CountedPage | null> => (await client.current?.count(search)) ?? null,
    [],
  );
  return { state, count };
}

/** Whether the reader's browser asks for few bytes. */
const savesData = () =>
  (navigator as Navigator & { connection?: { saveData?: boolean } }).connection?.saveData === true;
