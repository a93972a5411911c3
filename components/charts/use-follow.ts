'use client';

import { useRouter } from 'next/navigation';
import { type MouseEvent, useCallback } from 'react';

/**
 * Follows the links among the marks of a chart without loading the page anew. One handler stands on the box
 * around the marks, which are plain links: they can be opened in another tab, copied, and read out.
 */
export function useFollow(): { go: (href: string) => void; onClick: (event: MouseEvent) => void } {
  const router = useRouter();
  const go = useCallback(
    (href: string) => {
      const samePage = new URL(href, window.location.href).pathname === window.location.pathname;
      router.push(href, { scroll: !samePage });
    },
    [router],
  );
  const onClick = useCallback(
    (event: MouseEvent) => {
      if (event.defaultPrevented || event.button !== 0) return;
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      const href = link?.getAttribute('href');
      if (!href || !/^[/?]/.test(href)) return;
      event.preventDefault();
      go(href);
    },
    [go],
  );
  return { go, onClick };
}
