'use client';

import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import { type CountedPage, type PreviewedIn, withPreview } from '@/lib/explore/counted-page';
import type { ExplorePage } from '@/lib/explore/open';

/** Counts the parts of a page here; null = the server has to. */
export type Count = (search: string) => Promise<CountedPage | null>;

/** A page, or for as long as a hand is at it, the counts of another selection in its place: one a frame at most. */
export function usePreview(page: ExplorePage, count: Count) {
  const [held, setHeld] = useState<{ of: ExplorePage; page: ExplorePage } | null>(null);
  const latest = useRef<string | null>(null);
  const frame = useRef(0);
  const current = useRef(page);
  useLayoutEffect(() => {
    current.current = page;
  }, [page]);
  const preview = useCallback(
    (href: string | null, within: PreviewedIn = 'time') => {
      cancelAnimationFrame(frame.current);
      latest.current = href;
      if (href === null) return setHeld(null);
      const of = current.current;
      frame.current = requestAnimationFrame(async () => {
        const parts = await count(new URL(href, window.location.href).searchParams.toString());
        if (parts && latest.current !== null) setHeld({ of, page: withPreview(of, parts, within) });
      });
    },
    [count],
  );
  // What another page has taken the place of is not shown any more.
  return { previewed: held?.of === page ? held.page : page, preview };
}
