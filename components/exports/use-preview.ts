'use client';

import { useEffect, useState } from 'react';
import { selectionFileAddress } from '@/lib/exports/formats';
import type { ExportPreview } from '@/lib/exports/preview';
import type { ExportProps } from './types';

/** What is known of the files of a selection before one is made. */
export type PreviewState =
  | { state: 'loading' | 'failed'; preview: null }
  | { state: 'ready'; preview: ExportPreview };

/** Asks what files of a selection would hold; asks again for another selection, or when told to. */
export function usePreview(
  { selection, locale, chart }: Pick<ExportProps, 'selection' | 'locale' | 'chart'>,
  open: boolean,
): PreviewState & { retry: () => void } {
  const address = selectionFileAddress('about.json', selection, locale, chart?.name);
  const [attempt, setAttempt] = useState(0);
  const key = `${attempt} ${address}`;
  const [answer, setAnswer] = useState<{ key: string; preview: ExportPreview | null } | null>(null);
  useEffect(() => {
    if (!open) return;
    const abort = new AbortController();
    fetch(address, { signal: abort.signal })
      .then(async (response) => {
        if (!response.ok) throw new Error(`${response.status}`);
        setAnswer({ key, preview: (await response.json()) as ExportPreview });
      })
      .catch(() => {
        if (!abort.signal.aborted) setAnswer({ key, preview: null });
      });
    return () => abort.abort();
  }, [open, address, key]);
  const retry = () => setAttempt((before) => before + 1);
  if (answer?.key !== key) return { state: 'loading', preview: null, retry };
  const { preview } = answer;
  return preview === null ? { state: 'failed', preview, retry } : { state: 'ready', preview, retry };
}
